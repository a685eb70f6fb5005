import type { Enums } from '@linli/database';
import { useText } from '../../providers/use-text.ts';
import { ToneTag, type Tone } from '../status-tag.tsx';

const tones: Record<Enums<'application_status'>, Tone> = {
  applied: 'accent',
  in_review: 'info',
  returned: 'warning',
  approved: 'success',
  rejected: 'danger',
  withdrawn: 'quiet',
};

/** How far an application has come. */
export function ApplicationTag({ status }: { status: Enums<'application_status'> }) {
  const text = useText();
  return <ToneTag tone={tones[status]}>{text(`application_status.${status}`)}</ToneTag>;
}
