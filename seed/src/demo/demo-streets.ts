import type { Point } from '../geo/plane.ts';
import { centroid, contains, signedArea } from '../geo/polygon.ts';
import type { Random } from '../random.ts';
import { findBlocks } from './blocks.ts';
import { makeBuildings } from './buildings.ts';
import { addLanes, makeOneways, thinOut } from './local-variety.ts';
import { nameStreets, type StreetName } from './name-streets.ts';
import { makeParks, type Park } from './parks.ts';
import { riverSide, river } from './river.ts';
import { makeRoundabout } from './roundabout.ts';
import { buildStreetGrid, type StreetGrid } from './street-grid.ts';

export type Campus = { name: string; englishName: string; ring: Point[]; centre: Point };
export type DemoStreets = {
  grid: StreetGrid;
  names: Map<number, StreetName>;
  parks: Park[];
  campuses: Campus[];
  buildings: Point[][];
};

const campusNames: readonly (readonly [name: string, englishName: string])[] = [
  ['邻里中学', 'Linli Middle School'],
  ['邻里人民医院', "Linli People's Hospital"],
  ['邻里体育中心', 'Linli Sports Centre'],
  ['文化宫', 'Palace of Culture'],
  ['客运中心', 'Coach Station'],
  ['邻里小学', 'Linli Primary School'],
  ['职业技术学院', 'Vocational College'],
  ['市民广场', 'Civic Square'],
];

/** Streets, parks, blocks and buildings of the demo town in flat metres. */
export function buildDemoStreets(random: Random): DemoStreets {
  const grid = buildStreetGrid(random);
  const { plan } = grid;
  const parks = makeParks(grid, random);
  thinOut(plan, random);
  const main = grid.node(
    grid.columns.findIndex((line) => line.isMain),
    grid.rows.findIndex((line) => line.isMain),
  );
  if (main !== undefined && plan.nodes.has(main)) makeRoundabout(plan, main, 32, 'circle');
  const blocks = findBlocks(plan).filter(
    (block) => isDry(block) && !parks.some((park) => contains(block, park.centre)),
  );
  makeOneways(grid);
  addLanes(grid, random);
  const names = nameStreets(grid, random);
  const campuses = makeCampuses(blocks, random);
  return { grid, names, parks, campuses, buildings: makeBuildings(blocks, plan, random) };
}

function isDry(block: readonly Point[]): boolean {
  return !block.some((point, at) => {
    const next = block[(at + 1) % block.length] ?? point;
    const isAcross = riverSide(point) > 0 !== riverSide(next) > 0;
    return isAcross || Math.abs(riverSide(point)) < river.width(point[0]) / 2;
  });
}

function makeCampuses(blocks: readonly Point[][], random: Random): Campus[] {
  const roomy = random.shuffle(
    blocks.filter((block) => signedArea(block) > 18_000 && signedArea(block) < 60_000),
  );
  return campusNames.flatMap(([name, englishName], at) => {
    const ring = roomy[at];
    return ring === undefined ? [] : [{ name, englishName, ring, centre: centroid(ring) }];
  });
}
