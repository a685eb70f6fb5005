import type { LicenseConcern } from '../../lib/open-licenses.ts';
import { useText } from '../../providers/use-text.ts';
import { ToneTag } from '../status-tag.tsx';

const tones = { submitted: 'accent', expired: 'danger', week: 'warning', month: 'info' } as const;

/** Why somebody should look at a licence. */
export function LicenseConcernTag({
  concern,
  daysLeft,
}: {
  concern: LicenseConcern;
  daysLeft: number | null;
}) {
  const text = useText();
  return (
    <ToneTag tone={tones[concern]}>
      {concern === 'submitted'
        ? text('license_status.submitted')
        : concern === 'expired'
          ? text('licenses.expired')
          : text('licenses.days_left', { days: daysLeft ?? 0 })}
    </ToneTag>
  );
}
