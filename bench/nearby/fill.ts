import type pg from 'pg';

const townSize = 1000;
const chunk = 20_000;

/** Adds whole towns until there are `size` stores; `have` are there already. */
export async function fill(client: pg.Client, have: number, size: number): Promise<void> {
  // The listings are written with the stores, not row by row by triggers.
  const tables = ['stores', 'cities', 'zones', 'rate_cards'];
  for (const table of tables) await client.query(`alter table public.${table} disable trigger user`);
  await client.query('select bench.add_towns($1, $2)', [have / townSize, size / townSize - 1]);
  for (let from = have; from < size; from += chunk) {
    await client.query('call bench.add_stores($1, $2)', [from, Math.min(from + chunk, size) - 1]);
  }
  for (const table of tables) await client.query(`alter table public.${table} enable trigger user`);
  await client.query('vacuum analyze');
}
