import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Kilobytes (1024) of gzipped JavaScript that `index.html` of a build names, with everything that it imports at once;
 * screens come later, when they are visited.
 */
export async function measureInitialJs(buildDir: string): Promise<number> {
  const page = await readFile(join(buildDir, 'index.html'), 'utf8');
  const wanted = new Set<string>();
  let bytes = 0;
  const add = async (file: string): Promise<void> => {
    if (wanted.has(file)) return;
    wanted.add(file);
    const code = await readFile(join(buildDir, file), 'utf8');
    bytes += gzipSync(code).length;
    for (const [, name] of code.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)) {
      await add(`assets/${name}`);
    }
  };
  for (const [, file] of page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)) await add(file ?? '');
  return bytes / 1024;
}
