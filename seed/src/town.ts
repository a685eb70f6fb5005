/** Longitude, latitude in degrees, WGS-84. */
export type LonLat = readonly [lon: number, lat: number];
/** Closed ring: the first point is repeated at the end. */
export type Ring = readonly LonLat[];
/** Outer ring first, then holes. */
export type Polygon = readonly Ring[];

/** Texts per locale, e.g. `{ en: { name: 'Noodles' } }`; the base text stands in the row itself. */
export type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>;

export type RoadClass = 'motorway' | 'primary' | 'secondary' | 'residential' | 'path';
export type AreaKind = 'water' | 'park' | 'building' | 'land';
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export type City = {
  id: string;
  slug: string;
  name: string;
  translations: Translations;
  timezone: string;
  currency: string;
  lon: number;
  lat: number;
  attribution: string;
  isDemo: boolean;
};
export type RateCard = {
  id: string;
  baseCents: number;
  includedMeters: number;
  perKmCents: number;
  reachMeters: number;
};
export type Zone = {
  id: string;
  name: string;
  translations: Translations;
  area: readonly Polygon[];
  riderBasePayCents: number;
  riderPayPerKmCents: number;
};
export type RoadNode = { id: number; lon: number; lat: number };
export type RoadEdge = {
  id: number;
  sourceId: number;
  targetId: number;
  /** From the source's point to the target's. */
  line: readonly LonLat[];
  name: string | null;
  translations: Translations;
  class: RoadClass;
  /** Passable from source to target only. */
  isOneway: boolean;
  lengthMeters: number;
  speedMps: number;
};
export type Area = {
  kind: AreaKind;
  name: string | null;
  translations: Translations;
  polygons: readonly Polygon[];
};
export type Place = { kind: string; name: string; translations: Translations; lon: number; lat: number };
export type Category = {
  id: string;
  parentId: string | null;
  slug: string;
  name: string;
  translations: Translations;
  icon: string;
  sortOrder: number;
};
export type Merchant = { id: string; name: string; legalName: string; commissionBps: number };
export type Store = {
  id: string;
  /** Stable within the town; the seed of everything generated for the store. */
  key: string;
  merchantId: string;
  categoryId: string;
  name: string;
  translations: Translations;
  description: string;
  phone: string;
  street: string;
  lon: number;
  lat: number;
  deliveryArea: readonly Polygon[];
  preparationMinutes: number;
  minimumOrderCents: number;
  packagingFeeCents: number;
  ratingAverage: number;
  ratingCount: number;
  monthlySalesCount: number;
};
/** A range that closes at or before it opens runs overnight; `HH:MM`. */
export type StoreHours = { id: string; storeId: string; weekday: Weekday; opensAt: string; closesAt: string };
export type MenuSection = {
  id: string;
  storeId: string;
  name: string;
  translations: Translations;
  sortOrder: number;
};
export type Product = {
  id: string;
  storeId: string;
  sectionId: string;
  name: string;
  translations: Translations;
  description: string;
  priceCents: number;
  originalPriceCents: number | null;
  monthlySalesCount: number;
  sortOrder: number;
  /** `null`: the product is not counted. */
  stockCount: number | null;
};
export type ModifierGroup = {
  id: string;
  productId: string;
  name: string;
  translations: Translations;
  minCount: number;
  maxCount: number;
  sortOrder: number;
};
export type Modifier = {
  id: string;
  groupId: string;
  name: string;
  translations: Translations;
  priceCents: number;
  sortOrder: number;
};
export type Promotion = {
  id: string;
  /** `null`: every store of the city. */
  storeId: string | null;
  kind: 'spend_and_save' | 'delivery_discount';
  name: string;
  translations: Translations;
  tiers: readonly { min_cents: number; discount_cents: number }[];
  costBearer: 'platform' | 'merchant';
  priority: number;
};

export type OpsRole = 'admin' | 'operations' | 'finance' | 'support';
export type MerchantRole = 'manager' | 'order_clerk' | 'courier';
export type Address = { label: string; street: string; detail: string; lon: number; lat: number };
/** A demo sign-in; `phone` (E.164) signs in by code, `email` with the demo password. */
export type Person = {
  key: string;
  displayName: string;
  locale: 'zh-CN' | 'en';
  phone?: string;
  email?: string;
  addresses?: readonly Address[];
  opsRole?: OpsRole;
  memberships?: readonly { merchantId: string; storeId: string | null; role: MerchantRole }[];
  rider?: { vehicle: 'bike' | 'e_bike' | 'motorbike' | 'car'; zoneId: string; lon: number; lat: number };
};

/** One town in memory, whole: what the generator and the import make and the loader writes. */
export type Town = {
  city: City;
  rateCard: RateCard;
  zones: Zone[];
  roadNodes: RoadNode[];
  roadEdges: RoadEdge[];
  areas: Area[];
  places: Place[];
  categories: Category[];
  merchants: Merchant[];
  stores: Store[];
  storeHours: StoreHours[];
  sections: MenuSection[];
  products: Product[];
  modifierGroups: ModifierGroup[];
  modifiers: Modifier[];
  promotions: Promotion[];
  people: Person[];
};
