import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedPrice } from '../src/lib/bulk-prices.ts';
import { groupWindows, planWindows } from '../src/lib/daypart-windows.ts';
import { planList } from '../src/lib/list-diff.ts';
import { cleanAttributes, schemaControl, schemaTitle } from '../src/lib/object-schema.ts';

test('many prices change by percent, by an amount or to one price, never below nothing', () => {
  assert.equal(changedPrice(1999, { way: 'percent', value: 10 }), 2199);
  assert.equal(changedPrice(300, { way: 'amount', value: -500 }), 0);
  assert.equal(changedPrice(300, { way: 'fixed', value: 1200 }), 1200);
});

test('rows are created, changed and removed by their ids', () => {
  const plan = planList([{ id: 'a' }, { id: 'b' }], [{ id: 'b', name: 'B' }, { name: 'C' }]);
  assert.deepEqual(plan, { create: [{ name: 'C' }], update: [{ id: 'b', name: 'B' }], remove: ['a'] });
});

test('windows of equal times are one line, and only the difference is written', () => {
  const rows = [1, 2].map((weekday) => ({
    id: `w${weekday}`,
    weekday,
    starts_at: '07:00:00',
    ends_at: '10:00:00',
  }));
  assert.deepEqual(groupWindows(rows), [{ weekdays: [1, 2], starts_at: '07:00', ends_at: '10:00' }]);
  assert.deepEqual(planWindows(rows, [{ weekdays: [2, 3], starts_at: '07:00', ends_at: '10:00' }]), {
    remove: ['w1'],
    create: [{ weekday: 3, starts_at: '07:00', ends_at: '10:00' }],
  });
});

test('a property of a schema gets its control and its name', () => {
  assert.equal(schemaControl({ type: 'string', enum: ['mild', 'hot'] }), 'choice');
  assert.equal(schemaControl({ type: ['integer', 'null'] }), 'integer');
  assert.equal(schemaControl({ type: 'object' }), 'json');
  const spicy = { title: '辣度', 'x-translations': { en: { title: 'Spicy' } } };
  assert.equal(schemaTitle('spicy', spicy, 'en'), 'Spicy');
  assert.equal(schemaTitle('spicy', spicy, 'zh-CN'), '辣度');
  assert.deepEqual(cleanAttributes({ a: '', b: [], c: false, d: 0 }), { c: false, d: 0 });
});
