/** Written as `local (French)|English|中文|price in euros|choices`. */
export const rivieraShops = {
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
