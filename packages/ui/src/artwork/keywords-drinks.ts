import type { MotifName } from './motifs.ts';

/** [drawing, its words]: separated by spaces, `_` is a space inside a word. */
export const drinkWords: readonly (readonly [MotifName, string])[] = [
  [
    'milkTea',
    '奶茶 珍珠奶茶 奶绿 芋圆 波波 奶盖 椰椰 杨枝甘露 茶饮 milk_tea bubble_tea boba smoothie milkshake',
  ],
  [
    'coffee',
    '咖啡 拿铁 美式 摩卡 卡布奇诺 澳白 浓缩 coffee latte americano mocha cappuccino espresso flat_white café noisette macchiato cold_brew',
  ],
  ['tea', '茶 龙井 红茶 绿茶 普洱 乌龙 花茶 菊花茶 tea thé infusion longjing oolong chai tisane'],
  [
    'juice',
    '果汁 柠檬水 柠檬茶 果茶 酸梅汤 豆浆 椰汁 鲜榨 冰沙 气泡水 水果茶 柠 juice lemonade jus soda_maison spritz fruit_tea soy_milk mojito cocktail sour_plum iced_tea',
  ],
  [
    'can',
    '可乐 雪碧 汽水 饮料 凉茶 王老吉 红牛 北冰洋 芬达 苏打水 cola coke soda sprite energy_drink perrier drink_can tonic orangina fanta',
  ],
  ['bottle', '矿泉水 纯净水 水 饮用水 电解质水 消毒液 双氧水 洗手液 water mineral evian eau sanitiser'],
  ['beer', '啤酒 精酿 生啤 扎啤 beer bière lager ale pint stout ipa'],
  ['wine', '酒 白酒 红酒 黄酒 葡萄酒 米酒 香槟 wine vin champagne rosé rouge blanc baijiu bordeaux provence'],
  ['milk', '奶 牛奶 鲜奶 纯牛奶 双皮奶 奶粉 milk lait formula cream cheese fromage camembert brie comté'],
  [
    'yogurt',
    '酸奶 布丁 果冻 龟苓膏 yogurt yoghurt yaourt pudding jelly panna_cotta crème_brûlée mousse tiramisu',
  ],
  ['iceCream', '冰淇淋 雪糕 甜筒 圣代 冰棍 冰粉 ice_cream gelato sundae sorbet glace cone'],
  ['loaf', '面包 吐司 欧包 全麦 bread brioche loaf pain'],
  ['croissant', '可颂 牛角包 羊角 croissant viennoiserie pain_au_chocolat'],
  ['baguette', '法棍 长棍 baguette ficelle fougasse'],
  [
    'cake',
    '蛋糕 慕斯 千层 芝士 提拉米苏 巴斯克 cake gâteau cheesecake éclair mille-feuille brownie fondant opéra mont-blanc',
  ],
  [
    'tart',
    '泡芙 糕 绿豆糕 蛋挞 挞 酥 蛋黄酥 月饼 凤梨酥 tart tarte tartlet pastry macaron macarons egg_tart',
  ],
  ['cookie', '曲奇 饼干 桃酥 cookie cookies biscuit biscuits sablé'],
  ['donut', '甜甜圈 贝果 麻薯 donut donuts doughnut beignet'],
  ['pancake', '松饼 华夫饼 班戟 铜锣烧 pancake pancakes waffle waffles gaufre crêpe crêpes crepe'],
  ['chocolate', '巧克力 士力架 chocolate chocolat bar cocoa'],
  [
    'snackBag',
    '冻干 薯片 零食 辣条 锅巴 虾条 海苔 爆米花 牛肉干 猫粮 狗粮 猫砂 肉脯 chips crisps snack snacks popcorn seaweed jerky kibble cat_food dog_food litter spicy_strips',
  ],
  [
    'candyJar',
    '糖 糖果 软糖 口香糖 话梅 果脯 蜂蜜 果酱 candy gummies sweets bonbons honey jam miel confiture chewing_gum',
  ],
  [
    'oilBottle',
    '油 花生油 菜籽油 酱油 醋 料酒 蚝油 香油 酱 老干妈 调料 盐 鸡精 生抽 oil soy_sauce vinegar sauce huile olive_oil mustard ketchup mayonnaise salt seasoning dip',
  ],
  [
    'cupNoodle',
    '泡面 方便面 杯面 自热 速食 instant_noodle instant_noodles cup_noodle cup_noodles self-heating',
  ],
];
