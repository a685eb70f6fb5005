import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAttributes, writeAttributes } from '../src/lib/attribute-drafts.ts';
import { schemaProperties, type ObjectSchema } from '../src/lib/object-schema.ts';

const schema: ObjectSchema & { additionalProperties: boolean } = {
  additionalProperties: false,
  properties: {
    spicy: { type: 'integer', minimum: 0, maximum: 3, title: '辣度', 'x-order': 1 },
    taste: {
      type: 'string',
      enum: ['咸', '甜'],
      title: '口味',
      'x-translations': { en: { title: 'Taste' } },
      'x-order': 0,
    },
    parts: { type: 'object', title: '部件' },
  },
  required: ['taste'],
};

test('attributes are read in their order, and written back as they were', () => {
  const drafts = readAttributes(schema);
  assert.deepEqual(
    drafts.map(({ key, type, title_en, is_required }) => [key, type, title_en, is_required]),
    [
      ['taste', 'choice', 'Taste', true],
      ['spicy', 'integer', undefined, false],
      ['parts', 'other', undefined, false],
    ],
  );
  const again = writeAttributes(drafts, schema);
  assert.deepEqual(schemaProperties(again), [
    ...schemaProperties(schema).slice(0, 2),
    ['parts', { type: 'object', title: '部件', 'x-order': 2 }],
  ]);
  assert.deepEqual(again.required, ['taste']);
});

test('a new attribute gets its schema, a changed type a new one, and the last one leaves nothing', () => {
  const [taste, spicy] = readAttributes(schema);
  assert.ok(taste && spicy);
  const changed = writeAttributes(
    [
      { ...spicy, type: 'tags', choices: [] },
      { key: 'glutinous', title: '糯', title_en: ' Sticky ', type: 'boolean', is_required: true },
    ],
    schema,
  );
  assert.deepEqual(changed, {
    additionalProperties: false,
    properties: {
      spicy: { type: 'array', items: { type: 'string' }, title: '辣度', 'x-order': 0 },
      glutinous: {
        type: 'boolean',
        title: '糯',
        'x-translations': { en: { title: 'Sticky' } },
        'x-order': 1,
      },
    },
    required: ['glutinous'],
  });
  assert.deepEqual(writeAttributes([], { properties: { taste: {} }, required: ['taste'] }), {});
});
