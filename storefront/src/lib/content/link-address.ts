import { resolve } from '$app/paths';
import type { ContentLink } from './types.ts';

/** The address that a link leads to; undefined for one that leads nowhere, or claims a coupon instead. */
export function linkAddress(link: ContentLink): string | undefined {
  switch (link.kind) {
    case 'none':
      return undefined;
    case 'store':
      return resolve('/s/[id]', { id: link.id });
    case 'product':
    case 'promotion':
      return link.store_id === null ? undefined : resolve('/s/[id]', { id: link.store_id });
    case 'category':
      return resolve('/c/[slug]', { slug: link.slug });
    case 'article':
      return resolve('/a/[slug]', { slug: link.slug });
    case 'url':
      return link.url;
  }
}
