/** What narrows the list of orders; instants are ISO, from inclusive to exclusive. */
export type OrderFilter = {
  statuses: string[];
  storeId?: string;
  /** Last digits of an order's number or of its phone, four at least. */
  number?: string;
  /** A local date, YYYY-MM-DD. */
  day?: string;
};

/** Reads the filter from an address, so that a view can be kept as a bookmark. */
export function readOrderFilter(params: URLSearchParams): OrderFilter {
  return {
    statuses: params.getAll('status'),
    storeId: params.get('store') ?? undefined,
    number: params.get('number') ?? undefined,
    day: params.get('day') ?? undefined,
  };
}

/** The address of a filter; everything else in it stays. */
export function writeOrderFilter(before: URLSearchParams, filter: OrderFilter): URLSearchParams {
  const params = new URLSearchParams(before);
  for (const name of ['status', 'store', 'number', 'day']) params.delete(name);
  filter.statuses.forEach((status) => params.append('status', status));
  if (filter.storeId) params.set('store', filter.storeId);
  if (filter.number) params.set('number', filter.number);
  if (filter.day) params.set('day', filter.day);
  return params;
}
