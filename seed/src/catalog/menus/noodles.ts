/** Noodle, dumpling and breakfast kitchens. */
export const noodleMenus = {
  beefNoodles: `
# 招牌牛肉面|Beef noodles
*兰州牛肉拉面|Lanzhou hand-pulled beef noodles|18|bowl spice noodleAdd|清汤现拉，一清二白三红四绿
*红烧牛肉面|Braised beef noodles|22|bowl spice noodleAdd|牛腱慢炖四小时
番茄牛肉面|Tomato beef noodles|22|bowl noodleAdd
干拌牛肉面|Dry-tossed beef noodles|20|bowl spice noodleAdd
牛杂面|Beef offal noodles|24|bowl spice noodleAdd
酸菜牛肉面|Pickled cabbage beef noodles|21|bowl spice noodleAdd
# 拌面炒面|Tossed & fried
油泼面|Hot-oil belt noodles|17|bowl spice noodleAdd|宽面现扯，热油一泼
孜然羊肉炒面|Cumin lamb fried noodles|26|spice noodleAdd
新疆拉条子|Xinjiang laghman noodles|24|bowl spice
鸡蛋炒面|Egg fried noodles|15|spice noodleAdd
炒刀削面|Fried knife-cut noodles|18|spice noodleAdd
# 盖饭|Rice plates
大盘鸡盖饭|Big-plate chicken on rice|24|spice riceAdd
牛肉盖饭|Beef on rice|23|spice riceAdd
鱼香肉丝盖饭|Yuxiang pork on rice|19|spice riceAdd
# 小食凉菜|Small dishes
*卤牛肉一份|Sliced braised beef|28||秘制老卤，现切
凉拌黄瓜|Smashed cucumber salad|8
烤羊肉串（3 串）|Lamb skewers (3)|15|spice
卤蛋|Soy egg|2.5
油炸花生米|Fried peanuts|8
# 汤饮|Soups & drinks
羊肉汤|Lamb soup|16
紫菜蛋花汤|Seaweed egg soup|6
冰峰汽水|Orange soda|4
酸梅汤|Sour plum juice|5
`,
  riverNoodles: `
# 江南面点|Jiangnan noodles
*片儿川|Pian Er Chuan noodles|18|bowl noodleAdd|雪菜、笋片、里脊，老镇味道
*虾爆鳝面|Shrimp and eel noodles|38|bowl noodleAdd|鳝片爆香，河虾现剥
葱油拌面|Scallion oil noodles|12|bowl noodleAdd
拌川|Dry Pian Er Chuan|18|bowl noodleAdd
腰花面|Pork kidney noodles|26|bowl spice noodleAdd
猪肝面|Pork liver noodles|22|bowl spice noodleAdd
雪菜肉丝面|Pickled greens pork noodles|16|bowl noodleAdd
大排面|Pork chop noodles|20|bowl noodleAdd
素三鲜面|Three-vegetable noodles|14|bowl noodleAdd
蟹黄拌面|Crab roe noodles|48|noodleAdd|现拆蟹黄，每日限量
# 炒面炒饭|Fried noodles & rice
三鲜炒面|Fried noodles with three delicacies|20|spice
黑椒牛柳炒面|Black pepper beef fried noodles|24|spice
扬州炒饭|Yangzhou fried rice|18|riceAdd
雪菜炒年糕|Rice cakes with pickled greens|17|spice
# 浇头小菜|Toppings & sides
卤大排|Braised pork chop|10
素烧鹅|Tofu skin roll|9
酱鸭|Soy-braised duck|22||老镇酱鸭，肉紧味足
煎蛋|Fried egg|3
油焖笋|Braised bamboo shoots|14
# 汤与饮|Soup & drinks
小馄饨汤|Small wonton soup|10
豆浆|Soy milk|4|temperature
桂花酸梅汤|Osmanthus plum juice|6
`,
  riceNoodles: `
# 螺蛳粉米线|Rice noodles
*柳州螺蛳粉|Liuzhou snail rice noodles|17|bowl spice noodleAdd|酸笋够味，汤底熬足八小时
*过桥米线|Crossing-the-bridge noodles|28|noodleAdd|滚汤上桌，十二味配料
番茄米线|Tomato rice noodles|18|bowl noodleAdd
酸辣粉|Hot and sour noodles|13|bowl spice noodleAdd
桂林米粉|Guilin rice noodles|15|bowl spice noodleAdd
鸭血粉丝汤|Duck blood vermicelli soup|18|spice noodleAdd
炒螺蛳粉|Stir-fried snail noodles|20|spice noodleAdd
麻辣牛肉粉|Spicy beef noodles|21|bowl spice noodleAdd
砂锅米线|Claypot rice noodles|19|spice noodleAdd
干捞牛河|Dry-tossed beef hor fun|20|spice
# 炒粉|Fried
干炒牛河|Beef chow fun|22|spice
星洲炒米粉|Singapore noodles|20|spice
# 卤味加料|Braised extras
炸腐竹|Fried tofu skin|4
虎皮鸡爪|Tiger-skin chicken feet|9
鸭脚煲（2 只）|Braised duck feet (2)|10
卤豆腐泡|Braised tofu puffs|5
酸笋|Pickled bamboo shoots|3
卤蛋|Soy egg|2.5
# 饮品|Drinks
冰豆花|Iced tofu pudding|8
柠檬茶|Lemon tea|8|ice
王老吉|Wanglaoji herbal tea|5
`,
  dumplings: `
# 手工水饺|Boiled dumplings
*猪肉白菜水饺（15 只）|Pork and cabbage dumplings (15)|20|vinegar|现包现煮
*三鲜虾仁水饺（15 只）|Shrimp dumplings (15)|28|vinegar
韭菜鸡蛋水饺（15 只）|Chive and egg dumplings (15)|18|vinegar
芹菜牛肉水饺（15 只）|Celery beef dumplings (15)|26|vinegar
酸菜猪肉水饺（15 只）|Pickled cabbage pork dumplings (15)|20|vinegar
玉米猪肉水饺（15 只）|Sweetcorn pork dumplings (15)|21|vinegar
荠菜鲜肉水饺（15 只）|Shepherd's purse dumplings (15)|22|vinegar
# 煎饺锅贴|Pan-fried
*生煎锅贴（8 只）|Pot stickers (8)|16|vinegar|底脆汁多
鲜虾煎饺（8 只）|Pan-fried shrimp dumplings (8)|22|vinegar
蒸饺（10 只）|Steamed dumplings (10)|16|vinegar
# 馄饨|Wonton soups
鲜肉大馄饨|Large pork wontons|16
虾仁馄饨|Shrimp wontons|22
红油抄手|Wontons in chilli oil|17|spice
小馄饨|Small wontons|11
# 凉菜|Cold dishes
拍黄瓜|Smashed cucumber salad|8
老醋花生|Peanuts in vinegar|9
凉拌木耳|Wood ear salad|11
酱牛肉|Sliced soy beef|28
# 汤粥饮|Soups & drinks
小米粥|Millet congee|4
紫菜虾皮汤|Seaweed shrimp soup|6
酸梅汤|Sour plum juice|5
`,
  breakfast: `
# 包子|Buns
*鲜肉小笼包（一笼）|Pork soup buns (basket)|14|vinegar|皮薄汤足
*生煎包（4 只）|Pan-fried buns (4)|10|vinegar
鲜肉大包|Large pork bun|3
梅干菜包|Preserved greens bun|2.5
香菇青菜包|Mushroom greens bun|2.5
豆沙包|Red bean bun|2
奶黄包（3 只）|Custard buns (3)|8
糯米烧麦|Sticky rice shumai|3
刀切馒头|Steamed bun|1
# 面点油饼|Fried & griddled
*葱包桧|Scallion pancake roll|6|spice|老镇小吃，甜辣双酱
油条|Fried dough stick|3
鸡蛋灌饼|Egg-filled pancake|8|spice
手抓饼加蛋|Flaky pancake with egg|8|spice
煎饼果子|Jianbing crêpe|9|spice
咸蛋黄糍饭团|Sticky rice roll|9
葱油饼|Scallion pancake|5
# 粥汤|Congee & soup
皮蛋瘦肉粥|Century egg pork congee|8
小米南瓜粥|Millet pumpkin congee|5
咸豆浆|Savoury soy milk|6
豆腐脑|Soft tofu|5|spice
小馄饨|Small wontons|9
# 饮品小食|Drinks & bites
甜豆浆|Sweet soy milk|3|temperature
现磨黑豆浆|Black soy milk|4|temperature
茶叶蛋|Tea egg|2
玉米棒|Corn on the cob|5
热牛奶|Hot milk|5
`,
} as const;
