import { cream, ink, leaf, leafDark, white, type Brush } from './brush.ts';
import { circle, ellipse, path, rect } from './shapes.ts';

const fronts = [
  ['#2f6f55', '#f6ead2', '#e6efdd'],
  ['#c9552b', '#fbf0dc', '#f7e4d4'],
  ['#2f6472', '#f3efe2', '#e0ebea'],
  ['#9c3f32', '#f8ead9', '#f5e4dc'],
  ['#a97f2c', '#fdf6e3', '#f5edd0'],
  ['#3d5876', '#f5f0e4', '#e4e9ec'],
  ['#6a7f35', '#f8f3df', '#ebefda'],
] as const;

/** A shop front in 400 × 300: awning, sign with the name, the motif in the window. */
export function shopFront(name: string, motif: string, brush: Brush): string {
  const [main, pale, sky] = brush.pick(fronts);
  const doorLeft = brush.pick([true, false]);
  const windowX = doorLeft ? 136 : 40;
  const doorX = doorLeft ? 46 : 282;
  const sign = shortName(name);
  const size = Math.min(30, 250 / Math.max(4, width(sign)));
  return (
    rect(0, 0, 400, 300, 0, sky) +
    rect(0, 268, 400, 32, 0, '#d9d2c0') +
    rect(0, 268, 400, 5, 0, '#c5bda8') +
    neighbours(brush) +
    rect(24, 26, 352, 244, 8, shade(main)) +
    rect(24, 26, 352, 238, 8, main) +
    rect(44, 38, 312, 46, 6, cream) +
    `<text x="200" y="${61 + size * 0.36}" text-anchor="middle" font-family="PingFang SC, Noto Sans CJK SC, Microsoft YaHei, sans-serif" font-weight="700" font-size="${size.toFixed(1)}" fill="${ink}">${escapeText(sign)}</text>` +
    rect(windowX, 122, 224, 132, 6, shade(main)) +
    rect(windowX + 6, 122, 212, 126, 4, '#fff6df') +
    path(`M${windowX + 6} 122h70l-40 126h-30Z`, '#ffffff88') +
    `<g transform="translate(${windowX + 48} 120) scale(.64)">${motif}</g>` +
    rect(windowX - 4, 246, 232, 10, 3, pale) +
    rect(doorX, 122, 72, 146, 6, shade(main)) +
    rect(doorX + 6, 128, 60, 140, 4, '#cfe2df') +
    path(`M${doorX + 6} 128h34l-34 70Z`, '#ffffff77') +
    rect(doorX + (doorLeft ? 54 : 12), 196, 6, 28, 3, pale) +
    awning(main, pale) +
    pot(doorLeft ? 364 : 22) +
    pot(doorLeft ? 26 : 378)
  );
}

function awning(main: string, pale: string): string {
  const stripes: string[] = [];
  for (let at = 0; at < 11; at += 1) {
    const x = 24 + at * 32;
    stripes.push(path(`M${x} 92h32v30q0 16 -16 16t-16 -16Z`, at % 2 === 0 ? pale : lighter(main)));
  }
  return stripes.join('') + rect(20, 88, 360, 10, 4, shade(main)) + rect(24, 98, 352, 5, 0, '#00000014');
}

function neighbours(brush: Brush): string {
  const tint = brush.pick(['#00000010', '#0000000c']);
  return rect(-30, 60, 50, 210, 0, tint) + rect(382, 44, 50, 226, 0, tint);
}

function pot(x: number): string {
  return (
    ellipse(x - 8, 238, 8, 17, leafDark, -22) +
    ellipse(x + 8, 238, 8, 17, leaf, 22) +
    ellipse(x, 232, 8, 20, leaf) +
    path(`M${x - 15} 250h30l-4 24h-22Z`, '#b9653c') +
    circle(x, 250, 0.1, white)
  );
}

/** The name without its branch in brackets, at most ten characters of Chinese width. */
function shortName(name: string): string {
  const bare = name.replace(/[（(].*$/, '').trim();
  let kept = '';
  for (const letter of bare) {
    if (width(kept + letter) > 11) return `${kept.trim()}…`;
    kept += letter;
  }
  return kept;
}

function width(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 1 : 0.58), 0);
}

function shade(hex: string): string {
  return mix(hex, 0, 0.22);
}

function lighter(hex: string): string {
  return mix(hex, 255, 0.1);
}

function mix(hex: string, toward: number, share: number): string {
  const channel = (at: number) =>
    Math.round(parseInt(hex.slice(at, at + 2), 16) * (1 - share) + toward * share);
  return `#${[1, 3, 5].map((at) => channel(at).toString(16).padStart(2, '0')).join('')}`;
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
