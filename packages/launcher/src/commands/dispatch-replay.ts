import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { replayTick, type StoredTick } from '../../../../edge-functions/_shared/dispatch/replay-tick.ts';
import { describeTick, type Texts } from '../dispatch/describe-tick.ts';
import { profileDir, root } from '../paths.ts';
import { readRunningWorld } from '../world/running-world.ts';

/**
 * `npm run dispatch:replay -- TICK_ID [--locale en|zh-CN] [--json]`: decides a stored round of the running `npm start`
 * once more and tells what was decided and why. With `SUPABASE_URL` and `SUPABASE_SERVICE_ROLE_KEY` in the environment
 * the round is read from there. Ends with 1 when the engine of today decides differently.
 */
export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { locale: { type: 'string', default: 'zh-CN' }, json: { type: 'boolean', default: false } },
  });
  const [tickId] = positionals;
  if (!tickId) throw new Error('say which round: npm run dispatch:replay -- TICK_ID');
  const tick = await readTick(tickId);
  const { plan, isSame } = replayTick(tick);
  if (values.json) process.stdout.write(`${JSON.stringify({ tick_id: tick.id, is_same: isSame, plan })}\n`);
  else {
    const file = join(root, 'admin/src/messages', `${values.locale}.json`);
    const texts = JSON.parse(await readFile(file, 'utf8')) as Texts;
    process.stdout.write(`${describeTick(tick, plan, texts).join('\n')}\n`);
    const verdict = { true: 'the same plan as then', false: 'NOT the plan of then', null: 'never committed' };
    process.stdout.write(`${verdict[`${isSame}`]}\n`);
  }
  if (isSame === false) process.exitCode = 1;
}

async function readTick(tickId: string): Promise<StoredTick> {
  const { SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY } = process.env;
  const at =
    SUPABASE_URL && SUPABASE_SERVICE_ROLE_KEY
      ? { url: SUPABASE_URL, secretKey: SUPABASE_SERVICE_ROLE_KEY }
      : await readRunningWorld(profileDir('dev'));
  const response = await fetch(`${at.url}/rest/v1/rpc/get_dispatch_tick`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      apikey: at.secretKey,
      authorization: `Bearer ${at.secretKey}`,
    },
    body: JSON.stringify({ p_tick_id: tickId }),
  });
  const body = (await response.json()) as StoredTick & { message?: string };
  if (!response.ok) throw new Error(`round ${tickId}: ${body.message ?? response.status}`);
  return body;
}
