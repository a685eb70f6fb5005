import { toDomainError, type DomainError } from '@linli/database';

/**
 * What a page has asked for: its data, the error, whether it is under way. A later run overtakes an earlier one;
 * data stays on screen while it is asked for again.
 */
export class Loaded<T> {
  data = $state.raw<T | undefined>();
  error = $state.raw<DomainError | undefined>();
  isLoading = $state(true);
  #turn = 0;

  /** Runs a query and keeps its outcome, unless another run began meanwhile. */
  async run(query: () => Promise<T>): Promise<void> {
    const turn = ++this.#turn;
    this.isLoading = true;
    try {
      const data = await query();
      if (turn !== this.#turn) return;
      this.data = data;
      this.error = undefined;
    } catch (error) {
      if (turn !== this.#turn) return;
      this.error = toDomainError(error);
    }
    this.isLoading = false;
  }

  /** Forgets everything, for another subject. */
  clear(): void {
    this.#turn += 1;
    this.data = undefined;
    this.error = undefined;
    this.isLoading = true;
  }
}
