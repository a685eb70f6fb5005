// Runs first in every worker, under Deno: what the hosted edge runtime offers besides Deno itself.

declare const Deno: {
  addSignalListener(signal: 'SIGTERM', handler: () => void): void;
  exit(code: number): never;
  serve: (...args: unknown[]) => unknown;
  stdin: { readable: ReadableStream<Uint8Array> };
};

const BACKGROUND_MS = 10_000;
const background = new Set<Promise<unknown>>();

Object.assign(globalThis, {
  EdgeRuntime: {
    /** Keeps the worker alive until the promise settles, after the answer is sent. */
    waitUntil<Result>(promise: Promise<Result>): Promise<Result> {
      const settled = Promise.resolve(promise).catch((error: unknown) =>
        console.error('background task failed:', error),
      );
      background.add(settled);
      void settled.then(() => background.delete(settled));
      return promise;
    },
  },
});

Deno.addSignalListener('SIGTERM', () => void leave('termination'));

// The platform holds the other end of the input: when it dies without a word, so does this worker. Watched from the
// moment that the function serves: Deno waits for what a preload began before it runs the function, for ever in this case.
const serve = Deno.serve;
let isWatched = false;
Deno.serve = (...args) => {
  if (!isWatched) {
    isWatched = true;
    const end = (): never => Deno.exit(0);
    void Deno.stdin.readable.pipeTo(new WritableStream()).then(end, end);
  }
  return serve(...args);
};

async function leave(reason: string): Promise<void> {
  dispatchEvent(new CustomEvent('beforeunload', { detail: { reason } }));
  const timeout = new Promise((resolve) => setTimeout(resolve, BACKGROUND_MS));
  await Promise.race([Promise.allSettled(background), timeout]);
  Deno.exit(0);
}

export {};
