import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { requestId } from '../../src/realtime/changes/request-id.ts';
import { Mailbox } from '../../src/realtime/mailbox.ts';
import { Rate } from '../../src/realtime/rate.ts';
import { RecentIds } from '../../src/realtime/recent-ids.ts';
import { decodeClientFrame } from '../../src/realtime/wire/client-frame.ts';
import { parseLossless } from '../../src/realtime/wire/lossless-json.ts';

describe('rate', () => {
  it('lets the average through and slides on', () => {
    const rate = new Rate(2, 3_000);
    const start = 1_000_000;
    assert.ok(rate.take(6, start));
    assert.ok(!rate.take(1, start + 2_999 - (start % 1_000)));
    assert.ok(rate.isFull(start));
    assert.ok(rate.take(6, start + 3_000));
    assert.ok(!rate.take(1, start + 3_000));
    assert.ok(rate.take(6, start + 1_000_000));
  });

  it('counts nothing that it refuses', () => {
    const rate = new Rate(1, 5_000);
    assert.ok(!rate.take(6, 0));
    assert.ok(rate.take(5, 0));
  });
});

describe('mailbox', () => {
  it('keeps the order of quick and slow tasks and survives failures', async () => {
    const errors: unknown[] = [];
    const order: number[] = [];
    const mailbox = new Mailbox((error) => errors.push(error));
    mailbox.post(() => void order.push(1));
    assert.deepEqual(order, [1], 'at once while nothing waits');
    mailbox.post(async () => {
      await Promise.resolve();
      order.push(2);
    });
    mailbox.post(() => {
      throw new Error('quick');
    });
    mailbox.post(() => Promise.reject(new Error('slow')));
    await new Promise<void>((resolve) => mailbox.post(resolve));
    order.push(3);
    assert.deepEqual(order, [1, 2, 3]);
    assert.deepEqual(
      errors.map((error) => (error as Error).message),
      ['quick', 'slow'],
    );
  });
});

describe('lossless JSON', () => {
  it('writes numbers as it read them', () => {
    const text =
      '{"a":12345678901234567890,"b":[-98765432109876543210,1.5],"c":{"d":0.1234567890123456789},"e":"1234567890123456"}';
    assert.equal(JSON.stringify(parseLossless(text)), text);
    assert.deepEqual(parseLossless('{"a":1}'), { a: 1 });
    assert.throws(() => parseLossless('{1234567890123456'), SyntaxError);
  });
});

describe('recent ids', () => {
  it('forgets the oldest first and gives each id once', () => {
    const ids = new RecentIds(2);
    for (const id of ['a', 'b', 'c']) ids.add(id);
    assert.deepEqual(
      [ids.take('a'), ids.take('b'), ids.take('b'), ids.take('c')],
      [false, true, false, true],
    );
  });
});

describe('frames and ids', () => {
  it('read the plain Phoenix push and references that are numbers', () => {
    const frame = decodeClientFrame(Buffer.from([0, 1, 1, 2, 1, ...Buffer.from('12abe')]), true, 2);
    assert.deepEqual([frame?.joinRef, frame?.ref], ['1', '2']);
    assert.equal(decodeClientFrame(Buffer.from('[1,2,"t","e",{}]'), false, 2)?.ref, '2');
    assert.equal(decodeClientFrame(Buffer.from([3, 0, 0, 0, 0, 0, 1]), true, 1), null);
  });

  it('do not depend on the order of keys', () => {
    assert.equal(requestId({ event: '*', schema: 'public' }), requestId({ schema: 'public', event: '*' }));
    assert.notEqual(requestId({ event: '*', schema: 'public' }), requestId({ event: '*', schema: 'other' }));
  });
});
