import type { Crew } from './make-crew.ts';
import type { RiderAgent } from './rider-agent.ts';
import type { SimDatabase } from './sim-database.ts';

type Open = { id: string; order_id: string; status: string; rider_id: string | null };

/** What goes wrong on purpose, each once, as soon as there is an occasion, and how it ended. */
export class Mishaps {
  /** What was done, with the delivery that it was done to. */
  readonly done = new Map<string, string>();
  readonly #db: SimDatabase;
  readonly #crew: Crew;
  readonly #riders: Map<string, RiderAgent>;
  readonly #darkSince = new Map<string, number>();

  constructor(db: SimDatabase, crew: Crew, riders: readonly RiderAgent[]) {
    this.#db = db;
    this.#crew = crew;
    this.#riders = new Map(riders.map((rider) => [rider.id, rider]));
  }

  /** Looks for the next occasion. */
  async step(): Promise<void> {
    const open = await this.#db.rows<Open>(
      `select id, order_id, status, rider_id from public.deliveries
       where status in ('unassigned', 'offered', 'assigned', 'picked_up') order by created_at desc`,
    );
    const free = (status: string): Open | undefined =>
      open.find((one) => one.status === status && ![...this.done.values()].includes(one.id));
    await this.#once('rain', free('picked_up'), async () => {
      await this.#ops(
        `start_incident_mode($1, 'rain', 30, '{"travel_factor": 1.2, "extra_promise_minutes": 10, "extra_in_hand": 1}', 'rain-rain')`,
        this.#crew.zones[0],
      );
    });
    await this.#once('dark with goods', free('picked_up'), async ({ rider_id: id }) => this.#goDark(id));
    await this.#once('dark before pickup', free('assigned'), async ({ rider_id: id }) => this.#goDark(id));
    await this.#once('customer absent', free('picked_up'), async (one) => {
      this.#riders.get(one.rider_id ?? '')?.waitsForOps.add(one.id);
      await this.#rider(one, `report_incident($1, 'customer_absent', 'absent-1', '敲门无人应答')`, one.id);
      await this.#ops(`resolve_delivery($1, 'fail', 'resolve-absent', '顾客失联')`, one.id);
      await this.#rider(one, `return_delivery($1, 'return-1')`, one.id);
    });
    await this.#once('vehicle broken', free('assigned'), async (one) => {
      await this.#rider(one, `report_incident($1, 'vehicle_broken', 'broken-1')`, one.id);
    });
    await this.#once('ops assign', free('unassigned') ?? free('offered'), async (one) => {
      await this.#ops(`assign_delivery($1, $2, 'assign-by-hand')`, one.id, await this.#idleRider());
    });
    await this.#once('ops pin', free('unassigned'), async (one) => {
      const change = { pinned_rider_id: await this.#idleRider() };
      await this.#ops(`override_delivery($1, $2, 'pin-by-hand')`, one.id, JSON.stringify(change));
    });
    await this.#once('cancelled under way', free('assigned'), async (one) => {
      await this.#ops(`cancel_order($1, 'cancel-it-now', 'ops_decision')`, one.order_id);
    });
    await this.#once('kitchen late', free('unassigned'), async (one) => {
      await this.#db.call(
        { person: this.#crew.staff },
        `select public.delay_order($1, 10, 'delay-it')`,
        one.order_id,
      );
    });
    await this.#settleDark(open);
  }

  async #goDark(id: string | null): Promise<void> {
    const rider = this.#riders.get(id ?? '');
    if (!rider) throw new Error('nobody to go dark');
    rider.isDark = true;
    this.#darkSince.set(rider.id, this.#db.now);
  }

  /** Ops find out about goods with a dark rider: the first are handed over, what else there is the customer has. */
  async #settleDark(open: readonly Open[]): Promise<void> {
    for (const [id, since] of this.#darkSince) {
      if (this.#db.now - since < 900) continue;
      for (const one of open.filter(
        ({ rider_id: rider, status }) => rider === id && status === 'picked_up',
      )) {
        const isFirst = !this.done.has('handed over');
        this.done.set(isFirst ? 'handed over' : `finished ${one.id}`, one.id);
        if (isFirst)
          await this.#ops(
            `resolve_delivery($1, 'hand_over', 'hand-over-1', '', $2)`,
            one.id,
            await this.#idleRider(),
          );
        else
          await this.#ops(`resolve_delivery($1::uuid, 'finish', 'finish-' || $1::uuid, '电话确认')`, one.id);
      }
    }
  }

  async #once(name: string, one: Open | undefined, work: (one: Open) => Promise<void>): Promise<void> {
    if (!one || this.done.has(name)) return;
    this.done.set(name, one.id);
    await work(one);
  }

  async #idleRider(): Promise<string> {
    const dark = [...this.#darkSince.keys()];
    return this.#db.call<string>(
      'postgres',
      `select r.id from public.riders r
       where r.status = 'online' and not r.id = any ($1::uuid[])
         and not exists (select 1 from public.dispatch_offers o where o.rider_id = r.id and o.status = 'offered')
       order by (select count(*) from public.deliveries d where d.rider_id = r.id
         and d.status in ('assigned', 'arrived_at_store', 'picked_up', 'arrived_at_customer')), r.id limit 1`,
      dark,
    );
  }

  async #ops(call: string, ...values: unknown[]): Promise<void> {
    await this.#db.call({ person: this.#crew.ops }, `select public.${call}`, ...values);
  }

  async #rider({ rider_id: id }: Open, call: string, ...values: unknown[]): Promise<void> {
    await this.#db.call({ person: id ?? '' }, `select public.${call}`, ...values);
  }
}
