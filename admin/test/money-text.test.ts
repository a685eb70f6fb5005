import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currencyDigits, moneyText, parseMoneyText } from '../src/lib/money-text.ts';

test('amounts are read as people type them', () => {
  for (const [text, cents] of [
    ['12', 1200],
    ['12.5', 1250],
    ['12.', 1200],
    ['0.07', 7],
    ['1,280.00', 128_000],
    [' ¥ 9.9 ', 990],
    ['１２．５', 1250],
    ['12。5', 1250],
    ['0', 0],
  ] as const) {
    assert.equal(parseMoneyText(text), cents, text);
  }
});

test('what is no amount is refused, never rounded', () => {
  for (const text of ['', 'abc', '-1', '1.234', '1.2.3', '.5', '12345678901']) {
    assert.equal(parseMoneyText(text), undefined, text);
  }
  assert.equal(parseMoneyText('12.5', 0), undefined);
});

test('an amount is shown without needless zeros and reads back the same', () => {
  assert.equal(moneyText(1200), '12');
  assert.equal(moneyText(1250), '12.50');
  assert.equal(moneyText(5), '0.05');
  assert.equal(moneyText(-330), '-3.30');
  assert.equal(moneyText(500, 0), '500');
  for (const cents of [0, 1, 99, 100, 12_345, 1_000_000])
    assert.equal(parseMoneyText(moneyText(cents)), cents);
});

test('a currency knows its decimals', () => {
  assert.equal(currencyDigits('CNY'), 2);
  assert.equal(currencyDigits('JPY'), 0);
});
