import type { ClientInfo } from '../core.ts';
import { AuthFailure } from '../failure.ts';
import type { AuthSettings } from '../settings.ts';
import { WindowCounter } from './window-counter.ts';

const FIVE_MINUTES = 300;
const HOUR = 3600;
const MAX_WRONG_CODES_PER_HOUR = 20;
const MAX_WRONG_PASSWORDS = 20;
const MAX_WRONG_TOTP = 10;

type IpLimit = 'anonymous' | 'refresh' | 'sign-in' | 'verify';

/**
 * What may be tried how often. Limits by address hold when a proxy tells the address (as in GoTrue); limits by
 * account hold always and count unknown accounts like known ones, so that they reveal nothing.
 */
export class Limits {
  readonly #counter: WindowCounter;
  readonly #rates: AuthSettings['rates'];

  constructor(rates: AuthSettings['rates'], counter = new WindowCounter()) {
    this.#rates = rates;
    this.#counter = counter;
  }

  /** One request of a kind from a client. @throws AuthFailure 429 `over_request_rate_limit` */
  request(kind: IpLimit, client: ClientInfo): void {
    if (client.ip === undefined) return;
    const [max, seconds] = this.#ipLimit(kind);
    if (max > 0 && this.#counter.add(`${kind}:${client.ip}`, seconds) > max) throw tooManyRequests();
  }

  /** One message to anybody. @throws AuthFailure 429 when this hour's messages are used up */
  message(kind: 'email' | 'sms'): void {
    const max = kind === 'email' ? this.#rates.emailPerHour : this.#rates.smsPerHour;
    if (max > 0 && this.#counter.add(`sent:${kind}`, HOUR) > max) {
      throw new AuthFailure(429, `over_${kind}_send_rate_limit`, `${kind} rate limit exceeded`);
    }
  }

  /**
   * One message to one address that may have no account: the same pause as for those that have one.
   * @throws AuthFailure 429 `over_*_send_rate_limit`
   */
  pause(kind: 'email' | 'sms', address: string, seconds: number): void {
    const key = `pause:${kind}:${address}`;
    const left = this.#counter.secondsLeft(key);
    if (left > 0) throw messagePause(kind, left);
    if (seconds > 0) this.#counter.add(key, seconds);
  }

  /** Takes a pause back when the message could not be sent. */
  endPause(kind: 'email' | 'sms', address: string): void {
    this.#counter.clear(`pause:${kind}:${address}`);
  }

  /** @throws AuthFailure 429 when too many wrong codes, passwords or TOTP codes were tried for this account */
  checkFailures(kind: 'code' | 'password' | 'totp', account: string): void {
    const max = { code: MAX_WRONG_CODES_PER_HOUR, password: MAX_WRONG_PASSWORDS, totp: MAX_WRONG_TOTP }[kind];
    if (this.#counter.count(`wrong-${kind}:${account}`) >= max) throw tooManyRequests();
  }

  recordFailure(kind: 'code' | 'password' | 'totp', account: string): void {
    this.#counter.add(`wrong-${kind}:${account}`, kind === 'code' ? HOUR : FIVE_MINUTES);
  }

  clearFailures(kind: 'code' | 'password' | 'totp', account: string): void {
    this.#counter.clear(`wrong-${kind}:${account}`);
  }

  /** Counts wrong guesses of one issued code. @returns how many there were, this one included */
  wrongGuess(tokenId: string): number {
    return this.#counter.add(`guess:${tokenId}`, HOUR);
  }

  /** Takes a TOTP time step; false when this factor used it before, so a code works once. */
  takeTotpStep(factorId: string, step: number): boolean {
    return this.#counter.add(`totp-step:${factorId}:${step}`, FIVE_MINUTES) === 1;
  }

  #ipLimit(kind: IpLimit): [max: number, seconds: number] {
    switch (kind) {
      case 'anonymous':
        return [this.#rates.anonymousPerHour, HOUR];
      case 'refresh':
        return [this.#rates.refreshPer5Minutes, FIVE_MINUTES];
      case 'sign-in':
        return [this.#rates.signInPer5Minutes, FIVE_MINUTES];
      case 'verify':
        return [this.#rates.verifyPer5Minutes, FIVE_MINUTES];
    }
  }
}

/** 429 of a message asked for too soon after the last one. */
export function messagePause(kind: 'email' | 'sms', secondsLeft: number): AuthFailure {
  const text = `For security purposes, you can only request this after ${secondsLeft} seconds.`;
  return new AuthFailure(429, `over_${kind}_send_rate_limit`, text);
}

function tooManyRequests(): AuthFailure {
  return new AuthFailure(429, 'over_request_rate_limit', 'Request rate limit reached');
}
