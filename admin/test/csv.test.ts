import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvCell, csvText } from '../src/lib/csv.ts';

test('a text never becomes a formula', () => {
  for (const text of ['=1+1', '+cmd', '-2+3', '@sum', '\t=1', '\r=1']) {
    assert.match(csvCell(text), /^"?'/, JSON.stringify(text));
  }
  assert.equal(csvCell('=HYPERLINK("x")'), `"'=HYPERLINK(""x"")"`);
});

test('numbers stay numbers, negative ones too', () => {
  assert.equal(csvCell(-12.5), '-12.5');
  assert.equal(csvCell(0), '0');
});

test('commas, quotes and line ends are quoted', () => {
  assert.equal(csvCell('a,b'), '"a,b"');
  assert.equal(csvCell('say "hi"'), '"say ""hi"""');
  assert.equal(csvCell('two\nlines'), '"two\nlines"');
  assert.equal(csvCell(null), '');
});

test('a file has a byte order mark and CRLF lines', () => {
  assert.equal(csvText(['单号', '金额'], [['1', 2.5]]), '\uFEFF单号,金额\r\n1,2.5\r\n');
});
