import assert from 'node:assert/strict';
import { dirname, resolve } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readFunctionConfigs } from '../src/functions/function-config.ts';
import { startFunctionsPart } from './support/functions-part.ts';

const SUPABASE = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

it('serves every function of the product', async () => {
  const names = [...(await readFunctionConfigs(SUPABASE, {})).keys()];
  assert.ok(names.length > 0);
  const part = await startFunctionsPart({}, {}, SUPABASE);
  try {
    assert.equal((await part.health()).ok, true);
    for (const name of names) {
      const response = await part.call(name, {
        method: 'POST',
        body: '{}',
        headers: { authorization: `Bearer ${part.keys.anonJwt}`, 'content-type': 'application/json' },
      });
      assert.ok(
        ![404, 503, 504].includes(response.status),
        `${name}: ${response.status} ${await response.text()}`,
      );
    }
  } finally {
    await part.stop();
  }
});
