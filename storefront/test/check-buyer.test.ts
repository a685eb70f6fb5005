import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkBuyer } from '../src/lib/invoice/check-buyer.ts';

const person = { kind: 'person', title: '张三', taxNumber: '', email: 'z@a.cn' } as const;

test('a person needs a name and an e-mail address', () => {
  assert.deepEqual(checkBuyer(person), { title: false, taxNumber: false, email: false });
  assert.deepEqual(checkBuyer({ ...person, title: ' ', email: 'z@a' }), {
    title: true,
    taxNumber: false,
    email: true,
  });
});

test('a company needs its tax number', () => {
  const company = { ...person, kind: 'company' } as const;
  assert.equal(checkBuyer(company).taxNumber, true);
  assert.equal(checkBuyer({ ...company, taxNumber: ' 91330100MA27XXXX1K ' }).taxNumber, false);
  assert.equal(checkBuyer({ ...company, taxNumber: '税号' }).taxNumber, true);
});
