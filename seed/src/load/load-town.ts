import pg from 'pg';
import type { Town } from '../town.ts';
import { catalogStatements } from './catalog-statements.ts';
import { mapStatements } from './map-statements.ts';
import { contentStatements } from './content-statements.ts';
import { storeStatements } from './store-statements.ts';

const batchRows = 2000;
const mapTables = ['private.road_edges', 'private.road_nodes', 'private.map_areas', 'private.map_places'];

/**
 * Writes a town to the database in one transaction: all of it or nothing. Loading it again replaces the map
 * and the texts and leaves what people changed since (prices, hours, stock, promotions, orders).
 * `report` gets a line for each table. Throws what PostgreSQL says.
 */
export async function loadTown(
  town: Town,
  dbUrl: string,
  report: (line: string) => void = () => {},
): Promise<void> {
  const client = new pg.Client({
    connectionString: dbUrl,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
  });
  await client.connect();
  try {
    await client.query('begin');
    for (const table of mapTables)
      await client.query(`delete from ${table} where city_id = $1`, [town.city.id]);
    for (const { label, sql, rows } of [
      ...mapStatements,
      ...storeStatements,
      ...catalogStatements,
      ...contentStatements,
    ]) {
      const all = rows(town);
      for (let from = 0; from < all.length; from += batchRows) {
        await client.query(sql, [JSON.stringify(all.slice(from, from + batchRows))]);
      }
      report(`${label}: ${all.length}`);
    }
    await client.query('commit');
    for (const table of mapTables) await client.query(`analyze ${table}`);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}
