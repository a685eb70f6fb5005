import type { Rpc } from '../platform/rpc.ts';
import type { PayoutState } from './payout-provider.ts';

/** Tells the database of a payout that has ended; any number of repeats has one effect. Nothing while it is under way. */
export async function recordPayout(rpc: Rpc, state: PayoutState, amountCents: number): Promise<void> {
  if (state.status !== 'paid' && state.status !== 'failed') return;
  await rpc('record_payout_event', {
    p_out_payout_no: state.outPayoutNo,
    p_event_id: `${state.reference ?? state.outPayoutNo}:${state.status}`,
    p_kind: state.status,
    p_amount_cents: state.amountCents ?? amountCents,
    p_reference: state.reference,
    p_payload: { ...state.payload, ...(state.reason === null ? {} : { reason: state.reason }) },
  });
}
