import type { MotifName } from './motifs.ts';

/** [drawing, its words]: separated by spaces, `_` is a space inside a word. */
export const foodWords: readonly (readonly [MotifName, string])[] = [
  [
    'noodles',
    '拉条子 牛河 刀削 麻辣拌 面 拉面 拌面 炒面 汤面 凉面 米线 米粉 河粉 粉 粉丝 酸辣粉 螺蛳粉 馄饨面 乌冬 拌川 片儿川 noodle noodles ramen udon pho vermicelli nouilles laksa',
  ],
  [
    'soup',
    '毛血旺 冬阴功 tom_yum harira 汤 羹 馄饨 云吞 丸子汤 酸辣汤 关东煮 麻辣烫 冒菜 抄手 鸭血粉丝 soup soupe wonton wontons broth bisque bouillabaisse oden velouté stew',
  ],
  ['congee', '圆子 汤圆 粥 豆花 豆腐脑 皮蛋粥 麦片 燕麦 congee porridge granola muesli oatmeal douhua'],
  [
    'riceBowl',
    '饭 盖饭 盖浇饭 米饭 煲仔饭 卤肉饭 套餐饭 便当 套餐 donburi bento rice_bowl rice_set set_meal bowl poke meal',
  ],
  ['friedRice', '炒饭 蛋炒饭 拌饭 焗饭 fried_rice risotto paella biryani pilaf couscous rice riz'],
  [
    'stirFry',
    '一碗香 肺片 海蜇 折耳根 牛蛙 小炒 炒肉 肉丝 鸡丁 肉片 茄子 豆角 土豆丝 鱼香 回锅肉 宫保 麻辣香锅 干锅 腰花 肥肠 香锅 凉菜 拍黄瓜 海带 木耳 藕片 咕咾肉 糖醋 stir-fry stir-fried kung_pao curry tajine ratatouille sauté wok chow eggplant aubergine',
  ],
  ['hotpot', '火锅 锅底 鸳鸯锅 汤锅 涮 寿喜锅 hotpot hot_pot broth_base fondue'],
  [
    'pasta',
    '意面 意大利面 通心粉 千层面 pasta spaghetti linguine penne lasagne lasagna gnocchi ravioli tagliatelle carbonara bolognese',
  ],
  ['salad', '沙拉 轻食 salad salade niçoise caesar'],
  [
    'steak',
    '肋排 猪肋排 大排 牛排 猪排 羊排 排骨 红烧肉 东坡肉 叉烧 烤肉 扣肉 烤羊腿 牛腩 steak entrecôte ribs filet côte pork_belly lamb tartare bavette escalope braised_pork char_siu cutlet',
  ],
  ['pizza', '披萨 比萨 pizza margherita focaccia flammekueche'],
  ['tofu', '豆腐 麻婆豆腐 豆干 臭豆腐 豆制品 腐竹 tofu mapo'],
  [
    'goldenPie',
    '饼加蛋 饼 葱油饼 手抓饼 煎饼 馅饼 肉饼 锅贴饼 烧饼 千层饼 韭菜盒子 鸡蛋饼 蚵仔煎 披塔 pancake_savory galette quiche omelette omelet socca tortilla naan pie barbagiuan pissaladière flatbread',
  ],
  ['dumplings', '饺 饺子 水饺 蒸饺 煎饺 锅贴 虾饺 dumpling dumplings gyoza jiaozi potsticker potstickers'],
  [
    'buns',
    '馒头片 烤馒头片 包 包子 小笼 小笼包 生煎 汤包 馒头 花卷 烧麦 烧卖 糯米团 粽子 点心 奶黄包 叉烧包 bun buns bao baozi xiaolongbao shumai dim_sum mantou steamer',
  ],
  [
    'skewers',
    '烤肠 烤面筋 串 肉串 羊肉串 烤串 烧烤 烤翅 烤鸡翅 板筋 烤韭菜 烤茄子 烤面筋 串串 烤五花 skewer skewers brochette brochettes kebab_skewer yakitori satay barbecue bbq grill',
  ],
  ['burger', '汉堡 堡 burger cheeseburger hamburger'],
  ['fries', '薯条拼盘 薯条 炸薯 薯格 薯角 洋葱圈 fries frites frites_maison wedges onion_rings'],
  [
    'friedChicken',
    '卤味拼盘 炸鸡 鸡腿 鸡翅 鸡块 鸡排 烤鸡 烧鸡 白切鸡 口水鸡 大盘鸡 鸡米花 盐酥鸡 鸡爪 鸡 鸭 烤鸭 酱鸭 鹅 老鸭 chicken duck wings drumstick nuggets poulet canard magret rotisserie turkey',
  ],
  [
    'sandwich',
    '三明治 吐司三明治 帕尼尼 sandwich panini club croque croque-monsieur toastie bagel pan_bagnat toast',
  ],
  [
    'wrap',
    '卷饼 卷 肉夹馍 鸡肉卷 春卷 手卷 肠粉 热狗 肉卷 wrap kebab tacos taco burrito durum hot_dog shawarma falafel rolls roll gyro',
  ],
  [
    'doughSticks',
    '油条 麻花 油炸 炸糕 糍粑 年糕 youtiao dough_stick dough_sticks churros rice_cake rice_cakes',
  ],
  ['sushi', '寿司拼盘 寿司卷 刺身拼盘 寿司 刺身 饭团 三文鱼寿司 sushi sashimi nigiri maki onigiri'],
  [
    'seaShrimp',
    '花蛤 蛤 虾 虾仁 小龙虾 基围虾 大虾 龙虾 蟹 大闸蟹 海鲜 蛤蜊 花甲 生蚝 扇贝 贝 鱿鱼 shrimp prawn prawns crayfish lobster crab langoustine crevettes gambas seafood oysters oyster mussels moules squid calamari clams octopus scallops',
  ],
  [
    'fish',
    '鱼片 鱼头 鱼 烤鱼 酸菜鱼 水煮鱼 鲈鱼 带鱼 黄鱼 鲫鱼 三文鱼 鳕鱼 fish poisson salmon cod sea_bass tuna sardines loup daurade dorade sole saumon trout bream',
  ],
  [
    'rawMeat',
    '羊肉卷 肥羊卷 黄喉 鸭肠 猪蹄 肠 肉 牛肉 猪肉 羊肉 五花肉 里脊 肥牛 肥羊 牛卷 羊卷 毛肚 午餐肉 肉末 腊肉 火腿 香肠 腊肠 beef pork meat ham mince bœuf viande charcuterie saucisson sausage sausages bacon jambon veal slices tripe',
  ],
  [
    'bokChoy',
    '笋 春笋 油焖笋 四季豆 豆苗 青菜 上海青 菠菜 生菜 油麦菜 空心菜 韭菜 芹菜 小白菜 时蔬 蔬菜 菜心 菜 香菜 葱 豆苗 茼蒿 greens vegetable vegetables bok_choy spinach lettuce celery légumes leek coriander herbs',
  ],
  ['cabbage', '白菜 包菜 娃娃菜 花菜 西兰花 卷心菜 cabbage broccoli cauliflower chou lettuce_head'],
  ['tomato', '番茄 西红柿 圣女果 tomato tomatoes tomates'],
  ['carrot', '胡萝卜 萝卜 白萝卜 莲藕 山药 carrot carrots radish lotus_root yam'],
  [
    'potato',
    '土豆片 土豆 红薯 紫薯 芋头 洋葱 生姜 姜 大蒜 potato potatoes sweet_potato taro onion onions ginger garlic pommes_de_terre',
  ],
  ['corn', '玉米 corn maïs'],
  ['mushroom', '菇 香菇 蘑菇 金针菇 菌 菌菇 杏鲍菇 mushroom mushrooms champignons'],
  ['chilli', '辣椒 青椒 彩椒 剁椒 尖椒 chilli chili pepper peppers'],
  ['cucumber', '黄瓜 丝瓜 西葫芦 冬瓜 苦瓜 南瓜 瓜 cucumber zucchini courgette squash gourd pumpkin'],
  [
    'apple',
    '奇异果 猕猴桃 苹果 梨 桃 水蜜桃 李子 石榴 水果 apple apples pear pears peach peaches fruit fruits pomme',
  ],
  [
    'orange',
    '榴莲 果肉 榴莲果肉 橙 橘 橘子 柚 柚子 柠檬 砂糖橘 耙耙柑 芒果 菠萝 orange oranges lemon lemons tangerine mandarin grapefruit pomelo mango pineapple citron',
  ],
  ['watermelon', '西瓜 哈密瓜 甜瓜 watermelon melon'],
  ['grapes', '葡萄 提子 蓝莓 荔枝 杨梅 grape grapes blueberry blueberries lychee raisin bayberry'],
  ['banana', '香蕉 banana bananas'],
  [
    'strawberry',
    '草莓 车厘子 樱桃 火龙果 strawberry strawberries cherry cherries fraises raspberries dragon_fruit',
  ],
  ['eggs', '蛋 鸡蛋 土鸡蛋 卤蛋 茶叶蛋 皮蛋 咸鸭蛋 煎蛋 egg eggs œufs'],
  [
    'nuts',
    '花生拼盘 坚果 瓜子 花生 核桃 腰果 开心果 红枣 枣 枸杞 豆 毛豆 黄豆 绿豆 杏仁 板栗 nut nuts peanuts walnut almonds cashews pistachio sunflower_seeds dates beans edamame olives chestnuts lentils goji',
  ],
  [
    'riceSack',
    '大米 东北大米 香米 糯米 面粉 小米 挂面 杂粮 五谷 rice_5kg flour jasmine_rice grain grains millet rice_sack farine',
  ],
  ['basket', '果盘 果蔬 礼盒 果篮 生鲜 拼盘 组合 basket box_of hamper platter assortment'],
];
