import type { LinliClient } from '@linli/database';
import type { LiveProvider } from '@refinedev/core';
import { liveProvider as supabaseLiveProvider } from '@refinedev/supabase';

/** The tables in the realtime publication; nothing else can be followed by table changes. */
const published = new Set(['categories', 'promotions', 'products', 'orders']);

/**
 * Table changes for back-office lists. Two lists of one resource would ask for channels of one name, which
 * the server allows once, so every subscription gets a name of its own; unpublished tables are left alone.
 */
export function createLiveProvider(client: LinliClient): LiveProvider {
  let count = 0;
  const channels = new Proxy(client, {
    get: (target, name) =>
      name === 'channel'
        ? (topic: string) => target.channel(`${topic}#${++count}`)
        : (Reflect.get(target, name) as unknown),
  });
  const inner = supabaseLiveProvider(channels);
  return {
    subscribe: (options) =>
      published.has(options.channel.replace('resources/', '')) ? inner.subscribe(options) : undefined,
    unsubscribe: (subscription: unknown) => {
      if (subscription) inner.unsubscribe(subscription);
    },
  };
}
