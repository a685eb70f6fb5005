import { version } from '$app/env';
import { assets, immutable } from '$app/manifest';
import { self } from '$app/service-worker';

const cacheName = `linli-rider-${version}`;
const shell = '/';
const config = '/config.json';
const files = new Set(
  [...immutable, ...assets].map(({ path }) => new URL(path, self.location.origin).pathname),
);

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldVersions().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate') event.respondWith(freshOrKept(event.request, shell));
  else if (url.pathname === config) event.respondWith(freshOrKept(event.request, config));
  else if (files.has(url.pathname)) event.respondWith(keptOrFresh(event.request));
});

/** The settings belong to the shell: without them the app cannot open where there is no network. */
async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll([shell, config, ...files]);
}

async function forgetOldVersions(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith('linli-rider-') && name !== cacheName)
      .map((name) => caches.delete(name)),
  );
}

/** Files of a build never change under their name. */
async function keptOrFresh(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName });
  return kept ?? fetch(request);
}

/** The network first, so that a new version is seen at once; what was kept last where there is no network. */
async function freshOrKept(request: Request, keep: string): Promise<Response> {
  try {
    const fresh = await fetch(request, { signal: AbortSignal.timeout(8_000) });
    if (fresh.ok) await (await caches.open(cacheName)).put(keep, fresh.clone());
    if (fresh.ok || fresh.status < 500) return fresh;
    throw new Error(`status ${fresh.status}`);
  } catch (error) {
    const kept = await caches.match(keep, { cacheName });
    if (kept) return kept;
    throw error;
  }
}
