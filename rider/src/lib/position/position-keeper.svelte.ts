import type { LonLat } from '@linli/map/geometry';
import { createDeviceSource } from './device-source.ts';
import { createDriveSource, type DriveSource } from './drive-source.ts';
import type { Fix, PositionProblem } from './position-source.ts';
import { shouldReport } from './should-report.ts';

export type PositionMode = 'device' | 'drive';

const modeKey = 'linli-rider.position';
const checkMs = 5_000;

/**
 * Where the rider is. Tells the platform while the rider is on duty: often enough when moving, now and then when not.
 * A report that fails is not kept: the next one says it better.
 */
export class PositionKeeper {
  fix = $state.raw<Fix | null>(null);
  problem = $state<PositionProblem | null>(null);
  mode = $state<PositionMode>('device');
  isDriving = $state(false);
  speed = $state(4);
  readonly position = $derived<LonLat | null>(this.fix ? [this.fix.lon, this.fix.lat] : null);
  readonly #send: (fix: Fix) => Promise<void>;
  readonly #isOnDuty: () => boolean;
  #drive: DriveSource | null = null;
  #line: readonly LonLat[] = [];
  #last: { fix: Fix; sentAt: number } | null = null;
  #isSending = false;
  #stopSource = () => {};
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(send: (fix: Fix) => Promise<void>, isOnDuty: () => boolean) {
    this.#send = send;
    this.#isOnDuty = isOnDuty;
  }

  /** Begins; `home` is where a demo rider stands. Demo control is offered only with `canDrive`. */
  start(home: LonLat, canDrive: boolean): void {
    this.stop();
    this.#drive = createDriveSource(home);
    this.#drive.setLine(this.#line);
    this.mode = canDrive && localStorage.getItem(modeKey) !== 'device' ? 'drive' : 'device';
    this.#listen();
    this.#timer = setInterval(() => this.#consider(), checkMs);
  }

  stop(): void {
    this.#stopSource();
    clearInterval(this.#timer);
  }

  setMode(mode: PositionMode): void {
    localStorage.setItem(modeKey, mode);
    if (mode === this.mode) return;
    this.mode = mode;
    if (mode === 'drive') {
      this.#drive = createDriveSource(this.position ?? [0, 0]);
      this.#drive.setLine(this.#line);
    }
    this.setDriving(false);
    this.#listen();
  }

  setDriving(isDriving: boolean): void {
    this.isDriving = isDriving;
    this.#drive?.setSpeed(isDriving ? this.speed : 0);
  }

  setSpeed(times: number): void {
    this.speed = times;
    if (this.isDriving) this.#drive?.setSpeed(times);
  }

  /** The way a demo rider takes. */
  setLine(line: readonly LonLat[]): void {
    this.#line = line;
    this.#drive?.setLine(line);
  }

  /** Tells the platform at once, as after going online or when the network is back. */
  reportNow(): void {
    this.#last = null;
    this.#consider();
  }

  #listen(): void {
    this.#stopSource();
    this.problem = null;
    const source = this.mode === 'drive' && this.#drive ? this.#drive : createDeviceSource();
    this.#stopSource = source.start({
      onFix: (fix) => {
        this.problem = null;
        this.fix = fix;
        this.#consider();
      },
      onProblem: (problem) => {
        this.problem = problem;
      },
    });
  }

  #consider(): void {
    const now = Date.now();
    if (!this.fix || this.#isSending || !this.#isOnDuty() || !shouldReport(this.#last, this.fix, now)) return;
    const fix = this.fix;
    // A rider who stands is there now, though the phone last said so a while ago; a lost fix is not refreshed.
    const report = this.problem ? fix : { ...fix, at: Math.max(fix.at, now) };
    this.#isSending = true;
    this.#send(report)
      .then(() => {
        this.#last = { fix, sentAt: now };
      })
      .catch(() => {
        this.#last = null;
      })
      .finally(() => {
        this.#isSending = false;
      });
  }
}
