import type { PostgresConnection } from '@supabase/lite/postgres';
import { readRelationships, type SchemaRelationships } from './find-relationships.ts';
import { nameRelationships } from './name-relationships.ts';

/**
 * Gives a function that names the relationship of each embed in a request's `select` which lite would not resolve as
 * PostgREST does. Throws `NoRelationship`, and whatever reading the catalog throws.
 */
export function openEmbedNamer(
  connection: PostgresConnection,
  defaultSchema: string,
): (request: Request, url: URL) => Promise<URL> {
  let known: { catalog: object; bySchema: Map<string, SchemaRelationships> } | null = null;
  const relationshipsOf = async (schema: string): Promise<SchemaRelationships> => {
    const catalog = await connection.introspect({ useCache: true });
    if (known?.catalog !== catalog) known = { catalog, bySchema: new Map() };
    const found = known.bySchema.get(schema) ?? readRelationships(catalog, schema);
    known.bySchema.set(schema, found);
    return found;
  };
  return async (request, url) => {
    const select = url.searchParams.get('select');
    if (!select?.includes('(')) return url;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const schema = request.headers.get(isRead ? 'accept-profile' : 'content-profile') ?? defaultSchema;
    const table = decodeURIComponent(url.pathname.replace('/rest/v1/', ''));
    const named = new URL(url);
    named.searchParams.set('select', nameRelationships(select, table, schema, await relationshipsOf(schema)));
    return named;
  };
}
