import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { SaxesParser } from 'saxes';
import type { LonLat } from '../town.ts';

export type Tags = Readonly<Record<string, string>>;
export type OsmWay = { id: number; refs: number[]; tags: Tags };
export type OsmMember = { type: string; ref: number; role: string };
export type OsmRelation = { id: number; members: OsmMember[]; tags: Tags };
export type OsmNode = { id: number; position: LonLat; tags: Tags };
export type OsmData = {
  positions: Map<number, LonLat>;
  /** Only nodes that carry tags. */
  taggedNodes: OsmNode[];
  ways: Map<number, OsmWay>;
  relations: OsmRelation[];
};

/**
 * Reads an OpenStreetMap XML extract (`.osm` or `.osm.gz`) as a stream. Throws when the file is missing,
 * is not XML or holds no nodes.
 */
export async function readOsm(file: string): Promise<OsmData> {
  const data: OsmData = { positions: new Map(), taggedNodes: [], ways: new Map(), relations: [] };
  const parser = new SaxesParser({ position: false });
  let tags: Record<string, string> = {};
  let refs: number[] = [];
  let members: OsmMember[] = [];
  let current: { id: number; position: LonLat } = { id: 0, position: [0, 0] };
  parser.on('error', (error) => {
    throw new SyntaxError(`${file} is not OpenStreetMap XML: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const text = (key: string) => String(attributes[key] ?? '');
    if (name === 'node' || name === 'way' || name === 'relation') {
      tags = {};
      refs = [];
      members = [];
      current = { id: Number(text('id')), position: [Number(text('lon')), Number(text('lat'))] };
    } else if (name === 'tag') tags[text('k')] = text('v');
    else if (name === 'nd') refs.push(Number(text('ref')));
    else if (name === 'member')
      members.push({ type: text('type'), ref: Number(text('ref')), role: text('role') });
  });
  parser.on('closetag', ({ name }) => {
    const { id } = current;
    if (name === 'node') {
      data.positions.set(id, current.position);
      if (Object.keys(tags).length > 0) data.taggedNodes.push({ ...current, tags });
    } else if (name === 'way') data.ways.set(id, { id, refs, tags });
    else if (name === 'relation') data.relations.push({ id, members, tags });
  });
  const raw = createReadStream(file);
  const stream = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => stream.destroy(error));
  const decoder = new TextDecoder();
  for await (const chunk of stream) parser.write(decoder.decode(chunk as Uint8Array, { stream: true }));
  parser.write(decoder.decode()).close();
  if (data.positions.size === 0) throw new SyntaxError(`${file} holds no OpenStreetMap nodes`);
  return data;
}
