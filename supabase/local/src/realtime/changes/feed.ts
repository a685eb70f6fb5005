import type { ClientBase } from 'pg';
import type { Logger } from 'pino';
import type { Identity } from '../../context.ts';
import type { RealtimeSettings } from '../settings.ts';
import { parseBinding, type ParsedBinding } from './binding.ts';
import { publishedTables } from './catalog.ts';
import { dispatchChanges } from './dispatch.ts';
import { SubscribeError } from './subscribe-error.ts';
import type { Subscriber } from './subscriber.ts';
import { validateBindings } from './validate.ts';
import { openWalReader, type WalReader } from './wal-reader.ts';

export interface SubscribeRequest {
  identity: Identity;
  bindings: { id: number; request: Record<string, unknown> }[];
  send(payload: string): void;
  restored(): void;
}

export interface ChangesSubscription {
  identity: Identity;
  stop(): void;
}

/** `postgres_changes` for everyone: the log is read only while somebody listens. */
export interface ChangesFeed {
  /** Resolves when changes committed from now on will be told. Throws `SubscribeError`. */
  subscribe(request: SubscribeRequest): Promise<ChangesSubscription>;
  stop(): Promise<void>;
}

interface FeedOptions {
  adminUrl: string;
  log: Logger;
  settings: RealtimeSettings;
}

const lingerMs = 10_000;
const quietMs = 5_000;
const reconnectMs = 500;
const publicationCheckMs = 60_000;

export function createChangesFeed({ adminUrl, log, settings }: FeedOptions): ChangesFeed {
  const subscribers = new Set<Subscriber>();
  let reader: WalReader | null = null;
  let opening: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let polling: Promise<void> = Promise.resolve();
  let tables: [string, string][] = [];
  let tablesReadAt = 0;
  let lastChangeAt = 0;
  let idleSince = 0;
  let wasLost = false;
  let stopped = false;

  const schedule = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => (polling = poll()), ms).unref();
  };

  const open = async () => {
    reader = await openWalReader(adminUrl);
    tablesReadAt = 0;
    idleSince = Date.now();
    if (wasLost) for (const subscriber of subscribers) subscriber.restored();
    wasLost = false;
    schedule(settings.changesPollMs);
  };

  const ensureOpen = () => {
    opening ??= open().finally(() => (opening = null));
    return opening;
  };

  const close = async () => {
    const closing = reader;
    reader = null;
    await closing?.close();
  };

  /** Tables that are published and that somebody wants. */
  const wantedTables = async (client: ClientBase) => {
    if (Date.now() - tablesReadAt > publicationCheckMs) {
      // Marked before asking: a subscription that comes meanwhile wants the list read once more.
      tablesReadAt = Date.now();
      tables = await publishedTables(client);
    }
    const bindings = [...subscribers].flatMap((subscriber) => subscriber.bindings);
    return tables.filter(([schema, table]) =>
      bindings.some(
        (binding) => binding.schema === schema && (binding.table === '*' || binding.table === table),
      ),
    );
  };

  const readAndDispatch = async (from: WalReader) => {
    const wanted = await from.ask(wantedTables);
    if (wanted.length === 0) return;
    const changes = await from.read(wanted);
    if (changes.length === 0) return;
    lastChangeAt = Date.now();
    await from.ask((client) => dispatchChanges(client, log, changes, subscribers));
  };

  const poll = async (): Promise<void> => {
    if (subscribers.size > 0) idleSince = Date.now();
    else if (Date.now() - idleSince > lingerMs) return close();
    try {
      if (!reader || reader.isBroken()) throw new Error('connection lost');
      if (subscribers.size > 0) await readAndDispatch(reader);
    } catch (error) {
      await recover(error);
      return;
    }
    schedule(Date.now() - lastChangeAt < quietMs ? settings.changesPollMs : settings.changesIdlePollMs);
  };

  const recover = async (error: unknown) => {
    if (stopped) return;
    log.warn({ err: (error as Error).message }, 'table changes interrupted');
    wasLost = true;
    await close();
    try {
      await ensureOpen();
    } catch {
      schedule(reconnectMs);
    }
  };

  return {
    async subscribe({ identity, bindings, send, restored }) {
      const parsed = bindings.map(({ id, request }) => parse(id, request));
      idleSince = Date.now();
      try {
        if (!reader) await ensureOpen();
        if (!reader) throw new Error('the database is away');
        await reader.ask((client) => validateBindings(client, identity.role, parsed));
      } catch (error) {
        if (error instanceof SubscribeError) throw error;
        throw new SubscribeError(`Unable to subscribe to changes: ${(error as Error).message}`, false);
      }
      tablesReadAt = 0;
      lastChangeAt = Date.now();
      const subscriber: Subscriber = {
        identity,
        identityKey: JSON.stringify([identity.role, identity.claims]),
        bindings: parsed,
        send,
        restored,
      };
      subscribers.add(subscriber);
      return { identity, stop: () => void subscribers.delete(subscriber) };
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      subscribers.clear();
      await close();
      await polling.catch(() => undefined);
    },
  };
}

function parse(id: number, request: Record<string, unknown>): ParsedBinding {
  try {
    return parseBinding(id, request);
  } catch (error) {
    throw new SubscribeError((error as Error).message, true);
  }
}
