import { randomBytes } from 'node:crypto';
import type { Member } from './hub.ts';

export type PresenceMeta = Record<string, unknown>;
type Entries = Record<string, { metas: PresenceMeta[] }>;

export interface PresenceDiff {
  joins: Entries;
  leaves: Entries;
}

interface Tracked {
  key: string;
  meta: PresenceMeta;
}

/** Who is present on which topic. Several members may share one key; each has its own meta. */
export class PresenceRegistry {
  #groups = new Map<string, Map<Member, Tracked>>();

  /** Adds a member, or replaces what it tracked before. */
  track(group: string, member: Member, key: string, payload: PresenceMeta): PresenceDiff {
    const members = this.#groups.get(group) ?? new Map<Member, Tracked>();
    this.#groups.set(group, members);
    const old = members.get(member);
    const meta: PresenceMeta = { ...payload, phx_ref: newReference() };
    if (old) meta.phx_ref_prev = old.meta.phx_ref;
    members.set(member, { key, meta });
    return { joins: entry(key, meta), leaves: old ? entry(old.key, old.meta) : {} };
  }

  /** Removes a member; null when it was not there. */
  untrack(group: string, member: Member): PresenceDiff | null {
    const members = this.#groups.get(group);
    const old = members?.get(member);
    if (!members || !old) return null;
    members.delete(member);
    if (members.size === 0) this.#groups.delete(group);
    return { joins: {}, leaves: entry(old.key, old.meta) };
  }

  /** Everyone on a topic, as `presence_state` carries it. */
  state(group: string): Entries {
    const state = new Map<string, { metas: PresenceMeta[] }>();
    for (const { key, meta } of this.#groups.get(group)?.values() ?? []) {
      const known = state.get(key);
      if (known) known.metas.push(meta);
      else state.set(key, { metas: [meta] });
    }
    return Object.fromEntries(state);
  }
}

function entry(key: string, meta: PresenceMeta): Entries {
  return { [key]: { metas: [meta] } };
}

function newReference(): string {
  return randomBytes(12).toString('base64url');
}
