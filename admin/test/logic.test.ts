import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import jsonLogic from 'json-logic-js';
import { canonicalLogic } from '../src/lib/logic/canonical-logic.ts';
import { checkLogic } from '../src/lib/logic/check-logic.ts';
import { explainLogic } from '../src/lib/logic/explain-logic.ts';
import { arityOf, operatorsOf } from '../src/lib/logic/operators.ts';
import { parseLogic } from '../src/lib/logic/parse-logic.ts';
import { writeLogic } from '../src/lib/logic/write-logic.ts';
import type { Condition, Fact, Group, LogicNode } from '../src/lib/logic/types.ts';

const facts: Fact[] = [
  { path: 'cart.subtotal_cents', type: 'money', label: '商品金额' },
  { path: 'cart.quantity', type: 'number', label: '件数' },
  { path: 'customer.is_first_order', type: 'boolean', label: '首单' },
  { path: 'fulfillment_type', type: 'choice', label: '方式' },
  { path: 'cart.product_ids', type: 'list', label: '商品' },
  { path: 'now.date', type: 'date', label: '日期' },
];
const words = fc.constantFrom('a', 'b', 'c', 'delivery');
const numbers = fc.integer({ min: 0, max: 5 });
const days = fc.constantFrom('2026-11-01', '2026-11-15', '2026-12-01');

const conditions: fc.Arbitrary<Condition> = fc.constantFrom(...facts).chain((fact) =>
  fc.constantFrom(...operatorsOf(fact)).chain((operator) => {
    const one: fc.Arbitrary<string | number> =
      fact.type === 'money' || fact.type === 'number' ? numbers : fact.type === 'date' ? days : words;
    const value = {
      none: fc.constant(null),
      one,
      two: fc.tuple(one, one),
      many: fc.array(one, { minLength: 1, maxLength: 3 }),
    }[arityOf(operator)] as fc.Arbitrary<Condition['value']>;
    return value.map((given): Condition => ({ kind: 'condition', path: fact.path, operator, value: given }));
  }),
);

/** Trees as parsing makes them: only the root may be a group of one part. */
const { group: groups } = fc.letrec<{ node: LogicNode; group: Group }>((tie) => ({
  node: fc.oneof({ maxDepth: 3, withCrossShrink: true }, conditions, tie('group')),
  group: fc.record(
    {
      kind: fc.constant('group' as const),
      join: fc.constantFrom('and' as const, 'or' as const),
      negated: fc.boolean(),
      parts: fc.array(tie('node'), { minLength: 2, maxLength: 4 }),
    },
    { noNullPrototype: true },
  ),
}));

const data = fc.record({
  cart: fc.record({
    subtotal_cents: numbers,
    quantity: numbers,
    product_ids: fc.array(words, { maxLength: 3 }),
  }),
  customer: fc.record({ is_first_order: fc.boolean() }),
  fulfillment_type: words,
  now: fc.record({ date: days }),
});

test('a tree is the same after it was written and read', () => {
  fc.assert(fc.property(groups, (tree) => assert.deepEqual(parseLogic(writeLogic(tree), facts), tree)));
});

test('any JSON is the same rule after it was read and written', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (rule) => {
      assert.deepEqual(writeLogic(parseLogic(rule, facts)), canonicalLogic(rule ?? true, facts));
    }),
  );
});

test('the canonical form answers as the rule did', () => {
  const loose = groups.map(
    (tree) =>
      JSON.parse(
        JSON.stringify(writeLogic(tree))
          .replaceAll('{"var":"', '{"var":["')
          .replace(/(\{"var":\["[^"]*")\}/g, '$1]}'),
      ) as unknown,
  );
  fc.assert(
    fc.property(loose, data, (rule, given) => {
      const wrapped = { and: [rule] };
      assert.equal(
        Boolean(jsonLogic.apply(canonicalLogic(wrapped, facts) as never, given)),
        Boolean(jsonLogic.apply(wrapped as never, given)),
      );
    }),
  );
});

test('an explanation is what the evaluator says', () => {
  fc.assert(
    fc.property(groups, data, (tree, given) => {
      assert.equal(explainLogic(tree, given), Boolean(jsonLogic.apply(writeLogic(tree) as never, given)));
    }),
  );
});

test('what the builder cannot show stays as it is, beside what it can', () => {
  const strange = { '>': [{ '+': [{ var: 'cart.quantity' }, 1] }, 3] };
  const rule = { and: [strange, { '>=': [{ var: 'cart.subtotal_cents' }, 3000] }] };
  const tree = parseLogic(rule, facts);
  assert.deepEqual(
    tree.parts.map(({ kind }) => kind),
    ['raw', 'condition'],
  );
  assert.deepEqual(writeLogic(tree), rule);
  assert.equal(explainLogic(tree, { cart: { subtotal_cents: 1, quantity: 9 } }), false);
  assert.equal(explainLogic(tree, { cart: { subtotal_cents: 3000, quantity: 9 } }), undefined);
});

test('a comparison of a yes-or-no fact with true is the fact', () => {
  const tree = parseLogic({ '==': [{ var: 'customer.is_first_order' }, true] }, facts);
  assert.deepEqual(tree.parts, [
    { kind: 'condition', path: 'customer.is_first_order', operator: 'yes', value: null },
  ]);
});

test('no condition at all always holds', () => {
  assert.deepEqual(writeLogic(parseLogic(true, facts)), true);
  assert.deepEqual(writeLogic(parseLogic(null, facts)), true);
});

test('what is missing is told with its place', () => {
  const tree: Group = {
    kind: 'group',
    join: 'and',
    negated: false,
    parts: [
      { kind: 'condition', path: 'cart.quantity', operator: 'gte', value: null },
      { kind: 'condition', path: 'cart.quantity', operator: 'between', value: [5, 2] },
      { kind: 'group', join: 'or', negated: false, parts: [] },
      { kind: 'condition', path: 'customer.is_first_order', operator: 'yes', value: null },
    ],
  };
  assert.deepEqual(checkLogic(tree), [
    { path: '0', problem: 'value' },
    { path: '1', problem: 'order' },
    { path: '2', problem: 'empty' },
  ]);
});
