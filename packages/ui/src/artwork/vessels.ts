import { gold, leaf, leafDark, leafLight, persimmon, white, type Brush } from './brush.ts';
import { circle, ellipse, stroke } from './shapes.ts';

export function bowl(brush: Brush, fill: string, contents: string): string {
  const [body, shade] = brush.vessel;
  return (
    circle(102, 106, 86, '#1d2b2218') +
    circle(100, 100, 86, shade) +
    circle(100, 98, 84, body) +
    circle(100, 100, 72, shade) +
    circle(100, 101, 69, fill) +
    contents
  );
}

export function plate(brush: Brush, contents: string): string {
  const [body, shade, inside] = brush.vessel;
  return (
    circle(102, 106, 88, '#1d2b2218') +
    circle(100, 100, 88, shade) +
    circle(100, 98, 86, body) +
    circle(100, 100, 66, inside) +
    contents
  );
}

export function halfEgg(x: number, y: number, angle = 0): string {
  return (
    ellipse(x, y, 21, 17, white, angle) +
    ellipse(x + 1, y, 11, 10, gold) +
    ellipse(x + 1, y + 1, 7, 6, persimmon)
  );
}

export function scallions(brush: Brush, count: number, radius = 48): string {
  let out = '';
  for (let at = 0; at < count; at += 1) {
    const angle = brush.range(0, 6.28);
    const far = Math.sqrt(brush.range(0, 1)) * radius;
    const [x, y] = [100 + far * Math.cos(angle), 100 + far * Math.sin(angle)];
    out += circle(x, y, 4.2, at % 3 === 0 ? leafDark : leaf) + circle(x, y, 1.8, leafLight);
  }
  return out;
}

export function greens(x: number, y: number, angle: number): string {
  return `<g transform="rotate(${angle} ${x} ${y})">${ellipse(x - 8, y - 6, 19, 9, leafDark, -18)}${ellipse(x - 6, y + 7, 19, 8, leaf, 16)}${stroke(`M${x - 14} ${y}H${x + 20}`, '#dcebc0', 7)}</g>`;
}
