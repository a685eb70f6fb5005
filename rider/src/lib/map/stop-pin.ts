import { Marker } from 'maplibre-gl';
import type { LonLat } from '@linli/map/geometry';

/** A stop as the map shows it. */
export interface Pin {
  id: string;
  kind: 'store' | 'dropoff';
  /** Places in the order of stops, from 1: several tasks may stop here; none for a stop that is only on offer. */
  numbers: number[];
  position: LonLat;
  label: string;
}

const glyphs: Record<Pin['kind'], string> = {
  store: '<path d="M4 10V20H20V10M3 10L5 4H19L21 10M3 10H21M10 20V14.5H14V20"/>',
  dropoff: '<path d="M4 11L12 4L20 11M6.5 9.5V20H17.5V9.5M10 20V14.5H14V20"/>',
};

/** A marker for a stop: square for stores, round for customers, with a drawing and its number, so colour is never alone. */
export function createStopPin({ kind, numbers, position, label }: Pin): Marker {
  const element = document.createElement('div');
  element.className = `stop-pin ${kind}${numbers.length === 0 || numbers.includes(1) ? ' next' : ''}`;
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', label);
  element.innerHTML =
    '<svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentcolor" stroke-width="2.2" ' +
    `stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${glyphs[kind]}</svg>` +
    (numbers.length === 0 ? '' : `<span class="tabular" aria-hidden="true">${numbers.join('·')}</span>`);
  return new Marker({ element, anchor: 'bottom', offset: [0, -10] }).setLngLat([...position]);
}
