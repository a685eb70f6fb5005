import { must, type Client } from '../support/people.ts';

type Column = { name: string; kind: string; may: { select: boolean }; references?: unknown };
type Resource = {
  name: string;
  primary_key: string[];
  columns: Column[];
  rights: { select: string };
};

function kindOf({ name, kind, references }: Column): string {
  if (references) return 'reference';
  return /_(cents|path|meters|seconds|minutes)$/.exec(name)?.[1] ?? kind;
}

/** The fewest tables that together show every kind of column, each with the id of one of its rows if it has one. */
export async function tellingTables(client: Client): Promise<{ name: string; id?: string }[]> {
  const described = must(await client.rpc('describe_resources')) as unknown as { resources: Resource[] };
  const open = described.resources.filter(({ rights }) => rights.select !== 'none');
  const kinds = ({ columns }: Resource): string[] => columns.filter(({ may }) => may.select).map(kindOf);
  const wanted = new Set(open.flatMap(kinds));
  const chosen: { name: string; id?: string }[] = [];
  while (wanted.size > 0) {
    const news = (resource: Resource): number =>
      new Set(kinds(resource).filter((kind) => wanted.has(kind))).size;
    const next = open.toSorted((a, b) => news(b) - news(a))[0];
    if (next === undefined || news(next) === 0) break;
    kinds(next).forEach((kind) => wanted.delete(kind));
    const [key = ''] = next.primary_key;
    const { data } = await client
      .from(next.name as 'stores')
      .select(key as 'id')
      .limit(1);
    const row = data?.[0] as Record<string, string> | undefined;
    chosen.push({ name: next.name, ...(row && next.primary_key.length === 1 ? { id: row[key] } : {}) });
  }
  return chosen;
}
