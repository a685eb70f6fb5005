import { ApiError } from '../_shared/platform/api-error.ts';

/**
 * `on` of a request body, `YYYY-MM-DD`; the day before `now` in `timeZone` where it is absent. 400 platform.body_invalid
 * for what is no day, 422 reconciliation.day_not_over for one that is not over there.
 */
export function readDay(body: Readonly<Record<string, unknown>>, timeZone: string, now: Date): string {
  const dayOf = (at: Date) => at.toLocaleDateString('sv-SE', { timeZone });
  // Neither zone has a daylight saving time: a day is 24 hours.
  const { on = dayOf(new Date(now.getTime() - 86_400_000)) } = body;
  if (typeof on !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(on) || Number.isNaN(Date.parse(on)))
    throw new ApiError(400, 'platform.body_invalid');
  if (on >= dayOf(now)) throw new ApiError(422, 'reconciliation.day_not_over', { on });
  return on;
}
