import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { PgoutputPlugin, type Pgoutput } from 'pg-logical-replication';

interface ReplicationConnection {
  once(event: 'replicationStart', listener: () => void): void;
  on(event: 'copyData', listener: (message: { chunk: Buffer }) => void): void;
  sendCopyFromChunk(chunk: Buffer): void;
}

export interface Walsender {
  /** Settles when the stream is over, with the error that ended it if there was one. */
  ended: Promise<Error | null>;
  close(): Promise<void>;
}

const statusEveryMs = 10_000;
const silenceLimitMs = 45_000;
const xLogData = 0x77;
const keepAlive = 0x6b;
const epoch2000Ms = 946_684_800_000;

/**
 * Streams the rows inserted into a publication's tables, from now on, through a temporary slot.
 * Every value of a row is its text as PostgreSQL writes it, or null. Resolves once the stream runs; rejects when it cannot begin.
 */
export async function openWalsender(
  connectionString: string,
  publication: string,
  onInsert: (row: Record<string, unknown>) => void,
): Promise<Walsender> {
  const client = new Client({
    connectionString,
    application_name: 'realtime_replication',
    connectionTimeoutMillis: 5_000,
    // The `replication` start-up parameter is not part of the published types.
    ...({ replication: 'database' } as object),
  });
  const ended = new Promise<Error | null>((resolve) => {
    client.on('error', resolve);
    client.on('end', () => resolve(null));
  });
  try {
    return await stream(client, ended, publication, onInsert);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function stream(
  client: Client,
  ended: Promise<Error | null>,
  publication: string,
  onInsert: (row: Record<string, unknown>) => void,
): Promise<Walsender> {
  await client.connect();
  const connection = (client as unknown as { connection: ReplicationConnection }).connection;
  const slot = `realtime_messages_${randomBytes(6).toString('hex')}`;
  // The replication grammar knows its words in upper case only.
  await client.query(`CREATE_REPLICATION_SLOT ${slot} TEMPORARY LOGICAL pgoutput NOEXPORT_SNAPSHOT`);

  const parser = new PgoutputPlugin({ protoVersion: 1, publicationNames: [publication] });
  let walEnd = 0n;
  let heardAt = Date.now();
  let unreadable: Error | null = null;
  const report = (wantsAnswer: boolean) => connection.sendCopyFromChunk(standbyStatus(walEnd, wantsAnswer));
  connection.on('copyData', ({ chunk }) => {
    heardAt = Date.now();
    if (chunk[0] === xLogData) {
      try {
        const message = parser.parse(chunk.subarray(25));
        if (message.tag === 'relation') keepText(message);
        else if (message.tag === 'insert') onInsert(message.new);
      } catch (error) {
        unreadable = error as Error;
        void client.end().catch(() => undefined);
      }
      walEnd = later(walEnd, chunk.readBigUInt64BE(9), chunk.readBigUInt64BE(1));
    } else if (chunk[0] === keepAlive) {
      walEnd = later(walEnd, chunk.readBigUInt64BE(1));
      if (chunk[17] === 1) report(false);
    }
  });

  const started = new Promise<void>((resolve) => connection.once('replicationStart', () => resolve()));
  const streaming = client.query(
    `START_REPLICATION SLOT ${slot} LOGICAL 0/0 (proto_version '1', publication_names '${publication}')`,
  );
  const failed = streaming.then(
    () => null,
    (error: Error) => error,
  );
  const early = await Promise.race([started, failed, ended]);
  if (early) throw early;

  const timer = setInterval(() => {
    if (Date.now() - heardAt > silenceLimitMs) void client.end().catch(() => undefined);
    else report(true);
  }, statusEveryMs);
  timer.unref();
  return {
    ended: Promise.race([ended, failed])
      .then((error) => unreadable ?? error)
      .finally(() => clearInterval(timer)),
    async close() {
      clearInterval(timer);
      await client.end().catch(() => undefined);
    },
  };
}

/** Values stay the text that PostgreSQL wrote, so that nothing is lost on the way through. */
function keepText(relation: Pgoutput.MessageRelation): void {
  for (const column of relation.columns) column.parser = (text: string) => text;
}

function later(...positions: bigint[]): bigint {
  return positions.reduce((last, position) => (position > last ? position : last));
}

/** Acknowledges exactly the end of what was received: one byte more makes a fast shutdown wait for ever. */
function standbyStatus(walEnd: bigint, wantsAnswer: boolean): Buffer {
  const message = Buffer.alloc(34);
  message[0] = 0x72;
  message.writeBigUInt64BE(walEnd, 1);
  message.writeBigUInt64BE(walEnd, 9);
  message.writeBigUInt64BE(walEnd, 17);
  message.writeBigUInt64BE(BigInt(Date.now() - epoch2000Ms) * 1000n, 25);
  // A server that hears from us stays silent itself: asking for an answer shows that it is still there.
  message[33] = wantsAnswer ? 1 : 0;
  return message;
}
