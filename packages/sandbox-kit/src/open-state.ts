import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The state in memory, and `save` that puts it on disk before an answer leaves. */
export interface StateFile<State> {
  state: State;
  save(): void;
}

/**
 * Opens `<dataDir>/state.json`, which holds one dictionary for each of `names`; a missing file is an empty state.
 * Writing replaces the file atomically.
 */
export function openState<State extends Record<keyof State, Record<string, unknown>>>(
  dataDir: string,
  names: readonly (keyof State & string)[],
): StateFile<State> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'state.json');
  const stored = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, unknown>>)
    : {};
  const state = Object.fromEntries(names.map((name) => [name, dictionary(stored[name])])) as unknown as State;
  return {
    state,
    save() {
      const draft = `${file}.draft`;
      writeFileSync(draft, JSON.stringify(state), { mode: 0o600 });
      renameSync(draft, file);
    },
  };
}

/** An object without a prototype, so that no merchant number meets an inherited name. */
function dictionary(entries: Record<string, unknown> | undefined): Record<string, unknown> {
  return Object.assign(Object.create(null) as Record<string, unknown>, entries);
}
