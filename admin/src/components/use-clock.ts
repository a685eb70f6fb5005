import { formatClock } from '@linli/ui/relative-time';
import { useContext } from 'react';
import { WorkspaceContext } from '../app/workspace.ts';
import { useLocale } from '../providers/use-text.ts';

/** Writes a time (ISO) as hours and minutes in the city's time zone; a dash where there is none. */
export function useClock(): (at: string | null | undefined) => string {
  const locale = useLocale();
  const timeZone = useContext(WorkspaceContext)?.city?.timezone;
  return (at) => (at ? formatClock(new Date(at), locale, timeZone) : '–');
}
