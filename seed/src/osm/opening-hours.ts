import type { DayRange } from '../catalog/store-kind.ts';
import type { Weekday } from '../town.ts';

export type WeekHours = Partial<Record<Weekday, readonly DayRange[]>>;

const dayNames = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];

/**
 * Reads the plain part of the opening_hours grammar: `24/7`, `Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-12:00`,
 * `08:00-20:00`, `Su off`. Anything else (seasons, holidays, sunset) answers `undefined`.
 */
export function parseOpeningHours(text: string): WeekHours | undefined {
  const week: WeekHours = {};
  const all: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
  if (text.trim() === '24/7')
    return Object.fromEntries(all.map((day) => [day, [['00:00', '00:00']]])) as WeekHours;
  for (const rule of text.split(';').map((part) => part.trim())) {
    if (rule === '' || /^PH (off|closed)$/.test(rule)) continue;
    const match = /^((?:(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:-(?:Mo|Tu|We|Th|Fr|Sa|Su))?,?)+)?\s*(.+)$/.exec(rule);
    const days = match?.[1] === undefined ? all : daysOf(match[1]);
    const ranges = rangesOf(match?.[2] ?? '');
    if (ranges === undefined) return undefined;
    for (const day of days) week[day] = ranges;
  }
  return Object.values(week).some((ranges) => ranges.length > 0) ? week : undefined;
}

function daysOf(text: string): Weekday[] {
  return text
    .split(',')
    .filter((part) => part !== '')
    .flatMap((part) => {
      const [from, to] = part.split('-').map((name) => dayNames.indexOf(name)) as [
        number,
        number | undefined,
      ];
      const span = to === undefined ? 1 : ((to - from + 7) % 7) + 1;
      return Array.from({ length: span }, (_unused, step) => ((from + step) % 7) as Weekday);
    });
}

function rangesOf(text: string): DayRange[] | undefined {
  if (text === 'off' || text === 'closed') return [];
  const ranges: DayRange[] = [];
  for (const part of text.split(',')) {
    const match = /^\s*(\d{1,2}:\d{2})\s*-\s*(\d{1,2}:\d{2})\s*$/.exec(part);
    const [opens, closes] = [clock(match?.[1]), clock(match?.[2])];
    if (opens === undefined || closes === undefined) return undefined;
    ranges.push([opens, closes]);
  }
  return ranges;
}

/** `26:00` in the grammar is 02:00 of the next day, which a range closing before it opens says. */
function clock(text: string | undefined): string | undefined {
  const [hours = NaN, minutes = NaN] = (text ?? '').split(':').map(Number);
  if (!(hours <= 48) || !(minutes < 60)) return undefined;
  return `${String(hours % 24).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
