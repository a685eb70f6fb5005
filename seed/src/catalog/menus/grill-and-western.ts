/** Barbecue, burgers, western, Japanese and light kitchens. */
export const grillMenus = {
  barbecue: `
# 招牌烤串|Skewers
*羊肉串|Lamb skewers|25|bbqCount spice|内蒙羔羊，现穿现烤
*牛肉串|Beef skewers|25|bbqCount spice
烤五花肉串|Pork belly skewers|20|bbqCount spice
掌中宝串|Chicken gristle skewers|28|spice
烤鸡翅（2 只）|Grilled wings (2)|14|spice
板筋串|Tendon skewers|22|bbqCount spice
烤面筋|Grilled gluten|10|spice
# 海鲜|Seafood
*麻辣小龙虾（2 斤）|Spicy crayfish (1 kg)|118|spice|鲜活现炒
蒜蓉小龙虾（2 斤）|Garlic crayfish (1 kg)|118
蒜蓉烤生蚝（6 只）|Garlic oysters (6)|48
烤鱿鱼串|Squid skewers|24|spice
粉丝扇贝（6 只）|Scallops with vermicelli (6)|46
锡纸花甲|Clams in foil|28|spice
万州烤鱼|Wanzhou grilled fish|98|spice
# 烤素菜|Vegetables
烤茄子|Grilled aubergine with garlic|16|spice
烤韭菜|Grilled chives|10|spice
烤金针菇|Enoki in foil|14|spice
烤玉米|Grilled corn|8
烤馒头片|Grilled bun slices|8
# 凉菜主食|Sides
拍黄瓜|Smashed cucumber salad|10
毛豆花生拼盘|Soybeans and peanuts|18
蛋炒饭|Egg fried rice|15
炒方便面|Fried instant noodles|16|spice
# 酒水|Drinks
青岛啤酒|Tsingtao beer|8
精酿小麦啤酒|Craft wheat beer|22
酸梅汤|Sour plum juice|8
`,
  burger: `
# 汉堡|Burgers
*经典牛肉堡|Classic beef burger|26|meal|现煎牛肉饼
*香辣鸡腿堡|Spicy chicken burger|19|meal
双层芝士牛堡|Double cheeseburger|35|meal
鳕鱼堡|Fish burger|22|meal
照烧鸡排堡|Teriyaki chicken burger|21|meal
香煎虾堡|Shrimp burger|24|meal
牛油果牛肉汉堡|Avocado beef burger|36|meal
# 炸鸡|Fried chicken
*吮指原味鸡（2 块）|Original chicken (2)|24
香辣鸡翅（4 只）|Hot wings (4)|22
韩式甜辣炸鸡|Korean sweet chilli chicken|36|spice
鸡米花|Popcorn chicken|15|spice
全家桶炸鸡|Family bucket of chicken|88
# 小食|Sides
薯条|Fries|12|size
洋葱圈|Onion rings|13
蛋挞（2 只）|Egg tarts (2)|12
玉米杯|Sweetcorn cup|9
鸡肉卷|Chicken wrap|17|spice
凯撒沙拉|Caesar salad|22|dressing
# 饮品甜品|Drinks & desserts
可口可乐|Coca-Cola|8|cup ice
九珍果汁|Nine-fruit juice|11|cup
热拿铁咖啡|Hot latte|15|milk
草莓圣代|Strawberry sundae|11
香草甜筒|Vanilla cone|6
`,
  western: `
# 披萨|Pizza
*玛格丽特披萨|Pizza Margherita|58|pizzaSize pizzaAdd|圣马扎诺番茄、水牛芝士、罗勒
*榴莲披萨|Durian pizza|78|pizzaSize|猫山王果肉
萨拉米披萨|Salami pizza|68|pizzaSize pizzaAdd
夏威夷披萨|Hawaiian pizza|62|pizzaSize pizzaAdd
四季菌菇披萨|Mushroom pizza|66|pizzaSize pizzaAdd
# 意面|Pasta
经典肉酱意面|Spaghetti bolognese|42
奶油培根意面|Carbonara pasta|45
海鲜意面|Seafood linguine|56|spice
黑松露蘑菇意面|Truffle mushroom pasta|52
# 牛排主菜|Steaks & mains
*菲力牛排|Fillet steak|128|doneness|澳洲谷饲，200 克
西冷牛排|Sirloin steak|98|doneness
香煎三文鱼排|Pan-seared salmon steak|88
惠灵顿鸡排|Chicken cutlet Wellington|68
慢烤猪肋排|Slow-roast ribs|108
# 沙拉汤|Salads & soups
凯撒沙拉|Caesar salad|36|dressing
烟熏三文鱼沙拉|Smoked salmon salad|48|dressing
奶油蘑菇汤|Cream of mushroom soup|26
罗宋汤|Borscht soup|24
# 小食甜品|Sides & desserts
松露薯条|Truffle fries|28
香烤鸡翅|Roast wings|32|spice
提拉米苏|Tiramisu|32
巴斯克蛋糕|Basque cheesecake|34
# 饮品|Drinks
美式咖啡|Americano coffee|20|temperature
鲜榨橙汁|Fresh orange juice|26|ice
气泡柠檬水|Sparkling lemonade|22|ice
干红葡萄酒（杯）|Red wine (glass)|48
`,
  japanese: `
# 寿司刺身|Sushi & sashimi
*三文鱼刺身（6 片）|Salmon sashimi (6)|48||冰鲜直达
*综合寿司拼盘（10 贯）|Sushi assortment (10)|78
三文鱼寿司（2 贯）|Salmon nigiri (2)|22
鳗鱼寿司（2 贯）|Eel nigiri (2)|28
加州卷寿司|California roll sushi|32
火炙三文鱼寿司卷|Torched salmon sushi roll|42
# 饭|Rice
鳗鱼饭|Eel rice bowl|58|riceAdd
日式肥牛饭|Gyudon beef bowl|30|riceAdd
韩式石锅拌饭|Bibimbap rice|32|spice
咖喱猪排饭|Katsu curry rice|36|spice riceAdd
亲子盖饭|Oyakodon rice bowl|28|riceAdd
# 面锅|Noodles & pots
豚骨拉面|Tonkotsu ramen|36|bowl noodleAdd
味噌拉面|Miso ramen|34|bowl noodleAdd
乌冬面|Udon noodles|28|noodleAdd
韩式部队火锅|Army stew hotpot|78|spice
辣炒年糕|Tteokbokki rice cakes|24|spice
寿喜锅|Sukiyaki pot|68
# 小食|Small plates
章鱼小丸子（6 个）|Takoyaki octopus balls (6)|20
天妇罗虾（4 只）|Shrimp tempura (4)|36
煎饺（6 只）|Gyoza dumplings (6)|18
韩式泡菜|Kimchi|10
味噌汤|Miso soup|9
# 饮品|Drinks
冰乌龙茶|Iced oolong tea|10
梅子酒|Plum wine|28
波子汽水|Ramune soda|12
`,
  salad: `
# 能量沙拉|Salads
*香煎鸡胸沙拉|Seared chicken salad|32|dressing|约 380 千卡
*牛油果虾仁沙拉|Avocado shrimp salad|38|dressing
烟熏三文鱼沙拉|Smoked salmon salad|42|dressing
牛肉藜麦沙拉|Beef quinoa salad|40|dressing
希腊沙拉|Greek salad|30|dressing
溏心蛋时蔬沙拉|Soft egg garden salad|28|dressing
# 谷物碗|Grain bowls
照烧鸡腿谷物饭|Teriyaki chicken grain bowl|33|riceAdd
三文鱼波奇饭|Salmon poke bowl|42
牛肉糙米饭|Beef brown rice bowl|36|riceAdd
豆腐菌菇糙米饭|Tofu mushroom rice bowl|28
# 卷与三明治|Wraps & sandwiches
鸡肉全麦卷|Chicken wholemeal wrap|26
金枪鱼三明治|Tuna sandwich|24
牛油果鸡蛋三明治|Avocado egg sandwich|26
# 汤与轻食|Soups & bites
南瓜浓汤|Pumpkin soup|16
番茄牛肉汤|Tomato beef soup|22
希腊酸奶杯|Greek yoghurt cup|20
水果拼盘|Fruit platter|22
# 饮品|Drinks
羽衣甘蓝果汁|Kale juice|22|ice
鲜榨橙汁|Fresh orange juice|20|ice
冰美式咖啡|Iced Americano coffee|15
无糖气泡水|Sparkling water|8
`,
} as const;
