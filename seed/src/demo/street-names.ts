/** [name without its suffix, the same in pinyin]. */
type Stem = readonly [string, string];

export const ringNames = { west: ['环城西路', 'Huancheng West Road'], east: ['环城东路', 'Huancheng East Road'], south: ['环城南路', 'Huancheng South Road'], north: ['环城北路', 'Huancheng North Road'] } as const;
export const bankNames = { south: ['滨河南路', 'Binhe South Road'], north: ['滨河北路', 'Binhe North Road'] } as const;
/** Arterials that cross the river, west to east; they are 北路 and 南路 on its two sides. */
export const columnStems: readonly Stem[] = [['学院', 'Xueyuan'], ['文化', 'Wenhua'], ['中山', 'Zhongshan'], ['建设', 'Jianshe'], ['湖滨', 'Hubin']];
/** Arterials along the river, south to north; they are 西路 and 东路 on the two sides of 中山路. */
export const rowStems: readonly Stem[] = [['和平', 'Heping'], ['人民', 'Renmin'], ['解放', 'Jiefang'], ['科技', 'Keji']];

/** Streets and lanes. */
export const localStems: readonly Stem[] = [
  ['梧桐', 'Wutong'], ['桂花', 'Guihua'], ['柳浪', 'Liulang'], ['茶叶', 'Chaye'], ['打铁', 'Datie'], ['书院', 'Shuyuan'],
  ['学士', 'Xueshi'], ['青云', 'Qingyun'], ['望江', 'Wangjiang'], ['清泰', 'Qingtai'], ['凤起', 'Fengqi'], ['安定', 'Anding'],
  ['长庆', 'Changqing'], ['竹竿', 'Zhugan'], ['米市', 'Mishi'], ['鼓楼', 'Gulou'], ['太平', 'Taiping'], ['永宁', 'Yongning'],
  ['金鸡', 'Jinji'], ['石桥', 'Shiqiao'], ['水亭', 'Shuiting'], ['芝兰', 'Zhilan'], ['春晓', 'Chunxiao'], ['秋涛', 'Qiutao'],
  ['明月', 'Mingyue'], ['星河', 'Xinghe'], ['东园', 'Dongyuan'], ['西园', 'Xiyuan'], ['南苑', 'Nanyuan'], ['北苑', 'Beiyuan'],
  ['丹枫', 'Danfeng'], ['碧桃', 'Bitao'], ['杏林', 'Xinglin'], ['莲花', 'Lianhua'], ['荷塘', 'Hetang'], ['枫林', 'Fenglin'],
  ['翠柏', 'Cuibai'], ['银杏', 'Yinxing'], ['玉兰', 'Yulan'], ['海棠', 'Haitang'], ['紫荆', 'Zijing'], ['丁香', 'Dingxiang'],
  ['蔷薇', 'Qiangwei'], ['芳草', 'Fangcao'], ['白云', 'Baiyun'], ['彩霞', 'Caixia'], ['晨光', 'Chenguang'], ['朝晖', 'Zhaohui'],
  ['德胜', 'Desheng'], ['文晖', 'Wenhui'], ['潮鸣', 'Chaoming'], ['教工', 'Jiaogong'], ['仁和', 'Renhe'], ['义井', 'Yijing'],
  ['双井', 'Shuangjing'], ['状元', 'Zhuangyuan'], ['木场', 'Muchang'], ['染坊', 'Ranfang'], ['酱园', 'Jiangyuan'], ['盐桥', 'Yanqiao'],
  ['马市', 'Mashi'], ['花市', 'Huashi'], ['灯芯', 'Dengxin'], ['高银', 'Gaoyin'], ['河坊', 'Hefang'], ['吴山', 'Wushan'],
  ['景云', 'Jingyun'], ['机场', 'Jichang'], ['车站', 'Chezhan'], ['新风', 'Xinfeng'], ['笕桥', 'Jianqiao'], ['艮山', 'Genshan'],
  ['天目', 'Tianmu'], ['文三', 'Wensan'], ['古墩', 'Gudun'], ['益乐', 'Yile'], ['嘉绿', 'Jialü'], ['丰潭', 'Fengtan'],
  ['万塘', 'Wantang'], ['黄龙', 'Huanglong'], ['宝石', 'Baoshi'], ['求是', 'Qiushi'], ['玉泉', 'Yuquan'], ['灵溪', 'Lingxi'],
  ['松木', 'Songmu'], ['左家', 'Zuojia'], ['香积', 'Xiangji'], ['大关', 'Daguan'], ['霞湾', 'Xiawan'], ['瓜山', 'Guashan'],
  ['祥符', 'Xiangfu'], ['莫干', 'Mogan'], ['登云', 'Dengyun'], ['湖墅', 'Hushu'], ['信义', 'Xinyi'], ['半山', 'Banshan'],
];

/** 路 in the new quarters, 街 and 巷 in the old town. */
export const suffixes = { road: ['路', 'Road'], street: ['街', 'Street'], lane: ['巷', 'Lane'] } as const;
