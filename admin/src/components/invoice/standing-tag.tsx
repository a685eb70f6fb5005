import type { CommissionStanding } from '../../lib/commission-standing.ts';
import { useText } from '../../providers/use-text.ts';
import { ToneTag, type Tone } from '../status-tag.tsx';

const tones: Record<CommissionStanding, Tone> = {
  stands: 'success',
  voided: 'danger',
  replaced: 'quiet',
  credit_note: 'warning',
};

/** How a commission invoice stands. */
export function StandingTag({ standing }: { standing: CommissionStanding }) {
  const text = useText();
  return <ToneTag tone={tones[standing]}>{text(`invoice.${standing}`)}</ToneTag>;
}
