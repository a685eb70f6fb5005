export { buildDemoTown } from './demo/build-demo-town.ts';
export { loadTown } from './load/load-town.ts';
export { importTown, type ImportOptions } from './osm/import-town.ts';
export { createDemoPeople } from './people/create-demo-people.ts';
export { demoPassword } from './people/demo-people.ts';
export { linkPeople } from './people/link-people.ts';
export { personId } from './people/person-id.ts';
export { previewSvg } from './preview-svg.ts';
export type { Town } from './town.ts';
