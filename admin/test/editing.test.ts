import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allows, workspacesOf, type Roles } from '../src/lib/access.ts';
import { canMoveUnder, categoryTree, moveInTree } from '../src/lib/category-tree.ts';
import { cleanTranslations } from '../src/lib/clean-translations.ts';
import { costParts, readWhy } from '../src/lib/dispatch-why.ts';
import { fillText } from '../src/lib/fill-text.ts';
import { localName } from '../src/lib/local-name.ts';
import { planOptions } from '../src/lib/options-diff.ts';
import { readOrderFilter, writeOrderFilter } from '../src/lib/order-filter.ts';
import { normalizePhone } from '../src/lib/phone.ts';
import { reorder } from '../src/lib/reorder.ts';
import { parseSetting, settingText } from '../src/lib/setting-value.ts';

const rows = [
  { id: 'food', parent_id: null, sort_order: 10 },
  { id: 'noodles', parent_id: 'food', sort_order: 10 },
  { id: 'rice', parent_id: 'food', sort_order: 20 },
  { id: 'shop', parent_id: null, sort_order: 20 },
];

test('the tree keeps the order of siblings and shows orphans at the top', () => {
  const tree = categoryTree([...rows, { id: 'lost', parent_id: 'gone', sort_order: 5 }]);
  assert.deepEqual(
    tree.map((node) => node.id),
    ['lost', 'food', 'shop'],
  );
  assert.deepEqual(
    tree[1]?.children?.map((node) => node.id),
    ['noodles', 'rice'],
  );
});

test('a category never moves under itself or its own descendants', () => {
  assert.equal(canMoveUnder(rows, 'food', 'noodles'), false);
  assert.equal(canMoveUnder(rows, 'food', 'food'), false);
  assert.equal(canMoveUnder(rows, 'noodles', 'shop'), true);
  assert.deepEqual(moveInTree(rows, 'food', 'rice', 0), []);
});

test('a move writes only what changes', () => {
  assert.deepEqual(moveInTree(rows, 'rice', 'food', 0), [
    { id: 'rice', parent_id: 'food', sort_order: 10 },
    { id: 'noodles', parent_id: 'food', sort_order: 20 },
  ]);
  assert.deepEqual(moveInTree(rows, 'rice', 'shop', 0), [{ id: 'rice', parent_id: 'shop', sort_order: 10 }]);
  assert.deepEqual(
    reorder(
      [
        { id: 'a', sort_order: 10 },
        { id: 'b', sort_order: 20 },
        { id: 'c', sort_order: 30 },
      ],
      1,
      0,
    ),
    [
      { id: 'b', sort_order: 10 },
      { id: 'a', sort_order: 20 },
    ],
  );
});

test('edited choices become removals and writes', () => {
  const before = [
    {
      id: 'g1',
      name: '辣度',
      modifiers: [
        { id: 'm1', name: '微辣' },
        { id: 'm2', name: '特辣' },
      ],
    },
    { id: 'g2', name: '加料', modifiers: [{ id: 'm3', name: '蛋' }] },
  ];
  const plan = planOptions(before, [
    {
      id: 'g1',
      name: ' 辣度 ',
      min_count: 2,
      max_count: 1,
      modifiers: [
        { id: 'm2', name: '特辣' },
        { name: '变态辣', price_cents: 100 },
      ],
    },
  ]);
  assert.deepEqual(plan.removeGroups, ['g2']);
  assert.deepEqual(plan.removeModifiers, ['m1']);
  assert.equal(plan.groups[0]?.name, '辣度');
  assert.equal(plan.groups[0]?.max_count, 2);
  assert.deepEqual(
    plan.groups[0]?.modifiers.map(({ id, price_cents, sort_order }) => [id, price_cents, sort_order]),
    [
      ['m2', 0, 10],
      [undefined, 100, 20],
    ],
  );
});

test('names follow the reader’s language and translations are kept tidy', () => {
  const row = { name: '面馆', translations: { en: { name: 'Noodles' } } };
  assert.equal(localName(row, 'en'), 'Noodles');
  assert.equal(localName(row, 'zh-CN'), '面馆');
  assert.equal(localName({ name: '面馆', translations: {} }, 'en'), '面馆');
  assert.deepEqual(cleanTranslations({ en: { name: ' Noodles ', title: '' }, fr: {} }), {
    en: { name: 'Noodles' },
  });
});

test('phone numbers are read as people write them', () => {
  assert.equal(normalizePhone('138 0000 0001'), '+8613800000001');
  assert.equal(normalizePhone('0033 6 12 34 56 78'), '+33612345678');
  assert.equal(normalizePhone('12345'), undefined);
});

test('a setting keeps its type', () => {
  assert.deepEqual(parseSetting('420', 300), { value: 420 });
  assert.equal(parseSetting('soon', 300), undefined);
  assert.deepEqual(parseSetting(' http://x ', ''), { value: 'http://x' });
  assert.equal(parseSetting('{', {}), undefined);
  assert.equal(settingText(300), '300');
});

test('a stored explanation is read, another shape is not', () => {
  const chosen = {
    rider_id: 'r1',
    cost_seconds: 220,
    parts: { travel: 160, wait: 0, in_hand: 20 },
    travel_seconds: 160,
  };
  const why = readWhy({ key: 'dispatch.why.best', candidate_count: 3, chosen, runner_up: null });
  assert.deepEqual(why && costParts(why.chosen), [
    ['travel', 160],
    ['in_hand', 20],
  ]);
  assert.equal(readWhy({}), undefined);
  assert.equal(readWhy(null), undefined);
});

test('a filter survives its address', () => {
  const filter = { statuses: ['placed', 'ready'], storeId: 's', number: '12', day: '2026-11-20' };
  const params = writeOrderFilter(new URLSearchParams('order=o1'), filter);
  assert.equal(params.get('order'), 'o1');
  assert.deepEqual(readOrderFilter(params), filter);
});

test('places in a message are filled as the database fills them', () => {
  assert.equal(fillText('{store} · {number} {else}', { store: '面馆', number: '7' }), '面馆 · 7 {else}');
});

test('rights mirror the roles', () => {
  const roles = (role: 'manager' | 'order_clerk' | 'courier', ops: Roles['ops_role'] = null): Roles => ({
    user_id: 'u',
    display_name: null,
    ops_role: ops,
    is_rider: false,
    stores: [
      { id: 's', name: '', translations: {}, merchant_id: 'm', is_published: true, city_id: 'c', role },
    ],
  });
  assert.deepEqual(workspacesOf(roles('manager')), ['merchant']);
  assert.deepEqual(workspacesOf(roles('manager', 'admin')), ['merchant', 'ops']);
  assert.equal(allows(roles('manager'), 'merchant', 'menu', 'edit', 's'), true);
  assert.equal(allows(roles('order_clerk'), 'merchant', 'menu', 'edit', 's'), false);
  assert.equal(allows(roles('order_clerk'), 'merchant', 'desk', 'edit', 's'), true);
  assert.equal(allows(roles('courier'), 'merchant', 'desk', 'edit', 's'), false);
  assert.equal(allows(roles('manager'), 'merchant', 'menu', 'edit', 'other'), false);
  assert.equal(allows(roles('manager'), 'ops', 'map', 'list'), false);
});
