import { neededLicenses } from './license-kinds.ts';

export type ReadinessStep = 'profile' | 'licenses' | 'hours' | 'menu' | 'area' | 'payout';
export type ReadinessFacts = {
  store: {
    category_id: string;
    description: string;
    image_path: string | null;
    phone: string;
    delivery_area: unknown;
  };
  categories: Parameters<typeof neededLicenses>[0];
  licenses: readonly { kind: string; status: string; expires_on: string | null }[];
  hoursCount: number;
  productCount: number;
  /** Undefined when somebody else of the merchant decides about its money. */
  hasPayoutAccount: boolean | undefined;
};

/** Without these nobody could order anything. */
export const neededSteps: readonly ReadinessStep[] = ['licenses', 'hours', 'menu'];

/** What of a first day is done, from the data alone; `today` is YYYY-MM-DD of the store. */
export function readiness(facts: ReadinessFacts, today: string): { step: ReadinessStep; done: boolean }[] {
  const { store } = facts;
  const valid = new Set(
    facts.licenses
      .filter((row) => row.status === 'approved' && (row.expires_on === null || row.expires_on >= today))
      .map((row) => row.kind),
  );
  const steps: { step: ReadinessStep; done: boolean }[] = [
    {
      step: 'licenses',
      done: neededLicenses(facts.categories, store.category_id).every((kind) => valid.has(kind)),
    },
    { step: 'hours', done: facts.hoursCount > 0 },
    { step: 'menu', done: facts.productCount > 0 },
    {
      step: 'profile',
      done: store.image_path !== null && store.description !== '' && store.phone !== '',
    },
    { step: 'area', done: store.delivery_area !== null },
  ];
  return facts.hasPayoutAccount === undefined
    ? steps
    : [...steps, { step: 'payout', done: facts.hasPayoutAccount }];
}
