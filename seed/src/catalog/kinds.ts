import type { StoreHours } from '../town.ts';

/** [opens, closes]; closing at or before opening runs overnight, equal times are the whole day. */
export type DayRange = readonly [opensAt: StoreHours['opensAt'], closesAt: StoreHours['closesAt']];

/** How stores of a category usually run. */
export type StoreKind = {
  hours: readonly DayRange[];
  preparationMinutes: readonly [number, number];
  /** In whole units of the currency. */
  minimumOrder: number;
  packagingFee: number;
  commissionBps: number;
  reachMeters: number;
  /** Share of products whose stock is counted. */
  countedShare: number;
  /** Share of stores with a spend-and-save of their own. */
  promotionShare: number;
  description: string;
  englishDescription: string;
};

const kitchen: StoreKind = {
  hours: [['10:00', '21:30']],
  preparationMinutes: [12, 22],
  minimumOrder: 20,
  packagingFee: 2,
  commissionBps: 1600,
  reachMeters: 3000,
  countedShare: 0.25,
  promotionShare: 0.75,
  description: '现点现做，热乎送到',
  englishDescription: 'Cooked to order, delivered hot',
};
const shop: StoreKind = {
  ...kitchen,
  hours: [['08:00', '22:00']],
  preparationMinutes: [8, 15],
  minimumOrder: 29,
  packagingFee: 1,
  commissionBps: 900,
  countedShare: 1,
  promotionShare: 0.55,
  description: '附近门店现货，最快半小时到家',
  englishDescription: 'In stock nearby, at your door in half an hour',
};
const service: StoreKind = {
  ...kitchen,
  hours: [['09:00', '20:00']],
  preparationMinutes: [15, 30],
  minimumOrder: 0,
  packagingFee: 0,
  commissionBps: 1200,
  reachMeters: 4500,
  countedShare: 0,
  promotionShare: 0.3,
  description: '持证上门，明码标价',
  englishDescription: 'Certified staff, prices known in advance',
};

const kinds: Readonly<Record<string, StoreKind>> = {
  noodles: {
    ...kitchen,
    hours: [['07:00', '21:00']],
    preparationMinutes: [8, 15],
    minimumOrder: 15,
    description: '面条现做，汤头慢熬',
    englishDescription: 'Fresh noodles, slow-cooked broth',
  },
  local: {
    ...kitchen,
    hours: [
      ['10:30', '14:00'],
      ['16:30', '21:00'],
    ],
    description: '江南家常味，时令菜当天进',
    englishDescription: 'Jiangnan home cooking with the day’s produce',
  },
  sichuan: {
    ...kitchen,
    description: '花椒现炝，辣度可选',
    englishDescription: 'Sichuan pepper, as hot as you like',
  },
  'fast-food': {
    ...kitchen,
    preparationMinutes: [6, 12],
    minimumOrder: 15,
    description: '一份饱饭，十分钟出餐',
    englishDescription: 'A full plate, ready in ten minutes',
  },
  burger: {
    ...kitchen,
    hours: [['09:30', '23:00']],
    preparationMinutes: [6, 12],
    description: '现煎现炸，外酥里嫩',
    englishDescription: 'Grilled and fried to order',
  },
  breakfast: {
    ...kitchen,
    hours: [['05:30', '14:00']],
    preparationMinutes: [5, 10],
    minimumOrder: 10,
    packagingFee: 1,
    description: '清早现包，热气腾腾',
    englishDescription: 'Made at dawn, steaming hot',
  },
  dumplings: {
    ...kitchen,
    description: '手工现包，皮薄馅足',
    englishDescription: 'Wrapped by hand as you order',
  },
  hotpot: {
    ...kitchen,
    hours: [['10:30', '00:00']],
    minimumOrder: 30,
    packagingFee: 3,
    description: '锅底现熬，食材现切',
    englishDescription: 'Fresh broth, fresh cuts',
  },
  bbq: {
    ...kitchen,
    hours: [['16:30', '02:00']],
    preparationMinutes: [18, 28],
    minimumOrder: 30,
    description: '炭火现烤，深夜还在',
    englishDescription: 'Charcoal grill, open late',
  },
  western: {
    ...kitchen,
    hours: [['10:30', '22:00']],
    minimumOrder: 30,
    packagingFee: 3,
    description: '石窑披萨，手作意面',
    englishDescription: 'Stone-oven pizza and handmade pasta',
  },
  japanese: {
    ...kitchen,
    minimumOrder: 30,
    packagingFee: 3,
    description: '冰鲜直达，当日制作',
    englishDescription: 'Fresh fish, made the same day',
  },
  'light-salad': {
    ...kitchen,
    preparationMinutes: [8, 14],
    description: '新鲜时蔬，清爽饱腹',
    englishDescription: 'Fresh, light and filling',
  },
  tea: {
    ...kitchen,
    hours: [['09:30', '22:30']],
    preparationMinutes: [5, 10],
    minimumOrder: 12,
    packagingFee: 1,
    description: '茶汤现萃，鲜果现切',
    englishDescription: 'Fresh brews, fruit cut to order',
  },
  coffee: {
    ...kitchen,
    hours: [['07:30', '21:30']],
    preparationMinutes: [5, 10],
    minimumOrder: 15,
    packagingFee: 1,
    description: '自家烘焙，认真做一杯',
    englishDescription: 'Roasted in house, made with care',
  },
  bakery: {
    ...kitchen,
    hours: [['07:00', '21:00']],
    preparationMinutes: [5, 15],
    packagingFee: 1,
    countedShare: 1,
    description: '每天清晨出炉',
    englishDescription: 'Out of the oven every morning',
  },
  'ice-cream': {
    ...kitchen,
    hours: [['11:00', '22:30']],
    preparationMinutes: [4, 8],
    minimumOrder: 15,
    packagingFee: 2,
    description: '当日搅打，保温送达',
    englishDescription: 'Churned today, delivered cold',
  },
  bar: {
    ...kitchen,
    hours: [['18:00', '02:00']],
    minimumOrder: 40,
    description: '小酌一杯，下酒现做',
    englishDescription: 'A drink and something to go with it',
  },
  supermarket: shop,
  convenience: {
    ...shop,
    hours: [['00:00', '00:00']],
    preparationMinutes: [4, 8],
    minimumOrder: 15,
    description: '二十四小时不打烊',
    englishDescription: 'Open round the clock',
  },
  vegetables: {
    ...shop,
    hours: [['06:00', '20:00']],
    description: '清晨到货，当日售完',
    englishDescription: 'In at dawn, sold the same day',
  },
  fruit: {
    ...shop,
    hours: [['08:00', '22:30']],
    description: '甜度先试，坏果包退',
    englishDescription: 'Tasted first; bad fruit refunded',
  },
  'meat-seafood': {
    ...shop,
    hours: [['06:00', '20:00']],
    minimumOrder: 39,
    description: '鲜肉活鲜，现切现杀',
    englishDescription: 'Fresh meat and live fish, cut to order',
  },
  pharmacy: {
    ...shop,
    hours: [['08:00', '22:00']],
    minimumOrder: 15,
    packagingFee: 0,
    promotionShare: 0.3,
    description: '持证药师在岗，用药可咨询',
    englishDescription: 'A pharmacist on duty to advise',
  },
  cosmetics: {
    ...shop,
    hours: [['10:00', '21:30']],
    description: '正品授权，临期必标',
    englishDescription: 'Authorised goods, dates shown',
  },
  hair: {
    ...service,
    hours: [['10:00', '21:00']],
    description: '先沟通再动剪',
    englishDescription: 'We talk before we cut',
  },
  nails: {
    ...service,
    hours: [['10:00', '21:30']],
    description: '一客一消毒',
    englishDescription: 'Tools sterilised for every guest',
  },
  massage: {
    ...service,
    hours: [['11:00', '01:00']],
    description: '手法老练，力道可调',
    englishDescription: 'Experienced hands, your pressure',
  },
  ktv: {
    ...service,
    hours: [['12:00', '06:00']],
    description: '独立包厢，曲库常新',
    englishDescription: 'Private rooms, new songs',
  },
  cinema: {
    ...service,
    hours: [['09:30', '00:30']],
    description: '激光影厅，座位可选',
    englishDescription: 'Laser screens, choose your seat',
  },
  cleaning: { ...service, hours: [['07:30', '20:00']] },
  moving: {
    ...service,
    hours: [['07:00', '21:00']],
    description: '报价一口清，轻拿轻放',
    englishDescription: 'One clear price, careful hands',
  },
  laundry: {
    ...service,
    hours: [['08:30', '20:30']],
    description: '上门取送，四十八小时洗好',
    englishDescription: 'Collected and back in 48 hours',
  },
  'appliance-repair': {
    ...service,
    description: '先检测后报价，修不好不收费',
    englishDescription: 'Checked first; no fix, no fee',
  },
  'phone-repair': {
    ...service,
    hours: [['09:30', '21:00']],
    description: '当面维修，质保半年',
    englishDescription: 'Repaired in front of you, six-month warranty',
  },
  plumbing: {
    ...service,
    hours: [['00:00', '00:00']],
    description: '急修三十分钟到场',
    englishDescription: 'On site within half an hour',
  },
  florist: {
    ...shop,
    hours: [['08:30', '21:00']],
    minimumOrder: 39,
    packagingFee: 3,
    description: '当日鲜切，手写贺卡',
    englishDescription: 'Cut today, cards written by hand',
  },
  'pet-shop': {
    ...shop,
    hours: [['09:00', '21:00']],
    description: '毛孩子的吃用洗护',
    englishDescription: 'Food, supplies and grooming',
  },
  books: {
    ...shop,
    hours: [['09:00', '21:00']],
    packagingFee: 0,
    description: '一间街坊的书房',
    englishDescription: 'The neighbourhood’s study',
  },
  fashion: { ...shop, hours: [['10:00', '19:30']], packagingFee: 0 },
  'general-shop': { ...shop, hours: [['09:00', '19:00']], packagingFee: 0 },
};

/** How stores of a category run; throws `RangeError` for a category that has no stores. */
export function storeKind(categorySlug: string): StoreKind {
  const kind = kinds[categorySlug];
  if (kind === undefined) throw new RangeError(`no kind of store for category "${categorySlug}"`);
  return kind;
}
