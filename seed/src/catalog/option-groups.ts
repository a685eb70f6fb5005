import { euroOptionGroups } from './euro-option-groups.ts';
import { one, some, type OptionGroupSpec } from './option-group.ts';

/** The choices that menus name by key. */
export const optionGroups = {
  spice: one('辣度', 'Heat', [
    ['不辣', 'Not hot'],
    ['微辣', 'Mild'],
    ['中辣', 'Medium'],
    ['特辣', 'Extra hot'],
  ]),
  size: one('规格', 'Size', [
    ['小份', 'Small'],
    ['大份', 'Large', 400],
  ]),
  bowl: one('份量', 'Portion', [
    ['标准', 'Regular'],
    ['加面', 'More noodles', 200],
    ['大碗', 'Large bowl', 500],
  ]),
  noodleAdd: some('加料', 'Extras', 3, [
    ['卤蛋', 'Soy egg', 200],
    ['牛肉', 'Beef', 800],
    ['青菜', 'Greens', 200],
    ['豆皮', 'Tofu skin', 200],
    ['香菜', 'Coriander'],
  ]),
  riceAdd: some('加料', 'Extras', 3, [
    ['煎蛋', 'Fried egg', 250],
    ['米饭', 'Rice', 200],
    ['卤豆干', 'Braised tofu', 300],
    ['例汤', 'Soup of the day', 300],
  ]),
  cup: one('杯型', 'Cup', [
    ['中杯', 'Medium'],
    ['大杯', 'Large', 300],
  ]),
  sugar: one('甜度', 'Sweetness', [
    ['无糖', 'No sugar'],
    ['三分糖', '30 %'],
    ['五分糖', '50 %'],
    ['七分糖', '70 %'],
    ['全糖', 'Full'],
  ]),
  ice: one('冰量', 'Ice', [
    ['正常冰', 'Regular ice'],
    ['少冰', 'Less ice'],
    ['去冰', 'No ice'],
    ['温', 'Warm'],
    ['热', 'Hot'],
  ]),
  teaAdd: some('加料', 'Toppings', 3, [
    ['珍珠', 'Tapioca pearls', 200],
    ['椰果', 'Coconut jelly', 200],
    ['芋圆', 'Taro balls', 300],
    ['奶盖', 'Cheese foam', 400],
    ['布丁', 'Pudding', 300],
  ]),
  coffeeCup: one('杯型', 'Cup', [
    ['标准', 'Regular'],
    ['大杯', 'Large', 400],
  ]),
  temperature: one('温度', 'Temperature', [
    ['热', 'Hot'],
    ['冰', 'Iced'],
  ]),
  milk: one('奶', 'Milk', [
    ['全脂牛奶', 'Whole milk'],
    ['脱脂牛奶', 'Skimmed milk'],
    ['燕麦奶', 'Oat milk', 400],
  ]),
  bbqCount: one('数量', 'Count', [
    ['5 串', '5 skewers'],
    ['10 串', '10 skewers', 1500],
  ]),
  broth: one('锅底', 'Broth', [
    ['麻辣', 'Spicy'],
    ['番茄', 'Tomato'],
    ['菌汤', 'Mushroom'],
    ['骨汤', 'Bone broth'],
  ]),
  vinegar: one('蘸料', 'Dip', [
    ['香醋', 'Vinegar'],
    ['辣油', 'Chilli oil'],
    ['都要', 'Both'],
    ['不要', 'None'],
  ]),
  meal: one('套餐', 'Meal', [
    ['单点', 'On its own'],
    ['配薯条可乐', 'With fries and cola', 1200],
  ]),
  doneness: one('熟度', 'Doneness', [
    ['三分熟', 'Rare'],
    ['五分熟', 'Medium'],
    ['七分熟', 'Medium well'],
    ['全熟', 'Well done'],
  ]),
  pizzaSize: one('尺寸', 'Size', [
    ['9 寸', '9 inch'],
    ['12 寸', '12 inch', 2000],
  ]),
  pizzaAdd: some('加料', 'Toppings', 3, [
    ['双倍芝士', 'Double cheese', 800],
    ['蘑菇', 'Mushrooms', 500],
    ['萨拉米', 'Salami', 800],
  ]),
  dressing: one('酱汁', 'Dressing', [
    ['油醋汁', 'Vinaigrette'],
    ['芝麻酱', 'Sesame'],
    ['凯撒酱', 'Caesar'],
    ['不加酱', 'None'],
  ]),
  cakeSize: one('尺寸', 'Size', [
    ['6 寸', '6 inch'],
    ['8 寸', '8 inch', 6000],
    ['10 寸', '10 inch', 12000],
  ]),
  card: some('贺卡', 'Card', 1, [
    ['手写贺卡', 'Handwritten card', 500],
    ['生日牌', 'Birthday topper', 500],
  ]),
  fishPrep: one('处理', 'Preparation', [
    ['活鲜不杀', 'Whole, live'],
    ['宰杀洗净', 'Cleaned'],
    ['切块', 'Cut in pieces'],
  ]),
  meatPrep: one('切法', 'Cut', [
    ['整块', 'Whole piece'],
    ['切片', 'Sliced'],
    ['切丝', 'Shredded'],
    ['绞肉馅', 'Minced'],
  ]),
  hours: one('时长', 'Duration', [
    ['2 小时', '2 hours'],
    ['3 小时', '3 hours', 4500],
    ['4 小时', '4 hours', 9000],
  ]),
  room: one('面积', 'Home size', [
    ['90 平以内', 'Up to 90 m²'],
    ['90–120 平', '90–120 m²', 8000],
    ['120 平以上', 'Over 120 m²', 18000],
  ]),
  person: one('人数', 'People', [
    ['单人', 'One'],
    ['双人', 'Two', 9000],
  ]),
  hairLength: one('发长', 'Hair length', [
    ['短发', 'Short'],
    ['中发', 'Medium', 5000],
    ['长发', 'Long', 10000],
  ]),
  colour: one('色系', 'Colour', [
    ['粉色系', 'Pink'],
    ['香槟色系', 'Champagne'],
    ['红色系', 'Red'],
    ['店主搭配', "Florist's choice"],
  ]),
  petSize: one('体型', 'Size', [
    ['小型 10 斤内', 'Up to 5 kg'],
    ['中型', 'Medium', 4000],
    ['大型', 'Large', 9000],
  ]),
  ...euroOptionGroups,
} as const satisfies Record<string, OptionGroupSpec>;

export type OptionGroupKey = keyof typeof optionGroups;
