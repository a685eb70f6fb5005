import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCustomerFilter, writeCustomerFilter } from '../src/lib/customer-filter.ts';

test('an address holds the filter of the list', () => {
  const filter = { query: '小三', tierId: 'none', isBlocked: false, joinedFrom: '2026-01-01' };
  assert.deepEqual(readCustomerFilter(writeCustomerFilter(filter)), filter);
  assert.deepEqual(readCustomerFilter(new URLSearchParams('blocked=maybe&q=')), {});
});
