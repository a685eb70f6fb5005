import { clipHalfPlane } from '../geo/polygon.ts';
import type { Point, Projection } from '../geo/plane.ts';
import { createRandom } from '../random.ts';
import { stableUuid } from '../stable-uuid.ts';
import type {
  LonLat,
  Merchant,
  Polygon,
  Promotion,
  Store,
  StoreHours,
  Translations,
  Weekday,
} from '../town.ts';
import { buildMenu, type MenuRows } from './build-menu.ts';
import { categoryId } from './categories.ts';
import { storeKind } from './kinds.ts';
import type { DayRange } from './store-kind.ts';
import type { MenuSectionSpec } from './parse-menu.ts';

export type StoreSpec = {
  key: string;
  name: string;
  translations: Translations;
  categorySlug: string;
  menu: readonly MenuSectionSpec[];
  street: string;
  phone: string;
  position: LonLat;
  /** Instead of the kind's usual hours; by weekday, 0 is Sunday. */
  hours?: Partial<Record<Weekday, readonly DayRange[]>>;
  merchant: { key: string; name: string; legalName: string };
};
export type StoreContext = {
  slug: string;
  projection: Projection;
  /** Convex outline of the town in flat metres; delivery areas end there. */
  outline: readonly Point[];
  /** ISO 4217; CNY towns have Chinese base texts and yuan prices, others local texts and euro-like prices. */
  currency: string;
};
export type StoreRows = MenuRows & {
  merchant: Merchant;
  store: Store;
  storeHours: StoreHours[];
  promotions: Promotion[];
};

/** Everything of one store; the same spec gives the same rows. */
export function buildStore(spec: StoreSpec, context: StoreContext): StoreRows {
  const { slug, currency } = context;
  const random = createRandom(`${slug} ${spec.key}`);
  const kind = storeKind(spec.categorySlug);
  const storeId = stableUuid(slug, 'stores', spec.key);
  const merchantId = stableUuid(slug, 'merchants', spec.merchant.key);
  // A yuan amount that feels right is about a fifth of it in euros, and never odd cents.
  const money = (yuan: number) =>
    currency === 'CNY' ? yuan * 100 : Math.round((yuan * 100) / 2.5 / 50) * 50;
  const ratingCount = random.int(40, 2400);
  const store: Store = {
    id: storeId,
    key: spec.key,
    merchantId,
    categoryId: categoryId(spec.categorySlug),
    name: spec.name,
    translations: storeTexts(spec, kind, currency),
    description: currency === 'CNY' ? kind.description : kind.englishDescription,
    phone: spec.phone,
    street: spec.street,
    lon: spec.position[0],
    lat: spec.position[1],
    deliveryArea: [deliveryArea(spec.position, kind.reachMeters * random.range(0.8, 1.25), context)],
    preparationMinutes: random.int(...kind.preparationMinutes),
    minimumOrderCents: money(kind.minimumOrder),
    packagingFeeCents: money(kind.packagingFee),
    ratingAverage: Math.round(random.range(4.1, 4.95) * 10) / 10,
    ratingCount,
    monthlySalesCount: Math.round(ratingCount * random.range(0.6, 2.2)) + 20,
  };
  const menu = buildMenu({
    slug,
    storeKey: spec.key,
    storeId,
    menu: spec.menu,
    base: currency === 'CNY' ? 'zh' : 'local',
    countedShare: kind.countedShare,
    random,
  });
  return {
    merchant: {
      id: merchantId,
      name: spec.merchant.name,
      legalName: spec.merchant.legalName,
      commissionBps: kind.commissionBps,
    },
    store,
    storeHours: hoursOf(spec, storeId, kind.hours),
    promotions: random.chance(kind.promotionShare)
      ? [spendAndSave(spec.key, storeId, context, random.int(0, 2))]
      : [],
    ...menu,
  };
}

function storeTexts(spec: StoreSpec, kind: ReturnType<typeof storeKind>, currency: string): Translations {
  const english = { ...spec.translations.en, description: kind.englishDescription };
  if (currency === 'CNY') return { ...spec.translations, en: english };
  return {
    ...spec.translations,
    en: english,
    'zh-CN': { ...spec.translations['zh-CN'], description: kind.description },
  };
}

function hoursOf(spec: StoreSpec, storeId: string, usual: readonly DayRange[]): StoreHours[] {
  const week: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
  return week.flatMap((weekday) => {
    const ranges = spec.hours === undefined ? usual : (spec.hours[weekday] ?? []);
    return ranges.map(([opensAt, closesAt]) => ({
      id: stableUuid(storeId, 'hours', weekday, opensAt),
      storeId,
      weekday,
      opensAt,
      closesAt,
    }));
  });
}

function deliveryArea(position: LonLat, reach: number, { projection, outline }: StoreContext): Polygon {
  const [x, y] = projection.toPoint(position);
  let ring: Point[] = Array.from({ length: 48 }, (_unused, step): Point => {
    const angle = (step / 48) * 2 * Math.PI;
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
  outline.forEach((start, at) => {
    const end = outline[(at + 1) % outline.length] ?? start;
    const [nx, ny] = [end[1] - start[1], start[0] - end[0]];
    ring = clipHalfPlane(ring, nx, ny, nx * start[0] + ny * start[1]);
  });
  const closed = ring.map(projection.toLonLat);
  return [[...closed, closed[0] ?? position]];
}

const tierSets = [
  [
    [30, 4],
    [60, 10],
    [100, 20],
  ],
  [
    [25, 3],
    [50, 8],
    [90, 18],
  ],
  [
    [40, 6],
    [80, 15],
  ],
] as const;

function spendAndSave(
  key: string,
  storeId: string,
  { slug, currency }: StoreContext,
  choice: number,
): Promotion {
  const scale = currency === 'CNY' ? 100 : 50;
  const tiers = (tierSets[choice] ?? tierSets[0]).map(([from, off]) => ({
    min_cents: from * scale,
    discount_cents: off * scale,
  }));
  const amount = (cents: number) => `${currency === 'CNY' ? '' : '€'}${cents / 100}`;
  const zh = tiers.map((tier) => `满${amount(tier.min_cents)}减${amount(tier.discount_cents)}`).join('，');
  const sign = currency === 'CNY' ? '¥' : '€';
  const en = tiers
    .map((tier) => `${sign}${tier.discount_cents / 100} off ${sign}${tier.min_cents / 100}`)
    .join(', ');
  return {
    id: stableUuid(slug, 'promotions', key),
    storeId,
    kind: 'spend_and_save',
    name: zh,
    translations: { en: { name: en } },
    tiers,
    costBearer: 'merchant',
    priority: 100,
  };
}
