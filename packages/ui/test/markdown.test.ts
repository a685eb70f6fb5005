import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseMarkdown } from '../src/markdown.ts';

const text = (value: string) => ({ kind: 'text', text: value });

test('headings, paragraphs, lists, quotes and rules become blocks', () => {
  assert.deepEqual(parseMarkdown('# 一\n\n段落\n第二行\n\n- a\n- b\n1. c\n\n> 引用\n\n---'), [
    { kind: 'heading', level: 2, children: [text('一')] },
    { kind: 'paragraph', children: [text('段落\n第二行')] },
    { kind: 'list', isOrdered: false, items: [[text('a')], [text('b')]] },
    { kind: 'list', isOrdered: true, items: [[text('c')]] },
    { kind: 'quote', children: [text('引用')] },
    { kind: 'rule' },
  ]);
});

test('bold, italic, code and links nest', () => {
  assert.deepEqual(parseMarkdown('看 **[这里](/s/1)** 和 *那里*，`x*y*`')[0], {
    kind: 'paragraph',
    children: [
      text('看 '),
      { kind: 'strong', children: [{ kind: 'link', href: '/s/1', children: [text('这里')] }] },
      text(' 和 '),
      { kind: 'em', children: [text('那里')] },
      text('，'),
      { kind: 'code', text: 'x*y*' },
    ],
  });
});

test('HTML and dangerous links stay text', () => {
  for (const written of [
    '<script>alert(1)</script>',
    '[x](javascript:alert)',
    '[x](//evil.example)',
    '[x](/\\evil.example)',
    '[x](data:text/html,hi)',
  ])
    assert.deepEqual(parseMarkdown(written), [{ kind: 'paragraph', children: [text(written)] }]);
});
