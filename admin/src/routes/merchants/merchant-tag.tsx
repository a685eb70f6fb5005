import type { Enums } from '@linli/database';
import { ToneTag } from '../../components/status-tag.tsx';
import { useText } from '../../providers/use-text.ts';

const tones = { active: 'success', applied: 'info', suspended: 'danger' } as const;

/** Whether a merchant sells. */
export function MerchantTag({ status }: { status: Enums<'merchant_status'> }) {
  const text = useText();
  return <ToneTag tone={tones[status]}>{text(`merchant_status.${status}`)}</ToneTag>;
}
