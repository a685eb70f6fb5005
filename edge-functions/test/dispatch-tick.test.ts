import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { createDispatchTick } from '../dispatch-tick/handler.ts';
import { delivery, rider, snapshot } from './dispatch-snapshot.ts';
import { startFakeRest, type FakeRest } from './fake-rest.ts';

const zone = '3f0d7a52-5c0c-4c53-9d5c-6a4f7a8c1e11';
const key = 'service-key';
let rest: FakeRest;
let time: number;
const clock = {
  now: () => time,
  pause: async (milliseconds: number) => {
    time += milliseconds;
  },
};
const call = (body: unknown, authorization = `Bearer ${key}`) =>
  createDispatchTick(
    { SUPABASE_URL: rest.url, SUPABASE_SERVICE_ROLE_KEY: key },
    clock,
  )(
    new Request('http://127.0.0.1/', {
      method: 'POST',
      headers: { authorization },
      body: JSON.stringify(body),
    }),
  );

const begun = snapshot([delivery('d1')], [rider('r1')]);

before(async () => {
  rest = await startFakeRest();
});
after(() => rest.stop());
beforeEach(() => {
  time = 0;
  rest.calls.length = 0;
  rest.answers.list_dispatch_zones = () => ({ body: [zone] });
  rest.answers.begin_dispatch_tick = () => ({ body: begun });
  rest.answers.commit_dispatch_tick = () => ({ body: [] });
});

test('only the service role may tick', async () => {
  assert.equal((await call({}, 'Bearer someone')).status, 401);
  assert.equal(rest.calls.length, 0);
});

test('a body that is not understood is refused', async () => {
  assert.equal((await call({ zone_id: 'here' })).status, 400);
  assert.equal((await call({ loop_seconds: 3600 })).status, 400);
});

test('a zone is decided and its plan committed', async () => {
  const response = await call({ zone_id: zone });
  assert.deepEqual(await response.json(), {
    zones: [{ zone_id: zone, status: 'decided', offered_count: 1, held_count: 0 }],
  });
  const commit = rest.calls.find((one) => one.name === 'commit_dispatch_tick');
  const { offers } = commit?.args.p_plan as { offers: { delivery_id: string; to_store_seconds: number }[] };
  assert.equal(commit?.args.p_tick_id, 'tick');
  assert.deepEqual(
    offers.map((one) => [one.delivery_id, one.to_store_seconds]),
    [['d1', 140]],
  );
});

test('a busy zone is tried again until its round has ended', async () => {
  let busy = 2;
  rest.answers.begin_dispatch_tick = () => ({ body: busy-- > 0 ? { is_busy: true } : { is_idle: true } });
  const response = await call({ zone_id: zone });
  assert.deepEqual(await response.json(), {
    zones: [{ zone_id: zone, status: 'idle', offered_count: 0, held_count: 0 }],
  });
  assert.equal(time, 800);
});

test('one bad zone does not stop the others', async () => {
  const other = zone.replace('3f', '4f');
  rest.answers.list_dispatch_zones = () => ({ body: [zone, other] });
  rest.answers.begin_dispatch_tick = ({ p_zone_id }) =>
    p_zone_id === zone ? { status: 404, body: { message: 'dispatch.zone_not_found' } } : { body: begun };
  const { zones } = (await (await call({})).json()) as { zones: { status: string }[] };
  assert.deepEqual(
    zones.map((one) => one.status),
    ['error', 'decided'],
  );
});

test('a loop ticks every five seconds and ends when nothing waits', async () => {
  let left = 3;
  rest.answers.list_dispatch_zones = () => ({ body: left-- > 0 ? [zone] : [] });
  const response = await call({ loop_seconds: 55 });
  assert.deepEqual(await response.json(), { rounds: 4, offered_count: 3 });
  assert.equal(time, 15_000);
});

test('a loop ends in time and outlives a round that fails', async () => {
  rest.answers.list_dispatch_zones = () => (time === 5000 ? { status: 503, body: {} } : { body: [zone] });
  const response = await call({ loop_seconds: 20 });
  assert.deepEqual(await response.json(), { rounds: 4, offered_count: 3 });
});
