import { createBrush, hashText } from './artwork/brush.ts';
import { motifs } from './artwork/motifs.ts';
import { pickMotif } from './artwork/pick-motif.ts';
import { shopFront } from './artwork/shop-front.ts';

export type ArtworkRatio = '4:3' | '1:1';
export type ArtworkOptions = {
  /** A category slug, or a path of slugs; the last known part decides when the name names nothing. */
  category: string;
  /** The product's or store's name, Chinese, English or French. */
  name: string;
  /** A store's 4:3 picture is its shop front, its 1:1 picture a logo. */
  kind?: 'product' | 'store';
  ratio?: ArtworkRatio;
};

/** [ground, figure behind the motif], quiet tints of the brand's hues. */
const grounds = [
  ['#f6ead6', '#efdcbb'],
  ['#e6efdd', '#d3e3c6'],
  ['#f9e3d3', '#f3d0b7'],
  ['#e2ecea', '#cde0dc'],
  ['#f5ecc9', '#ecdfa9'],
  ['#f5e1de', '#ebcdc8'],
  ['#ece7dc', '#dfd6c3'],
] as const;
const logoGrounds = [
  '#1f8a4a',
  '#d8632c',
  '#2f6f7d',
  '#a8442f',
  '#3d5f86',
  '#8a6a1f',
  '#5d7f2e',
  '#7a4b62',
] as const;

/**
 * A picture as an SVG document: 400 × 300 or 300 × 300. The same category, name and kind always draw the
 * same picture. Needs no network and no font, except a shop front, whose sign is set in the system's.
 */
export function artworkSvg({ category, name, kind = 'product', ratio = '4:3' }: ArtworkOptions): string {
  const seed = `${kind} ${category} ${name}`;
  const [width, height] = ratio === '4:3' ? [400, 300] : [300, 300];
  const motif = motifs[pickMotif(category, name)](createBrush(seed));
  const body =
    kind === 'product'
      ? productBody(seed, motif, width)
      : ratio === '4:3'
        ? shopFront(name, motif, createBrush(`front ${seed}`))
        : logoBody(seed, motif);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body}</svg>`;
}

/** The picture as a `data:` URI for `<img src>`. */
export function artworkDataUri(options: ArtworkOptions): string {
  return `data:image/svg+xml,${encodeURIComponent(artworkSvg(options))}`;
}

/** The picture's ground colour, to fill its box while an image loads. */
export function artworkGround({ category, name, kind = 'product' }: ArtworkOptions): string {
  return groundOf(`${kind} ${category} ${name}`)[0];
}

function groundOf(seed: string): (typeof grounds)[number] {
  return grounds[hashText(`ground ${seed}`) % grounds.length] ?? grounds[0];
}

function productBody(seed: string, motif: string, width: number): string {
  const [ground, figure] = groundOf(seed);
  const middle = width / 2;
  const behind = [
    `<circle cx="${middle}" cy="152" r="132" fill="${figure}"/>`,
    `<path d="M0 226H${width}V300H0Z" fill="${figure}"/>`,
    `<rect x="${middle - 134}" y="40" width="268" height="224" rx="28" fill="${figure}" transform="rotate(-5 ${middle} 152)"/>`,
    `<path d="M${middle - 120} 300V150a120 120 0 0 1 240 0V300Z" fill="${figure}"/>`,
  ];
  const chosen = behind[hashText(`behind ${seed}`) % behind.length] ?? '';
  return `<rect width="${width}" height="300" fill="${ground}"/>${chosen}<g transform="translate(${middle - 115} 36) scale(1.15)">${motif}</g>`;
}

function logoBody(seed: string, motif: string): string {
  const ground = logoGrounds[hashText(`logo ${seed}`) % logoGrounds.length] ?? logoGrounds[0];
  return `<rect width="300" height="300" fill="${ground}"/><circle cx="150" cy="150" r="118" fill="#fff8ea"/><g transform="translate(66 64) scale(.84)">${motif}</g>`;
}
