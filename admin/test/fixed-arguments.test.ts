import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedArguments } from '../src/lib/engine/fixed-arguments.ts';

test('an action shows what it always gives, whatever its label says', () => {
  const action = {
    key: 'refresh',
    rpc: 'set_ops_member',
    arguments: {
      p_account: { from: 'row', column: 'phone' },
      p_role: { from: 'value', value: 'admin' },
    },
  } as const;
  assert.deepEqual(fixedArguments(action), [['p_role', '"admin"']]);
  assert.deepEqual(fixedArguments({ key: 'plain', rpc: 'publish_promotion' }), []);
});
