import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Fails the build when the JavaScript that the first page needs, gzipped, is more than `limit` bytes. */
export function initialBudget(limit: number): Plugin {
  return {
    name: 'linli:initial-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const wanted = new Set<string>();
      const add = (file: string): void => {
        const chunk = bundle[file];
        if (chunk?.type !== 'chunk' || wanted.has(file)) return;
        wanted.add(file);
        chunk.imports.forEach(add);
      };
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && chunk.isEntry) add(chunk.fileName);
      let bytes = 0;
      for (const file of wanted) {
        const chunk = bundle[file];
        if (chunk?.type === 'chunk') bytes += gzipSync(chunk.code).length;
      }
      const text = `initial JavaScript: ${Math.round(bytes / 1024)} kB gzip of ${Math.round(limit / 1024)} kB`;
      if (bytes > limit) this.error(text);
      this.info(text);
    },
  };
}
