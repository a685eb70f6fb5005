import type { Context } from 'hono';
import type { Bucket } from './buckets.ts';
import { badMimeType, invalidRequest, tooLarge } from './storage-failure.ts';

/** Largest object of any bucket, in bytes. */
export const MAX_OBJECT_BYTES = 50 * 1024 * 1024;

export interface Upload {
  body: Uint8Array;
  mimetype: string;
  /** As HTTP writes it: `max-age=3600`. */
  cacheControl: string;
  userMetadata: Record<string, unknown> | null;
}

/** Reads an upload, multipart or raw, and holds it against the bucket's limits. */
export async function readUpload(c: Context, bucket: Bucket): Promise<Upload> {
  const limit = Math.min(bucket.file_size_limit ?? MAX_OBJECT_BYTES, MAX_OBJECT_BYTES);
  const type = c.req.header('content-type') ?? 'application/octet-stream';
  const multipart = type.startsWith('multipart/form-data');
  const announced = Number(c.req.header('content-length') ?? 0);
  if (!multipart && announced > limit) throw tooLarge();
  const upload = multipart ? await readForm(c) : await readRaw(c, type);
  if (upload.body.length > limit) throw tooLarge();
  checkMimeType(upload.mimetype, bucket.allowed_mime_types);
  return upload;
}

async function readForm(c: Context): Promise<Upload> {
  const form = await c.req.formData().catch(() => {
    throw invalidRequest('the form data cannot be read');
  });
  const file = [...form.values()].find((value) => typeof value !== 'string');
  if (!file || typeof file === 'string') throw invalidRequest('the form has no file');
  const text = (name: string): string | null => {
    const value = form.get(name);
    return typeof value === 'string' ? value : null;
  };
  return {
    body: new Uint8Array(await file.arrayBuffer()),
    mimetype: text('contentType') ?? (file.type === '' ? 'application/octet-stream' : file.type),
    cacheControl: maxAge(text('cacheControl')),
    userMetadata: parseMetadata(text('metadata')),
  };
}

async function readRaw(c: Context, type: string): Promise<Upload> {
  const encoded = c.req.header('x-metadata');
  return {
    body: new Uint8Array(await c.req.arrayBuffer()),
    mimetype: type,
    cacheControl: c.req.header('cache-control') ?? 'no-cache',
    userMetadata: parseMetadata(encoded ? Buffer.from(encoded, 'base64').toString('utf8') : null),
  };
}

const maxAge = (seconds: string | null): string =>
  seconds !== null && /^\d+$/.test(seconds) ? `max-age=${seconds}` : (seconds ?? 'no-cache');

function parseMetadata(text: string | null): Record<string, unknown> | null {
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // falls through to the refusal
  }
  throw invalidRequest('metadata must be a JSON object');
}

function checkMimeType(mimetype: string, allowed: string[] | null): void {
  if (!allowed || allowed.length === 0) return;
  const [type = ''] = mimetype.toLowerCase().split(';');
  const fits = allowed.some((entry) => {
    const pattern = entry.toLowerCase();
    return (
      pattern === '*/*' ||
      pattern === type.trim() ||
      (pattern.endsWith('/*') && type.startsWith(pattern.slice(0, -1)))
    );
  });
  if (!fits) throw badMimeType(mimetype);
}
