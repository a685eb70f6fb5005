import type { Chance } from './chance.ts';
import type { SimDatabase } from './sim-database.ts';

/** A task in the rider's app. */
interface Task {
  id: string;
  status: 'assigned' | 'arrived_at_store' | 'picked_up' | 'arrived_at_customer';
  order_status: string;
  store: { lon: number; lat: number };
  dropoff: { lon: number; lat: number };
}

interface Home {
  rider: { city_id: string };
  offers: { id: string; delivery_id: string }[];
  deliveries: Task[];
  tour: string[];
  waiting_place: { lon: number; lat: number } | null;
}

/** How riders are in this town: hidden from dispatch, which has to learn it. */
export interface Habits {
  /** Rides take so much longer than on the map. */
  slowness: number;
  accepts: number;
  declines: number;
}

const reportEvery = 60;
/** The stop of a ride to a waiting place. */
const waiting = 'wait';

/** A rider with a phone: answers offers, rides, waits, hands over; follows the planned tour. */
export class RiderAgent {
  readonly id: string;
  /** A phone that is dark neither reports nor does anything. */
  isDark = false;
  /** Leaves a task alone until ops have decided. */
  readonly waitsForOps = new Set<string>();
  /** The last round advised where to wait; the next look at the app shows it. */
  isAdvised = false;
  followed = 0;
  accepted = 0;
  declined = 0;
  ignored = 0;
  readonly #db: SimDatabase;
  readonly #chance: Chance;
  readonly #habits: Habits;
  #lon: number;
  #lat: number;
  #leg: {
    from: [number, number];
    to: [number, number];
    startsAt: number;
    endsAt: number;
    stop: string;
  } | null = null;
  #busyUntil: number | null = null;
  #reportedAt = 0;
  readonly #ignoring = new Set<string>();
  #isOnline = false;

  constructor(db: SimDatabase, chance: Chance, habits: Habits, id: string, at: { lon: number; lat: number }) {
    this.#db = db;
    this.#chance = chance;
    this.#habits = habits;
    this.id = id;
    this.#lon = at.lon;
    this.#lat = at.lat;
  }

  /** Comes online where they are; true once dispatch sees them. */
  async start(): Promise<void> {
    await this.#rpc('go_online', this.#lon, this.#lat);
    this.#isOnline = true;
    this.#reportedAt = this.#db.now;
  }

  /** Lives through a few seconds; `hasWork` when there is an offer or a task in the app. */
  async step(hasWork: boolean): Promise<void> {
    if (this.isDark || !this.#isOnline) return;
    this.#move();
    if (this.#db.now - this.#reportedAt >= reportEvery) {
      this.#reportedAt = this.#db.now;
      await this.#rpc('report_position', this.#lon, this.#lat);
    }
    if (!hasWork) {
      await this.#wait();
      return;
    }
    const home = await this.#rpc<Home>('get_rider_home');
    for (const offer of home.offers) await this.#answer(offer.id);
    const tasks = home.deliveries.filter((task) => !this.waitsForOps.has(task.id));
    if (this.#leg && !tasks.some((task) => this.#leg?.stop.endsWith(task.id))) this.#leg = null;
    if (this.#busyUntil !== null && this.#busyUntil > this.#db.now) return;
    this.#busyUntil = null;
    if (this.#leg) {
      if (this.#leg.endsAt <= this.#db.now) await this.#arrive(tasks);
      return;
    }
    await this.#handOver(tasks);
    if (this.#busyUntil === null) await this.#setOut(home, tasks);
  }

  /** With nothing to do: rides to where the app says that orders will come from. */
  async #wait(): Promise<void> {
    if (this.#leg?.stop !== waiting || this.#leg.endsAt <= this.#db.now) this.#leg = null;
    if (!this.isAdvised) return;
    this.isAdvised = false;
    const home = await this.#rpc<Home>('get_rider_home');
    if (!home.waiting_place) return;
    await this.#ride(home.rider.city_id, home.waiting_place, waiting);
    this.followed += 1;
  }

  async #answer(offerId: string): Promise<void> {
    if (this.#ignoring.has(offerId)) return;
    const draw = this.#chance.next();
    if (draw < this.#habits.accepts) {
      const isMine = await this.#rpc('accept_offer', offerId, `accept-${offerId}`).catch(() => null);
      if (isMine !== null) this.accepted += 1;
    } else if (draw < this.#habits.accepts + this.#habits.declines) {
      await this.#rpc('decline_offer', offerId, 'too_far');
      this.declined += 1;
    } else {
      this.#ignoring.add(offerId);
      this.ignored += 1;
    }
  }

  async #arrive(tasks: readonly Task[]): Promise<void> {
    const stop = this.#leg?.stop ?? '';
    this.#leg = null;
    const task = tasks.find((one) => one.id === stop.slice(1));
    if (!task) return;
    const isStore = stop.startsWith('+');
    await this.#rpc(isStore ? 'arrive_at_store' : 'arrive_at_customer', task.id, `${stop}-arrive`);
    if (!isStore) this.#busyUntil = this.#db.now + 90 * this.#chance.logNormal(0.5);
  }

  /** At a counter or a door: takes what is packed, gives what is brought. */
  async #handOver(tasks: readonly Task[]): Promise<void> {
    const atDoor = tasks.find((task) => task.status === 'arrived_at_customer');
    if (atDoor) await this.#rpc('deliver_delivery', atDoor.id, `deliver-${atDoor.id}`);
    const packed = tasks.find((task) => task.status === 'arrived_at_store' && task.order_status === 'ready');
    if (packed) {
      await this.#rpc('pick_up_delivery', packed.id, `pick-up-${packed.id}-${this.id}`);
      this.#busyUntil = this.#db.now + 60 * this.#chance.logNormal(0.4);
    }
  }

  async #setOut({ rider, tour }: Home, tasks: readonly Task[]): Promise<void> {
    const todo = new Map<string, Task>();
    for (const task of tasks) {
      if (task.status === 'assigned') todo.set(`+${task.id}`, task);
      if (task.status === 'picked_up') todo.set(`-${task.id}`, task);
    }
    // Who waits at a counter stays there.
    if (todo.size === 0 || tasks.some((task) => task.status === 'arrived_at_store')) return;
    const stop = tour.find((one) => todo.has(one)) ?? [...todo.keys()].at(-1) ?? '';
    const task = todo.get(stop);
    if (!task) return;
    await this.#ride(rider.city_id, stop.startsWith('+') ? task.store : task.dropoff, stop);
  }

  async #ride(cityId: string, to: { lon: number; lat: number }, stop: string): Promise<void> {
    const seconds = await this.#db.call<number>(
      'postgres',
      // Rain slows everybody.
      `select private.ride_seconds($1, $2, $3, $4, $5) * coalesce((
         select max(w.travel_factor) from public.zones z cross join lateral private.zone_conditions(z.id, now()) w
         where z.city_id = $1), 1)`,
      cityId,
      this.#lon,
      this.#lat,
      to.lon,
      to.lat,
    );
    const takes = Math.max(5, seconds * this.#habits.slowness * this.#chance.logNormal(0.2));
    const { now } = this.#db;
    this.#leg = {
      from: [this.#lon, this.#lat],
      to: [to.lon, to.lat],
      startsAt: now,
      endsAt: now + takes,
      stop,
    };
  }

  #move(): void {
    if (!this.#leg) return;
    const { from, to, startsAt, endsAt } = this.#leg;
    const share = Math.min(1, (this.#db.now - startsAt) / (endsAt - startsAt));
    this.#lon = from[0] + (to[0] - from[0]) * share;
    this.#lat = from[1] + (to[1] - from[1]) * share;
  }

  async #rpc<T>(name: string, ...args: unknown[]): Promise<T> {
    const list = args.map((_, i) => `$${i + 1}`).join(', ');
    return this.#db.call<T>({ person: this.id }, `select public.${name}(${list})`, ...args);
  }
}
