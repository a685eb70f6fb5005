import assert from 'node:assert/strict';
import { test } from 'node:test';
import { penaltyCommands } from '../src/lib/penalty-commands.ts';

const now = new Date('2026-11-22T12:00:00Z');
const due = '2026-11-29T12:00:00Z';

test('a merchant appeals once and in time', () => {
  assert.deepEqual(penaltyCommands({ status: 'issued', appeal_due_at: due }, 'merchant', now), ['appeal']);
  assert.deepEqual(
    penaltyCommands({ status: 'issued', appeal_due_at: '2026-11-21T12:00:00Z' }, 'merchant', now),
    [],
  );
  for (const status of ['appealed', 'upheld', 'withdrawn'] as const)
    assert.deepEqual(penaltyCommands({ status, appeal_due_at: due }, 'merchant', now), []);
});

test('ops uphold what is appealed, and withdraw what stands', () => {
  assert.deepEqual(penaltyCommands({ status: 'appealed', appeal_due_at: due }, 'ops', now), [
    'uphold',
    'withdraw',
  ]);
  assert.deepEqual(penaltyCommands({ status: 'issued', appeal_due_at: due }, 'ops', now), ['withdraw']);
  assert.deepEqual(penaltyCommands({ status: 'upheld', appeal_due_at: due }, 'ops', now), ['withdraw']);
  assert.deepEqual(penaltyCommands({ status: 'withdrawn', appeal_due_at: due }, 'ops', now), []);
});
