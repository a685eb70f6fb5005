interface LogEntry {
  level?: number;
  time?: string;
  msg?: string;
  method?: string;
  path?: string;
  status?: number;
  ms?: number;
  err?: { message?: string };
}

const LEVELS: Record<number, string> = { 40: 'warning: ', 50: 'error: ', 60: 'fatal: ' };

/** A log entry as one short line for a person: `12:00:01 GET /rest/v1/items 200 3 ms`. */
export function shortLine(json: string): string {
  const entry = JSON.parse(json) as LogEntry;
  const time = entry.time?.slice(11, 19) ?? '';
  if (entry.method) return `${time} ${entry.method} ${entry.path} ${entry.status} ${entry.ms} ms\n`;
  const reason = entry.err?.message ? `: ${entry.err.message}` : '';
  return `${time} ${LEVELS[entry.level ?? 30] ?? ''}${entry.msg ?? ''}${reason}\n`;
}
