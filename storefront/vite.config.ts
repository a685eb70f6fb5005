import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

/** Answers `/config.json` of the development server from LINLI_CONFIG, as the launcher does for a build. */
function runtimeConfig(): Plugin {
  return {
    name: 'linli-runtime-config',
    configureServer(server) {
      server.middlewares.use('/config.json', (_request, response) => {
        response.setHeader('content-type', 'application/json');
        response.statusCode = process.env['LINLI_CONFIG'] === undefined ? 404 : 200;
        response.end(process.env['LINLI_CONFIG'] ?? '{}');
      });
    },
  };
}

export default defineConfig({
  plugins: [
    runtimeConfig(),
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
      outputStructure: 'locale-modules',
    }),
    sveltekit({
      adapter: adapter({ fallback: 'index.html', precompress: true }),
      compilerOptions: { runes: true },
    }),
  ],
  server: { host: '127.0.0.1' },
  build: { chunkSizeWarningLimit: 1400 },
});
