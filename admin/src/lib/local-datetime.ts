import { dayIn, startOfDay } from './day-time.ts';

/** An instant (ISO) as the text of a date-and-time field, in a time zone: `2026-11-20T18:30`. */
export function toLocalField(at: string, timeZone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${dayIn(new Date(at), timeZone)}T${clock.format(new Date(at))}`;
}

/** The instant (ISO) that such a text means in that time zone. */
export function fromLocalField(text: string, timeZone: string): string {
  const [day = '', clock = '00:00'] = text.split('T');
  const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  return new Date(startOfDay(day, timeZone).getTime() + minutes * 60_000).toISOString();
}
