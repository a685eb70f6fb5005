import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { ObjectRow } from './objects.ts';
import { renderImage, transformFrom } from './render-image.ts';
import type { StorageContext } from './storage-context.ts';
import { noSuchKey } from './storage-failure.ts';

/** The answer that carries an object's bytes: whole, a range of it, or nothing when the client has it. */
export async function serveObject(c: Context, storage: StorageContext, object: ObjectRow): Promise<Response> {
  const { size, eTag } = object.metadata;
  const headers = objectHeaders(c, object);
  if (c.req.header('if-none-match') === eTag) return new Response(null, { status: 304, headers });
  if (!(await storage.files.exists(object.version))) throw noSuchKey();
  const range = parseRange(c.req.header('range'), size);
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers.set('content-length', String(end - start + 1));
  if (range) headers.set('content-range', `bytes ${start}-${end}/${size}`);
  const status = range ? 206 : 200;
  if (c.req.method === 'HEAD' || size === 0) return new Response(null, { status, headers });
  const stream = createReadStream(storage.files.path(object.version), { start, end });
  return new Response(Readable.toWeb(stream) as ReadableStream, { status, headers });
}

/** The answer that carries a picture made smaller; `query` says how. */
export async function serveRendered(
  c: Context,
  storage: StorageContext,
  object: ObjectRow,
  query: URLSearchParams,
): Promise<Response> {
  const transform = transformFrom(query, c.req.header('accept') ?? '');
  if (!(await storage.files.exists(object.version))) throw noSuchKey();
  const { body, mimetype } = await renderImage(
    await storage.files.read(object.version),
    object.metadata.mimetype,
    transform,
  );
  const headers = objectHeaders(c, object);
  headers.delete('accept-ranges');
  headers.delete('etag');
  headers.set('content-type', mimetype);
  headers.set('content-length', String(body.length));
  headers.append('vary', 'Accept');
  return new Response(c.req.method === 'HEAD' ? null : body, { headers });
}

function objectHeaders(c: Context, { name, metadata }: ObjectRow): Headers {
  const headers = new Headers({
    'content-type': metadata.mimetype,
    'cache-control': metadata.cacheControl,
    etag: metadata.eTag,
    'last-modified': new Date(metadata.lastModified).toUTCString(),
    'accept-ranges': 'bytes',
    'x-robots-tag': 'none',
    'x-content-type-options': 'nosniff',
    // What was uploaded must not run as a page of this origin.
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  });
  const download = c.req.query('download');
  if (download !== undefined) {
    const filename = download === '' ? (name.split('/').at(-1) ?? name) : download;
    headers.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`);
  }
  return headers;
}

function parseRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  const start = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end || start >= size ? 'unsatisfiable' : { start, end };
}
