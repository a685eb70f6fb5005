import { parseMenu, type MenuSectionSpec } from '../parse-menu.ts';

/** Menus for imported European towns: `local (French)|English|中文|price in euros|choices`. */
const texts = {
  bistro: `
# Entrées|Starters|前菜
*Salade niçoise|Niçoise salad|尼斯沙拉|14
Soupe de poisson|Fish soup|鱼汤|13
Pissaladière|Onion flatbread|洋葱饼|8
Tartare de thon|Tuna tartare|金枪鱼塔塔|16
Barbagiuan (5 pièces)|Barbagiuan (5 pieces)|炸菜饺（5 只）|9
# Plats|Mains|主菜
*Daurade grillée|Grilled sea bream|烤鲷鱼|26||Huile d’olive, citron, fenouil
*Entrecôte frites|Rib steak with fries|牛排配薯条|27|euroCooking euroSide
Filet de bœuf|Beef fillet steak|菲力牛排|32|euroCooking euroSide
Daube provençale|Provençal beef stew|普罗旺斯炖牛肉|22|euroSide
Moules marinières|Mussels marinière|白酒贻贝|19|euroSide
Risotto aux champignons|Mushroom risotto|蘑菇烩饭|19
Ratatouille|Ratatouille|普罗旺斯炖菜|16
Poulet rôti|Roast chicken|烤鸡|18|euroSide
# Desserts|Desserts|甜点
Tarte au citron|Lemon tart|柠檬挞|8
Crème brûlée|Crème brûlée|焦糖布丁|8
Fondant au chocolat|Chocolate fondant cake|巧克力熔岩蛋糕|9
# Boissons|Drinks|饮品
Eau minérale|Mineral water|矿泉水|5
Rosé de Provence (verre)|Provence rosé wine (glass)|普罗旺斯桃红葡萄酒（杯）|8
Café|Coffee|咖啡|3
`,
  italian: `
# Antipasti|Starters|前菜
*Burrata, tomates|Burrata with tomatoes|布拉塔芝士配番茄|14
Vitello tonnato|Veal with tuna sauce|金枪鱼酱小牛肉|16
Salade caprese|Caprese salad|卡普里沙拉|12
Focaccia|Focaccia|佛卡夏|6
# Pâtes|Pasta|意面
*Spaghetti aux palourdes|Spaghetti with clams|蛤蜊意面|21
Penne arrabbiata|Penne arrabbiata|辣味番茄意面|14|euroSpice
Lasagnes maison|Homemade lasagne|千层面|17
Tagliatelle bolognaise|Tagliatelle bolognese|肉酱意面|16
Gnocchi au gorgonzola|Gnocchi with gorgonzola|蓝纹芝士意大利面团|16
Ravioli ricotta épinards|Ricotta spinach ravioli|菠菜芝士意式饺子|17
# Pizzas|Pizza|披萨
*Pizza Margherita|Pizza Margherita|玛格丽特披萨|13|euroPizza
Pizza Regina|Pizza Regina|火腿蘑菇披萨|15|euroPizza
Pizza quatre fromages|Four cheese pizza|四味芝士披萨|16|euroPizza
Pizza diavola|Diavola pizza|辣味萨拉米披萨|16|euroPizza
# Viandes et poissons|Meat & fish|肉与鱼
Escalope milanaise|Veal Milanese|米兰炸牛排|24|euroSide
Friture de calamars|Fried squid|炸鱿鱼|19
# Desserts et boissons|Desserts & drinks|甜点饮品
Tiramisu|Tiramisu|提拉米苏|8
Panna cotta|Panna cotta|意式奶冻布丁|7
Espresso|Espresso|浓缩咖啡|2.5
Eau pétillante|Sparkling water|气泡水|5
`,
  sushi: `
# Sushi|Sushi|寿司
*Sushi saumon (6)|Salmon sushi (6)|三文鱼寿司（6 贯）|13
Sushi thon (6)|Tuna sushi (6)|金枪鱼寿司（6 贯）|15
California rolls (8)|California roll sushi (8)|加州卷寿司（8 个）|12
*Plateau sushi 18 pièces|Sushi platter, 18 pieces|寿司拼盘（18 贯）|27
Sashimi saumon|Salmon sashimi|三文鱼刺身|16
# Plats chauds|Hot dishes|热食
*Ramen au porc|Pork ramen|猪骨拉面|15|euroSpice
Poulet teriyaki, riz|Teriyaki chicken rice|照烧鸡饭|15
Gyoza (6)|Gyoza dumplings (6)|煎饺（6 只）|8
Curry japonais, riz|Japanese curry rice|日式咖喱饭|14|euroSpice
Nouilles sautées|Fried noodles|炒面|13|euroSpice
# Accompagnements|Sides|小食
Soupe miso|Miso soup|味噌汤|4
Edamame|Edamame beans|毛豆|5
Salade d’algues|Seaweed salad|海藻沙拉|6
# Boissons|Drinks|饮品
Thé vert|Green tea|绿茶|3
Bière japonaise|Japanese beer|日本啤酒|6
Mochi glacé (2)|Ice cream mochi (2)|冰淇淋麻薯（2 个）|6
`,
  burger: `
# Burgers|Burgers|汉堡
*Burger classique|Classic burger|经典牛肉汉堡|12|euroMeal euroCooking
Cheeseburger double|Double cheeseburger|双层芝士汉堡|15|euroMeal
Burger poulet croustillant|Crispy chicken burger|脆皮鸡腿汉堡|12|euroMeal
Burger végétarien|Vegetarian burger|素食汉堡|12|euroMeal
*Burger bacon cheddar|Bacon cheddar burger|培根芝士汉堡|14|euroMeal euroCooking
# À côté|Sides|小食
Frites|Fries|薯条|4
Frites de patate douce|Sweet potato fries|红薯薯条|5
Nuggets (8)|Chicken nuggets (8)|鸡块（8 块）|7
Onion rings|Onion rings|洋葱圈|5
Wrap au poulet|Chicken wrap|鸡肉卷|9
Salade César|Caesar salad|凯撒沙拉|11
# Desserts et boissons|Desserts & drinks|甜点饮品
Cola|Cola|可乐|3
Limonade|Lemonade|柠檬水|3
Milk-shake vanille|Vanilla milkshake|香草奶昔|6
Cookie|Chocolate cookie|曲奇|3
Sundae caramel|Caramel sundae|焦糖圣代|5
`,
  sandwich: `
# Sandwichs|Sandwiches|三明治
*Pan bagnat|Pan bagnat sandwich|尼斯三明治|8.5
Jambon beurre|Ham and butter sandwich|火腿黄油三明治|6
*Panini mozzarella tomate|Mozzarella panini|马苏里拉帕尼尼三明治|7.5
Club sandwich poulet|Chicken club sandwich|鸡肉三明治|9
Croque-monsieur|Croque-monsieur|火腿芝士吐司三明治|8
Wrap au falafel|Falafel wrap|鹰嘴豆卷饼|8
# Salades|Salads|沙拉
Salade niçoise|Niçoise salad|尼斯沙拉|11
Salade César|Caesar salad|凯撒沙拉|11
Salade de pâtes|Pasta salad|意面沙拉|9
# Sucré|Sweet|甜品
Crêpe au chocolat|Chocolate crêpe|巧克力可丽饼|5
Cookie|Cookie|曲奇|3
Salade de fruits|Fruit salad box|水果拼盘|5
# Boissons|Drinks|饮品
Cola|Cola|可乐|2.5
Jus d’orange pressé|Fresh orange juice|鲜榨橙汁|5
Eau minérale|Mineral water|矿泉水|2
Café|Coffee|咖啡|2
`,
  cafe: `
# Cafés|Coffee|咖啡
*Espresso|Espresso|浓缩咖啡|2.2
*Café crème|Café crème|奶油咖啡|4|euroMilk
Cappuccino|Cappuccino|卡布奇诺|4.5|euroMilk
Latte|Latte|拿铁|4.5|euroMilk
Café glacé|Iced coffee|冰咖啡|5|euroMilk
# Thés et chocolat|Tea & chocolate|茶与巧克力
Thé à la menthe|Mint tea|薄荷茶|4
Thé Earl Grey|Earl Grey tea|伯爵红茶|4
Chocolat chaud|Hot chocolate|热巧克力|5|euroMilk
# Viennoiseries|Pastries|面包点心
*Croissant|Croissant|可颂|2.2
Pain au chocolat|Pain au chocolat|巧克力可颂|2.4
Brioche|Brioche|布里欧修面包|3
Tarte aux fraises|Strawberry tart|草莓挞|6
Cheesecake|Cheesecake|芝士蛋糕|6.5
# Sur le pouce|Light meals|轻食
Croque-monsieur|Croque-monsieur|火腿芝士吐司三明治|9
Quiche lorraine|Quiche lorraine|洛林咸派蛋饼|8.5
Salade niçoise|Niçoise salad|尼斯沙拉|13
# Boissons fraîches|Cold drinks|冷饮
Citronnade maison|Homemade lemonade|自制柠檬水|5
Jus d’orange pressé|Fresh orange juice|鲜榨橙汁|5.5
Perrier|Sparkling water|气泡水|4
`,
  bar: `
# Bières|Beer|啤酒
*Bière pression|Draught beer|生啤酒|5.5
*IPA artisanale|Craft IPA beer|精酿 IPA 啤酒|7
Bière blanche|Wheat beer|小麦啤酒|6
Stout|Stout beer|世涛啤酒|6.5
# Vins|Wine|葡萄酒
Rosé de Provence (verre)|Provence rosé wine (glass)|普罗旺斯桃红葡萄酒（杯）|7
Bordeaux rouge (verre)|Red Bordeaux wine (glass)|波尔多红葡萄酒（杯）|8
Champagne (coupe)|Champagne (glass)|香槟（杯）|14
# Sans alcool|Alcohol-free|无酒精
Limonade|Lemonade|柠檬水|4
Cola|Cola|可乐|4
Virgin mojito|Virgin mojito|无酒精莫吉托|9
# À grignoter|Bites|小食
*Planche de charcuterie|Charcuterie board|火腿拼盘|18
Planche de fromages|Cheese board|奶酪拼盘|17
Frites|Fries|薯条|6
Ailes de poulet|Chicken wings|鸡翅|11|euroSpice
Olives marinées|Marinated olives|腌橄榄|5
Burger du pub|Pub burger|酒馆汉堡|17|euroMeal
`,
  iceCream: `
# Glaces|Ice cream|冰淇淋
*Glace vanille|Vanilla ice cream|香草冰淇淋|3.5|euroScoop
*Glace pistache|Pistachio ice cream|开心果冰淇淋|3.5|euroScoop
Glace chocolat|Chocolate ice cream|巧克力冰淇淋|3.5|euroScoop
Glace noisette|Hazelnut ice cream|榛子冰淇淋|3.5|euroScoop
Glace caramel|Salted caramel ice cream|海盐焦糖冰淇淋|3.5|euroScoop
# Sorbets|Sorbets|雪芭
Sorbet citron|Lemon sorbet|柠檬雪糕|3.5|euroScoop
Sorbet framboise|Raspberry sorbet|覆盆子雪糕|3.5|euroScoop
Sorbet mangue|Mango sorbet|芒果雪糕|3.5|euroScoop
# Coupes et gaufres|Sundaes & waffles|圣代与华夫
Coupe banana split|Banana split sundae|香蕉船圣代|9.5
Gaufre chantilly|Waffle with cream|奶油华夫饼|6.5
Crêpe au sucre|Sugar crêpe|砂糖可丽饼|4.5
# Boissons|Drinks|饮品
Milk-shake fraise|Strawberry milkshake|草莓奶昔|6
Citronnade|Lemonade|柠檬水|4.5
Espresso|Espresso|浓缩咖啡|2.2
`,
  bakery: `
# Pains|Bread|面包
*Baguette tradition|Traditional baguette|传统法棍|1.5
Pain de campagne|Country bread|乡村面包|4.2
Pain complet|Wholemeal bread|全麦面包|4
*Fougasse aux olives|Olive fougasse|橄榄佛卡夏面包|3.8
# Viennoiseries|Pastries|酥点
*Croissant|Croissant|可颂|1.4
Pain au chocolat|Pain au chocolat|巧克力可颂|1.6
Brioche|Brioche|布里欧修面包|2.5
Chausson aux pommes|Apple turnover|苹果酥|2.4
# Pâtisseries|Cakes|蛋糕
Tarte au citron|Lemon tart|柠檬挞|4.8
Éclair au café|Coffee éclair|咖啡闪电泡芙|4.2
Mille-feuille|Mille-feuille|千层蛋糕|4.8
Macarons (6)|Macarons (6)|马卡龙（6 只）|11
# Salé|Savoury|咸点
Pissaladière|Onion flatbread|洋葱饼|3.5
Quiche lorraine|Quiche lorraine|洛林咸派蛋饼|4.8
Sandwich jambon fromage|Ham and cheese sandwich|火腿芝士三明治|5.8
# Boissons|Drinks|饮品
Jus d’orange|Orange juice|橙汁|3
Café|Coffee|咖啡|1.8
`,
  grocery: `
# Épicerie|Pantry|粮油
*Huile d’olive 1 L|Olive oil 1 L|橄榄油 1 L|9.9
Pâtes 500 g|Pasta 500 g|意大利面 500g|1.8
Riz 1 kg|Rice 1 kg|大米 1kg|2.9
Farine 1 kg|Flour 1 kg|面粉 1kg|1.6
Confiture d’abricot|Apricot jam|杏子果酱|3.6
# Frais|Fresh|冷鲜
*Lait 1 L|Milk 1 L|牛奶 1 L|1.5
Œufs (12)|Eggs (12)|鸡蛋 12 枚|4.2
Yaourt nature (4)|Plain yoghurt (4)|原味酸奶 4 杯|2.4
Camembert|Camembert cheese|卡芒贝尔奶酪|3.9
Jambon blanc (4 tranches)|Cooked ham (4 slices)|火腿 4 片|4.5
# Fruits et légumes|Fruit & vegetables|果蔬
*Tomates 1 kg|Tomatoes 1 kg|番茄 1kg|3.9
Pommes 1 kg|Apples 1 kg|苹果 1kg|3.2
Bananes 1 kg|Bananas 1 kg|香蕉 1kg|2.4
Citrons de Menton (500 g)|Menton lemons (500 g)|芒通柠檬 500g|3.5
Pommes de terre 2 kg|Potatoes 2 kg|土豆 2kg|3.8
# Boissons|Drinks|饮料
Eau minérale 6 × 1,5 L|Mineral water 6 × 1.5 L|矿泉水 6 × 1.5 L|4.5
Cola 1,5 L|Cola 1.5 L|可乐 1.5 L|2.4
Rosé de Provence 75 cl|Provence rosé wine 75 cl|普罗旺斯桃红葡萄酒 75cl|9.5
Bière blonde 6 × 25 cl|Lager beer 6 × 25 cl|啤酒 6 × 25cl|6.9
# Maison|Household|日用
Lessive liquide 2 L|Laundry detergent 2 L|洗衣液 2 L|9.9
Papier toilette (12)|Toilet paper (12)|卷纸 12 卷|6.5
Mouchoirs|Tissues|纸巾|2.2
Chips nature|Potato chips|薯片|2.6
Chocolat noir|Dark chocolate|黑巧克力|2.8
`,
  butcher: `
# Bœuf et veau|Beef & veal|牛肉
*Entrecôte (300 g)|Rib steak (300 g)|肋眼牛排 300g|14.9
Steak haché (2)|Minced steak (2)|牛肉饼 2 块|6.9
Rôti de bœuf 1 kg|Beef joint 1 kg|烤用牛肉 1kg|29
Escalope de veau|Veal escalope|小牛排|9.8
# Porc et agneau|Pork & lamb|猪羊肉
Côte d’agneau (4)|Lamb chops (4)|羊排 4 块|15.9
Filet mignon de porc|Pork fillet|猪里脊肉|11.9
Saucisses (6)|Sausages (6)|香肠 6 根|8.9
# Volaille|Poultry|禽类
*Poulet fermier|Farm chicken|农家鸡|13.9
Magret de canard|Duck breast|鸭胸|12.9
Œufs fermiers (12)|Farm eggs (12)|农家鸡蛋 12 枚|5.5
# Charcuterie|Deli|熟食
*Jambon cru (100 g)|Cured ham (100 g)|风干火腿 100g|4.5
Saucisson sec|Dry sausage|法式干腊肠|7.5
Pâté de campagne|Country pâté|乡村肉冻|6.5
Poulet rôti|Roast chicken|烤鸡|12.9
`,
  pharmacy: `
# Douleur et fièvre|Pain & fever|止痛退热
*Paracétamol 500 mg (16)|Paracetamol 500 mg (16)|对乙酰氨基酚片 500mg|2.5
Ibuprofène 200 mg (20)|Ibuprofen 200 mg (20)|布洛芬片 200mg|3.4
Pastilles gorge|Throat lozenges|润喉含片|5.9
Sirop toux sèche|Dry cough syrup|止咳糖浆|6.8
Spray nasal eau de mer|Sea water nasal spray|海水鼻腔喷雾|5.5
# Premiers soins|First aid|急救
*Pansements (40)|Plasters (40)|创可贴 40 片|4.9
Désinfectant|Antiseptic|消毒液|5.6
Thermomètre|Thermometer|体温计|9.9
Masques (50)|Masks (50)|口罩 50 只|7.5
# Soin et soleil|Skin & sun|护肤防晒
*Crème solaire SPF 50|Sunscreen SPF 50|防晒霜 SPF50|16.9
Baume à lèvres|Lip balm|润唇膏|4.5
Crème hydratante|Moisturiser|保湿面霜|14.9
Gel douche|Shower gel|沐浴露|6.9
# Vitamines|Vitamins|维生素
Vitamine C (20)|Vitamin C (20)|维生素 C|6.5
Magnésium (60)|Magnesium (60)|镁片|12.9
Mélatonine (30)|Melatonin (30)|褪黑素|9.9
`,
  beauty: `
# Soins|Care|护理
*Soin du visage 60 min|Facial, 60 min|面部护理 60 分钟|75
Massage 60 min|Massage, 60 min|按摩 60 分钟|85
Manucure|Manicure|美甲|35
Pédicure|Pedicure|足部美甲|45
# Coiffure|Hair|美发
*Coupe femme|Women's haircut|女士剪发|55
Coupe homme|Men's haircut|男士剪发|32
Brushing|Blow-dry|吹风造型|35
Coloration|Colouring|染发|70
# Produits|Products|产品
*Eau de parfum 50 ml|Perfume 50 ml|香水 50ml|68
Rouge à lèvres|Lipstick|口红|24
Mascara|Mascara|睫毛膏|22
Crème de jour|Day cream|日霜|38
Shampooing|Shampoo|洗发水|16
Crème solaire|Sunscreen|防晒霜|18
`,
  florist: `
# Bouquets|Bouquets|花束
*Bouquet de roses|Rose bouquet|玫瑰花束|38|euroCard
*Bouquet de saison|Seasonal bouquet|时令鲜花花束|29|euroCard
Bouquet de pivoines|Peony bouquet|牡丹花束|42|euroCard
Bouquet champêtre|Wild flower bouquet|田园花束|32|euroCard
Bouquet de tulipes|Tulip bouquet|郁金香花束|24|euroCard
Rose à l’unité|Single rose|单支玫瑰|4.5|euroCard
# Compositions|Arrangements|花艺
Boîte à fleurs|Flower box|鲜花花盒|49|euroCard
Centre de table|Table flowers|餐桌鲜花|45|euroCard
Couronne de fleurs|Flower wreath|鲜花花环|39
# Plantes|Plants|绿植
*Orchidée en pot|Potted orchid|兰花盆栽|32|euroCard
Olivier en pot|Potted olive|橄榄树盆栽|45
Lavande en pot|Potted lavender|薰衣草盆栽|12
Plante grasse|Succulent plant|多肉|8
Cactus|Cactus|仙人掌盆栽|9
`,
  fashion: `
# Vêtements|Clothes|服饰
*T-shirt coton|Cotton T-shirt|纯棉T恤|29|euroSize
*Chemise en lin|Linen shirt|亚麻衬衫|69|euroSize
Robe d’été|Summer dress|夏日连衣裙|79|euroSize
Short|Shorts|短裤|45|euroSize
Veste légère|Light jacket|薄外套|99|euroSize
Pull|Jumper|毛衣|75|euroSize
# Sport|Sport|运动
Maillot de sport|Sports shirt|运动衫|39|euroSize
Chaussures de course|Running shoes|跑步鞋|95
Gourde|Water bottle|水壶|18
Tapis de yoga|Yoga mat|瑜伽垫|35
# Accessoires|Accessories|配饰
Sac en toile|Canvas bag|帆布包袋|25
Lunettes de soleil|Sunglasses|太阳镜|85
Chapeau de paille|Straw hat|草帽|32
Casquette|Cap|鸭舌帽|22
`,
  books: `
# Livres|Books|图书
*Roman de la saison|Novel of the season|当季小说|21
Guide de la Riviera|Riviera guide book|里维埃拉旅行书|15
Livre de cuisine|Cook book|烹饪书|28
Album jeunesse|Children's picture book|儿童绘本|14
Bande dessinée|Comics album|漫画|13
# Presse|Press|报刊
*Magazine|Magazine|杂志|5.5
Journal du jour|Daily paper|当日报纸|2.5
# Papeterie|Stationery|文具
Carnet|Notebook|笔记本|9
Stylo|Pen|钢笔|6
Cahier A4|A4 notebook|A4 本子|4
Crayons de couleur|Coloured pencils|彩色铅笔|8
# Cadeaux et jeux|Gifts & toys|礼品玩具
Carte postale|Postcard|明信片|1.5
Puzzle|Puzzle|拼图玩具|19
Jeu de société|Board game|桌游|29
Peluche|Plush toy|毛绒玩具|18
`,
  general: `
# Électronique|Electronics|数码
*Chargeur USB-C|USB-C charger|快充充电器|25
Câble|Cable|数据线|12
*Batterie externe|Power bank|充电宝|39
Piles AA (4)|AA batteries (4)|五号电池 4 节|6
Écouteurs|Earphones|耳机|49
Coque de téléphone|Phone case|手机壳|19
# Maison|Home|家居
Ampoule LED|LED bulb|灯泡|7
Multiprise|Power strip|插座|15
Boîte à outils|Tool box|五金工具|35
Parapluie|Umbrella|雨伞|18
# Souvenirs|Souvenirs|纪念品
Tasse souvenir|Souvenir mug|纪念杯|12
Magnet|Souvenir magnet|冰箱贴|5
Sac cabas|Tote bag|帆布购物袋|14
Bougie parfumée|Scented candle|香薰蜡烛|22
`,
} as const;

export type RivieraMenuKey = keyof typeof texts;

/** The demo menu of a kind of store in an imported town. */
export function rivieraMenu(key: RivieraMenuKey): MenuSectionSpec[] {
  return parseMenu(texts[key], 3);
}

export const rivieraMenuKeys = Object.keys(texts) as RivieraMenuKey[];
