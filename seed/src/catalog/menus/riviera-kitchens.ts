/** Written as `local (French)|English|中文|price in euros|choices`. */
export const rivieraKitchens = {
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
} as const;
