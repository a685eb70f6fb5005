import { randomUUID } from 'node:crypto';
import type { WechatPayCredentials } from '../credentials/ensure-wechat-pay-credentials.ts';
import { chinaTime } from '../protocol/china-time.ts';
import type { PlatformKey } from '../protocol/platform-signature.ts';
import { seal } from '../protocol/seal.ts';
import type { StateFile } from '../state/open-state.ts';
import type { Notification } from '../state/types.ts';
import { postNotification } from './post-notification.ts';

/** WeChat Pay's schedule: 15 s, 15 s, 30 s, 3 min … 6 h, about one day in all. */
export const wechatRetryDelaysMs: readonly number[] = [
  15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600,
].map((seconds) => seconds * 1000);

/** A notification before it is sealed. `resource` is what the merchant decrypts. */
export interface NewNotification {
  event_type: string;
  summary: string;
  original_type: string;
  resource: Record<string, unknown>;
  /** out_trade_no or out_refund_no, for the control endpoints. */
  subject: string;
  url: string;
}

/** Stores notifications and delivers each until the merchant answers 200 or 204, or the schedule ends. */
export class Notifier {
  readonly #credentials: WechatPayCredentials;
  readonly #file: StateFile;
  readonly #delays: readonly number[];
  readonly #key: PlatformKey;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #underWay = new Map<string, Promise<void>>();
  #stopped = false;

  constructor(
    credentials: WechatPayCredentials,
    file: StateFile,
    delays: readonly number[],
    key: PlatformKey,
  ) {
    this.#credentials = credentials;
    this.#file = file;
    this.#delays = delays;
    this.#key = key;
  }

  /** Takes up what an earlier run left undelivered. */
  resume(): void {
    for (const one of Object.values(this.#file.state.notifications)) {
      if (one.next_at !== null) this.#wake(one, Math.max(0, Date.parse(one.next_at) - Date.now()));
    }
  }

  /** Seals, stores and starts to deliver. */
  queue(wanted: NewNotification): Notification {
    const id = randomUUID();
    const sealed = seal(JSON.stringify(wanted.resource), this.#credentials.apiV3Key, wanted.original_type);
    const notification: Notification = {
      id,
      event_type: wanted.event_type,
      subject: wanted.subject,
      url: wanted.url,
      body: JSON.stringify({
        id,
        create_time: chinaTime(new Date()),
        resource_type: 'encrypt-resource',
        event_type: wanted.event_type,
        summary: wanted.summary,
        resource: { original_type: wanted.original_type, ...sealed },
      }),
      attempts: 0,
      next_at: new Date().toISOString(),
      delivered_at: null,
      last_answer: null,
    };
    this.#file.state.notifications[id] = notification;
    this.#file.save();
    void this.deliver(notification);
    return notification;
  }

  /** One attempt now, outside the schedule too; concurrent calls share it. Resolves when it was answered or failed. */
  deliver(notification: Notification): Promise<void> {
    const running = this.#underWay.get(notification.id);
    if (running) return running;
    const attempt = this.#attempt(notification).finally(() => this.#underWay.delete(notification.id));
    this.#underWay.set(notification.id, attempt);
    return attempt;
  }

  /** Ends all timers and waits for the attempts that are under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.allSettled(this.#underWay.values());
  }

  async #attempt(notification: Notification): Promise<void> {
    clearTimeout(this.#timers.get(notification.id));
    const answer = await postNotification(notification, this.#credentials, this.#key);
    const delay = this.#delays[notification.attempts];
    notification.attempts += 1;
    notification.last_answer = answer.text;
    const goesOn = !answer.accepted && delay !== undefined;
    if (answer.accepted) notification.delivered_at = new Date().toISOString();
    notification.next_at = goesOn ? new Date(Date.now() + delay).toISOString() : null;
    this.#file.save();
    if (goesOn) this.#wake(notification, delay);
  }

  #wake(notification: Notification, delayMs: number): void {
    if (this.#stopped) return;
    this.#timers.set(notification.id, setTimeout(() => void this.deliver(notification), delayMs).unref());
  }
}
