import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { allows, type Roles } from '../src/lib/access.ts';
import { opsRights } from '../src/lib/rights.ts';
import { officeRightsFile, withOffers } from '../tools/office-rights.ts';

const source = new URL('../src/', import.meta.url);

test('the database is asked about every offer as it is now (npm run rights -w @linli/admin)', async () => {
  const file = await readFile(officeRightsFile, 'utf8');
  assert.equal(file, withOffers(file));
});

test('every screen of the operator says what it asks of the database', async () => {
  const text = await readFile(new URL('resources/resources.tsx', source), 'utf8');
  const screens = Array.from(
    text.matchAll(/name: '([a-z-]+)',\s*workspace: 'ops'/g),
    (match) => match[1] ?? '',
  );
  assert.ok(screens.length > 25);
  assert.deepEqual(
    screens.filter((name) => opsRights[`${name}:list`] === undefined),
    [],
  );
});

test('administrators may everything, others what is theirs, staff of a store what is their part', () => {
  const office = (ops_role: Roles['ops_role']): Roles => ({
    user_id: 'a',
    display_name: null,
    ops_role,
    is_rider: false,
    stores: [],
  });
  assert.ok(Object.keys(opsRights).every((right) => allows(office('admin'), 'ops', ...split(right))));
  assert.equal(allows(office('finance'), 'ops', 'settlement', 'edit'), true);
  assert.equal(allows(office('support'), 'ops', 'settlement', 'edit'), false);
  assert.equal(allows(office(null), 'ops', 'orders', 'list'), false);
  const store = { id: 's', name: '', translations: {}, merchant_id: 'm', city_id: 'c', is_published: true };
  const clerk: Roles = { ...office(null), stores: [{ ...store, role: 'order_clerk' }] };
  assert.equal(allows(clerk, 'merchant', 'desk', 'edit', 's'), true);
  assert.equal(allows(clerk, 'merchant', 'desk', 'edit', 'other'), false);
  assert.equal(allows(clerk, 'merchant', 'statements', 'list', 's'), false);
});

function split(right: string): [resource: string, action: string] {
  const [resource = '', action = ''] = right.split(':');
  return [resource, action];
}
