import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { TestPlatform } from '../support/platform.ts';
import { filters, type Query } from './rest-contract/filters.ts';
import { schema } from './rest-contract/schema.ts';
import { shapes } from './rest-contract/shapes.ts';

/**
 * Every query shape of supabase-js against plain SQL: the rows that the Data API gives must be the rows that the
 * statement beside it gives, as JSON made by PostgreSQL itself.
 * Runs on a platform that other suites share; `shared` gives it once it has started.
 */
export function restContractSuite(shared: () => TestPlatform): void {
  describe('the Data API gives the rows of plain SQL', () => {
    let platform: TestPlatform;
    before(async () => {
      platform = shared();
      await platform.sql(schema);
    });

    for (const [name, apply, where] of filters) {
      test(`filter ${name}`, async () => {
        const query = platform.anon().from('items').select('id').order('id');
        const { data, error } = await (apply(query as unknown as Query) as typeof query);
        assert.equal(error, null);
        const expected = await platform.sql(`select id from items where id <> 13 and (${where}) order by id`);
        assert.deepEqual(data, expected);
      });
    }

    for (const [name, ask, sql] of shapes) {
      test(`shape: ${name}`, async () => {
        const { data, error } = await ask(platform);
        assert.equal(error, null);
        const [row] = await platform.sql(`select coalesce(json_agg(x), '[]') as expected from (${sql}) as x`);
        const expected = row?.['expected'] as unknown[];
        assert.deepEqual(data, Array.isArray(data) ? expected : (expected[0] ?? null));
      });
    }

    test('counts: exact, and head without rows', async () => {
      const exact = await platform
        .anon()
        .from('items')
        .select('id', { count: 'exact' })
        .gt('id', 30)
        .limit(2);
      assert.deepEqual([exact.count, exact.data?.length], [10, 2]);
      const head = await platform.anon().from('items').select('*', { count: 'exact', head: true });
      assert.deepEqual([head.count, head.data], [39, null]);
    });

    test('a table whose key is its own is no junction', async () => {
      const { error, status } = await platform.anon().from('shelves').select('id,labels(title)');
      assert.deepEqual([status, error?.code], [400, 'PGRST200']);
    });

    test('single with more than one row is refused', async () => {
      const { error, status } = await platform.anon().from('items').select('id').single();
      assert.deepEqual([status, error?.code], [406, 'PGRST116']);
    });
  });
}
