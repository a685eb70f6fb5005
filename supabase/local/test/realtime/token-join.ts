import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { RawSocket, type RawFrame } from './raw-socket.ts';
import { addPolicies } from './policies.ts';
import { database, target } from './target.ts';
import { broadcasts, closeClients, join, joined, newTopic, openClient, userToken } from './clients.ts';

const prefix = `token-join-${randomUUID()}`;

await addPolicies(database, prefix);

const topicOf = (kind: string) => `${prefix}:${kind}:${newTopic()}`;
const reasonOf = (frame: RawFrame) => (frame.payload.response as { reason?: string }).reason;

describe('tokens at the join', () => {
  it('name their fault', async () => {
    const socket = await RawSocket.connect(target, 2);
    const expired = await socket.join(
      newTopic(),
      '1',
      {},
      { access_token: await userToken(target, { exp: -60 }) },
    );
    assert.match(reasonOf(expired) ?? '', /^InvalidJWTToken: Token has expired 6\d seconds ago$/);
    const malformed = await socket.join(newTopic(), '2', {}, { access_token: 'nonsense' });
    assert.equal(reasonOf(malformed), 'MalformedJWT: The token provided is not a valid JWT');
    const foreign = { ...target, keys: { ...target.keys, jwtSecret: 'x'.repeat(32) } };
    const signed = await socket.join(newTopic(), '3', {}, { access_token: await userToken(foreign) });
    assert.equal(reasonOf(signed), 'JwtSignatureError: Failed to validate JWT signature');
    const roleless = await userToken(target, { role: undefined });
    const claims = await socket.join(newTopic(), '4', {}, { access_token: roleless });
    assert.equal(reasonOf(claims), 'InvalidJWTToken: Fields `role` and `exp` are required in JWT');
    const powerful = await userToken(target, { role: 'postgres' });
    assert.match(
      reasonOf(await socket.join(newTopic(), '5', {}, { access_token: powerful })) ?? '',
      /^JwtSignatureError/,
    );
    socket.close();
  });

  it('fall back to the key of the connection', async () => {
    const socket = await RawSocket.connect(target, 2, { apikey: await userToken(target, { rooms: true }) });
    const config = { private: true };
    assert.equal((await socket.join(topicOf('read'), '1', config)).payload.status, 'ok');
    const publishable = { access_token: target.keys.publishableKey };
    assert.equal((await socket.join(topicOf('read'), '2', config, publishable)).payload.status, 'ok');
    socket.close();
    const anonymous = await RawSocket.connect(target, 2);
    const alias = { user_token: await userToken(target, { rooms: true }) };
    assert.equal((await anonymous.join(topicOf('read'), '1', config, alias)).payload.status, 'ok');
    anonymous.close();
  });
});

describe('supabase-js with a token that changes', () => {
  it('keeps a private channel while the user stays the same', async () => {
    const topic = topicOf('read');
    let version = 0;
    const client = await openClient(target, {
      token: () => userToken(target, { rooms: true, version: (version += 1) }),
    });
    const channel = client.channel(topic, { config: { private: true } });
    const received = broadcasts(channel);
    await joined(channel);
    await client.realtime.setAuth();
    await database.query("select realtime.send('{}', 'e', $1)", [topic]);
    await received.count(1);
    assert.ok(version >= 2);
    await closeClients(client);
  });

  it('cannot join a private channel with a key alone', async () => {
    const client = await openClient(target, { key: target.keys.secretKey });
    await joined(client.channel(topicOf('read'), { config: { private: true } }));
    const anonymous = await openClient(target);
    assert.match(
      (await join(anonymous.channel(topicOf('read'), { config: { private: true } }))).message,
      /^Unauthorized/,
    );
    await closeClients(client, anonymous);
  });
});
