import { formatExactTime, formatRelativeTime } from '@linli/ui/relative-time';
import { Tooltip } from 'antd';
import { useContext } from 'react';
import { WorkspaceContext } from '../app/workspace.ts';
import { useNow } from '../live/use-now.ts';
import { useLocale } from '../providers/use-text.ts';

/** How long ago, with the exact time on hover, in the city's time zone. */
export function RelativeTime({ at }: { at: string | null | undefined }) {
  const locale = useLocale();
  const now = useNow();
  const timeZone = useContext(WorkspaceContext)?.city?.timezone;
  if (!at) return <span className="muted">–</span>;
  const date = new Date(at);
  return (
    <Tooltip title={formatExactTime(date, locale, timeZone)}>
      <time dateTime={at} className="tabular">
        {formatRelativeTime(date, new Date(now), locale, timeZone)}
      </time>
    </Tooltip>
  );
}
