import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { withTown } from './town.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const scalar: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(
    null,
    true,
    false,
    0,
    1,
    -1,
    2.5,
    '',
    '0',
    '1',
    ' 7 ',
    'apple',
    'Apple',
    '2x',
    [],
    [1],
    ['1', 2],
  ),
  fc.integer({ min: -50, max: 50 }),
);
const data: fc.Arbitrary<Json> = fc.record({
  a: scalar,
  b: fc.record({ c: scalar, d: scalar }),
  list: fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 5 }),
  rows: fc.array(fc.record({ n: fc.integer({ min: 0, max: 9 }), s: fc.constantFrom('x', 'y') }), {
    maxLength: 4,
  }),
});
const path = fc.constantFrom('a', 'b.c', 'b.d', 'list', 'list.1', 'rows.0.n', 'none', 'b.none');
const { rule } = fc.letrec<{ rule: Json; value: Json }>((tie) => {
  const values = (min: number, max: number): fc.Arbitrary<Json[]> =>
    fc.array(tie('value'), { minLength: min, maxLength: max });
  const call = (names: string[], min: number, max: number): fc.Arbitrary<Json> =>
    fc.tuple(fc.constantFrom(...names), values(min, max)).map(([name, args]) => ({ [name]: args }));
  const over = (names: string[], logic: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
    fc
      .tuple(fc.constantFrom(...names), fc.constantFrom('list', 'rows', 'none', 'a'), logic)
      .map(([name, list, inner]) => ({ [name]: [{ var: list }, inner] }));
  const ofOne: fc.Arbitrary<Json> = fc
    .tuple(
      fc.constantFrom('>', '<', '==', '%', '+', '*'),
      fc.constantFrom('', 'n', 's'),
      fc.integer({ min: 1, max: 4 }),
    )
    .map(([name, part, number]) => ({ [name]: [{ var: part }, number] }));
  return {
    value: fc.oneof({ maxDepth: 4, depthSize: 'small' }, scalar, tie('rule')),
    rule: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      path.map((name): Json => ({ var: name })),
      fc.tuple(path, scalar).map(([name, other]): Json => ({ var: [name, other] })),
      fc.array(path, { maxLength: 3 }).map((names): Json => ({ missing: names })),
      fc
        .tuple(fc.integer({ min: 0, max: 3 }), fc.array(path, { maxLength: 3 }))
        .map(([count, names]): Json => ({ missing_some: [count, names] })),
      call(['==', '===', '!=', '!==', '>', '>=', '-', '/', '%'], 2, 2),
      call(['<', '<='], 2, 3),
      call(['!', '!!'], 1, 1),
      call(['and', 'or', 'if', '+', '*', 'min', 'max', 'cat', 'merge'], 1, 4),
      fc
        .tuple(tie('value'), fc.constantFrom('list', 'a', 'b.c'))
        .map(([needle, name]): Json => ({ in: [needle, { var: name }] })),
      fc
        .tuple(tie('value'), fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 }))
        .map((args): Json => ({ substr: args })),
      over(['map', 'filter', 'all', 'none', 'some'], ofOne),
      over(['reduce'], fc.constant({ '+': [{ var: 'accumulator' }, { var: 'current' }] })).map(
        (made): Json => ({ ...(made as object) }),
      ),
    ),
  };
});

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

// Ours has JSON's decimal numbers only: what arithmetic makes beyond them is null at once.
let isInexact = false;
jsonLogic.add_operation('json', (value: unknown) => {
  if (typeof value !== 'number') return value;
  isInexact ||= /\.\d{4,}|e/.test(String(value));
  return Number.isFinite(value) ? value : null;
});
// JSON has no identity: lists are equal when their contents are.
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const areLists = (a: unknown, b: unknown): boolean => Array.isArray(a) && Array.isArray(b);
const loose = (a: unknown, b: unknown): boolean => (areLists(a, b) ? same(a, b) : a == b);
const strict = (a: unknown, b: unknown): boolean => (areLists(a, b) ? same(a, b) : a === b);
jsonLogic.add_operation('==', loose);
jsonLogic.add_operation('!=', (a: unknown, b: unknown) => !loose(a, b));
jsonLogic.add_operation('===', strict);
jsonLogic.add_operation('!==', (a: unknown, b: unknown) => !strict(a, b));

function inJson(logic: Json): Json {
  if (Array.isArray(logic)) return logic.map(inJson);
  if (!isObject(logic)) return logic;
  const [name = ''] = Object.keys(logic);
  const made = { [name]: inJson(logic[name] ?? null) };
  return ['+', '-', '*', '/', '%', 'min', 'max'].includes(name) ? { json: [made] } : made;
}

/** What the published evaluator says; `undefined` where floating point shows. */
function published(logic: Json, input: Json): Json | undefined {
  isInexact = false;
  const answer: unknown = jsonLogic.apply(inJson(logic) as RulesLogic, input);
  return isInexact ? undefined : (JSON.parse(JSON.stringify(answer) ?? 'null') as Json);
}

test('rules made at random have the answers of json-logic-js', { timeout: 120_000 }, async () => {
  const cases = fc
    .sample(fc.tuple(rule, data), { numRuns: 4000, seed: 20261122 })
    .map((made) => JSON.parse(JSON.stringify(made)) as [Json, Json])
    .map(([logic, input]) => ({ logic, input, wanted: published(logic, input) }))
    .filter(({ wanted }) => wanted !== undefined);
  assert.ok(cases.length > 3500);
  await withTown(async (town) => {
    const differing = await town.read<unknown[]>(
      `select coalesce(jsonb_agg(c || jsonb_build_object('found', found)), '[]')
       from jsonb_array_elements($1::jsonb) c
       cross join lateral (select private.json_logic(c -> 'logic', c -> 'input') as found) f
       where f.found is distinct from c -> 'wanted'`,
      JSON.stringify(cases),
    );
    assert.deepEqual(differing.slice(0, 5), []);
  });
});
