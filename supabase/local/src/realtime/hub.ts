import type { WireVersion } from './wire/client-frame.ts';
import type { Frame, SharedFrame } from './wire/server-frame.ts';

/** One joined channel of one socket, as the fan-out sees it. */
export interface Member {
  readonly version: WireVersion;
  readonly canReadBroadcast: boolean;
  readonly canReadPresence: boolean;
  /** True when a stored message was replayed to this member already. */
  hasSeen(messageId: string): boolean;
  sendFrame(frame: Frame): void;
}

export type Audience = 'broadcast' | 'presence';

/** Public and private channels of one name are two groups. */
export function groupKey(topic: string, isPrivate: boolean): string {
  return `${isPrivate ? 'private' : 'public'}:${topic}`;
}

/** The members of every topic, in memory. */
export class Hub {
  #groups = new Map<string, Set<Member>>();

  join(key: string, member: Member): void {
    const group = this.#groups.get(key);
    if (group) group.add(member);
    else this.#groups.set(key, new Set([member]));
  }

  leave(key: string, member: Member): void {
    const group = this.#groups.get(key);
    if (!group?.delete(member)) return;
    if (group.size === 0) this.#groups.delete(key);
  }

  has(key: string): boolean {
    return this.#groups.has(key);
  }

  /** Sends to every member that may read, except the sender; encodes once for each serializer version. */
  send(key: string, frame: SharedFrame, audience: Audience, except?: Member, messageId?: string): void {
    const group = this.#groups.get(key);
    if (!group) return;
    for (const member of group) {
      if (member === except) continue;
      if (!(audience === 'broadcast' ? member.canReadBroadcast : member.canReadPresence)) continue;
      if (messageId !== undefined && member.hasSeen(messageId)) continue;
      const encoded = frame.for(member.version);
      if (encoded) member.sendFrame(encoded);
    }
  }
}
