// The least that could work: Node's HTTP server and pg, one user's claims, the same transactions as the gateway's.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { serveParent } from '../realtime/server-process.ts';

const [databaseUrl = '', user = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
const claims = JSON.stringify({ sub: user, role: 'authenticated' });
const begin = `begin; select set_config('role', 'authenticated', true),
  set_config('request.jwt.claims', '${claims}', true), set_config('statement_timeout', '8s', true)`;

const statements = {
  '/order': {
    name: 'order',
    text: `select result::text as body from json_to_record($1::json) as input (item_id int, quantity int),
      lateral public.bench_order(item_id := input.item_id, quantity := input.quantity) as result`,
  },
  '/items': {
    name: 'items',
    text: `select coalesce(json_agg(page), '[]')::text as body from (
      select id, name, price_cents, attributes, changed_at from public.bench_items order by id limit $1) as page`,
  },
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

async function answer(request: IncomingMessage): Promise<string> {
  const isOrder = request.url === '/order';
  const values = isOrder ? [await bodyOf(request)] : [20];
  const client = await pool.connect();
  try {
    await client.query(begin);
    const { rows } = await client.query<{ body: string }>({
      ...statements[isOrder ? '/order' : '/items'],
      values,
    });
    await client.query('commit');
    return rows[0]?.body ?? '';
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  serveParent({ url: `http://127.0.0.1:${port}` }, async () => {
    server.closeAllConnections();
    server.close();
    await pool.end();
  });
});
