/** What the list of customers is narrowed by. */
export type CustomerFilter = {
  query?: string;
  /** A tier's id, or "none". */
  tierId?: string;
  segmentId?: string;
  isBlocked?: boolean;
  /** Local day from which on they joined. */
  joinedFrom?: string;
};

const names = { query: 'q', tierId: 'tier', segmentId: 'segment', joinedFrom: 'since' } as const;

/** The filter that an address holds. */
export function readCustomerFilter(params: URLSearchParams): CustomerFilter {
  const filter: CustomerFilter = {};
  for (const [field, name] of Object.entries(names) as [keyof typeof names, string][]) {
    const value = params.get(name);
    if (value) filter[field] = value;
  }
  const blocked = params.get('blocked');
  if (blocked === 'yes' || blocked === 'no') filter.isBlocked = blocked === 'yes';
  return filter;
}

/** The address of a filter. */
export function writeCustomerFilter(filter: CustomerFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const [field, name] of Object.entries(names) as [keyof typeof names, string][]) {
    const value = filter[field];
    if (value) params.set(name, value);
  }
  if (filter.isBlocked !== undefined) params.set('blocked', filter.isBlocked ? 'yes' : 'no');
  return params;
}
