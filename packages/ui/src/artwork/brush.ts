/** The colours motifs share, so that a whole page of pictures belongs together. */
export const ink = '#2b3a31';
export const white = '#fffdf8';
export const cream = '#f6ead2';
export const leafDark = '#2c7a45';
export const leaf = '#4ba862';
export const leafLight = '#8ccf85';
export const persimmon = '#ee7a35';
export const red = '#d9482f';
export const redDark = '#b23424';
export const gold = '#f3bb45';
export const goldDark = '#d9962c';
export const brown = '#8a5430';
export const brownDark = '#643a20';
export const steel = '#c3ccc8';
export const steelDark = '#8f9c97';

/** Colours of packaging and cloth: [body, shade]. */
export const tints = [
  ['#3a7fa8', '#2b648a'],
  [leafDark, '#1f5c33'],
  [persimmon, '#cc5f20'],
  ['#7a6aa8', '#5f5089'],
  ['#d0697a', '#ae4d5e'],
] as const;

/** Vessel colours: [body, rim or shade, inside]. */
const vessels = [
  ['#3f7f8c', '#326873', '#f4ede0'],
  ['#d8663a', '#b9512b', '#fbf2e4'],
  ['#fffaf0', '#e6dcc8', '#fffdf8'],
  ['#3a5a78', '#2d475f', '#f3eee4'],
  ['#5f9367', '#4b7853', '#f7f1e2'],
  ['#2f3b36', '#222c28', '#f2eadb'],
  ['#c9a15f', '#a98347', '#fbf4e4'],
] as const;

export type Vessel = readonly [body: string, shade: string, inside: string];

/** A motif's source of variety: the same seed gives the same choices in the same order. */
export type Brush = {
  /** One of the list, evenly. */
  pick: <const List extends readonly [unknown, ...unknown[]]>(list: List) => List[number];
  /** A number in [from, to). */
  range: (from: number, to: number) => number;
  vessel: Vessel;
};

export type Motif = (brush: Brush) => string;

/** A brush seeded by any text. */
export function createBrush(seed: string): Brush {
  let state = hashText(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const pick: Brush['pick'] = (list) => list[Math.floor(next() * list.length)] ?? list[0];
  return { pick, range: (from, to) => from + next() * (to - from), vessel: pick(vessels) };
}

/** FNV-1a over UTF-16 units, 32 bits. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
