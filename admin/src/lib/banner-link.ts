import type { TargetKind } from '../queries/content/use-link-targets.ts';

/** Where a banner leads, as `banners.link` keeps it. */
export type BannerLink =
  | { kind: 'none' }
  | { kind: 'store' | 'product' | 'promotion'; id?: string }
  | { kind: 'category' | 'article'; slug?: string }
  | { kind: 'url'; url?: string };

export const linkKinds = ['none', 'store', 'product', 'category', 'promotion', 'article', 'url'] as const;

/** The kind whose targets are chosen from a list; undefined for none and url. */
export function targetKind(link: BannerLink): TargetKind | undefined {
  return link.kind === 'none' || link.kind === 'url' ? undefined : link.kind;
}

/** What the link names its target by; undefined while nothing is chosen. */
export function targetKey(link: BannerLink): string | undefined {
  if ('id' in link) return link.id;
  if ('slug' in link) return link.slug;
  return 'url' in link ? link.url : undefined;
}

/** A link of this kind to this target. */
export function linkTo(kind: BannerLink['kind'], key: string | undefined): BannerLink {
  switch (kind) {
    case 'none':
      return { kind };
    case 'url':
      return { kind, url: key };
    case 'category':
    case 'article':
      return { kind, slug: key };
    default:
      return { kind, id: key };
  }
}

/** Whether the link leads somewhere, as far as the form can tell. */
export function isWhole(link: BannerLink): boolean {
  const key = targetKey(link);
  if (link.kind === 'none') return true;
  return link.kind === 'url' ? /^https:\/\/[^/\s]+/.test(key ?? '') : key !== undefined;
}
