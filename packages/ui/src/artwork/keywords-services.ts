import type { MotifName } from './motifs.ts';

/** [drawing, its words]: separated by spaces, `_` is a space inside a word. */
export const serviceWords: readonly (readonly [MotifName, string])[] = [
  ['tissue', '洗脸巾 纸巾 抽纸 湿巾 面巾纸 棉柔巾 卫生巾 tissue tissues wipes cotton pads mouchoirs'],
  [
    'detergent',
    '洗衣液 洗洁精 洗衣粉 柔顺剂 消毒 漂白 垃圾袋 保鲜膜 洗衣凝珠 detergent laundry_liquid dish_soap lessive bleach softener bin_bags',
  ],
  ['toothbrush', '牙刷 牙膏 漱口水 毛巾 剃须刀 toothbrush toothpaste towel razor dentifrice mouthwash'],
  ['toiletRoll', '卷纸 卫生纸 厨房纸 toilet_paper toilet_roll kitchen_roll papier'],
  ['battery', '电池 充电宝 数据线 充电 battery batteries charger cable power_bank'],
  [
    'toy',
    '玩具球 玩具 公仔 积木 纸尿裤 母婴 奶瓶 玩偶 toy toys teddy blocks nappies diapers jouet puzzle plush',
  ],
  ['book', '十万个为什么 书 绘本 杂志 小说 漫画 book books novel magazine livre journal comics roman album'],
  [
    'pen',
    '胶水 冲印 贺卡 笔 本子 文具 笔记本 打印 复印 pen notebook stationery pencil printing copy stylo cahier',
  ],
  [
    'shirt',
    '窗帘清洗 水洗 被子清洗 裤脚 拉链 衣 衬衫 T恤 干洗 洗衣 西装 羽绒服 熨烫 改衣 窗帘 shirt t-shirt dry_clean suit laundry jacket ironing dress robe pressing coat alterations trousers jeans chemise',
  ],
  [
    'bouquet',
    '花 花束 玫瑰 百合 康乃馨 向日葵 满天星 郁金香 鲜花 绣球 bouquet rose roses lily lilies carnation sunflower tulip tulips flowers flower fleurs peonies orchids hydrangea',
  ],
  [
    'plant',
    '多肉组合 绿植 盆栽 多肉 绿萝 发财树 龟背竹 兰 plant plants succulent pothos cactus monstera potted',
  ],
  [
    'pet',
    '牵引绳 饮水机 尿垫 清耳 修剪 猫抓板 三联疫苗 宠物 猫 狗 犬 洗护 疫苗 驱虫 pet cat dog grooming kitten puppy deworming',
  ],
  [
    'pillBottle',
    '褪黑素 胶囊 维生素 钙片 益生菌 鱼油 药 保健 capsule capsules vitamin vitamins calcium probiotic omega medicine supplement melatonin zinc',
  ],
  [
    'blister',
    '片 颗粒 布洛芬 阿莫西林 感冒灵 氯雷他定 板蓝根 蒙脱石散 含片 健胃消食片 tablet tablets ibuprofen paracetamol aspirin granules lozenge lozenges doliprane antihistamine loratadine',
  ],
  [
    'syrup',
    '糖浆 口服液 枇杷膏 藿香正气 滴眼液 眼药水 喷雾 syrup sirop oral_liquid eye_drops loquat nasal_spray drops',
  ],
  [
    'bandage',
    '创可贴 绷带 纱布 膏药 贴膏 棉签 碘伏 云南白药 退热贴 plaster plasters bandage gauze pansements patch iodine swabs first_aid',
  ],
  ['mask', '口罩 面膜 mask masks masque'],
  ['thermometer', '体温计 体温枪 血压计 验孕棒 试纸 血糖仪 thermometer blood_pressure test_kit glucose'],
  [
    'lipstick',
    '口红 唇釉 唇膏 彩妆 化妆 眼影 腮红 粉底 眉笔 睫毛膏 lipstick lip_gloss makeup rouge_à_lèvres foundation blush eyeshadow mascara brow',
  ],
  [
    'creamJar',
    '软膏 面霜 乳液 护手霜 眼霜 身体乳 防晒 护肤 清洁 补水 皮肤管理 cream_jar moisturiser lotion hand_cream sunscreen skincare facial crème soin face_cream eye_cream',
  ],
  [
    'serum',
    '精华 香水 爽肤水 洗面奶 卸妆 洗发水 沐浴露 护发素 化妆水 serum perfume toner cleanser shampoo parfum shower_gel conditioner makeup_remover gel eau_de_toilette',
  ],
  [
    'scissors',
    '剪发 理发 剪 烫 染发 染 烫发 造型 洗剪吹 护理 haircut hair cut perm colouring styling coiffure coupe brushing blow-dry beard barbe',
  ],
  ['nailPolish', '美甲 指甲 甲油 美睫 睫毛 nail nails manicure pedicure gel_polish vernis lash lashes'],
  [
    'spa',
    '按摩 足疗 SPA 推拿 艾灸 拔罐 采耳 足浴 汗蒸 瑜伽 massage spa foot_bath cupping sauna yoga reflexology hammam pilates',
  ],
  [
    'ticket',
    '票 电影 门票 代金券 团购 密室 剧本杀 展览 演出 ticket tickets cinema film pass admission escape_room voucher museum exhibition entry',
  ],
  [
    'gamepad',
    '游戏 电竞 网吧 桌游 台球 VR 包厢 棋牌 game gaming esports billiards board_game arcade console jeu',
  ],
  ['microphone', 'KTV 欢唱 唱歌 酒吧 live karaoke singing microphone concert'],
  [
    'dumbbell',
    '健身 私教 游泳 月卡 羽毛球 篮球 球 单车 gym fitness training swim badminton court workout sport coach',
  ],
  [
    'broom',
    '保洁 打扫 清扫 大扫除 开荒 擦玻璃 小时工 钟点工 保姆 日常保洁 除螨 家政 cleaning housekeeping clean hourly_helper ménage window_cleaning helper maid',
  ],
  [
    'spray',
    '清洗 油烟机清洗 除甲醛 消杀 杀虫 清洁剂 玻璃水 spray disinfection pest degreaser descaling cleaner',
  ],
  [
    'washer',
    '冰箱清洗 热水器安装 洗衣机安装 洗衣机 冰箱 家电 热水器 热水器维修 冰箱维修 洗衣机清洗 洗衣机维修 washing_machine fridge appliance boiler water_heater wash',
  ],
  [
    'airConditioner',
    '空调移机安装 空调安装 空调 空调清洗 空调维修 空调加氟 加氟 air_conditioner air-con aircon climatisation refrigerant',
  ],
  ['sofa', '地毯清洗 沙发 沙发清洗 家具 床垫 地毯 家具安装 sofa furniture mattress carpet couch meuble'],
  [
    'wrench',
    '维修 修 安装 保养 检修 换胎 补胎 洗车 工具 螺丝刀 五金 repair install installation maintenance wrench tool tools réparation service tyre fix hammer screwdriver drill bike',
  ],
  [
    'phone',
    '进水维修 后盖更换 充电口维修 耳机 重装 硬盘 键盘 数据恢复 换电池 手机 换屏 手机贴膜 贴膜 电脑 手机维修 平板 phone screen laptop computer tablet_screen téléphone mobile',
  ],
  [
    'keyLock',
    '智能锁安装 门锁安装 锁 开锁 换锁 配钥匙 钥匙 修鞋 lock key keys locksmith serrure shoe_repair clé',
  ],
  [
    'faucet',
    '马桶更换安装 水管维修 水管 水龙头 疏通 马桶 下水道 管道 防水 漏水 疏通马桶 pipe tap faucet drain drains toilet plumbing plomberie leak unclog',
  ],
  [
    'bulb',
    '灯具安装 电路检修 灯 灯泡 电路 开关 插座 换灯 light bulb lamp socket switch wiring électricité circuit electric',
  ],
  [
    'receipt',
    '缴费 水费 电费 燃气费 话费 物业费 宽带 bill bills top-up payment utility electricity_bill recharge',
  ],
  [
    'van',
    '搬运 急送 清运 拆运 搬家 货运 跑腿 代取 快递 moving delivery errand parcel van truck déménagement',
  ],
  [
    'shoppingBag',
    '鞋清洗 皮鞋护理 皮包护理 书包 雨伞 气泡膜 纸箱 花瓶 袋 购物 百货 鞋 包袋 bag shopping gift souvenir cadeau shoes handbag jewellery watch bijoux',
  ],
];
