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

/** What kitchens share. */
export const kitchen: StoreKind = {
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
/** What shops with goods in stock share. */
export const shop: StoreKind = {
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
/** What services share. */
export const service: StoreKind = {
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
