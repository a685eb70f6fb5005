import { formatExactTime } from '@linli/ui/relative-time';
import { useContext } from 'react';
import { WorkspaceContext } from '../app/workspace.ts';
import { useLocale } from '../providers/use-text.ts';

/** Date and time to the minute in the city's time zone, where "in 3 days" would be too vague. */
export function ExactTime({ at }: { at: string | null | undefined }) {
  const locale = useLocale();
  const timeZone = useContext(WorkspaceContext)?.city?.timezone;
  if (!at) return <span className="muted">–</span>;
  return (
    <time dateTime={at} className="tabular">
      {formatExactTime(new Date(at), locale, timeZone)}
    </time>
  );
}
