import { clockSkew } from './clock-skew.ts';

/**
 * How far the platform's clock is ahead of the phone's, in milliseconds, as the app's own host tells it; 0 without a
 * network. HEAD, because the service worker answers only GET from what it kept.
 */
export async function loadClockSkew(): Promise<number> {
  const sentAt = Date.now();
  try {
    const response = await fetch('/config.json', {
      method: 'HEAD',
      cache: 'no-store',
      signal: AbortSignal.timeout(5_000),
    });
    return clockSkew(response.headers.get('date'), sentAt, Date.now());
  } catch {
    return 0;
  }
}
