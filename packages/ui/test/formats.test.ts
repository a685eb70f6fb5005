import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDistance } from '../src/distance.ts';
import { appIconSvg, markSvg } from '../src/mark.ts';
import { formatMoney, moneyParts } from '../src/money.ts';
import { formatClock, formatExactTime, formatRelativeTime } from '../src/relative-time.ts';

test('money splits into sign, whole and fraction', () => {
  assert.deepEqual(moneyParts(128_050, 'CNY', 'zh-CN'), {
    sign: '',
    currency: '¥',
    currencyFirst: true,
    whole: '1,280',
    decimal: '.',
    fraction: '50',
  });
  assert.deepEqual(moneyParts(-305, 'EUR', 'en'), {
    sign: '-',
    currency: '€',
    currencyFirst: true,
    whole: '3',
    decimal: '.',
    fraction: '05',
  });
});

test('money never leaves integers', () => {
  assert.equal(formatMoney(9_007_199_254_740_993n, 'CNY', 'zh-CN'), '¥90,071,992,547,409.93');
  assert.throws(() => moneyParts(12.5, 'CNY', 'zh-CN'), RangeError);
  assert.equal(formatMoney(-5, 'CNY', 'zh-CN'), '-¥0.05');
});

test('whole amounts may drop their zeros, currencies keep their digits', () => {
  assert.equal(formatMoney(1200, 'CNY', 'zh-CN', { trimZeros: true }), '¥12');
  assert.equal(formatMoney(1250, 'CNY', 'zh-CN', { trimZeros: true }), '¥12.50');
  assert.equal(formatMoney(1200, 'JPY', 'en'), '¥1,200');
  assert.equal(formatMoney(350, 'EUR', 'fr'), '3,50\u00a0€');
});

test('distances round as people say them', () => {
  assert.equal(formatDistance(0, 'en'), '0 m');
  assert.equal(formatDistance(684, 'zh-CN'), '680米');
  assert.equal(formatDistance(996, 'zh-CN'), '1公里');
  assert.equal(formatDistance(1540, 'en'), '1.5 km');
  assert.equal(formatDistance(12_400, 'zh-CN'), '12公里');
  assert.throws(() => formatDistance(-1, 'en'), RangeError);
});

test('relative time from seconds to dates', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const ago = (seconds: number) =>
    formatRelativeTime(new Date(now.getTime() - seconds * 1000), now, 'zh-CN', 'Asia/Shanghai');
  assert.equal(ago(20), '刚刚');
  assert.equal(ago(330), '5分钟前');
  assert.equal(ago(7200), '2小时前');
  assert.equal(ago(86_400), '昨天');
  assert.equal(ago(20 * 86_400), '11月2日');
  assert.equal(ago(400 * 86_400), '2025年10月18日');
  assert.equal(formatRelativeTime(new Date(now.getTime() + 600_000), now, 'en'), 'in 10 minutes');
});

test('clock and exact time follow the zone', () => {
  const at = new Date('2026-11-22T10:05:00Z');
  assert.equal(formatClock(at, 'zh-CN', 'Asia/Shanghai'), '18:05');
  assert.match(formatExactTime(at, 'en', 'Europe/Monaco'), /11:05/);
});

test('the mark is SVG and escapes its title', () => {
  assert.match(markSvg({ title: 'Linli "邻里"' }), /aria-label="Linli &quot;邻里&quot;"/);
  assert.match(appIconSvg({ maskable: true }), /rx="0"/);
});
