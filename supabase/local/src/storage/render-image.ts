import sharp, { type Sharp } from 'sharp';
import { invalidRequest } from './storage-failure.ts';

export interface Transform {
  width?: number;
  height?: number;
  resize: 'cover' | 'contain' | 'fill';
  quality: number;
  /** `origin` keeps the picture's own format; otherwise WebP for clients that take it. */
  format: 'origin' | 'webp';
}

const MAX_SIDE = 2500;
const MAX_PIXELS = 50_000_000;
const RESIZES = new Set(['cover', 'contain', 'fill']);

/** Reads width, height, resize, quality and format of a URL; throws `InvalidRequest`. */
export function transformFrom(query: URLSearchParams, accept: string): Transform {
  const resize = query.get('resize') ?? 'cover';
  if (!RESIZES.has(resize))
    throw invalidRequest('querystring/resize must be equal to one of the allowed values');
  const format = query.get('format');
  if (format !== null && format !== 'origin') throw invalidRequest('querystring/format must be origin');
  return {
    width: integer(query, 'width', 1, MAX_SIDE),
    height: integer(query, 'height', 1, MAX_SIDE),
    resize: resize as Transform['resize'],
    quality: integer(query, 'quality', 20, 100) ?? 80,
    format: format !== 'origin' && accept.includes('image/webp') ? 'webp' : 'origin',
  };
}

function integer(query: URLSearchParams, name: string, min: number, max: number): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw invalidRequest(`querystring/${name} must be an integer from ${min} to ${max}`);
  }
  return value;
}

/** Makes the picture; throws `InvalidRequest` when the bytes are no picture. Pictures are never enlarged. */
export async function renderImage(
  source: Buffer,
  mimetype: string,
  transform: Transform,
): Promise<{ body: Uint8Array<ArrayBuffer>; mimetype: string }> {
  try {
    const image = sharp(source, { limitInputPixels: MAX_PIXELS, failOn: 'error' }).rotate();
    if (transform.width ?? transform.height) {
      const fit = transform.resize === 'contain' ? 'inside' : transform.resize;
      image.resize({
        width: transform.width,
        height: transform.height,
        fit,
        withoutEnlargement: fit !== 'fill',
      });
    }
    const { quality } = transform;
    if (transform.format === 'webp')
      return { body: await bytes(image.webp({ quality })), mimetype: 'image/webp' };
    const { format } = await sharp(source).metadata();
    if (format === 'jpeg') image.jpeg({ quality });
    if (format === 'webp') image.webp({ quality });
    return { body: await bytes(image), mimetype };
  } catch (error) {
    throw invalidRequest(`the object is not a picture that can be rendered: ${(error as Error).message}`);
  }
}

const bytes = async (image: Sharp): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await image.toBuffer());
