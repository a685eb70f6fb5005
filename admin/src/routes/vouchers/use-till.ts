import { newKey } from '@linli/database';
import { useState } from 'react';
import type { DeskVoucher } from '../../queries/voucher/desk-voucher.ts';
import { useFindVoucher } from '../../queries/voucher/use-find-voucher.ts';
import { useRedeemVoucher } from '../../queries/voucher/use-redeem-voucher.ts';

/** What the till shows: a voucher that was looked up, the same once it is taken, or why neither worked. */
export type TillState =
  | { kind: 'idle' }
  | { kind: 'found'; voucher: DeskVoucher; code: string; key: string }
  | { kind: 'taken'; voucher: DeskVoucher }
  | { kind: 'failed'; error: unknown };

/** Looks codes up and takes vouchers, one at a time. */
export function useTill(storeId: string) {
  const [state, setState] = useState<TillState>({ kind: 'idle' });
  const find = useFindVoucher(storeId);
  const redeem = useRedeemVoucher(storeId);

  const lookUp = async (code: string): Promise<void> => {
    try {
      setState({ kind: 'found', voucher: await find.mutateAsync(code), code, key: newKey() });
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  };
  const take = async (): Promise<void> => {
    if (state.kind !== 'found' || state.voucher.status !== 'issued' || redeem.isPending) return;
    try {
      setState({ kind: 'taken', voucher: await redeem.mutateAsync({ code: state.code, key: state.key }) });
    } catch (error) {
      const key = (error as { key?: unknown }).key;
      // Somebody else was faster, or its time has just run out: shown as it is now. Anything else may be tried again.
      if (typeof key === 'string' && key.startsWith('voucher.')) await lookUp(state.code);
      else throw error;
    }
  };
  return {
    state,
    lookUp,
    take,
    clear: () => setState({ kind: 'idle' }),
    isFinding: find.isPending,
    isTaking: redeem.isPending,
  };
}
