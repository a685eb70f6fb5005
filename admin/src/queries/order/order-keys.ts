/** Query keys of everything that shows orders; a command on an order makes them read again. */
export const orderKeys = {
  desk: (storeId: string) => ['orders', 'desk', storeId] as const,
  closedToday: (storeId: string) => ['orders', 'closed-today', storeId] as const,
  placed: (storeId: string) => ['orders', 'placed', storeId] as const,
  sales: (storeId: string) => ['orders', 'sales', storeId] as const,
  page: (orderId: string) => ['orders', 'page', orderId] as const,
  list: (cityId: string) => ['orders', 'list', cityId] as const,
  map: (cityId: string) => ['orders', 'map', cityId] as const,
  trail: (orderId: string) => ['orders', 'trail', orderId] as const,
  ledger: (orderId: string) => ['orders', 'ledger', orderId] as const,
  bookings: (storeId: string) => ['orders', 'bookings', storeId] as const,
  asks: (storeId: string) => ['orders', 'asks', storeId] as const,
  refunds: (orderId: string) => ['orders', 'refunds', orderId] as const,
  prints: (orderId: string) => ['orders', 'prints', orderId] as const,
  all: ['orders'] as const,
};
