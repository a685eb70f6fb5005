import type { Enums } from '@linli/database';
import { ToneTag } from '../../components/status-tag.tsx';
import { useText } from '../../providers/use-text.ts';

const tones = { issued: 'success', redeemed: 'quiet', expired: 'warning', refunded: 'warning' } as const;

/** The state of a voucher. */
export function VoucherTag({ status }: { status: Enums<'voucher_status'> }) {
  const text = useText();
  return <ToneTag tone={tones[status]}>{text(`voucher_status.${status}`)}</ToneTag>;
}
