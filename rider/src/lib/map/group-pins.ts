import type { Pin } from './stop-pin.ts';

/** Pins of the same kind at the same place become one with all their numbers, so that none hides another. */
export function groupPins(pins: readonly Pin[]): Pin[] {
  const groups = new Map<string, Pin>();
  for (const pin of pins) {
    const place = `${pin.kind} ${pin.position.map((value) => value.toFixed(5)).join(' ')}`;
    const known = groups.get(place);
    groups.set(
      place,
      known
        ? { ...known, numbers: [...known.numbers, ...pin.numbers], label: `${known.label}; ${pin.label}` }
        : pin,
    );
  }
  return [...groups.values()];
}
