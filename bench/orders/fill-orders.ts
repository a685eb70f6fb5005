import { readFile } from 'node:fs/promises';
import type pg from 'pg';

/** Writes `count` orders into the small town of the pgTAP files; the newest `open` of them have not ended. */
export async function fillOrders(client: pg.Client, count: number, open = 2000): Promise<void> {
  const fill = await readFile(new URL('./fill.sql', import.meta.url), 'utf8');
  await client.query(fill.replaceAll('$COUNT', String(count)).replaceAll('$OPEN', String(open)));
  await client.query('vacuum analyze public.orders, public.order_items');
}
