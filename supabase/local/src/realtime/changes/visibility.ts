import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';
import type { Identity } from '../../context.ts';
import type { Table } from './catalog.ts';

/**
 * Which of these identities can see the row with this key now, under row level security.
 * One transaction, always rolled back; an error for one identity hides the row from that one only.
 */
export async function visibleTo<Who extends { identity: Identity }>(
  client: ClientBase,
  table: Table,
  key: Record<string, string | null>,
  askers: Who[],
): Promise<Set<Who>> {
  const visible = new Set<Who>();
  if (askers.length === 0) return visible;
  const question = rowExistsSql(table, key);
  await client.query('begin');
  try {
    for (const asker of askers) {
      if (await canSee(client, question, asker.identity)) visible.add(asker);
    }
  } finally {
    await client.query('rollback');
  }
  return visible;
}

async function canSee(client: ClientBase, question: string, { role, claims }: Identity): Promise<boolean> {
  const settings: [string, string][] = [
    ['request.jwt.claims', JSON.stringify(claims)],
    ['request.jwt.claim.sub', claims.sub ?? ''],
    ['request.jwt.claim.role', role],
    ['role', role],
  ];
  const assume = settings
    .map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`)
    .join(', ');
  try {
    const results = (await client.query(
      `savepoint asked; select ${assume}; ${question}; rollback to asked`,
    )) as unknown as { rows: { found?: boolean }[] }[];
    return results[2]?.rows[0]?.found === true;
  } catch (error) {
    if ((error as { code?: string }).code === undefined) throw error;
    await client.query('rollback to asked');
    return false;
  }
}

function rowExistsSql(table: Table, key: Record<string, string | null>): string {
  const conditions = table.columns
    .filter((column) => column.isKey)
    .map(({ name, cast }) => `${escapeIdentifier(name)} = ${escapeLiteral(key[name] ?? '')}::${cast}`);
  const relation = `${escapeIdentifier(table.schema)}.${escapeIdentifier(table.name)}`;
  return `select exists (select from ${relation} where ${conditions.join(' and ')}) as found`;
}
