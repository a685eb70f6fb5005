import type { DomainError } from '@linli/database';
import { createContext } from 'svelte';
import { reportIncident, type IncidentDraft } from '#lib/incident/report-incident.ts';
import { returnDelivery } from '#lib/incident/return-delivery.ts';
import { acceptOffer } from '#lib/offer/accept-offer.ts';
import { declineOffer } from '#lib/offer/decline-offer.ts';
import { applyPending } from '#lib/outbox/apply-pending.ts';
import { isWorthRetry } from '#lib/outbox/is-worth-retry.ts';
import { createIndexedOutboxStore } from '#lib/outbox/indexed-outbox-store.ts';
import { Outbox } from '#lib/outbox/outbox.svelte.ts';
import { sendTaskCommand } from '#lib/outbox/send-task-command.ts';
import type { TaskCommand } from '#lib/outbox/task-command.ts';
import * as m from '#lib/paraglide/messages.js';
import type { App } from '#lib/platform/app.svelte.ts';
import { errorText } from '#lib/platform/error-text.ts';
import { failureOf } from '#lib/platform/unwrap.ts';
import { grabDelivery } from '#lib/pool/grab-delivery.ts';
import { deliverWithCode } from '#lib/task/deliver-with-code.ts';
import { nextAct } from '#lib/task/next-act.ts';
import { getRiderHome } from './get-rider-home.ts';
import { goOffline } from './go-offline.ts';
import { goOnline } from './go-online.ts';
import { forgetHome, keepHome, readKeptHome } from './kept-home.ts';
import type { RiderHome, Task } from './rider-home.ts';

/** The next act stands where the last one stood: a second tap of the same touch must not reach it. */
const doubleTapMs = 700;

/** The rider's state on this phone: what the platform last said, with what it has not heard yet on top. */
export class Desk {
  problem = $state.raw<DomainError | null>(null);
  /** A command that the rider waits for: the big button shows it and takes no second tap. */
  isBusy = $state(false);
  readonly outbox: Outbox;
  readonly riderId: string;
  #base = $state.raw<RiderHome | null>(null);
  readonly home = $derived.by(() => (this.#base ? applyPending(this.#base, this.outbox.pending) : null));
  readonly isOnDuty = $derived(this.home?.rider.status === 'online');
  readonly #app: App;
  readonly #database: IDBDatabase;
  #loading: Promise<void> | null = null;
  #isReloadWanted = false;
  #heardCount = 0;

  constructor(app: App, riderId: string, database: IDBDatabase) {
    this.#app = app;
    this.riderId = riderId;
    this.#database = database;
    this.outbox = new Outbox(
      createIndexedOutboxStore(database),
      riderId,
      async (command) => {
        const outcome = await sendTaskCommand(app.client, command);
        if (outcome.kind === 'later') this.#lost(outcome.error);
        else app.connection.markReached();
        return outcome;
      },
      { onDone: (command) => this.#heard(command), onRefused: (_, error) => this.#refused(error) },
    );
  }

  /** Shows what the phone remembers at once, then what the platform says. */
  async start(): Promise<void> {
    this.#base ??= await readKeptHome(this.#database, this.riderId);
    await this.outbox.start();
    await this.load();
  }

  stop(): void {
    this.outbox.stop();
  }

  /** Asks the platform for everything. Calls while it runs make it run once more. */
  load(): Promise<void> {
    if (this.#loading) {
      this.#isReloadWanted = true;
      return this.#loading;
    }
    this.#loading = this.#loadUntilFresh().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  /** Tries what waits and asks for everything: after a break nothing may be missed. */
  async catchUp(): Promise<void> {
    await this.outbox.sync();
    await this.load();
  }

  async goOnline(lon: number, lat: number): Promise<void> {
    await this.#act(() => goOnline(this.#app.client, lon, lat));
  }

  async goOffline(): Promise<void> {
    await this.#act(() => goOffline(this.#app.client));
  }

  async accept(offerId: string): Promise<void> {
    await this.#act(() => acceptOffer(this.#app.client, offerId));
  }

  async decline(offerId: string, reasonCode?: string): Promise<void> {
    await this.#act(() => declineOffer(this.#app.client, offerId, reasonCode));
  }

  /** Takes a task out of the pool. */
  async grab(deliveryId: string): Promise<void> {
    await this.#act(() => grabDelivery(this.#app.client, deliveryId));
  }

  /** Tells what is in the way of a task. */
  async report(deliveryId: string, incident: IncidentDraft): Promise<void> {
    await this.#act(async () => {
      await reportIncident(this.#app.client, deliveryId, incident);
      this.#app.notices.show(m.incident_reported());
    });
  }

  /** Goods of a failed delivery are back in their store. */
  async bringBack(deliveryId: string): Promise<void> {
    await this.#act(() => returnDelivery(this.#app.client, deliveryId));
  }

  /** Hands over against the customer's code; needs a network, since the platform knows the code. */
  async deliverWithCode(deliveryId: string, code: string): Promise<void> {
    await this.#act(async () => {
      await deliverWithCode(this.#app.client, deliveryId, code);
      this.#app.notices.show(m.notice_delivered(), 'success');
    });
  }

  /** Carries a task on by its next command, with or without a network; `photo` shows the hand-over. */
  async advance(task: Task, photo?: Blob): Promise<void> {
    this.isBusy = true;
    try {
      const isSettled = new Promise((resolve) => setTimeout(resolve, doubleTapMs));
      await this.outbox.add(task.id, nextAct(task.status), photo);
      await isSettled;
    } catch (thrown) {
      this.#app.notices.show(errorText(failureOf(thrown)), 'danger');
    } finally {
      this.isBusy = false;
    }
  }

  /** Signs out and leaves nothing about customers behind. */
  async signOut(): Promise<void> {
    await forgetHome(this.#database, this.riderId);
    await this.#app.session.signOut();
  }

  async #act(command: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    try {
      await command();
      this.#app.connection.markReached();
    } catch (thrown) {
      const error = failureOf(thrown);
      this.#lost(error);
      this.#app.notices.show(errorText(error), 'danger');
    }
    await this.load();
    this.isBusy = false;
  }

  async #loadUntilFresh(): Promise<void> {
    do {
      this.#isReloadWanted = false;
      const heardBefore = this.#heardCount;
      try {
        const home = await getRiderHome(this.#app.client);
        this.#app.connection.markReached();
        // An answer from before a command was heard would show a step back.
        if (heardBefore !== this.#heardCount) this.#isReloadWanted = true;
        else this.#base = home;
        this.problem = null;
        await keepHome(this.#database, home);
      } catch (thrown) {
        this.problem = failureOf(thrown);
        this.#lost(this.problem);
      }
    } while (this.#isReloadWanted);
  }

  #heard(command: TaskCommand): void {
    this.#heardCount += 1;
    if (this.#base) this.#base = applyPending(this.#base, [command]);
    if (command.name === 'deliver_delivery') this.#app.notices.show(m.notice_delivered(), 'success');
    void this.load();
  }

  #refused(error: DomainError): void {
    this.#app.notices.show(errorText(error), 'danger');
    void this.load();
  }

  #lost(error: DomainError): void {
    if (isWorthRetry(error) && error.status !== 401) this.#app.connection.markLost();
  }
}

/** The desk of the component tree. */
export const [getDesk, setDesk] = createContext<Desk>();
