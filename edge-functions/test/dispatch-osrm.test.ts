import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { osrmTable } from '../_shared/dispatch/osrm-table.ts';
import { place } from './dispatch-snapshot.ts';

let url: string;
const asked: string[] = [];
const server = http.createServer((request, response) => {
  asked.push(request.url ?? '');
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
  const points =
    pathname
      .split('/')
      .at(-1)
      ?.split(';')
      .map((point) => Number(point.split(',')[0])) ?? [];
  const side = (name: string): number[] =>
    (searchParams.get(name) ?? '').split(';').map((i) => points[Number(i)] ?? 0);
  const durations = side('sources').map((a) =>
    side('destinations').map((b) => (a > 121.5 ? null : Math.abs(a - b) * 1000)),
  );
  const isDown = pathname.includes('/down/');
  response.writeHead(isDown ? 400 : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(isDown ? { code: 'InvalidUrl' } : { code: 'Ok', durations }));
});
before(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.close();
  server.closeAllConnections();
});

test('a table is put together from blocks; only places where somebody may go are asked for', async () => {
  const places = Array.from({ length: 120 }, (_, i) => place(i * 950, i % 2 === 0));
  const travel = await osrmTable(url, 'bike', places);
  assert.ok(travel.kind === 'table' && travel.source === 'osrm');
  assert.equal(asked.length, 6);
  assert.match(asked[0] ?? '', /^\/table\/v1\/bike\/121,31;.*annotations=duration&sources=0;1;/);
  assert.equal(travel.table[0]?.[2], 20);
  assert.equal(travel.table[49]?.[50], 10);
  assert.deepEqual([travel.table[0]?.[1], travel.table[60]?.[0]], [-1, -1]);
});

test('a service that does not answer is told about', async () => {
  await assert.rejects(osrmTable(url, 'down', [place(0), place(1)]), /answered 400 InvalidUrl/);
});
