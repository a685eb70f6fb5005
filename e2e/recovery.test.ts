import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { newKey } from '@linli/database';
import type { World } from '@linli/launcher/world/start-world';
import pg from 'pg';
import { eventually } from './support/eventually.ts';
import {
  chooseStore,
  payOrder,
  placeOrder,
  type PlacedOrder,
  type StoreChoice,
} from './support/order-flow.ts';
import { must, serviceClient, signInCustomer, signInStaff, type Client } from './support/people.ts';
import { startTestWorld } from './support/test-world.ts';

let world: World;
let customer: Client;
let merchant: Client;
let rider: Client;
let choice: StoreChoice;

before(async () => {
  world = await startTestWorld('recovery');
  await world.workflows;
  merchant = await signInStaff(world, 'merchant@demo.linli');
  rider = await signInStaff(world, 'rider1@demo.linli');
  customer = await signInCustomer(world, '13800000009');
  choice = await chooseStore(merchant);
});

after(async () => {
  await world?.stop();
});

async function killPlatform(): Promise<void> {
  const pid = world.platformPid();
  assert.ok(pid);
  process.kill(pid, 'SIGKILL');
  await platformAnswers();
}

async function killPostgres(): Promise<void> {
  process.kill(await postmasterPid(), 'SIGKILL');
  await platformAnswers();
}

/** The server that every session of the world's database is a child of. */
async function postmasterPid(): Promise<number> {
  const session = new pg.Client({ connectionString: world.platform.dbUrl, connectionTimeoutMillis: 10_000 });
  await session.connect();
  try {
    const { rows } = await session.query<{ pid: number }>('select pg_backend_pid() as pid');
    const status = readFileSync(`/proc/${rows[0]?.pid}/status`, 'utf8');
    return Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]);
  } finally {
    await session.end();
  }
}

async function platformAnswers(): Promise<void> {
  await eventually(
    'the platform answering again',
    async () => {
      const answer = await serviceClient(world).from('cities').select('id').limit(1);
      return answer.error === null;
    },
    60_000,
  );
}

async function orderStatus(orderId: string): Promise<string | undefined> {
  return must(await customer.from('orders').select('status').eq('id', orderId))[0]?.status;
}

/** Repeats a command with the same key until it is answered, as an app does after a broken connection. */
async function insist(command: () => PromiseLike<{ error: { message: string } | null }>): Promise<void> {
  await eventually(
    'the command being answered',
    async () => {
      const { error } = await command();
      if (error) throw new Error(error.message);
      return true;
    },
    60_000,
  );
}

async function carryToTheDoor(order: PlacedOrder): Promise<void> {
  const store = choice;
  await insist(() => rider.rpc('go_online', { p_lon: store.lon, p_lat: store.lat }));
  type Home = { offers: { id: string }[]; deliveries: { id: string; order_id: string; status: string }[] };
  const home = async (): Promise<Home> => must(await rider.rpc('get_rider_home')) as unknown as Home;
  const offer = await eventually('an offer', async () => (await home()).offers[0], 90_000);
  const offerKey = newKey();
  await insist(() => rider.rpc('accept_offer', { p_offer_id: offer.id, p_idempotency_key: offerKey }));
  const task = (await home()).deliveries.find((one) => one.order_id === order.id);
  assert.ok(task);
  for (const command of [
    'arrive_at_store',
    'pick_up_delivery',
    'arrive_at_customer',
    'deliver_delivery',
  ] as const) {
    if (command === 'arrive_at_customer') await killPlatform();
    const key = newKey();
    await insist(() => rider.rpc(command, { p_delivery_id: task.id, p_idempotency_key: key }));
  }
}

test('killing the platform, PostgreSQL and n8n in the middle loses no order and no cent', async () => {
  const key = newKey();
  const order = await placeOrder(customer, choice, key);
  await killPlatform();
  assert.equal(await orderStatus(order.id), 'pending_payment');

  await payOrder(world, customer, order.id);
  await killPostgres();
  await eventually('the order being paid', async () => (await orderStatus(order.id)) === 'placed', 60_000);

  const n8n = (await world.workflows).pid();
  assert.ok(n8n);
  process.kill(n8n, 'SIGKILL');
  const acceptKey = newKey();
  await insist(() =>
    merchant.rpc('accept_order', {
      p_order_id: order.id,
      p_idempotency_key: acceptKey,
      p_preparation_minutes: 5,
    }),
  );
  await killPostgres();
  const readyKey = newKey();
  await insist(() => merchant.rpc('mark_order_ready', { p_order_id: order.id, p_idempotency_key: readyKey }));

  await carryToTheDoor(order);
  assert.equal(await orderStatus(order.id), 'completed');

  const ops = await signInStaff(world, 'ops@demo.linli');
  const ledger = must(await ops.rpc('get_order_ledger', { p_order_id: order.id }));
  assert.equal(
    ledger.reduce((sum, line) => sum + line.amount_cents, 0),
    0,
  );
  const taken = ledger.filter(
    (line) => line.transaction_kind === 'payment_captured' && line.amount_cents > 0,
  );
  assert.deepEqual(
    taken.map((line) => line.amount_cents),
    [order.total_cents],
  );
  const kinds = new Set(ledger.map((line) => line.transaction_kind));
  assert.ok(kinds.has('order_completed') && !kinds.has('payment_refunded'), [...kinds].join());

  await eventually(
    'every message being sent by the restarted n8n',
    async () => {
      const told = must(await customer.from('notifications').select('event').eq('order_id', order.id)).map(
        (one) => one.event,
      );
      return ['order.accepted', 'order.in_delivery', 'order.completed'].every(
        (event) => told.filter((one) => one === event).length === 1,
      );
    },
    120_000,
  );

  const database = new pg.Client({ connectionString: world.platform.dbUrl });
  await database.connect();
  try {
    const sum = await database.query(
      'select coalesce(sum(amount_cents), 0)::int as sum from public.ledger_entries',
    );
    assert.equal(sum.rows[0].sum, 0);
  } finally {
    await database.end();
  }
});

test('a payment notification that was lost is found again', async () => {
  const order = await placeOrder(customer, choice);
  await customer.functions.invoke('payment-create', {
    body: {
      order_id: order.id,
      method: 'wechat_pay',
      return_url: `${world.urls.storefront}/orders/${order.id}`,
    },
  });
  const payments = must(await customer.from('payments').select('out_trade_no').eq('order_id', order.id));
  const outTradeNo = payments[0]?.out_trade_no;
  await fetch(`${world.urls.wechatPay}/sandbox/pay/${outTradeNo}?notify=false`, { method: 'POST' });
  assert.equal(await orderStatus(order.id), 'pending_payment');
  await eventually(
    'the lost payment being found',
    async () => (await orderStatus(order.id)) === 'placed',
    150_000,
  );

  const rejectKey = newKey();
  must(
    await merchant.rpc('reject_order', {
      p_order_id: order.id,
      p_idempotency_key: rejectKey,
      p_reason_code: 'too_busy',
    }),
  );
  await eventually(
    'the money being back',
    async () => {
      const rows = must(await customer.from('payments').select('status').eq('order_id', order.id));
      return rows[0]?.status === 'refunded';
    },
    150_000,
  );
  const ops = await signInStaff(world, 'ops@demo.linli');
  const ledger = must(await ops.rpc('get_order_ledger', { p_order_id: order.id }));
  assert.equal(
    ledger.reduce((sum, line) => sum + line.amount_cents, 0),
    0,
  );
});
