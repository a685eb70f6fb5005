import { Loaded } from '#lib/platform/loaded.svelte.ts';
import { listMethods } from './list-methods.ts';
import type { PaymentMethod } from './types.ts';

/** What is offered while nobody has answered yet, or cannot be reached. */
const fallback: PaymentMethod = 'wechat_pay';

/** The ways to pay one amount, and the one that the customer has chosen. */
export class PayChoice {
  readonly methods = new Loaded<PaymentMethod[]>();
  #chosen = $state<PaymentMethod | undefined>();

  /** Asks what is offered for an amount (minor units). */
  async load(currency: string, amountCents: number): Promise<void> {
    await this.methods.run(() => listMethods(currency, amountCents));
  }

  /** The chosen method, else the first that is offered. */
  get method(): PaymentMethod {
    const offered = this.methods.data ?? [];
    const isOffered = this.#chosen !== undefined && offered.includes(this.#chosen);
    return (isOffered ? this.#chosen : offered[0]) ?? fallback;
  }

  set method(method: PaymentMethod) {
    this.#chosen = method;
  }
}
