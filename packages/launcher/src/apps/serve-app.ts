import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

export interface ServedApp {
  url: string;
  stop(): Promise<void>;
}

/** Serves a built single-page app on 127.0.0.1, with `/config.json` telling it where it runs. */
export async function serveApp(dir: string, port: number, config: unknown): Promise<ServedApp> {
  const fallback = existsSync(join(dir, '200.html')) ? '200.html' : 'index.html';
  const files = sirv(dir, {
    single: fallback,
    gzip: true,
    brotli: true,
    setHeaders(response, path) {
      const isHashed = /\/(immutable|assets)\//.test(path);
      response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
    },
  });
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] === '/config.json') {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(config));
      return;
    }
    files(request, response, () => {
      response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
