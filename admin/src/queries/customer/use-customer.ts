import type { Enums, Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { customerKeys } from './customer-keys.ts';

export type Balance = { currency: string; cents: number };

/** The answer of `get_customer_page`. */
export type CustomerPage = {
  customer: {
    id: string;
    display_name: string;
    locale: string;
    joined_at: string;
    last_seen_at: string | null;
    phone: string | null;
    email: string | null;
    ops_role: Enums<'ops_role'> | null;
    is_rider: boolean;
    stores: string[];
  };
  member: {
    tier: Tables<'member_tiers'> | null;
    next_tier: Tables<'member_tiers'> | null;
    spend_cents: number;
    order_count: number;
  };
  cents_per_point: number;
  points: Balance[];
  wallet: Balance[];
  segments: { id: string; name: string; translations: unknown }[];
  tags: string[];
  habits: {
    order_count: number;
    completed_count: number;
    cancelled_count: number;
    refund_count: number;
    first_order_at: string | null;
    last_order_at: string | null;
    spent: { currency: string; spent_cents: number; average_cents: number }[];
    months: { month: string; order_count: number }[];
  };
  /** Masked; null for those who see no contacts. */
  addresses:
    | {
        id: string;
        label: string;
        contact_name: string;
        contact_phone: string;
        street: string;
        is_default: boolean;
      }[]
    | null;
  reveals: { id: number; actor_name: string | null; reason: string; created_at: string }[];
};

/** One customer with everything but the lists that have pages of their own. */
export function useCustomer(id: string) {
  const client = useClient();
  return useQuery({
    queryKey: customerKeys.page(id),
    queryFn: async ({ signal }) =>
      (await run(client.rpc('get_customer_page', { p_customer_id: id }), signal)) as unknown as CustomerPage,
  });
}
