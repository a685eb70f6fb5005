/** Tea, coffee, bakery, ice cream and bars. */
export const drinkMenus = {
  milkTea: `
# 人气奶茶|Milk teas
*招牌珍珠奶茶|Signature pearl milk tea|14|cup sugar ice teaAdd|每日现煮珍珠
*芋泥波波奶茶|Taro boba milk tea|18|cup sugar ice teaAdd
茉莉奶绿|Jasmine milk tea|13|cup sugar ice teaAdd
黑糖脏脏奶茶|Brown sugar milk tea|17|cup sugar ice
伯牙乌龙轻乳茶|Oolong light milk tea|16|cup sugar ice teaAdd
桂花酒酿奶茶|Osmanthus milk tea|18|cup sugar ice teaAdd
布丁奶茶|Pudding milk tea|15|cup sugar ice
# 鲜果茶|Fruit teas
*满杯百香果茶|Passion fruit tea|17|cup sugar ice teaAdd
杨枝甘露|Mango pomelo sago|22|cup sugar ice|芒果现切
霸气橙子果茶|Orange fruit tea|19|cup sugar ice
多肉葡萄果茶|Grape fruit tea|21|cup sugar ice
西瓜椰椰|Watermelon coconut|18|cup sugar ice
暴打柠檬茶|Crushed lemon tea|15|cup sugar ice
草莓啵啵果茶|Strawberry boba fruit tea|22|cup sugar ice
# 纯茶|Pure teas
四季春茶|Four seasons oolong tea|10|cup sugar ice
茉莉绿茶|Jasmine green tea|10|cup sugar ice
龙井冷泡茶|Cold-brew Longjing tea|13|cup ice
# 奶盖|Cheese foam
芝士奶盖红茶|Cheese foam black tea|16|cup sugar ice
海盐奶盖绿茶|Sea salt foam green tea|16|cup sugar ice
# 小料甜品|Sweets
红豆双皮奶|Double-skin milk with red bean|13
芋圆烧仙草|Grass jelly with taro balls|16
冰淇淋红茶|Black tea float|12|cup
`,
  coffee: `
# 经典咖啡|Classics
*美式咖啡|Americano coffee|18|coffeeCup temperature
*拿铁咖啡|Caffè latte|24|coffeeCup temperature milk|自家烘焙拼配豆
卡布奇诺|Cappuccino|24|coffeeCup milk
澳白咖啡|Flat white|26|milk
摩卡咖啡|Mocha|28|coffeeCup temperature milk
浓缩咖啡|Espresso|14
# 特调|Specials
*生椰拿铁|Coconut latte|28|coffeeCup temperature
桂花拿铁|Osmanthus latte|29|coffeeCup temperature milk
橙 C 美式咖啡|Orange americano|26
龙井拿铁|Longjing latte|29|temperature milk
焦糖玛奇朵咖啡|Caramel macchiato|29|coffeeCup temperature milk
# 手冲|Filter
耶加雪菲手冲咖啡|Yirgacheffe filter coffee|38|temperature
云南小粒手冲咖啡|Yunnan filter coffee|35|temperature
冷萃咖啡|Cold brew coffee|30
# 非咖啡|Not coffee
抹茶拿铁|Matcha latte|26|temperature milk
热巧克力|Hot chocolate|24|milk
鲜榨橙汁|Fresh orange juice|22
洋甘菊花茶|Camomile tea|20
# 烘焙轻食|Bakes
可颂|Butter croissant|16
巴斯克蛋糕|Basque cheesecake|32
提拉米苏|Tiramisu|32
金枪鱼三明治|Tuna sandwich|28
贝果|Bagel with cream cheese|20
曲奇饼干|Chocolate chip cookies|14
`,
  bakery: `
# 招牌面包|Breads
*北海道吐司|Hokkaido milk toast bread|22
*盐可颂|Salted butter croissant|9
全麦欧包|Wholemeal sourdough bread|24
法棍|Baguette|15
肉松面包|Pork floss bread|10
菠萝包|Pineapple bun bread|8
红豆面包|Red bean bread|8
蒜香芝士面包|Garlic cheese bread|14
# 蛋糕|Cakes
*草莓鲜奶生日蛋糕|Strawberry cream birthday cake|168|cakeSize card|当日现做，请提前两小时
巧克力慕斯蛋糕|Chocolate mousse cake|188|cakeSize card
芒果千层蛋糕|Mango mille crêpe cake|158|cakeSize card
巴斯克芝士蛋糕|Basque cheesecake|38
提拉米苏|Tiramisu|32
红丝绒蛋糕切件|Red velvet cake slice|28
# 中式点心|Chinese pastries
蛋黄酥（4 只）|Egg yolk pastries (4)|32
绿豆糕|Mung bean cake|18
凤梨酥（6 只）|Pineapple pastries (6)|36
老式桃酥|Walnut cookies|15
# 小甜点|Small sweets
葡式蛋挞（4 只）|Portuguese egg tarts (4)|26
泡芙（3 只）|Cream puffs (3)|21
麻薯甜甜圈|Mochi donut|10
曲奇饼干|Butter cookies|28
# 饮品|Drinks
热牛奶|Hot milk|10
拿铁咖啡|Caffè latte|18|temperature
鲜榨橙汁|Fresh orange juice|18
`,
  iceCream: `
# 意式冰淇淋|Gelato
*开心果冰淇淋|Pistachio ice cream|28|size
*龙井茶冰淇淋|Longjing tea ice cream|26|size
香草冰淇淋|Vanilla ice cream|24|size
比利时巧克力冰淇淋|Belgian chocolate ice cream|26|size
桂花酒酿冰淇淋|Osmanthus rice wine ice cream|26|size
芒果雪糕|Mango sorbet|24|size
覆盆子雪糕|Raspberry sorbet|26|size
# 圣代与华夫|Sundaes & waffles
香蕉船圣代|Banana split sundae|38
布朗尼冰淇淋|Brownie ice cream|36
华夫饼配冰淇淋|Waffle with ice cream|42
# 糖水|Sweet soups
红豆双皮奶|Double-skin milk with red bean|16
芋圆冰粉|Taro ball ice jelly|15
芒果布丁|Mango pudding|16
龟苓膏|Herbal jelly|14
# 饮品|Drinks
阿芙佳朵咖啡|Affogato coffee|30
草莓果汁|Strawberry juice|22
抹茶奶茶|Matcha milk tea|20|sugar ice
`,
  bar: `
# 精酿|Craft beer
*邻水小麦啤酒|Linshui wheat beer|32|size
*桂花艾尔啤酒|Osmanthus ale beer|38|size
西海岸 IPA 啤酒|West coast IPA beer|42|size
牛奶世涛啤酒|Milk stout beer|42|size
青岛纯生啤酒|Tsingtao draft beer|18
# 葡萄酒与黄酒|Wine
赤霞珠红葡萄酒（杯）|Cabernet red wine (glass)|48
雷司令白葡萄酒（杯）|Riesling white wine (glass)|48
十年花雕黄酒（壶）|Ten-year Huadiao wine (pot)|58
# 无酒精|Alcohol-free
青柠气泡水|Lime soda|26
西柚茶|Grapefruit tea|28
可乐|Cola|10
# 下酒菜|Bites
炸鸡翅（6 只）|Fried chicken wings (6)|42|spice
薯条|Fries|26
毛豆|Soybeans in the pod|18
椒盐虾|Salt and pepper shrimp|48|spice
牛肉串（6 串）|Beef skewers (6)|46|spice
芝士拼盘|Cheese platter|68
烟熏鸭胸|Smoked duck breast|46
`,
} as const;
