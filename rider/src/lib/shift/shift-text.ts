import type { Enums } from '@linli/database';
import * as m from '#lib/paraglide/messages.js';

const states: Record<Enums<'rider_shift_status'>, () => string> = {
  booked: m.shift_booked,
  started: m.shift_started,
  ended: m.shift_ended,
  released: m.shift_released,
  missed: m.shift_missed,
};

const breaches: Record<string, () => string> = {
  late: m.breach_late,
  gave_back: m.breach_gave_back,
  went_dark: m.breach_went_dark,
  missed_shift: m.breach_missed_shift,
};

/** How a shift stands. */
export function shiftText(status: Enums<'rider_shift_status'>): string {
  return states[status]();
}

/** What a breach record is about. */
export function breachText(kind: string): string {
  return breaches[kind]?.() ?? kind;
}
