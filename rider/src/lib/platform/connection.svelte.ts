/** Whether the platform can be reached, as far as the phone and the last requests know. */
export class Connection {
  #hasNetwork = $state(navigator.onLine);
  #reached = $state(true);
  readonly isOnline = $derived(this.#hasNetwork && this.#reached);

  /** A request was answered. */
  markReached(): void {
    this.#reached = true;
  }

  /** A request got no answer. */
  markLost(): void {
    this.#reached = false;
  }

  /** Listens to the phone's network until the answered function is called; `onBack` runs when it may work again. */
  watch(onBack: () => void): () => void {
    const online = () => {
      this.#hasNetwork = true;
      onBack();
    };
    const offline = () => {
      this.#hasNetwork = false;
    };
    addEventListener('online', online);
    addEventListener('offline', offline);
    return () => {
      removeEventListener('online', online);
      removeEventListener('offline', offline);
    };
  }
}
