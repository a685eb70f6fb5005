import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spacedCode, voucherDigitsOf } from '../src/lib/voucher-code.ts';

test('a code is its digits, however it was written', () => {
  assert.equal(voucherDigitsOf(' 1234-5678 9012\n'), '123456789012');
  assert.equal(voucherDigitsOf('１２３４ ５６７８ ９０１２'), '123456789012');
  assert.equal(voucherDigitsOf('券'), '');
});

test('a code is shown in groups of four', () => {
  assert.equal(spacedCode('123456789012'), '1234 5678 9012');
  assert.equal(spacedCode('12345'), '1234 5');
  assert.equal(spacedCode('1234'), '1234');
});
