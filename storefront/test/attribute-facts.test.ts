import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attributeFacts } from '../src/lib/catalog/attribute-facts.ts';

const schema = {
  properties: {
    spicy: { title: '辣度', 'x-order': 1 },
    origin: { title: '产地', 'x-translations': { en: { title: 'Origin' } }, 'x-order': 0 },
    labels: { title: '标签', 'x-order': 2 },
    halal: { title: '清真', 'x-order': 3 },
    parts: { title: '部件' },
  },
};

test('attributes are shown in the order and with the names of their category', () => {
  const attributes = {
    labels: ['手工', '当日'],
    spicy: 2,
    origin: '武汉',
    halal: false,
    hidden: 'x',
    parts: {},
  };
  assert.deepEqual(attributeFacts(attributes, schema, 'zh-CN'), [
    { key: 'origin', name: '产地', value: '武汉' },
    { key: 'spicy', name: '辣度', value: '2' },
    { key: 'labels', name: '标签', value: '手工、当日' },
    { key: 'halal', name: '清真', value: false },
  ]);
  assert.equal(attributeFacts(attributes, schema, 'en')[0]?.name, 'Origin');
  assert.deepEqual(attributeFacts({}, schema, 'en'), []);
});
