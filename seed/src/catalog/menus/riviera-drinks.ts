/** Written as `local (French)|English|中文|price in euros|choices`. */
export const rivieraDrinks = {
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
} as const;
