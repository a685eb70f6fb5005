/** Supermarkets, convenience, fresh food, pharmacies. */
export const groceryMenus = {
  supermarket: `
# 粮油调味|Rice, oil & seasoning
*东北大米 5kg|North-eastern rice 5kg|39.9
*金龙鱼花生油 5L|Peanut oil 5 L|119
鲁花菜籽油 1.8L|Rapeseed oil 1.8 L|42
海天生抽酱油 500ml|Light soy sauce 500 ml|9.9
镇江香醋 550ml|Zhenjiang vinegar 550 ml|8.5
加碘食用盐 400g|Table salt 400 g|2.5
老干妈风味豆豉酱|Lao Gan Ma chilli sauce|10.8
高筋面粉 2.5kg|Bread flour 2.5 kg|18.9
# 牛奶饮料|Dairy & drinks
*纯牛奶 250ml×12|Milk 12 × 250 ml|49.9
风味酸奶 100g×8|Yoghurt 8 × 100 g|16.9
农夫山泉矿泉水 550ml×12|Spring water 12 × 550 ml|18
可口可乐 330ml×6|Cola 6 × 330 ml|14.5
青岛啤酒 500ml×6|Beer 6 × 500 ml|36
龙井茶 100g|Longjing tea 100 g|68
# 零食速食|Snacks & instant
红烧牛肉方便面 5 连包|Beef instant noodles, 5-pack|13.9
乐事薯片 145g|Potato chips 145 g|9.9
奥利奥饼干|Chocolate cookies|10.5
每日坚果 30 包|Daily nuts, 30 packs|79
大白兔奶糖|White Rabbit candy|12.8
# 纸品日化|Household
维达抽纸 24 包|Tissues, 24 packs|52.9
清风卷纸 12 卷|Toilet paper, 12 rolls|29.9
蓝月亮洗衣液 3kg|Laundry liquid detergent 3 kg|39.9
立白洗洁精 1.5kg|Dish soap detergent 1.5 kg|12.9
黑人牙膏 120g|Toothpaste 120 g|9.9
舒肤佳沐浴露 720ml|Shower gel 720 ml|29.9
垃圾袋 100 只|Bin bags (100)|9.9
# 冷冻熟食|Frozen & deli
湾仔码头水饺 720g|Frozen dumplings 720 g|32.9
速冻小笼包 300g|Frozen soup buns 300 g|15.9
哈根达斯冰淇淋 473ml|Ice cream 473 ml|78
手撕烤鸡（整只）|Roast chicken (whole)|29.9
鲜鸡蛋 30 枚|Eggs (30)|26.8
`,
  convenience: `
# 便当热食|Hot food
*照烧鸡腿便当|Teriyaki chicken bento|18.8
*咖喱猪排饭|Pork cutlet curry rice|19.8
关东煮（5 串）|Oden (5 skewers)|13
鲜肉大包|Pork bun|3.5
茶叶蛋|Tea egg|2
烤肠|Grilled sausage|5
金枪鱼饭团|Tuna onigiri|6.5
鸡蛋三明治|Egg sandwich|8.8
# 饮料|Drinks
可口可乐 500ml|Cola 500 ml|3.5
农夫山泉矿泉水 550ml|Spring water 550 ml|2
东方树叶乌龙茶|Oolong tea, bottled|5
元气森林气泡水|Sparkling water|5.5
红牛饮料|Red Bull energy drink|6
美式咖啡|Americano coffee|9.9|temperature
鲜牛奶 250ml|Fresh milk 250 ml|5.8
# 零食|Snacks
乐事薯片|Potato chips|7.5
士力架巧克力|Chocolate bar|5
卫龙辣条|Spicy strips snack|6
口香糖|Chewing gum|9.9
海苔|Seaweed snack|8.5
哈根达斯冰淇淋杯|Ice cream cup|35
# 速食|Instant
桶装方便面|Cup noodles|5.5
自热小火锅|Self-heating hotpot|29.9
# 日用|Daily needs
便携纸巾|Pocket tissues|1.5
5 号电池 4 节|AA batteries (4)|15.9
一次性口罩 10 只|Masks (10)|9.9
充电数据线|Charging cable|29
折叠雨伞|Folding umbrella|39
`,
  vegetables: `
# 叶菜|Leafy greens
*上海青 500g|Shanghai greens 500 g|4.5
*菠菜 400g|Spinach 400 g|5.8
生菜 300g|Lettuce 300 g|4.2
大白菜一颗|Chinese cabbage|6.5
空心菜 400g|Water spinach 400 g|5.5
香菜一把|Coriander|2.5
小葱一把|Spring onions|2
# 瓜茄豆|Gourds, tomatoes & beans
番茄 500g|Tomatoes 500 g|6.8
黄瓜 500g|Cucumbers 500 g|4.9
茄子 500g|Aubergines 500 g|5.2
四季豆角 400g|Green beans 400 g|6.9
冬瓜 1kg|Winter melon 1 kg|5.6
西兰花一颗|Broccoli|7.9
青椒 300g|Green peppers 300 g|4.5
甜玉米 2 根|Sweetcorn (2)|7.5
# 根茎菌菇|Roots & mushrooms
土豆 1kg|Potatoes 1 kg|6.5
胡萝卜 500g|Carrots 500 g|3.9
莲藕 500g|Lotus root 500 g|9.8
洋葱 500g|Onions 500 g|3.5
生姜 200g|Ginger 200 g|4.8
香菇 250g|Shiitake mushrooms 250 g|8.9
金针菇 200g|Enoki mushrooms 200 g|3.9
# 豆制品蛋|Tofu & eggs
*盒装嫩豆腐|Silken tofu|3.5
豆腐干 300g|Pressed tofu 300 g|6.9
腐竹 200g|Dried tofu skin 200 g|12.8
土鸡蛋 15 枚|Free-range eggs (15)|24.9
# 当季|In season
春笋 500g|Spring bamboo shoots 500 g|15.8
毛豆 500g|Soybeans in the pod 500 g|9.9
净菜组合：番茄炒蛋|Ready-to-cook box of tomato and egg|12.8
`,
  fruit: `
# 今日鲜果|Fresh today
*阳光玫瑰葡萄 1kg|Shine Muscat grapes 1 kg|39.9
*麒麟西瓜一个（约 3kg）|Watermelon (about 3 kg)|29.9
红富士苹果 1kg|Fuji apples 1 kg|15.8
海南香蕉 1kg|Bananas 1 kg|9.9
赣南脐橙 1.5kg|Navel oranges 1.5 kg|24.9
丹东草莓 300g|Strawberries 300 g|32
攀枝花芒果 1kg|Mangoes 1 kg|26.8
水蜜桃 1kg|Honey peaches 1 kg|29.8
# 进口|Imported
智利车厘子 500g|Chilean cherries 500 g|69
泰国金枕榴莲果肉 300g|Durian pulp 300 g|78
菲律宾菠萝一个|Pineapple|19.9
新西兰奇异果 6 个|Kiwi fruit (6)|36
蓝莓 125g×2|Blueberries 2 × 125 g|35.8
越南红心火龙果 2 个|Dragon fruit (2)|18.9
柠檬 4 个|Lemons (4)|9.9
# 鲜切果杯|Cut fruit
*鲜切水果拼盘|Cut fruit platter|29.9
西瓜切盒|Watermelon box|13.9
哈密瓜切盒|Hami melon box|15.9
蜜柚一个|Honey pomelo|16.8
# 鲜榨|Juices
鲜榨橙汁|Fresh orange juice|16
西瓜果汁|Watermelon juice|14
羽衣甘蓝苹果果汁|Kale apple juice|18
# 礼盒坚果|Gifts & nuts
精品水果礼盒|Fruit hamper|128|card
新疆红枣 500g|Xinjiang dates 500 g|26.8
每日坚果 7 包|Daily nuts (7)|29.9
`,
  butcher: `
# 猪肉|Pork
*黑猪五花肉 500g|Black pork belly 500 g|32.8|meatPrep
猪里脊 500g|Pork loin 500 g|26.8|meatPrep
猪小排骨 500g|Pork ribs 500 g|36.9
猪蹄一只|Pork trotter|28.8
鲜肉馅 500g|Minced pork 500 g|19.9
# 牛羊肉|Beef & lamb
*牛腱子肉 500g|Beef shank 500 g|49.9|meatPrep
肥牛卷 400g|Beef slices 400 g|39.9
羊腿肉 500g|Lamb leg 500 g|48.8|meatPrep
原切西冷牛排 200g|Sirloin steak 200 g|35.9
# 鸡鸭蛋|Poultry & eggs
三黄鸡一只|Three-yellow chicken|39.9
鸡翅中 500g|Chicken wings 500 g|26.9
鸡胸肉 500g|Chicken breast 500 g|15.9
老鸭一只|Duck for soup|58
土鸡蛋 30 枚|Free-range eggs (30)|39.9
# 水产|Fish & seafood
*鲜活鲈鱼一条|Live sea bass|32.8|fishPrep
草鱼一条（约 1.5kg）|Grass carp|29.8|fishPrep
基围虾 500g|Shrimp 500 g|48.8
梭子蟹 500g|Swimming crab 500 g|58
花蛤 500g|Clams 500 g|12.8
带鱼段 500g|Hairtail 500 g|29.9
三文鱼块 200g|Salmon 200 g|45.9
# 加工熟食|Prepared
手打牛肉丸 300g|Beef balls 300 g|29.9
广式腊肠 400g|Cured sausage 400 g|35.8
盐水鸭半只|Salted duck (half)|36
`,
  pharmacy: `
# 感冒发热|Cold & fever
*布洛芬缓释胶囊 20 粒|Ibuprofen capsules (20)|18.9
*感冒灵颗粒 9 袋|Cold granules (9)|14.8
连花清瘟胶囊 24 粒|Lianhua Qingwen capsules (24)|14.5
板蓝根颗粒 20 袋|Isatis granules (20)|15.9
退热贴 6 片|Cooling patch (6)|29.9
川贝枇杷膏 300ml|Loquat syrup 300 ml|36.8
润喉含片 24 片|Throat lozenges (24)|12.8
# 肠胃|Stomach
蒙脱石散 10 袋|Smectite granules (10)|16.5
健胃消食片 32 片|Digestion tablets (32)|9.9
益生菌胶囊 20 粒|Probiotic capsules (20)|45.8
藿香正气口服液 10 支|Huoxiang oral liquid (10)|17.9
# 皮肤外用|Skin & first aid
*创可贴 100 片|Plasters (100)|9.9
碘伏 100ml|Iodine 100 ml|5.5
医用棉签 50 支|Cotton swabs (50)|4.8
云南白药膏药 5 贴|Yunnan Baiyao patch (5)|32.8
皮炎平软膏 20g|Dermatitis ointment 20 g|15.6
人工泪液滴眼液|Artificial tears eye drops|28.9
# 营养保健|Vitamins
维生素 C 片 100 片|Vitamin C (100)|19.9
钙片 60 粒|Calcium tablets (60)|58
深海鱼油胶囊 100 粒|Omega-3 capsules (100)|98
褪黑素 60 粒|Melatonin (60)|79
# 器械防护|Devices & protection
电子体温计|Digital thermometer|25.8
上臂式血压计|Blood pressure monitor|189
医用外科口罩 50 只|Surgical masks (50)|19.9
酒精消毒液 500ml|Alcohol sanitiser 500 ml|12.9
早早孕测试试纸|Pregnancy test kit|9.9
`,
} as const;
