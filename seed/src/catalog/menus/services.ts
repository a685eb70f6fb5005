/** Beauty, leisure, home services, repair, flowers, pets, shops. */
export const serviceMenus = {
  cosmetics: `
# 护肤|Skincare
*补水面膜 10 片|Hydrating masks (10)|89
*烟酰胺精华 30ml|Niacinamide serum 30 ml|139
保湿面霜 50g|Moisturiser cream 50 g|128
氨基酸洗面奶|Amino acid cleanser|59
玻尿酸爽肤水|Hyaluronic toner|79
防晒霜 SPF50|Sunscreen SPF50|99
眼霜 15g|Eye cream 15 g|149
# 彩妆|Make-up
*丝绒口红|Velvet lipstick|89
气垫粉底|Cushion foundation|159
十二色眼影|Eyeshadow palette|119
睫毛膏|Mascara|79
眉笔|Brow pencil|39
卸妆水 300ml|Makeup remover 300 ml|69
# 洗护香氛|Hair & scent
氨基酸洗发水|Amino acid shampoo|59
护发素|Hair conditioner|49
香氛沐浴露|Scented shower gel|45
护手霜|Hand cream|29
桂花香水 30ml|Osmanthus perfume 30 ml|199
# 工具|Tools
洗脸巾 100 抽|Face wipes (100)|19.9
化妆棉|Cotton pads|12.9
`,
  hair: `
# 剪发|Cuts
*首席设计师剪发|Cut with head stylist|128
*洗剪吹|Wash, cut and blow-dry|58
儿童剪发|Children's haircut|38
男士油头造型|Men's styling|68
# 烫染|Perm & colour
韩式烫发|Korean perm|388|hairLength
纹理烫发|Texture perm|298
全头染发|Full colouring|328|hairLength
挑染|Highlights colouring|468|hairLength
补色染发|Root touch-up colouring|168
# 护理|Care
深层修护护理|Deep repair treatment|168|hairLength
头皮清洁护理|Scalp treatment|138
蒸汽护理|Steam treatment|98
# 造型|Styling
约会吹风造型|Blow-dry styling|68
新娘造型|Bridal styling|588
编发造型|Braid styling|88
# 产品|Products
修护洗发水|Repair shampoo|88
造型喷雾精华|Styling serum|78
`,
  nails: `
# 美甲|Nails
*单色美甲|Gel manicure, one colour|98
*猫眼美甲|Cat-eye manicure|158
法式美甲|French manicure|168
手绘美甲|Hand-painted manicure|198
延长美甲|Nail extensions|268
足部美甲|Pedicure|128
卸甲油|Gel polish removal|30
# 美睫|Lashes
*日式自然美睫|Natural lash extensions|168
漫画感美睫|Manga lash extensions|228
睫毛补接|Lash refill|88
角蛋白翘睫毛|Lash lift|158
# 手足护理|Hand & foot care
手部护理美甲|Hand spa|88
足部去角质美甲|Foot scrub pedicure|118
# 皮肤管理|Facials
小气泡清洁|Hydro facial|158
补水皮肤管理|Moisture facial|198
`,
  massage: `
# 足疗|Foot
*经典足疗 60 分钟|Foot massage, 60 min|128|person
中药足浴 70 分钟|Herbal foot bath, 70 min|148|person
足疗加肩颈按摩 90 分钟|Foot and shoulder massage, 90 min|188|person
# 按摩|Body
*全身推拿 60 分钟|Full-body massage, 60 min|168|person
肩颈按摩 45 分钟|Neck and shoulder massage, 45 min|118
精油按摩 90 分钟|Oil massage, 90 min|298|person
泰式按摩 90 分钟|Thai massage, 90 min|268|person
孕期按摩 60 分钟|Prenatal massage, 60 min|218
# 中医理疗|Traditional
艾灸 40 分钟|Moxibustion spa, 40 min|98
拔罐|Cupping|68
刮痧推拿|Gua sha massage|78
采耳|Ear care massage|88
# 汗蒸|Sauna
汗蒸单次|Sauna, one visit|88|person
汗蒸加足浴套票|Sauna and foot bath|158|person
`,
  karaoke: `
# 欢唱|Karaoke
*下午欢唱 3 小时（小包）|Afternoon karaoke, 3 h (small room)|98
*黄金档欢唱 3 小时（中包）|Evening karaoke, 3 h (medium room)|268
通宵欢唱（大包）|All-night karaoke (large room)|398
生日派对欢唱|Birthday karaoke party|588
# 桌游台球|Games
桌游畅玩 4 小时|Board games, 4 h|58|person
剧本杀（六人本）|Murder mystery ticket (6 players)|128
台球 1 小时|Billiards, 1 h|38
电竞包厢 3 小时|Esports room, 3 h|88
VR 体验 1 小时|VR games, 1 h|68
密室逃脱|Escape room ticket|118
# 酒水小食|Drinks & snacks
雪花啤酒 6 瓶|Snow beer (6)|68
可乐 1.25L|Cola 1.25 L|15
果盘|Fruit platter|48
爆米花|Popcorn|22
炸鸡薯条拼盘|Chicken and fries|58
卤味拼盘|Braised chicken platter|46
`,
  cinema: `
# 电影票|Tickets
*2D 电影票|2D film ticket|39.9
*IMAX 电影票|IMAX film ticket|69.9
情侣厅电影票（双人）|Couple's film tickets (2)|99
儿童电影票|Children's film ticket|29.9
包场观影票（40 座）|Private screening tickets (40)|1580
# 演出展览|Shows
脱口秀门票|Stand-up comedy ticket|88
话剧门票|Theatre ticket|168
邻里美术馆门票|Art museum ticket|35|person
儿童剧门票|Children's theatre ticket|78
# 小食|Snacks
*爆米花可乐双人套餐|Popcorn and cola for two|49
大桶爆米花|Large popcorn|32
可乐中杯|Medium cola|14
烤肠|Grilled sausage|10
冰淇淋甜筒|Ice cream cone|12
矿泉水|Mineral water|6
`,
  cleaning: `
# 日常保洁|Home cleaning
*日常保洁|Regular cleaning|90|hours|自带工具，满意付款
*深度保洁|Deep cleaning|268|room
开荒保洁|After-renovation cleaning|488|room
擦玻璃|Window cleaning|128|room
收纳整理保洁|Tidying and cleaning|198|hours
长期钟点工（8 次卡）|Hourly helper (8 visits)|680|hours
# 家电清洗|Appliance cleaning
*挂机空调清洗|Wall air conditioner cleaning|99
柜式空调清洗|Standing air conditioner cleaning|139
油烟机清洗|Cooker hood clean|168
滚筒洗衣机清洗|Washing machine clean|148
冰箱清洗|Fridge clean|148
# 家居养护|Home care
沙发清洗（三座）|Sofa cleaning (3 seats)|188
床垫除螨|Mattress mite cleaning|128
地毯清洗|Carpet cleaning|158
木地板打蜡保洁|Floor waxing and cleaning|288|room
除甲醛|Formaldehyde removal|588|room
# 保姆月嫂|Care
白班保姆（一天）|Day helper (one day)|320
老人陪护保姆（一天）|Elder care helper (one day)|360
`,
  moving: `
# 搬家|Moving
*小面搬家（2 公里内）|Small van moving (2 km)|168
*厢货搬家（5 公里内）|Box truck moving (5 km)|388
日式全包搬家|Full-service moving|1280|room
大件搬运|Heavy items|128
钢琴搬家|Piano moving|480
# 跑腿|Errands
帮我买跑腿|Buy-for-me errand|12
帮我送跑腿|Deliver-for-me errand|10
代取快递|Parcel pick-up|5
代排队跑腿（1 小时）|Queueing errand (1 h)|35
文件急送|Document parcel express|18
# 安装清运|Fit & clear
家具拆装|Furniture fitting|88
旧家具清运|Old furniture removal|128
装修垃圾清运|Rubble removal|268
# 包装|Packing
搬家纸箱 10 个|Moving boxes (10)|58
气泡膜一卷|Bubble wrap|29
`,
  laundry: `
# 衣物干洗|Clothes
*衬衫干洗|Shirt dry clean|19
*羽绒服干洗|Down jacket dry clean|58
西装两件套干洗|Suit dry clean|68
大衣干洗|Coat dry clean|55
毛衣干洗|Jumper dry clean|32
连衣裙干洗|Dress dry clean|42
# 家纺|Home textiles
窗帘清洗（一组）|Curtain laundry (pair)|88
四件套水洗|Bedding wash|58
被子清洗|Duvet wash|68
# 鞋包|Shoes & bags
运动鞋清洗|Trainers clean|35
皮鞋护理|Leather shoe care|45
真皮包护理|Leather handbag care|158
# 熨烫改衣|Ironing & alterations
单件熨烫|Ironing, one piece|12
改裤脚|Trousers hem alterations|15
换拉链|Zip alterations|30
按袋洗衣（一袋）|Laundry by the bag|49
`,
  applianceRepair: `
# 家电维修|Appliances
*空调维修上门检测|Air conditioner repair visit|50
空调加氟|Air conditioner refrigerant refill|180
*冰箱维修上门检测|Fridge repair visit|50
洗衣机维修|Washing machine repair|80
热水器维修|Water heater repair|90
油烟机维修|Cooker hood repair|80
电视维修|Television repair|100
燃气灶维修|Gas hob repair|60
# 安装|Installation
空调移机安装|Air conditioner installation|280
热水器安装|Water heater installation|150
洗衣机安装|Washing machine installation|80
净水器安装|Water filter installation|120
电视挂架安装|TV bracket installation|100
晾衣架安装|Drying rack installation|120
# 自行车电动车|Bikes
电动车补胎|E-bike tyre repair|20
自行车保养|Bicycle maintenance service|60
上门换胎|Tyre change service|80
`,
  phoneRepair: `
# 手机维修|Phones
*手机换屏（国产）|Phone screen, domestic brand|299
*苹果手机换屏|iPhone screen|598
手机换电池|Phone battery|129
手机进水维修|Water damage phone repair|199
后盖更换|Phone back cover repair|168
充电口维修|Charging port phone repair|120
# 电脑|Computers
电脑清灰|Laptop dust cleaning|88
系统重装|Computer system reinstall|68
固态硬盘升级|Laptop SSD upgrade|298
笔记本换键盘|Laptop keyboard|180
数据恢复|Computer data recovery|380
# 配件|Accessories
手机贴膜|Phone screen film|25
手机壳|Phone case|39
快充充电器|Fast charger|69
充电数据线|Charging cable|29
10000 毫安充电宝|Power bank 10,000 mAh|99
蓝牙耳机|Bluetooth headset|159
`,
  plumbing: `
# 水电|Water & power
*水龙头更换|Tap replacement|60
*疏通马桶|Toilet unclogging|80
疏通下水道|Drain unclogging|100
漏水检测|Leak detection|150
马桶更换安装|Toilet replacement|180
水管维修|Pipe repair|100
防水补漏|Waterproofing|380
电路检修|Electric circuit check|80
开关插座更换|Socket replacement|40
灯具安装|Lamp installation|60
# 开锁换锁|Locks
*上门开锁|Door lock opening|120
换锁芯|Lock cylinder replacement|180
智能锁安装|Smart lock|260
配钥匙|Key cutting|15
汽车开锁|Car lock opening|200
# 五金|Hardware
修鞋配钥匙套餐|Shoe repair and key|35
LED 灯泡 3 只|LED bulbs (3)|29.9
五金工具箱|Hardware tool box|89
`,
  florist: `
# 花束|Bouquets
*11 朵红玫瑰花束|11 red roses bouquet|129|card colour
*混搭鲜花花束|Mixed flower bouquet|99|card colour
向日葵花束|Sunflower bouquet|88|card
香槟玫瑰花束|Champagne roses bouquet|158|card
康乃馨花束|Carnation bouquet|98|card
百合花束|Lily bouquet|118|card
满天星花束|Baby's breath flowers|69|card
99 朵玫瑰花束|99 roses bouquet|599|card colour
# 花盒花篮|Boxes & baskets
生日鲜花花盒|Birthday flower box|168|card colour
开业鲜花|Opening flower basket|288|card
绣球抱抱桶鲜花|Hydrangea bucket|198|card
# 每周鲜花|Weekly
每周鲜花（单次）|Weekly flowers (once)|39.9|colour
每月鲜花（4 次）|Weekly flowers (4 times)|139|colour
# 绿植|Plants
龟背竹盆栽|Monstera plant|68
绿萝|Pothos plant|25
发财树|Money tree plant|88
多肉组合|Succulent plants|36
蝴蝶兰盆栽|Potted orchid|138|card
# 花器|Vases
玻璃花瓶|Glass vase|39
鲜花营养液|Flower food|9.9
`,
  petShop: `
# 主粮|Food
*全价猫粮 2kg|Cat food 2 kg|89
*成犬狗粮 5kg|Dog food 5 kg|159
幼猫奶糕粮 1.5kg|Kitten kibble 1.5 kg|79
猫罐头 6 罐|Cat cans (6)|49.9
主食冻干|Freeze-dried cat food|69
狗狗鸡肉干零食|Chicken jerky for dogs|26.8
猫条 20 支|Cat treats (20)|29.9
# 用品|Supplies
豆腐猫砂 6L|Tofu cat litter 6 L|26.9
宠物尿垫 50 片|Pet pads (50)|39.9
猫抓板|Cat scratcher|25.8
自动饮水机|Pet fountain|99
牵引绳|Dog lead|35
宠物玩具球|Pet toy ball|12.9
# 洗护|Grooming
*狗狗洗护|Dog grooming|68|petSize
猫咪洗护|Cat grooming|98
全身造型修剪|Full pet grooming|168|petSize
剪指甲清耳|Nail and ear care|35
# 健康|Health
体内外驱虫|Deworming|68|petSize
狂犬疫苗|Rabies vaccine|80
猫三联疫苗|Cat vaccine|120
`,
  books: `
# 好书|Books
*邻里小镇故事书|Stories of Linli|42
*当月畅销小说|Novel of the month|49.8
儿童绘本套装|Picture books (6)|88
十万个为什么|A Hundred Thousand Whys|128
家常菜谱书|Home cooking book|39
旅行地图书|Travel atlas|58
漫画杂志|Comics magazine|18
# 文具|Stationery
*中性笔 12 支|Gel pens (12)|18.8
A5 横线笔记本|A5 notebook|12.8
学生文具套装|School stationery set|39.9
彩色铅笔 24 色|Colouring pencils (24)|25.8
美工剪刀胶水|Craft set|15.9
书包|School bag|129
# 打印|Printing
黑白打印（10 页）|Black and white printing (10)|5
彩色打印（10 页）|Colour printing (10)|15
证件照冲印|ID photo prints|25
# 玩具礼品|Toys & gifts
拼图积木|Building blocks|69
毛绒玩具|Plush toy|49
生日贺卡本子|Birthday card|8
五号电池|Batteries|9.9
`,
} as const;
