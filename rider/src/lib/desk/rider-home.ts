import type { Enums, Tables } from '@linli/database';
import type { Translated } from '#lib/platform/local-text.ts';

/** Somewhere with a name and an address; WGS-84 degrees. */
export interface StorePlace extends Translated {
  street: string;
  lon: number;
  lat: number;
}

/** A task on offer to this rider; times are ISO text. */
export interface Offer {
  id: string;
  delivery_id: string;
  /** Offers of one batch are one tour. */
  batch_id: string | null;
  created_at: string;
  expires_at: string;
  rider_pay_cents: number;
  tip_cents: number;
  currency: string;
  distance_meters: number;
  ready_expected_at: string;
  to_store_seconds: number | null;
  store: StorePlace;
  dropoff: { street: string; lon: number; lat: number };
}

/** The states in which a task is in the rider's hands. */
export type OpenStatus = Extract<
  Enums<'delivery_status'>,
  'assigned' | 'arrived_at_store' | 'picked_up' | 'arrived_at_customer'
>;

/** A task in hand. */
export interface Task {
  id: string;
  order_id: string;
  status: OpenStatus;
  number: string;
  order_status: Enums<'order_status'>;
  rider_pay_cents: number;
  tip_cents: number;
  currency: string;
  note: string;
  ready_expected_at: string;
  dropoff_expected_at: string;
  /** What the rider has to show at the door. */
  proof_kind: 'none' | 'code' | 'photo';
  /** Ops have been called and have not decided yet. */
  has_incident: boolean;
  store: StorePlace & { phone: string };
  dropoff: {
    contact_name: string;
    /** Masked: the rider never sees the customer's number. */
    contact_phone: string;
    street: string;
    detail: string;
    lon: number;
    lat: number;
  };
  items: (Translated & { quantity: number })[];
}

/** Goods of a failed delivery that have to go back. */
export interface ReturnTask {
  id: string;
  order_id: string;
  number: string;
  store: StorePlace;
}

/** The town the rider works in. */
export interface City extends Translated {
  id: string;
  slug: string;
  lon: number;
  lat: number;
  attribution: string;
  currency: string;
  timezone: string;
}

/** The answer of `get_rider_home`: the rider's whole screen. */
export interface RiderHome {
  rider: Omit<Tables<'riders'>, 'created_at' | 'reported_at'>;
  city: City;
  offers: Offer[];
  deliveries: Task[];
  /** Stops in the order that dispatch planned: `+` fetch or `-` bring, with a task's id; done ones may still be in it. */
  tour: string[];
  returns: ReturnTask[];
  /** Where to wait with nothing to do; `saves_seconds`: so much sooner somebody is there. */
  waiting_place: (StorePlace & { saves_seconds: number }) | null;
  /** How many tasks near may be grabbed. */
  pool_count: number;
  today: { delivered_count: number; earned_cents: number };
}
