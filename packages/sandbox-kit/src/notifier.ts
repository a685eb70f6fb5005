import type { StateFile } from './open-state.ts';

/** One notification and what became of it. `body` is the text sent at every attempt. */
export interface Notification {
  id: string;
  event_type: string;
  /** The merchant's number that it is about, for the control endpoints. */
  subject: string;
  url: string;
  body: string;
  attempts: number;
  next_at: string | null;
  delivered_at: string | null;
  last_answer: string | null;
}

/** What a merchant said to an attempt. */
export interface NotificationAnswer {
  accepted: boolean;
  text: string;
}

interface NotifierOptions {
  file: StateFile<{ notifications: Record<string, Notification> }>;
  /** Waits between attempts in milliseconds; after the last one it is given up. */
  delaysMs: readonly number[];
  /** One attempt; must not throw. */
  post(notification: Notification): Promise<NotificationAnswer>;
}

/** Stores notifications and delivers each until the merchant accepts it, or the schedule ends. */
export class Notifier {
  readonly #options: NotifierOptions;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #underWay = new Map<string, Promise<void>>();
  #stopped = false;

  constructor(options: NotifierOptions) {
    this.#options = options;
  }

  /** Takes up what an earlier run left undelivered. */
  resume(): void {
    for (const one of Object.values(this.#options.file.state.notifications)) {
      if (one.next_at !== null) this.#wake(one, Math.max(0, Date.parse(one.next_at) - Date.now()));
    }
  }

  /** Stores and starts to deliver. */
  queue(wanted: Pick<Notification, 'id' | 'event_type' | 'subject' | 'url' | 'body'>): Notification {
    const notification: Notification = {
      ...wanted,
      attempts: 0,
      next_at: new Date().toISOString(),
      delivered_at: null,
      last_answer: null,
    };
    this.#options.file.state.notifications[wanted.id] = notification;
    this.#options.file.save();
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
    const answer = await this.#options.post(notification);
    const delay = this.#options.delaysMs[notification.attempts];
    notification.attempts += 1;
    notification.last_answer = answer.text;
    const goesOn = !answer.accepted && delay !== undefined;
    if (answer.accepted) notification.delivered_at = new Date().toISOString();
    notification.next_at = goesOn ? new Date(Date.now() + delay).toISOString() : null;
    this.#options.file.save();
    if (goesOn) this.#wake(notification, delay);
  }

  #wake(notification: Notification, delayMs: number): void {
    if (this.#stopped) return;
    this.#timers.set(notification.id, setTimeout(() => void this.deliver(notification), delayMs).unref());
  }
}
