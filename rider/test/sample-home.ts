import type { OpenStatus, RiderHome, Task } from '#lib/desk/rider-home.ts';

/** Noon of the sample day, milliseconds. */
export const noon = Date.parse('2026-11-22T04:00:00Z');

/** ISO text of `minutes` after noon. */
export function at(minutes: number): string {
  return new Date(noon + minutes * 60_000).toISOString();
}

/** A task whose store and customer lie `store` and `dropoff` thousandths of a degree east of the town's centre. */
export function task(
  id: string,
  store: number,
  dropoff: number,
  changes: { status?: OpenStatus; ready?: number; due?: number } = {},
): Task {
  return {
    id,
    order_id: `order-${id}`,
    status: changes.status ?? 'assigned',
    number: `#${id}`,
    order_status: 'preparing',
    rider_pay_cents: 500,
    tip_cents: 100,
    currency: 'CNY',
    note: '',
    ready_expected_at: at(changes.ready ?? 0),
    dropoff_expected_at: at(changes.due ?? 60),
    proof_kind: 'none',
    has_incident: false,
    store: { name: '店', translations: {}, street: '', phone: '', lon: 121 + store / 1000, lat: 31 },
    dropoff: {
      contact_name: '王',
      contact_phone: '138****0001',
      street: '',
      detail: '',
      lon: 121 + dropoff / 1000,
      lat: 31,
    },
    items: [],
  };
}

/** A home with these tasks in hand. */
export function home(deliveries: Task[]): RiderHome {
  return {
    rider: {
      id: 'rider',
      city_id: 'city',
      display_name: '骑手',
      phone: '',
      skills: [],
      vehicle: 'e_bike',
      status: 'online',
      is_active: true,
      zone_id: null,
      lon: 121,
      lat: 31,
      heading: null,
      position_at: null,
    },
    city: {
      id: 'city',
      slug: 'town',
      name: '镇',
      translations: {},
      lon: 121,
      lat: 31,
      attribution: '',
      currency: 'CNY',
      timezone: 'Asia/Shanghai',
    },
    offers: [],
    deliveries,
    returns: [],
    tour: [],
    waiting_place: null,
    pool_count: 0,
    today: { delivered_count: 2, earned_cents: 1000 },
  };
}
