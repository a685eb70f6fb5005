import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SandboxState } from './types.ts';

/** The state in memory, and `save` that puts it on disk before an answer leaves. */
export interface StateFile {
  state: SandboxState;
  save(): void;
}

/** Opens `<dataDir>/state.json`; a missing file is an empty state. Writing replaces the file atomically. */
export function openState(dataDir: string): StateFile {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'state.json');
  const stored = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<SandboxState>) : {};
  const state: SandboxState = {
    transactions: dictionary(stored.transactions),
    refunds: dictionary(stored.refunds),
    notifications: dictionary(stored.notifications),
  };
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
function dictionary<T>(entries: Record<string, T> | undefined): Record<string, T> {
  return Object.assign(Object.create(null) as Record<string, T>, entries);
}
