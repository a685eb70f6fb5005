import type { AuthSettings } from './settings.ts';

/**
 * Where to send a browser back to: the address asked for when it is on the site's own host or matches
 * `additional_redirect_urls` (globs with `*`, `**` and `?`), else the site itself.
 */
export function safeRedirect(settings: AuthSettings, asked: string | undefined): string {
  if (asked === undefined || asked === '') return settings.siteUrl;
  return isAllowed(settings, asked) ? asked : settings.siteUrl;
}

function isAllowed(settings: AuthSettings, asked: string): boolean {
  let url: URL;
  try {
    url = new URL(asked);
  } catch {
    return false;
  }
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  if (isWeb && url.username === '' && url.hostname === new URL(settings.siteUrl).hostname) return true;
  return settings.redirectUrls.some((pattern) => globToRegExp(pattern).test(asked.split('#')[0] ?? ''));
}

function globToRegExp(glob: string): RegExp {
  const source = glob.replace(/\*\*|[*?]|[.+^${}()|[\]\\/]/g, (token) => {
    if (token === '**') return '.*';
    if (token === '*') return '[^./]*';
    return token === '?' ? '[^./]' : `\\${token}`;
  });
  return new RegExp(`^${source}$`);
}
