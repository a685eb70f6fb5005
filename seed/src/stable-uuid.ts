import { createHash } from 'node:crypto';

const namespace = Buffer.from('6f2d1a5e8c3b4f0e9a7d2b6c4e1f8a90', 'hex');

/** A UUID version 5 of a path such as `demo/stores/noodle-house`: the same path, the same id, everywhere. */
export function stableUuid(...path: readonly (string | number)[]): string {
  const bytes = createHash('sha1').update(namespace).update(path.join('/')).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
