import { hexColors } from './colors.ts';

/** Two house outlines that share the middle wall, in a 48 × 48 box. */
const roofs = 'M6 40V21.5L15 12l9 9.5L33 12l9 9.5V40';
const wall = 'M24 21.5V40';
const ground = 'M6 40h36';

/**
 * The Linli mark as an SVG document: two roofs sharing one wall.
 * `color` and `wallColor` are any CSS colours; by default the mark takes the text colour.
 */
export function markSvg(
  options: { size?: number; color?: string; wallColor?: string; title?: string } = {},
): string {
  const { size = 32, color = 'currentColor', wallColor = color, title } = options;
  const label =
    title === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeAttribute(title)}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 48 48" fill="none" ${label}>` +
    strokes(color, wallColor) +
    '</svg>'
  );
}

/**
 * A square app icon as an SVG document: the mark on a solid ground.
 * `maskable` keeps the mark inside the safe zone of 80 % and drops the rounded corners.
 */
export function appIconSvg(
  options: { size?: number; ground?: string; color?: string; wallColor?: string; maskable?: boolean } = {},
): string {
  const {
    size = 512,
    ground: fill = hexColors('light').primary,
    color = '#ffffff',
    wallColor = '#ffb27d',
    maskable = false,
  } = options;
  const inset = maskable ? 11 : 7;
  const scale = (48 - inset * 2) / 48;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 48 48" fill="none">` +
    `<rect width="48" height="48" rx="${maskable ? 0 : 11}" fill="${fill}"/>` +
    `<g transform="translate(${inset} ${inset - 1}) scale(${scale})">${strokes(color, wallColor)}</g></svg>`
  );
}

function strokes(color: string, wallColor: string): string {
  const line = 'stroke-width="4.5" stroke-linecap="round" stroke-linejoin="round"';
  return `<path d="${roofs}${ground}" stroke="${color}" ${line}/><path d="${wall}" stroke="${wallColor}" ${line}/>`;
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
