import { stableUuid } from '../stable-uuid.ts';
import type { Category } from '../town.ts';

/** [slug, Chinese, English, Lucide icon, children]. The slug of a child begins with what it sells, for artwork. */
type Branch = readonly [
  slug: string,
  name: string,
  english: string,
  icon: string,
  children?: readonly Branch[],
];

const tree: readonly Branch[] = [
  [
    'food',
    '美食',
    'Food',
    'utensils',
    [
      ['noodles', '面馆粉面', 'Noodles', 'soup'],
      ['local', '江浙家常', 'Home cooking', 'cooking-pot'],
      ['sichuan', '川湘菜', 'Sichuan & Hunan', 'flame'],
      ['fast-food', '快餐便当', 'Quick meals', 'sandwich'],
      ['burger', '汉堡炸鸡', 'Burgers & chicken', 'drumstick'],
      ['breakfast', '早点包子', 'Breakfast & buns', 'egg-fried'],
      ['dumplings', '饺子馄饨', 'Dumplings', 'soup'],
      ['hotpot', '火锅冒菜', 'Hotpot & malatang', 'cooking-pot'],
      ['bbq', '烧烤小龙虾', 'Barbecue & crayfish', 'beef'],
      ['western', '西餐披萨', 'Western & pizza', 'pizza'],
      ['japanese', '日韩料理', 'Japanese & Korean', 'fish'],
      ['light-salad', '轻食沙拉', 'Salads & light meals', 'salad'],
    ],
  ],
  [
    'drinks',
    '饮品甜点',
    'Drinks & sweets',
    'cup-soda',
    [
      ['tea', '奶茶果饮', 'Bubble tea & juice', 'cup-soda'],
      ['coffee', '咖啡', 'Coffee', 'coffee'],
      ['bakery', '面包蛋糕', 'Bakery & cake', 'cake'],
      ['ice-cream', '冰淇淋', 'Ice cream', 'ice-cream-cone'],
      ['bar', '酒吧小酒馆', 'Bars', 'beer'],
    ],
  ],
  [
    'grocery',
    '超市便利',
    'Groceries',
    'shopping-cart',
    [
      ['supermarket', '超市', 'Supermarket', 'shopping-cart'],
      ['convenience', '便利店', 'Convenience store', 'store'],
    ],
  ],
  [
    'fresh',
    '生鲜果蔬',
    'Fresh food',
    'carrot',
    [
      ['vegetables', '蔬菜豆制品', 'Vegetables', 'carrot'],
      ['fruit', '水果', 'Fruit', 'apple'],
      ['meat-seafood', '肉禽水产', 'Meat & seafood', 'fish'],
    ],
  ],
  ['health', '医药健康', 'Health', 'heart-pulse', [['pharmacy', '药店', 'Pharmacy', 'pill']]],
  [
    'beauty',
    '美妆丽人',
    'Beauty',
    'sparkles',
    [
      ['cosmetics', '美妆护肤', 'Cosmetics', 'sparkles'],
      ['hair', '美发', 'Hair', 'scissors'],
      ['nails', '美甲美睫', 'Nails & lashes', 'hand'],
    ],
  ],
  [
    'leisure',
    '休闲娱乐',
    'Leisure',
    'ticket',
    [
      ['massage', '足疗按摩', 'Massage', 'bath'],
      ['ktv', 'KTV 桌游', 'Karaoke & games', 'mic'],
      ['cinema', '电影演出', 'Cinema & shows', 'popcorn'],
    ],
  ],
  [
    'housekeeping',
    '家政服务',
    'Housekeeping',
    'brush-cleaning',
    [
      ['cleaning', '保洁清洗', 'Cleaning', 'brush-cleaning'],
      ['moving', '搬家跑腿', 'Moving & errands', 'truck'],
      ['laundry', '洗衣干洗', 'Laundry', 'washing-machine'],
    ],
  ],
  [
    'repair',
    '维修安装',
    'Repair',
    'wrench',
    [
      ['appliance-repair', '家电维修', 'Appliances', 'wrench'],
      ['phone-repair', '手机电脑维修', 'Phones & computers', 'smartphone'],
      ['plumbing', '水电锁匠', 'Plumbing & locks', 'key-round'],
    ],
  ],
  ['flowers', '鲜花绿植', 'Flowers', 'flower-2', [['florist', '花店', 'Florist', 'flower-2']]],
  ['pets', '宠物', 'Pets', 'paw-print', [['pet-shop', '宠物用品', 'Pet shop', 'paw-print']]],
  [
    'shopping',
    '文具百货',
    'Shops',
    'book-open',
    [
      ['books', '书店文具', 'Books & stationery', 'book-open'],
      ['fashion', '服饰鞋包', 'Fashion', 'shirt'],
      ['general-shop', '百货', 'General store', 'store'],
    ],
  ],
];

/** The category tree that every town shares; its ids do not depend on the town. */
export function buildCategories(): Category[] {
  const list: Category[] = [];
  const add = (branches: readonly Branch[], parentId: string | null) => {
    branches.forEach(([slug, name, english, icon, children], at) => {
      const id = categoryId(slug);
      list.push({
        id,
        parentId,
        slug,
        name,
        translations: { en: { name: english } },
        icon,
        sortOrder: (at + 1) * 10,
      });
      add(children ?? [], id);
    });
  };
  add(tree, null);
  return list;
}

/** The id of a category by its slug. */
export function categoryId(slug: string): string {
  return stableUuid('categories', slug);
}
