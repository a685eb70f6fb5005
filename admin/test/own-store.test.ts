import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activeRole, type Roles } from '../src/lib/access.ts';
import { ownStoreFilter } from '../src/lib/engine/own-store-filter.ts';
import type { Resource } from '../src/lib/engine/types.ts';

const may = { select: true, insert: false, update: false };

test('a merchant begins with the rows of the chosen store', () => {
  const menu = {
    name: 'products',
    columns: [{ name: 'store_id', may, references: {} }],
  } as unknown as Resource;
  const stores = { name: 'stores', columns: [{ name: 'id', may }] } as unknown as Resource;
  const categories = { name: 'categories', columns: [{ name: 'id', may }] } as unknown as Resource;
  assert.deepEqual(ownStoreFilter(menu, 's1'), { column: 'store_id', operator: 'in', value: ['s1'] });
  assert.deepEqual(ownStoreFilter(stores, 's1'), { column: 'id', operator: 'eq', value: 's1' });
  assert.equal(ownStoreFilter(categories, 's1'), undefined);
  assert.equal(ownStoreFilter(menu, undefined), undefined);
});

test('the role that counts is the one in the place where a person works', () => {
  const roles = {
    ops_role: 'finance',
    stores: [
      { id: 's1', role: 'manager' },
      { id: 's2', role: 'order_clerk' },
    ],
  } as unknown as Roles;
  assert.equal(activeRole(roles, 'ops'), 'finance');
  assert.equal(activeRole(roles, 'merchant', 's2'), 'order_clerk');
});
