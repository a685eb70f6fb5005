import { existsSync, watch, type FSWatcher } from 'node:fs';

const SETTLE_MS = 100;
const CODE = /\.(ts|tsx|mts|js|mjs|jsx|json|jsonc|wasm)$/;
const IGNORED = /(^|[\\/])(node_modules|test|\.[^\\/]+)([\\/]|$)/;

/**
 * Watches folders of functions and `config.toml`. Changes that come together are told together, as paths relative to
 * their root. @returns how to stop watching
 */
export function watchFunctions(
  supabaseDir: string,
  roots: Iterable<string>,
  onConfig: () => void,
  onCode: (root: string, changed: Set<string>) => void,
): () => void {
  const watchers: FSWatcher[] = [];
  const timers = new Map<string, NodeJS.Timeout>();
  const soon = (key: string, work: () => void): void => {
    clearTimeout(timers.get(key));
    timers.set(key, setTimeout(work, SETTLE_MS));
  };
  const add = (watcher: FSWatcher): void => {
    watcher.on('error', () => watcher.close());
    watchers.push(watcher);
  };
  add(watch(supabaseDir, (_event, file) => file === 'config.toml' && soon('config', onConfig)));
  for (const root of roots) {
    if (!existsSync(root)) continue;
    let changed = new Set<string>();
    const tell = (): void => {
      const told = changed;
      changed = new Set();
      onCode(root, told);
    };
    add(
      watch(root, { recursive: true }, (_event, file) => {
        if (file === null || !CODE.test(file) || IGNORED.test(file)) return;
        changed.add(file);
        soon(root, tell);
      }),
    );
  }
  return () => {
    for (const timer of timers.values()) clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
