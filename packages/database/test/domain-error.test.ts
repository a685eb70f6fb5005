import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toDomainError } from '../src/domain-error.ts';

test('a key raised by the database keeps its status and detail', () => {
  assert.deepEqual(
    toDomainError({ code: 'PT409', message: 'stock.sold_out', details: '{"name": "牛肉面"}', hint: null }),
    { key: 'stock.sold_out', status: 409, detail: { name: '牛肉面' } },
  );
});

test('vendor errors become general keys', () => {
  assert.equal(
    toDomainError({ code: '42501', message: 'permission denied for table orders' }).key,
    'identity.not_allowed',
  );
  assert.equal(toDomainError(new TypeError('Failed to fetch')).key, 'platform.offline');
  assert.equal(
    toDomainError({ code: 'otp_expired', message: 'Token has expired', status: 403 }).key,
    'identity.code_wrong',
  );
  assert.equal(toDomainError(undefined).key, 'platform.unknown');
});

test('a detail that is not JSON is left out', () => {
  assert.deepEqual(toDomainError({ code: 'PT422', message: 'cart.empty', details: 'x' }).detail, {});
});
