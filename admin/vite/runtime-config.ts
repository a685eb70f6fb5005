import type { Connect, Plugin } from 'vite';

/**
 * Answers `/config.json` from the environment variable LINLI_CONFIG (JSON text) while developing or
 * previewing; in operation the static server of the launcher answers it.
 */
export function runtimeConfig(): Plugin {
  const answer: Connect.NextHandleFunction = (request, response, next) => {
    const text = process.env['LINLI_CONFIG'];
    if (request.url?.split('?')[0] !== '/config.json' || text === undefined) return next();
    response.setHeader('content-type', 'application/json');
    response.end(text);
  };
  return {
    name: 'linli:runtime-config',
    configureServer: (server) => void server.middlewares.use(answer),
    configurePreviewServer: (server) => void server.middlewares.use(answer),
  };
}
