import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liableOfReason } from '../src/lib/liable-of-reason.ts';

test('a reason proposes who bears the money, and a customer never does', () => {
  const reasons = [
    { code: 'kitchen_problem', liable_party: 'merchant' },
    { code: 'changed_mind', liable_party: 'customer' },
    { code: 'payment_overdue', liable_party: null },
  ] as const;
  assert.equal(liableOfReason(reasons, 'kitchen_problem'), 'merchant');
  assert.equal(liableOfReason(reasons, 'changed_mind'), 'platform');
  assert.equal(liableOfReason(reasons, 'payment_overdue'), undefined);
  assert.equal(liableOfReason(reasons, undefined), undefined);
});
