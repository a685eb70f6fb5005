class Online {
  isOnline = $state(true);

  /** Follows the browser; call once. */
  open(): void {
    this.isOnline = navigator.onLine;
    window.addEventListener('online', () => (this.isOnline = true));
    window.addEventListener('offline', () => (this.isOnline = false));
  }
}

export const online = new Online();
