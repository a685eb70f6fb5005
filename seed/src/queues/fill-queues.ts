import { createClient } from '@supabase/supabase-js';
import pg from 'pg';
import { personId } from '../people/person-id.ts';
import { stableUuid } from '../stable-uuid.ts';
import type { Town } from '../town.ts';
import { actingOn, type Acting } from './acting.ts';
import { licensePdf } from './license-pdf.ts';
import { orderAndCollect } from './order-and-collect.ts';

export type QueueOptions = { dbUrl: string; url: string; secretKey: string };

const mark = '（演示）';

/**
 * Gives the operator's queues something to decide: applications, licences, products, refunds, tickets, a payout and a
 * difference of the provider, all by the commands that people use and marked as of the demo. Needs the town with its
 * people; once there are applications it does nothing.
 */
export async function fillQueues(town: Town, options: QueueOptions): Promise<boolean> {
  const client = new pg.Client({
    connectionString: options.dbUrl,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
  });
  await client.connect();
  try {
    const acting = actingOn(client);
    const isFilled = await acting.value(
      'select 1 from public.onboarding_applications where city_id = $1 limit 1',
      [town.city.id],
    );
    if (isFilled !== undefined) return false;
    const file = await uploadLicense(options);
    await client.query('begin');
    try {
      await fill(acting, town, file);
      await acting.as('owner');
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
    return true;
  } finally {
    await client.end();
  }
}

async function uploadLicense({ url, secretKey }: QueueOptions): Promise<string> {
  const { storage } = createClient(url, secretKey, { auth: { persistSession: false } });
  const path = 'demo/licence.pdf';
  const body = new Blob([licensePdf('Linli Town') as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
  const { error } = await storage.from('licenses').upload(path, body, { upsert: true });
  if (error) throw error;
  return path;
}

async function fill(acting: Acting, town: Town, file: string): Promise<void> {
  const id = (key: string): string => {
    const person = town.people.find((one) => one.key === key);
    if (person === undefined) throw new Error(`the town has no ${key}`);
    return personId(town.city.slug, person);
  };
  const [store] = town.stores;
  if (store === undefined) throw new Error('the town has no store');
  const merchant = id('merchant');
  const products = await plainProducts(acting, store.id);
  const sale = { managerId: merchant, storeId: store.id, productIds: products };
  const orders: string[] = [];
  for (const [at, key] of ['customer-1', 'customer-2', 'customer-3'].entries()) {
    orders.push(await orderAndCollect(acting, { ...sale, key: `demo:${at}`, customerId: id(key) }));
  }
  await applications(acting, town, [id('customer-2'), id('customer-3')], id('ops-dispatch'), file);
  await licenses(acting, store.merchantId, merchant, id('ops-dispatch'), file);
  await productsInReview(acting, town);
  await refunds(acting, [id('customer-1'), id('customer-2')], orders, merchant);
  await tickets(acting, id('customer-1'), orders[0], merchant, store.id);
  await money(acting, town, store.merchantId, merchant);
}

/** Two products of a store that ask for no choice. */
async function plainProducts(acting: Acting, storeId: string): Promise<string[]> {
  await acting.as('owner');
  return (
    (await acting.value<string[]>(
      `select array_agg(id) from (
        select p.id from public.products p
        where p.store_id = $1 and p.status = 'published' and p.price_cents > 0
          and not exists (select 1 from public.modifier_groups g where g.product_id = p.id and g.min_count > 0)
          and not exists (select 1 from public.product_variants v where v.product_id = p.id)
        order by p.price_cents desc, p.id limit 2) x`,
      [storeId],
    )) ?? []
  );
}

async function applications(
  acting: Acting,
  town: Town,
  applicants: string[],
  ops: string,
  file: string,
): Promise<void> {
  const stores = [
    { name: `青团小铺${mark}`, category: 'bakery', permit: 'food_permit', at: 3 },
    { name: `巷口药房${mark}`, category: 'pharmacy', permit: 'drug_permit', at: 9 },
  ];
  for (const [at, { name, category, permit, at: place }] of stores.entries()) {
    const near = town.stores[place];
    await acting.as('owner');
    const categoryId = await acting.value('select id from public.categories where slug = $1', [category]);
    await acting.as(applicants[at] ?? '');
    const made = await acting.call<{ id: string }>('apply_to_sell', {
      p_city_id: town.city.id,
      p_category_id: categoryId,
      p_merchant_name: name,
      p_legal_name: `${name}个体工商户`,
      p_contact_phone: `+861380000070${at}`,
      p_store_name: name,
      p_street: near?.street ?? '',
      p_lon: near?.lon,
      p_lat: near?.lat,
      p_licenses: JSON.stringify([
        { kind: 'business_license', number: `DEMO-1000${at}`, file_path: file },
        { kind: permit, number: `DEMO-2000${at}`, file_path: file, expires_on: dayFrom(400) },
      ]),
      p_idempotency_key: `demo:apply:${at}`,
    });
    if (at > 0) continue;
    await acting.as(ops);
    await acting.call('review_application', {
      p_application_id: made.id,
      p_idempotency_key: 'demo:apply:review',
    });
  }
}

/** One licence that ends soon, one that waits to be read. */
async function licenses(
  acting: Acting,
  merchantId: string,
  manager: string,
  ops: string,
  file: string,
): Promise<void> {
  for (const [kind, days] of [
    ['food_permit', 12],
    ['business_license', 700],
  ] as const) {
    await acting.as(manager);
    const made = await acting.call<{ id: string }>('submit_license', {
      p_merchant_id: merchantId,
      p_kind: kind,
      p_number: `DEMO-${kind === 'food_permit' ? '30001' : '30002'}`,
      p_file_path: file,
      p_idempotency_key: `demo:${kind}`,
      p_expires_on: dayFrom(days),
    });
    if (kind !== 'food_permit') continue;
    await acting.as(ops);
    await acting.call('review_license', {
      p_license_id: made.id,
      p_is_approved: true,
      p_idempotency_key: `demo:${kind}:approve`,
    });
  }
}

async function productsInReview(acting: Acting, town: Town): Promise<void> {
  await acting.as('owner');
  for (const [at, name] of [`枇杷膏${mark}`, `艾草贴${mark}`].entries()) {
    await acting.value(
      `insert into public.products (id, store_id, section_id, name, price_cents, status)
      select $1, s.id, (select m.id from public.menu_sections m where m.store_id = s.id order by m.id limit 1), $2, $3, 'in_review'
      from public.stores s join public.categories c on c.id = s.category_id
      where s.city_id = $4 and c.slug = 'pharmacy' order by s.id limit 1`,
      [stableUuid(town.city.slug, 'in-review', at), name, 1800 + at * 700, town.city.id],
    );
  }
}

/** One refund for the store to answer, one that it refused and the customer takes to the operator. */
async function refunds(
  acting: Acting,
  customers: string[],
  orders: string[],
  merchant: string,
): Promise<void> {
  for (const [at, reason] of ['item_missing', 'item_bad'].entries()) {
    await acting.as(customers[at] ?? '');
    const asked = await acting.call<{ id: string }>('request_refund', {
      p_order_id: orders[at],
      p_idempotency_key: `demo:refund:${at}`,
      p_reason_code: reason,
      p_note: at === 0 ? `少了一份${mark}` : `凉了，味道不对${mark}`,
      p_lines: JSON.stringify([{ line_number: 1, quantity: 1 }]),
    });
    if (at === 0) continue;
    await acting.as(merchant);
    await acting.call('answer_refund', {
      p_refund_id: asked.id,
      p_idempotency_key: 'demo:refund:refuse',
      p_is_approved: false,
      p_note: `出餐时是热的${mark}`,
    });
    await acting.as(customers[at] ?? '');
    await acting.call('escalate_refund', {
      p_refund_id: asked.id,
      p_idempotency_key: 'demo:refund:escalate',
      p_note: `请平台看一下${mark}`,
    });
  }
}

async function tickets(
  acting: Acting,
  customer: string,
  orderId: string | undefined,
  merchant: string,
  storeId: string,
): Promise<void> {
  await acting.as(customer);
  await acting.call('open_ticket', {
    p_subject_code: 'ticket_order',
    p_body: `少了一份，商家还没回复${mark}`,
    p_idempotency_key: 'demo:ticket:customer',
    p_order_id: orderId,
  });
  await acting.as(merchant);
  await acting.call('open_ticket', {
    p_subject_code: 'store_money',
    p_body: `想改一下收款账户，需要准备什么？${mark}`,
    p_idempotency_key: 'demo:ticket:merchant',
    p_store_id: storeId,
  });
}

/** A payout that finance has to approve, and a payment of the provider that our books do not know. */
async function money(acting: Acting, town: Town, merchantId: string, manager: string): Promise<void> {
  await acting.as('service_role');
  const today = await acting.value('select (now() at time zone $1)::date::text', [town.city.timezone]);
  await acting.call('run_settlement', { p_on: today });
  await acting.call('import_provider_statement', {
    p_provider: 'wechat_pay',
    p_on: dayFrom(-1),
    p_rows: JSON.stringify([
      {
        kind: 'payment',
        out_trade_no: 'DEMO-UNKNOWN-1',
        provider_transaction_id: 'DEMO-UNKNOWN-1',
        amount_cents: 2650,
        fee_cents: 16,
        currency: town.city.currency,
        occurred_at: new Date(Date.now() - 86_400_000).toISOString(),
      },
    ]),
  });
  await acting.as(manager);
  const party = { p_party: 'merchant', p_party_id: merchantId };
  await acting.call('set_payout_account', {
    ...party,
    p_holder_name: `老巷牛肉面${mark}`,
    p_bank_name: `演示银行`,
    p_account_number: '6200000000000000001',
  });
  await acting.call('request_payout', { ...party, p_amount_cents: 1000, p_idempotency_key: 'demo:payout' });
}

function dayFrom(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
