import { replayTick, type StoredTick } from '../../../edge-functions/_shared/dispatch/replay-tick.ts';
import type { SimDatabase } from './sim-database.ts';

/** Faults by name: each query answers how often its rule is broken. */
const rules: Record<string, string> = {
  'an order is still open': `select count(*) from public.orders
    where status not in ('completed', 'cancelled', 'rejected', 'expired')`,
  'a delivery is still open': `select count(*) from public.deliveries
    where status not in ('delivered', 'failed', 'cancelled')`,
  'order and delivery disagree': `select count(*) from public.deliveries d join public.orders o on o.id = d.order_id
    where (d.status = 'delivered') <> (o.status = 'completed')`,
  'an offer is still open': `select count(*) from public.dispatch_offers where status = 'offered'`,
  'a delivery was accepted twice at once': `select count(*) from (
    select delivery_id from public.dispatch_offers where status = 'accepted'
    group by delivery_id having count(*) > 1 + (
      select count(*) from public.delivery_events e
      where e.delivery_id = dispatch_offers.delivery_id and e.command in ('unassign', 'give_back'))) x`,
  'who declined was asked again': `select count(*) from public.dispatch_offers a
    join public.dispatch_offers b using (delivery_id, rider_id) where a.status = 'declined' and b.created_at > a.answered_at`,
  'a ledger transaction does not balance': `select count(*) from (
    select transaction_id from public.ledger_entries group by 1 having sum(amount_cents) <> 0) x`,
  'a delivered order pays its rider wrongly': `select count(*) from public.deliveries d
    where d.status = 'delivered' and d.rider_pay_cents <> -(
      select coalesce(sum(e.amount_cents), 0) from public.ledger_entries e
      join public.ledger_transactions t on t.id = e.transaction_id
      join public.ledger_accounts a on a.id = e.account_id
      where t.order_id = d.order_id and a.kind = 'rider_payable' and a.owner_id = d.rider_id and e.purpose = 'rider_pay')`,
  'a failed delivery pays its rider wrongly': `select count(*) from public.deliveries d
    where d.status = 'failed' and d.rider_pay_cents <> -(
      select coalesce(sum(e.amount_cents), 0) from public.ledger_entries e
      join public.ledger_transactions t on t.id = e.transaction_id
      join public.ledger_accounts a on a.id = e.account_id
      where t.order_id = d.order_id and a.kind = 'rider_payable' and a.owner_id = d.rider_id)`,
  'the lines of a pay do not add up': `select count(*) from public.deliveries d
    where d.rider_pay_cents <> (select coalesce(sum(l.amount_cents), 0) from public.delivery_pay_lines l where l.delivery_id = d.id)`,
  'a cancelled order is not being paid back': `select count(*) from public.orders o
    where o.status in ('cancelled', 'rejected') and o.placed_at is not null and o.total_cents <> (
      select coalesce(sum(r.amount_cents), 0) from public.refund_requests r where r.order_id = o.id)`,
  'an offer has no explanation': `select count(*) from public.dispatch_offers
    where explanation #>> '{chosen,rider_id}' <> rider_id::text or explanation ->> 'key' is null`,
};

/** Every rule that a finished town must keep; an empty list is a legal town. Also decides every round once more. */
export async function checkTown(db: SimDatabase): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, sql] of Object.entries(rules)) {
    const count = Number(await db.call<string>('postgres', sql));
    if (count > 0) faults.push(`${name}: ${count}`);
  }
  const ids = await db.rows<{ id: string }>(
    `select id from public.dispatch_ticks where finished_at is not null`,
  );
  let different = 0;
  for (const { id } of ids) {
    const tick = await db.call<StoredTick>('service_role', 'select public.get_dispatch_tick($1)', id);
    if (replayTick(tick).isSame !== true) different += 1;
  }
  if (different > 0)
    faults.push(`a round is decided differently when replayed: ${different} of ${ids.length}`);
  return faults;
}
