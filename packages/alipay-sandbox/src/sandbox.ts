import type { Notifier, PlannedFailure, StateFile } from '@linli/sandbox-kit';
import type { AlipayCredentials } from './credentials.ts';
import type { SandboxState } from './state.ts';

/** What every route of the sandbox works with. */
export interface Sandbox {
  /** Address that browsers and merchants use, without a trailing slash. */
  url: string;
  credentials: AlipayCredentials;
  file: StateFile<SandboxState>;
  notifier: Notifier;
  /** `match` is the start of an API method's name here. */
  failures: PlannedFailure[];
}
