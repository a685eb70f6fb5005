/** Repair, flowers, pets, books. */
export const shopMenus = {
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
