import type { WireVersion } from './client-frame.ts';

export interface Frame {
  data: Buffer;
  binary: boolean;
}

/** Encodes a text frame; `payload` is JSON text already, so that it is passed through untouched. */
export function textFrame(
  version: WireVersion,
  joinRef: string | null,
  ref: string | null,
  topic: string,
  event: string,
  payload: string,
): Frame {
  const text =
    version === 2
      ? `[${JSON.stringify(joinRef)},${JSON.stringify(ref)},${JSON.stringify(topic)},${JSON.stringify(event)},${payload}]`
      : `{"topic":${JSON.stringify(topic)},"event":${JSON.stringify(event)},"payload":${payload},"ref":${JSON.stringify(ref)},"join_ref":${JSON.stringify(joinRef)}}`;
  return { data: Buffer.from(text), binary: false };
}

/** A frame for a whole group: encoded at most once for each serializer version, null where it cannot be said. */
export class SharedFrame {
  #encode: (version: WireVersion) => Frame | null;
  #frames: [Frame | null | undefined, Frame | null | undefined] = [undefined, undefined];

  constructor(encode: (version: WireVersion) => Frame | null) {
    this.#encode = encode;
  }

  for(version: WireVersion): Frame | null {
    const index = version - 1;
    const known = this.#frames[index];
    if (known !== undefined) return known;
    return (this.#frames[index] = this.#encode(version));
  }

  /** A server push that belongs to no join. */
  static push(topic: string, event: string, payload: string): SharedFrame {
    return new SharedFrame((version) => textFrame(version, null, null, topic, event, payload));
  }
}
