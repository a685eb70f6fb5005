import type { Random } from '../random.ts';
import type { LonLat, Person, RoadNode, Store, Zone } from '../town.ts';

export type PeopleNames = {
  customers: readonly { name: string; locale: Person['locale']; home: { label: string; detail: string } }[];
  merchant: string;
  clerk: string;
  managers: readonly string[];
  riders: readonly string[];
};
export type PeopleOptions = {
  names: PeopleNames;
  /** The E.164 number of a person from its serial number, 1–999; never a real person's. */
  phone: (serial: number) => string;
  /** Of the staff's e-mail addresses; nothing is ever sent there. */
  domain: string;
  stores: readonly Store[];
  /** Homes, street text by position. */
  homes: readonly { position: LonLat; street: string }[];
  zones: readonly Zone[];
  roadNodes: readonly RoadNode[];
  random: Random;
};

/** What demo staff type to sign in by e-mail. Demo mode only; never created elsewhere. */
export const demoPassword = 'linli-demo';

/**
 * The people of a demo: three customers with addresses, the demo merchant of the first store's merchant with
 * a clerk, a manager for every other merchant, twelve riders spread over the zones, and the operator's four.
 */
export function buildPeople(options: PeopleOptions): Person[] {
  const { names, phone, domain } = options;
  const mail = (name: string) => `${name}@${domain}`;
  const customers = names.customers.map(({ name, locale, home }, at): Person => ({
    key: `customer-${at + 1}`,
    displayName: name,
    locale,
    phone: phone(at + 1),
    addresses: options.homes.slice(at * 2, at * 2 + 2).map(({ position, street }, index) => ({
      label: index === 0 ? home.label : '',
      street,
      detail: index === 0 ? home.detail : '',
      lon: position[0],
      lat: position[1],
    })),
  }));
  const locale = names.customers[0]?.locale ?? 'zh-CN';
  const ownMerchant = options.stores[0]?.merchantId ?? '';
  const staff: Person[] = [
    {
      key: 'merchant',
      displayName: names.merchant,
      locale,
      phone: phone(101),
      email: mail('merchant'),
      memberships: [{ merchantId: ownMerchant, storeId: null, role: 'manager' }],
    },
    {
      key: 'clerk',
      displayName: names.clerk,
      locale,
      phone: phone(102),
      email: mail('clerk'),
      memberships: [{ merchantId: ownMerchant, storeId: options.stores[0]?.id ?? null, role: 'order_clerk' }],
    },
  ];
  const others = [...new Map(options.stores.map((store) => [store.merchantId, store])).values()].filter(
    (store) => store.merchantId !== ownMerchant,
  );
  const managers = others.map((store, at): Person => ({
    key: `manager-${store.key}`,
    displayName: names.managers[at % names.managers.length] ?? names.merchant,
    locale,
    phone: phone(200 + at),
    memberships: [{ merchantId: store.merchantId, storeId: null, role: 'manager' }],
  }));
  const riders = names.riders.map((name, at): Person => {
    const zone = options.zones[at % options.zones.length];
    const node = options.random.pick(options.roadNodes);
    return {
      key: `rider-${at + 1}`,
      displayName: name,
      locale,
      phone: phone(901 + at),
      email: mail(`rider${at + 1}`),
      rider: {
        vehicle: at % 4 === 3 ? 'motorbike' : 'e_bike',
        zoneId: zone?.id ?? '',
        lon: node.lon,
        lat: node.lat,
      },
    };
  });
  return [...customers, ...staff, ...managers, ...riders, ...operators];
}

/** The operator's own people serve every town. */
const operators: readonly Person[] = [
  { key: 'ops-admin', displayName: '林值班', locale: 'zh-CN', email: 'ops@demo.linli', opsRole: 'admin' },
  {
    key: 'ops-dispatch',
    displayName: '调度小周',
    locale: 'zh-CN',
    email: 'dispatch@demo.linli',
    opsRole: 'operations',
  },
  {
    key: 'ops-finance',
    displayName: '财务老郑',
    locale: 'zh-CN',
    email: 'finance@demo.linli',
    opsRole: 'finance',
  },
  {
    key: 'ops-support',
    displayName: '客服小何',
    locale: 'zh-CN',
    email: 'support@demo.linli',
    opsRole: 'support',
  },
];
