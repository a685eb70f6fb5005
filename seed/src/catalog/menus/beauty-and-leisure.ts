/** Beauty and leisure. */
export const leisureMenus = {
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
} as const;
