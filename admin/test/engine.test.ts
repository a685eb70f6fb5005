import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedValues } from '../src/lib/engine/changed-values.ts';
import { checkRules } from '../src/lib/engine/check-rules.ts';
import { chooseWidget, fitWidgets } from '../src/lib/engine/choose-widget.ts';
import { defaultValue } from '../src/lib/engine/default-value.ts';
import { actionArguments } from '../src/lib/engine/action-arguments.ts';
import { fieldSchema } from '../src/lib/engine/field-schema.ts';
import { geometryBounds, geometryOf, geometryParts } from '../src/lib/engine/geometry.ts';
import { humanize } from '../src/lib/engine/humanize.ts';
import { moveItem } from '../src/lib/engine/move-item.ts';
import { keyOfId, rowId } from '../src/lib/engine/row-key.ts';
import { afterRow, filterConditions, orderColumns } from '../src/lib/engine/row-query.ts';
import { renameColumn } from '../src/lib/engine/rename-column.ts';
import { screenModel } from '../src/lib/engine/screen-model.ts';
import { sheetBytes } from '../src/lib/engine/sheet.ts';
import type { Column, Definition, Resource } from '../src/lib/engine/types.ts';

function column(name: string, part: Partial<Column> = {}): Column {
  return {
    name,
    kind: 'text',
    type: 'text',
    is_required: false,
    is_nullable: true,
    is_generated: false,
    is_indexed: false,
    may: { select: true, insert: true, update: true },
    ...part,
  };
}

const shops: Resource = {
  name: 'shops',
  kind: 'table',
  comment: null,
  has_rls: true,
  is_custom: false,
  primary_key: ['id'],
  label_column: 'name',
  columns: [
    column('id', { kind: 'uuid', may: { select: true, insert: false, update: false } }),
    column('name', { is_required: true, is_nullable: false }),
    column('fee_cents', { kind: 'integer' }),
    column('rating', { kind: 'number', may: { select: true, insert: false, update: false } }),
    column('created_at', { kind: 'datetime', may: { select: true, insert: false, update: false } }),
  ],
  children: [],
  rights: { select: 'all', insert: 'own', update: 'own', delete: 'none' },
  custom_fields: [
    {
      key: 'seats',
      schema: { type: 'integer' },
      labels: {},
      help: {},
      is_required: false,
      is_internal: true,
    },
  ],
  custom_labels: null,
  row_estimate: 10,
};

test('checks become rules of a form', () => {
  assert.deepEqual(checkRules('name', ['((length(name) >= 1) AND (length(name) <= 40))']), {
    minLength: 1,
    maxLength: 40,
  });
  assert.deepEqual(
    checkRules('lon', [
      "((lon >= ('-180'::integer)::double precision) AND (lon <= (180)::double precision))",
    ]),
    {
      min: -180,
      max: 180,
    },
  );
  assert.deepEqual(checkRules('slug', ["(slug ~ '^[a-z0-9-]+$'::text)"]), { pattern: '^[a-z0-9-]+$' });
  assert.deepEqual(checkRules('locale', ["(locale = ANY (ARRAY['zh-CN'::text, 'en'::text]))"]), {
    choices: ['zh-CN', 'en'],
  });
  assert.deepEqual(
    checkRules('a', ['((a IS NULL) OR (a > 3))']),
    {},
    'what is not understood is left to the database',
  );
});

test('names and kinds choose the widget, and every choice fits', () => {
  const pairs: [Column, string][] = [
    [column('fee_cents', { kind: 'integer' }), 'money'],
    [column('commission_bps', { kind: 'integer' }), 'percent'],
    [column('image_path'), 'image'],
    [column('translations', { kind: 'json' }), 'translations'],
    [
      column('store_id', { kind: 'uuid', references: { table: 'stores', column: 'id', label: 'name' } }),
      'reference',
    ],
    [column('area', { kind: 'geometry' }), 'map'],
    [column('odd', { kind: 'other' }), 'text'],
  ];
  for (const [one, widget] of pairs) {
    assert.equal(chooseWidget(one), widget);
    assert.ok(fitWidgets(one).includes(chooseWidget(one)));
  }
});

test('a role sees what the definition leaves it, and never more than the grants', () => {
  const definition: Definition = {
    format: 1,
    resource: 'shops',
    fields: [
      { column: 'rating', editable_by: ['admin'] },
      { column: 'fee_cents', visible_to: ['admin'], required_for: ['admin'] },
      { column: 'name', visible_to: ['admin'] },
      { column: 'gone' },
    ],
    actions: [{ key: 'close', rpc: 'close_shop', visible_to: ['finance'] }],
  };
  const seen = (role: string) =>
    screenModel(shops, definition, role).fields.map((field) => field.column.name);
  assert.deepEqual(seen('admin'), ['rating', 'fee_cents', 'name', 'custom.seats', 'created_at', 'id']);
  assert.deepEqual(
    seen('support'),
    ['rating', 'name', 'custom.seats', 'created_at', 'id'],
    'what a new row needs stays',
  );
  const rating = screenModel(shops, definition, 'admin').fields[0];
  assert.equal(rating?.mayUpdate, false, 'no definition gives a right');
  assert.equal(screenModel(shops, definition, 'admin').fields[1]?.isRequired, true);
  assert.deepEqual(screenModel(shops, definition, 'admin').actions, []);
});

test('a form writes what changed and may be written', () => {
  const { fields } = screenModel(shops, null, 'admin');
  assert.deepEqual(
    changedValues(
      fields,
      { id: '1', name: 'a', fee_cents: 5, rating: 4 },
      { id: '1', name: 'b', fee_cents: 5, rating: 5, 'custom.seats': 9 },
    ),
    { row: { name: 'b' }, custom: { seats: 9 } },
  );
  assert.deepEqual(changedValues(fields, undefined, { name: 'n', fee_cents: undefined, id: 'x' }), {
    row: { name: 'n' },
    custom: {},
  });
  assert.deepEqual(changedValues(fields, { name: 'a', fee_cents: 5 }, { name: 'a', fee_cents: null }).row, {
    fee_cents: null,
  });
});

test('defaults of columns begin a new row', () => {
  assert.equal(defaultValue(column('a', { kind: 'boolean', default: 'true' })), true);
  assert.equal(defaultValue(column('a', { kind: 'integer', default: '15' })), 15);
  assert.equal(
    defaultValue(column('a', { kind: 'enum', default: "'active'::public.merchant_status" })),
    'active',
  );
  assert.equal(defaultValue(column('a', { kind: 'datetime', default: 'now()' })), undefined);
});

test('pages begin after a row, whatever is empty in it', () => {
  const order = orderColumns({ column: 'name', order: 'asc' }, ['id']);
  assert.equal(
    afterRow(order, { name: 'a,b', id: '7' }),
    '(name.gt."a,b",name.is.null,and(name.eq."a,b",id.gt."7"),and(name.eq."a,b",id.is.null))',
  );
  assert.equal(
    afterRow(order, { name: null, id: '7' }),
    '(and(name.is.null,id.gt."7"),and(name.is.null,id.is.null))',
  );
});

test('filters become conditions, and empty ones none', () => {
  assert.deepEqual(filterConditions({ column: 'name', operator: 'contains', value: '50%_*' }), [
    ['name', 'ilike.*50\\%\\_**'],
  ]);
  assert.deepEqual(filterConditions({ column: 'a', operator: 'between', value: [1, null] }), [
    ['a', 'gte.1'],
  ]);
  assert.deepEqual(filterConditions({ column: 'a', operator: 'in', value: ['x', 'y"z'] }), [
    ['a', 'in.("x","y\\"z")'],
  ]);
  assert.deepEqual(filterConditions({ column: 'a', operator: 'eq', value: false }), [['a', 'is.false']]);
  assert.deepEqual(filterConditions({ column: 'a', operator: 'eq', value: '' }), []);
});

test('keys of several columns make one text and come back', () => {
  const pair = { ...shops, primary_key: ['store_id', 'on_date'] };
  const id = rowId(pair, { store_id: 's~1', on_date: '2026-11-22' });
  assert.deepEqual(keyOfId(pair, id), { store_id: 's~1', on_date: '2026-11-22' });
});

test('shapes come from GeoJSON and from binary, and go back as the column wants them', () => {
  const hex = '0101000020E610000029D8351001095E403EBAC788FA453E40';
  const [point] = geometryParts(hex);
  assert.equal(point?.type, 'Point');
  assert.ok(Math.abs(Number(point.coordinates[0]) - 120.14) < 0.01);
  const square = [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ];
  const multi = geometryOf('extensions.geometry(MultiPolygon,4326)', [
    { type: 'Polygon', coordinates: square },
  ]);
  assert.deepEqual(geometryParts(multi), [{ type: 'Polygon', coordinates: square }]);
  assert.deepEqual(geometryBounds(geometryParts(multi)), [
    [0, 0],
    [1, 1],
  ]);
  assert.equal(geometryOf('geometry(Point,4326)', []), null);
});

test('a spreadsheet holds texts as texts', () => {
  const text = new TextDecoder('latin1').decode(sheetBytes([['=1+1', 2, null, 'a<b']]));
  assert.ok(text.startsWith('PK\u0003\u0004'));
  assert.ok(
    text.includes('<c t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c><c><v>2</v></c><c/>'),
  );
  assert.ok(text.includes('a&lt;b'));
  assert.ok(!text.includes('<f>'));
});

test('small things', () => {
  assert.equal(humanize('minimum_order_cents'), 'Minimum order');
  assert.deepEqual(moveItem(['a', 'b', 'c'], 0, 2), ['b', 'c', 'a']);
  assert.deepEqual(fieldSchema({ type: 'integer', minimum: 0, maximum: null }), {
    type: 'integer',
    minimum: 0,
  });
  assert.deepEqual(
    actionArguments(
      {
        key: 'x',
        rpc: 'f',
        arguments: {
          p_id: { from: 'row', column: 'id' },
          p_why: { from: 'input', name: 'why' },
          p_key: { from: 'idempotency_key' },
        },
      },
      { id: 7 },
      { why: 'rain' },
      'key-1',
    ),
    { p_id: 7, p_why: 'rain', p_key: 'key-1' },
  );
});

test('a renamed column is renamed wherever the screen mentions it', () => {
  const before: Definition = {
    format: 1,
    resource: 'fixtures',
    labels: { en: 'colour' },
    fields: [{ column: 'name' }, { column: 'colour' }],
    list: { columns: ['name', 'colour'], sort: { column: 'colour', order: 'asc' } },
    views: [{ key: 'red', filters: [{ column: 'colour', operator: 'eq', value: 'colour' }] }],
  };
  assert.deepEqual(renameColumn(before, 'colour', 'color'), {
    format: 1,
    resource: 'fixtures',
    labels: { en: 'colour' },
    fields: [{ column: 'name' }, { column: 'color' }],
    list: { columns: ['name', 'color'], sort: { column: 'color', order: 'asc' } },
    views: [{ key: 'red', filters: [{ column: 'color', operator: 'eq', value: 'colour' }] }],
  });
});
