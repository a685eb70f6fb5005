/** Keeps the screen awake until the answered function is called; browsers that cannot simply do not. */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let isOver = false;
  const take = async () => {
    if (document.visibilityState !== 'visible' || isOver) return;
    try {
      lock = (await navigator.wakeLock?.request('screen')) ?? null;
      if (isOver) void lock?.release();
    } catch {
      // Refused on low battery: the screen then dims as usual.
      lock = null;
    }
  };
  const again = () => void take();
  document.addEventListener('visibilitychange', again);
  void take();
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', again);
    void lock?.release();
  };
}
