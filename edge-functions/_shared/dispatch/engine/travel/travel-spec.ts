/** Travel times as data. Seconds; `table[from][to]`, with -1 for no way. */
export type TravelSpec =
  | { kind: 'straight'; metersPerMinute: number; detour?: number; roundUpToSeconds?: number }
  | { kind: 'table'; table: number[][] };
