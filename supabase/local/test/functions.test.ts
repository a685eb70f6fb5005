import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createClient } from '@supabase/supabase-js';
import { SignJWT } from 'jose';
import { makeSocketFolder } from '../src/functions/socket-folder.ts';
import { eventually, startFunctionsPart, type FunctionsPart } from './support/functions-part.ts';

const CONFIG = `
[functions.echo]
verify_jwt = false
entrypoint = "../functions/echo/index.ts"
[functions.guarded]
entrypoint = "../functions/guarded/index.ts"
[functions.broken]
verify_jwt = false
entrypoint = "../functions/broken/index.ts"
[functions.crash]
verify_jwt = false
entrypoint = "../functions/crash/index.ts"
[functions.background]
verify_jwt = false
entrypoint = "../functions/background/index.ts"
[functions.off]
enabled = false
`;

const FILES = {
  'supabase/config.toml': CONFIG,
  'functions/_shared/word.ts': `export const word = 'first';`,
  'functions/echo/index.ts': `
    import { word } from '../_shared/word.ts';
    Deno.serve(async (request) => {
      const url = new URL(request.url);
      if (url.pathname.endsWith('/env')) return Response.json(Deno.env.toObject());
      if (url.pathname.endsWith('/stream')) {
        const body = new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode('a')); c.enqueue(new TextEncoder().encode('b')); c.close(); } });
        return new Response(body, { headers: { 'set-cookie': 'x=1', 'access-control-allow-origin': 'https://app.example' } });
      }
      if (url.pathname.endsWith('/passwd')) return new Response(await Deno.readTextFile('/etc/passwd').catch((e) => e.name));
      if (url.pathname.endsWith('/run')) return new Response(await (async () => new Deno.Command('/usr/bin/id').output())().then(() => 'ran', (e) => e.name));
      return Response.json({ word, path: url.pathname + url.search, method: request.method, body: await request.text(), token: request.headers.get('authorization') }, { status: 201 });
    });`,
  'functions/guarded/index.ts': `Deno.serve(() => Response.json({ ok: true }));`,
  'functions/broken/index.ts': `throw new Error('cannot start');`,
  'functions/crash/index.ts': `
    Deno.serve((request) => request.url.endsWith('/die') ? Deno.exit(3) : new Promise((r) => setTimeout(() => r(new Response('alive')), 30)));`,
  'functions/background/index.ts': `
    Deno.serve(() => {
      EdgeRuntime.waitUntil(new Promise((r) => setTimeout(r, 300)).then(() => console.log('background done')));
      return new Response('answered');
    });`,
};

describe('edge functions', () => {
  let part: FunctionsPart;
  before(async () => {
    part = await startFunctionsPart(FILES);
  });
  after(() => part?.stop());

  it('passes method, path, query, body and headers on, and the answer back', async () => {
    const response = await part.call('echo/deep/path?q=1&r=%20', {
      method: 'POST',
      body: '{"a":1}',
      headers: { authorization: 'Bearer x' },
    });
    assert.equal(response.status, 201);
    const answer = (await response.json()) as Record<string, string>;
    assert.deepEqual(answer, {
      word: 'first',
      path: '/echo/deep/path?q=1&r=%20',
      method: 'POST',
      body: '{"a":1}',
      token: 'Bearer x',
    });
  });

  it('streams answers and leaves their headers alone', async () => {
    const response = await part.call('echo/stream');
    assert.equal(await response.text(), 'ab');
    assert.equal(response.headers.get('set-cookie'), 'x=1');
    assert.equal(response.headers.get('access-control-allow-origin'), 'https://app.example');
  });

  it('gives a worker its settings and nothing of the platform process', async () => {
    const env = (await (await part.call('echo/env')).json()) as Record<string, string>;
    assert.equal(env['SUPABASE_URL'], 'http://127.0.0.1:1');
    assert.equal(env['SUPABASE_SERVICE_ROLE_KEY'], part.keys.serviceJwt);
    assert.deepEqual(JSON.parse(env['SUPABASE_SECRET_KEYS'] ?? ''), { default: part.keys.secretKey });
    assert.equal(env['GREETING'], '你好');
    assert.match(env['SEND_SMS_HOOK_SECRET'] ?? '', /^v1,whsec_/);
    assert.ok(env['SB_EXECUTION_ID']);
    for (const name of ['HOME', 'USER', 'NODE_TEST_CONTEXT']) assert.equal(env[name], undefined);
    assert.notEqual(env['PATH'], process.env['PATH']);
    assert.ok(!(env['SUPABASE_JWKS'] ?? '').includes('"d"'));
  });

  it('lets a function read no file outside its code and run no program', async () => {
    assert.equal(await (await part.call('echo/passwd')).text(), 'NotCapable');
    assert.equal(await (await part.call('echo/run')).text(), 'NotCapable');
  });

  it('asks for a valid token where verify_jwt is set', async () => {
    const call = (token?: string) =>
      part.call('guarded', token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
    const without = await call();
    assert.equal(without.status, 401);
    assert.deepEqual(await without.json(), {
      code: 'UNAUTHORIZED_NO_AUTH_HEADER',
      message: 'Missing authorization header',
    });
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${encode({ alg: 'none' })}.${encode({ role: 'service_role' })}.`;
    const foreign = await new SignJWT({ role: 'anon' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode('another secret, of another project'));
    const expired = await new SignJWT({ role: 'anon' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime(1)
      .sign(new TextEncoder().encode(part.keys.jwtSecret));
    for (const token of ['garbage', unsigned, foreign, expired]) {
      const refused = await call(token);
      assert.equal(refused.status, 401);
      assert.equal(((await refused.json()) as { message: string }).message, 'Invalid JWT');
    }
    assert.equal((await call(part.keys.anonJwt)).status, 200);
    assert.equal((await part.call('guarded', { method: 'OPTIONS' })).status, 200);
  });

  it('works with supabase-js', async () => {
    const client = createClient('http://127.0.0.1:1', part.keys.anonJwt, {
      global: {
        fetch: (input, init) =>
          part.call(String(input).replace('http://127.0.0.1:1/functions/v1/', ''), init),
      },
    });
    const { data, error } = await client.functions.invoke<{ ok: boolean }>('guarded', { body: { hello: 1 } });
    assert.equal(error, null);
    assert.deepEqual(data, { ok: true });
  });

  it('answers 404 for what is not listed or not enabled', async () => {
    for (const name of ['unknown', 'off', '_shared', 'echo%2f..%2fguarded', ''])
      assert.equal((await part.call(name)).status, 404, name);
  });

  it('answers 503 when a function cannot start, and says why in its log', async () => {
    const response = await part.call('broken');
    assert.equal(response.status, 503);
    assert.equal(((await response.json()) as { code: string }).code, 'BOOT_ERROR');
    await eventually('the reason is logged', async () => (await part.log('broken')).includes('cannot start'));
    await part.write('functions/broken/index.ts', `Deno.serve(() => new Response('mended'));`);
    await eventually('the mended function starts', async () => (await part.call('broken')).status === 200);
  });

  it('answers 500 when a worker dies, and serves again', async () => {
    const response = await part.call('crash/die');
    assert.equal(response.status, 500);
    assert.equal(((await response.json()) as { code: string }).code, 'WORKER_ERROR');
    await eventually('it serves again', async () => (await part.call('crash')).status === 200);
  });

  it('takes up changed code and changed settings', async () => {
    await part.call('echo');
    await part.write('functions/_shared/word.ts', `export const word = 'second';`);
    await eventually(
      'shared code is taken up',
      async () => ((await (await part.call('echo')).json()) as { word: string }).word === 'second',
    );
    await part.write(
      'supabase/config.toml',
      CONFIG.replace('[functions.guarded]', '[functions.guarded]\nverify_jwt = false'),
    );
    await eventually('settings are taken up', async () => (await part.call('guarded')).status === 200);
  });

  it('keeps a worker until its background task is done', async () => {
    assert.equal(await (await part.call('background')).text(), 'answered');
    await part.write('functions/background/index.ts', `${FILES['functions/background/index.ts']}\n`);
    await eventually('the task ends', async () => (await part.log('background')).includes('background done'));
  });

  it('knows functions without an entry point', async () => {
    await part.write('supabase/config.toml', `${CONFIG}\n[functions.ghost]\n`);
    await eventually('health tells', async () => (await part.health()).detail === 'no entry point: ghost');
  });
});

describe('limits of edge functions', () => {
  it('answers 504 and ends a worker that does not answer', async () => {
    const hang = `Deno.serve((r) => r.url.endsWith('/for-ever') ? new Promise(() => {}) : new Response(String(Deno.pid)));`;
    const config = `[functions.hang]\nverify_jwt = false\nentrypoint = "../functions/hang/index.ts"\n`;
    const part = await startFunctionsPart(
      { 'supabase/config.toml': config, 'functions/hang/index.ts': hang },
      { answerMs: 400 },
    );
    try {
      const first = await (await part.call('hang')).text();
      const response = await part.call('hang/for-ever');
      assert.equal(response.status, 504);
      assert.equal(((await response.json()) as { code: string }).code, 'IDLE_TIMEOUT');
      await eventually('a new worker serves', async () => {
        const again = await part.call('hang');
        return again.status === 200 && (await again.text()) !== first;
      });
    } finally {
      await part.stop();
    }
  });

  it('stops a worker that nobody asks, and starts one again', async () => {
    const config = `[functions.idle]\nverify_jwt = false\nentrypoint = "../functions/idle/index.ts"\n`;
    const part = await startFunctionsPart(
      {
        'supabase/config.toml': config,
        'functions/idle/index.ts': `Deno.serve(() => new Response('here'));`,
      },
      { idleMs: 50 },
    );
    try {
      assert.equal(await (await part.call('idle')).text(), 'here');
      await eventually(
        'it is stopped',
        async () => (await part.health()).detail === '1 functions, 0 running',
      );
      assert.equal(await (await part.call('idle')).text(), 'here');
    } finally {
      await part.stop();
    }
  });

  it('starts all functions in the background when asked to', async () => {
    const part = await startFunctionsPart(
      {
        'supabase/config.toml': `[functions.one]\nentrypoint = "../functions/one/index.ts"\n[functions.two]\nentrypoint = "../functions/two/index.ts"\n`,
        'functions/one/index.ts': `throw new Error('never');`,
        'functions/two/index.ts': `Deno.serve(() => new Response('here'));`,
      },
      { isWarm: true },
    );
    try {
      await eventually('the good one runs', async () =>
        (await part.log('two').catch(() => '')).includes('Listening'),
      );
      assert.equal((await part.health()).detail, '2 functions, 1 running');
    } finally {
      await part.stop();
    }
  });

  it('removes the socket folders of dead platforms, and no other', async () => {
    const parent = await mkdtemp(join(tmpdir(), 'sockets-'));
    try {
      const live = makeSocketFolder(parent);
      const foreign = join(parent, 'linli-fn-other');
      const dead = join(parent, 'linli-fn-4194304-17-abcdef');
      for (const folder of [foreign, dead]) await mkdir(folder);
      const next = makeSocketFolder(parent);
      assert.deepEqual(
        [live, foreign, next, dead].map((folder) => existsSync(folder)),
        [true, true, true, false],
      );
    } finally {
      await rm(parent, { recursive: true });
    }
  });
});
