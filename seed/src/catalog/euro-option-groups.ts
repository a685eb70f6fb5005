import { one, some, type OptionGroupSpec } from './option-group.ts';

/** Choices of menus in towns with another language; French beside. */
export const euroOptionGroups = {
  euroCooking: one(
    '熟度',
    'Cooking',
    [
      ['三分熟', 'Rare', 0, 'Saignant'],
      ['五分熟', 'Medium', 0, 'À point'],
      ['全熟', 'Well done', 0, 'Bien cuit'],
    ],
    'Cuisson',
  ),
  euroSide: one(
    '配菜',
    'Side',
    [
      ['薯条', 'Fries', 0, 'Frites'],
      ['沙拉', 'Green salad', 0, 'Salade verte'],
      ['时蔬', 'Vegetables', 100, 'Légumes'],
    ],
    'Accompagnement',
  ),
  euroPizza: some(
    '加料',
    'Toppings',
    3,
    [
      ['马苏里拉', 'Mozzarella', 200, 'Mozzarella'],
      ['火腿', 'Ham', 250, 'Jambon'],
      ['蘑菇', 'Mushrooms', 150, 'Champignons'],
      ['鸡蛋', 'Egg', 150, 'Œuf'],
    ],
    'Suppléments',
  ),
  euroMeal: one(
    '套餐',
    'Meal',
    [
      ['单点', 'On its own', 0, 'Seul'],
      ['配薯条饮料', 'With fries and drink', 450, 'Menu frites et boisson'],
    ],
    'Formule',
  ),
  euroMilk: one(
    '奶',
    'Milk',
    [
      ['牛奶', 'Dairy', 0, 'Lait entier'],
      ['燕麦奶', 'Oat', 60, "Lait d'avoine"],
    ],
    'Lait',
  ),
  euroScoop: one(
    '份量',
    'Scoops',
    [
      ['一球', 'One', 0, 'Une boule'],
      ['两球', 'Two', 250, 'Deux boules'],
      ['三球', 'Three', 450, 'Trois boules'],
    ],
    'Boules',
  ),
  euroSpice: one(
    '辣度',
    'Heat',
    [
      ['不辣', 'Mild', 0, 'Doux'],
      ['微辣', 'Medium', 0, 'Relevé'],
      ['辣', 'Hot', 0, 'Fort'],
    ],
    'Piment',
  ),
  euroSize: one(
    '尺码',
    'Size',
    [
      ['S', 'S', 0, 'S'],
      ['M', 'M', 0, 'M'],
      ['L', 'L', 0, 'L'],
    ],
    'Taille',
  ),
  euroCard: some('贺卡', 'Card', 1, [['手写贺卡', 'Handwritten card', 200, 'Carte manuscrite']], 'Carte'),
} as const satisfies Record<string, OptionGroupSpec>;
