import { formatClock, formatExactTime } from '@linli/ui/relative-time';
import { useContext } from 'react';
import { WorkspaceContext } from '../app/workspace.ts';
import { useLocale } from '../providers/use-text.ts';

/** Hours and minutes in the city's time zone. */
export function ClockTime({ at }: { at: string | null | undefined }) {
  const locale = useLocale();
  const timeZone = useContext(WorkspaceContext)?.city?.timezone;
  if (!at) return <span className="muted">–</span>;
  const date = new Date(at);
  return (
    <time dateTime={at} className="tabular" title={formatExactTime(date, locale, timeZone)}>
      {formatClock(date, locale, timeZone)}
    </time>
  );
}
