import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildDemoTown } from './demo/build-demo-town.ts';
import { loadTown } from './load/load-town.ts';
import { importTown } from './osm/import-town.ts';
import { createDemoPeople } from './people/create-demo-people.ts';
import { linkPeople } from './people/link-people.ts';
import { previewSvg } from './preview-svg.ts';
import { fillQueues } from './queues/fill-queues.ts';
import type { Town } from './town.ts';

const usage = `usage:
  main.ts demo                     writes the demo town
  main.ts import FILE.osm[.gz]     writes the town of an OpenStreetMap extract
options:
  --slug NAME        of an import; else the file's name
  --name NAME        of an import; else the largest settlement in the file
  --currency CODE    of an import, ISO 4217; EUR unless said
  --timezone ZONE    of an import, IANA; Europe/Paris unless said (Europe/Monaco for the slug monaco)
  --queues           also gives the operator's queues something to decide; demo town only
  --preview FILE     draws the town to an SVG file and writes nothing else
environment: LINLI_DB_URL, SUPABASE_URL, SUPABASE_SECRET_KEY`;

/** Reads the command line and does it; throws an `Error` with the usage when the line is not understood. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      slug: { type: 'string' },
      name: { type: 'string' },
      currency: { type: 'string', default: 'EUR' },
      timezone: { type: 'string' },
      preview: { type: 'string' },
      queues: { type: 'boolean', default: false },
    },
  });
  const [command, file] = positionals;
  const startedAt = performance.now();
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  let town: Town;
  if (command === 'demo') town = buildDemoTown();
  else if (command === 'import' && file !== undefined)
    town = await importTown({ file, ...importOptions(file, values) });
  else throw new Error(usage);
  say(
    `${town.city.name}: ${town.stores.length} stores, ${town.products.length} products, ${town.roadEdges.length} roads (${seconds()})`,
  );
  if (values.preview !== undefined) {
    writeFileSync(values.preview, previewSvg(town));
    return say(`drawn to ${values.preview}`);
  }
  const [dbUrl, url, secretKey] = ['LINLI_DB_URL', 'SUPABASE_URL', 'SUPABASE_SECRET_KEY'].map(needEnv) as [
    string,
    string,
    string,
  ];
  await loadTown(town, dbUrl, (line) => say(`  ${line}`));
  const created = await createDemoPeople(url, secretKey, town);
  await linkPeople(town, dbUrl);
  say(`  people: ${town.people.length} (${created} new)`);
  if (values.queues && command === 'demo' && (await fillQueues(town, { dbUrl, url, secretKey })))
    say('  queues: applications, licences, products, refunds, tickets, a payout and a difference');
  say(`done in ${seconds()}`);
}

function importOptions(
  file: string,
  values: { slug?: string; name?: string; currency: string; timezone?: string },
) {
  const slug =
    values.slug ??
    (file.split(/[\\/]/).at(-1) ?? 'town')
      .replace(/\.osm(\.gz)?$/, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-');
  if (!/^[a-z0-9-]+$/.test(slug)) throw new Error(`a slug must be of a-z, 0-9 and "-", got "${slug}"`);
  if (!/^[A-Z]{3}$/.test(values.currency))
    throw new Error(`a currency must be an ISO 4217 code such as EUR, got "${values.currency}"`);
  const timezone = values.timezone ?? (slug === 'monaco' ? 'Europe/Monaco' : 'Europe/Paris');
  return { slug, name: values.name, currency: values.currency, timezone };
}

function needEnv(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`the environment variable ${name} must be set`);
  return value;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
