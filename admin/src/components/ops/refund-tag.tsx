import type { Enums } from '@linli/database';
import { useText } from '../../providers/use-text.ts';
import { ToneTag, type Tone } from '../status-tag.tsx';

const tones: Record<Enums<'refund_status'>, Tone> = {
  requested: 'accent',
  merchant_approved: 'info',
  merchant_rejected: 'warning',
  escalated: 'danger',
  platform_decided: 'info',
  refunding: 'info',
  refunded: 'success',
  withdrawn: 'quiet',
};

/** How far a refund is. */
export function RefundTag({ status }: { status: Enums<'refund_status'> }) {
  const text = useText();
  return <ToneTag tone={tones[status]}>{text(`refund_status.${status}`)}</ToneTag>;
}
