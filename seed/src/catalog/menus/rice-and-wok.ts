/** Wok kitchens and quick meals. */
export const wokMenus = {
  local: `
# 招牌菜|House specials
*东坡肉|Dongpo braised pork|38||两块，酥而不腻
*西湖醋鱼|Vinegar fish|58|fishPrep
*龙井虾仁|Shrimp with Longjing tea|68
叫花鸡|Beggar's chicken|78
老鸭笋干煲|Old duck and bamboo pot|88
# 家常小炒|Stir-fries
宋嫂鱼羹|Sister Song's fish soup|32
油焖春笋|Braised spring bamboo|32
农家小炒肉|Farmhouse pork|36|spice
番茄炒蛋|Tomato and egg|20
蒜蓉空心菜|Garlic water spinach|18
干锅花菜|Dry-pot cauliflower|28|spice
雪菜炒毛豆|Pickled greens and soybeans|20
糖醋排骨|Sweet and sour ribs|48
家烧小黄鱼|Braised yellow croaker|52
梅干菜扣肉|Pork with preserved greens|46
# 凉菜|Cold dishes
糯米藕|Sticky rice lotus root|20
酱鸭|Soy-braised duck|36
凉拌海蜇|Jellyfish salad|26
拍黄瓜|Smashed cucumber salad|12
# 主食汤羹|Rice & soup
米饭|Steamed rice|2
扬州炒饭|Yangzhou fried rice|22|riceAdd
片儿川|Pian Er Chuan noodles|20|bowl
西湖牛肉羹|West Lake beef soup|28
酒酿圆子|Rice balls in sweet wine|16
# 饮品|Drinks
鲜榨玉米汁（扎）|Sweetcorn juice (jug)|32
黄酒（一壶）|Yellow rice wine (pot)|28
可乐|Cola|5
`,
  sichuan: `
# 招牌川菜|Sichuan specials
*水煮鱼|Fish in chilli broth|68|spice|现杀黑鱼，麻椒现炝
*毛血旺|Mao Xue Wang|58|spice
*酸菜鱼|Pickled cabbage fish|62|spice
辣子鸡|Chongqing chilli chicken|48|spice
夫妻肺片|Sliced beef in chilli oil|36|spice
口水鸡|Mouthwatering chicken|32|spice
# 下饭小炒|With rice
鱼香肉丝|Yuxiang shredded pork|30|spice
宫保鸡丁|Kung pao chicken|32|spice
麻婆豆腐|Mapo tofu|22|spice
回锅肉|Twice-cooked pork|36|spice
干煸四季豆|Dry-fried green beans|26|spice
剁椒鱼头|Fish head with chopped chilli|72|spice
农家一碗香|Hunan farmhouse pork|34|spice
酸辣土豆丝|Hot and sour potato|16|spice
蒜泥白肉|Pork with garlic|30
外婆菜炒蛋|Pickled greens omelette|26
# 干锅|Dry pots
干锅牛蛙|Dry-pot frog|68|spice
干锅肥肠|Dry-pot intestines|56|spice
麻辣香锅|Spicy dry pot|58|spice
# 主食小吃|Rice & snacks
米饭|Steamed rice|2
红糖糍粑|Rice cake with brown sugar|18
担担面|Dan dan noodles|14|spice
冰粉|Ice jelly|9
# 饮品|Drinks
酸梅汤（扎）|Sour plum juice (jug)|22
唯怡豆奶|Soy drink|7
雪花啤酒|Snow beer|8
`,
  riceBowls: `
# 招牌盖饭|Rice bowls
*台式卤肉饭|Braised pork rice|19|size riceAdd|肥瘦相间，配卤蛋青菜
*宫保鸡丁盖饭|Kung pao chicken rice|21|spice riceAdd
黑椒牛柳饭|Black pepper beef rice|26|riceAdd
照烧鸡腿饭|Teriyaki chicken rice|23|riceAdd
番茄牛腩饭|Tomato brisket rice|28|riceAdd
鱼香肉丝饭|Yuxiang pork rice|19|spice riceAdd
咖喱鸡肉饭|Curry chicken rice|21|spice riceAdd
梅菜扣肉饭|Preserved greens pork rice|24|riceAdd
香菇滑鸡饭|Mushroom chicken rice|21|riceAdd
# 现炒套餐|Cooked to order
农家小炒肉套餐|Farmhouse pork set meal|26|spice riceAdd
番茄炒蛋套餐|Tomato and egg set meal|18|riceAdd
青椒肉丝套餐|Green pepper pork set meal|21|spice riceAdd
红烧茄子套餐|Braised aubergine set meal|18|spice riceAdd
# 炒饭|Fried rice
扬州炒饭|Yangzhou fried rice|18|riceAdd
腊肠炒饭|Cured sausage fried rice|20|riceAdd
酱油炒饭|Soy sauce fried rice|15|riceAdd
# 小食汤饮|Sides & drinks
炸鸡排|Fried chicken cutlet|13|spice
卤鸡腿|Braised chicken leg|9
时蔬一份|Seasonal greens|8
紫菜蛋花汤|Seaweed egg soup|5
冬瓜排骨汤|Winter melon rib soup|12
冰红茶|Iced black tea|4
可口可乐|Coca-Cola|4
`,
  hotpot: `
# 锅底|Broths
*鸳鸯火锅锅底|Half-and-half hotpot broth|58|spice|牛油红汤与菌菇白汤
番茄火锅锅底|Tomato hotpot broth|42
菌菇火锅锅底|Mushroom hotpot broth|46
# 荤菜|Meat
*肥牛卷|Marbled beef slices|48
毛肚|Beef tripe|52
羊肉卷|Lamb slices|46
手打虾滑|Shrimp paste|42
嫩牛肉|Tender beef|45
午餐肉|Luncheon meat|22
鸭肠|Duck intestine|32
黄喉|Beef aorta|36
巴沙鱼片|Fish slices|32
# 素菜|Vegetables & tofu
土豆片|Potato slices|10
藕片|Lotus root|12
娃娃菜|Baby cabbage|12
金针菇|Enoki mushrooms|12
豆腐皮|Tofu skin|12
冻豆腐|Frozen tofu|10
红薯粉|Sweet potato noodles|12
茼蒿|Crown daisy greens|14
# 小吃|Snacks
小酥肉|Crispy pork|28|spice
红糖糍粑|Rice cake with brown sugar|18
现炸油条|Fried dough stick|10
# 蘸料饮品|Dips & drinks
麻酱蘸料|Sesame sauce|5
香油蒜泥碟|Garlic sesame oil|5
酸梅汤（扎）|Sour plum juice (jug)|22
王老吉|Wanglaoji herbal tea|6
`,
  malatang: `
# 招牌套餐|Sets
*一人份麻辣烫|Malatang for one|26|broth spice|十二样现选食材
*双人冒菜|Mao Cai for two|56|broth spice
肥牛麻辣烫|Beef malatang|32|broth spice
素菜麻辣烫|Vegetable malatang|20|broth spice
海鲜麻辣烫|Seafood malatang|38|broth spice
# 麻辣拌香锅|Tossed & dry pot
麻辣拌|Spicy tossed bowl|25|spice
麻辣香锅（一人）|Dry pot for one|36|spice
# 自选荤菜|Meat extras
肥牛卷|Beef slices|12
鱼豆腐|Fish tofu|6
蟹棒|Crab sticks|6
午餐肉|Luncheon meat|7
鹌鹑蛋|Quail eggs|5
亲亲肠|Mini sausages|6
# 自选素菜|Vegetable extras
娃娃菜|Baby cabbage|4
土豆片|Potato slices|4
海带结|Kelp knots|4
豆腐泡|Tofu puffs|4
宽粉|Wide glass noodles|5
方便面|Instant noodles|4
# 主食饮品|Rice & drinks
米饭|Steamed rice|2
红糖冰粉|Brown sugar ice jelly|8
豆奶|Soy drink|5
北冰洋汽水|Arctic Ocean soda|6
`,
} as const;
