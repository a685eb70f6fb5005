import type { Identity } from '../../context.ts';
import type { ParsedBinding } from './binding.ts';

/** One channel that follows table changes. */
export interface Subscriber {
  identity: Identity;
  /** Equal for all subscribers that row level security treats alike. */
  identityKey: string;
  bindings: ParsedBinding[];
  /** Sends the payload (JSON text) of one `postgres_changes` event. */
  send(payload: string): void;
  /** Called when the feed works again after the database was away. */
  restored(): void;
}
