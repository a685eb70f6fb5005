/** A file of an archive; the name in the bytes that the archive carries. */
export interface ZippedFile {
  name: Uint8Array<ArrayBuffer>;
  content: Uint8Array<ArrayBuffer>;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;

/** The files of a zip archive (PKWARE APPNOTE 4.3), stored or deflated; throws an Error where it is none. */
export async function unzip(archive: Uint8Array<ArrayBuffer>): Promise<ZippedFile[]> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - endLength;
  while (end >= 0 && view.getUint32(end, true) !== endSignature) end -= 1;
  if (end < 0) throw new Error('Expected a zip archive but found no end of its directory');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const files: ZippedFile[] = [];
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== entrySignature) throw new Error(`Expected entry ${index} at ${at}`);
    const method = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const packed = archive.slice(start, start + size);
    const name = archive.slice(at + 46, at + 46 + nameLength);
    files.push({ name, content: method === 0 ? packed : await inflate(packed) });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
