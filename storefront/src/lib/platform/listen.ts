import { db } from './client.ts';

type Handlers = Record<string, (payload: Record<string, unknown>) => void>;

/** While the channel is down, the page is asked for again this often (milliseconds). */
const pollEvery = 10_000;

/** A broadcast can overtake the commit that it tells of by a moment: what is read at once may be old (milliseconds). */
const settleAfter = 700;

/**
 * Listens on a private topic. `refresh` is called once events have settled, on every (re)subscription, when the page becomes visible or the
 * network comes back, and every ten seconds while the channel is down, so that nothing is missed.
 * Returns a function that stops.
 */
export function listen(topic: string, handlers: Handlers, refresh: () => void): () => void {
  const client = db();
  const channel = client.channel(topic, { config: { private: true } });
  let isJoined = false;
  let settling: ReturnType<typeof setTimeout> | undefined;
  for (const [event, handle] of Object.entries(handlers)) {
    channel.on('broadcast', { event }, (message) => {
      const payload: unknown = message['payload'];
      handle(typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {});
      if (event === 'rider.moved') return;
      clearTimeout(settling);
      settling = setTimeout(refresh, settleAfter);
    });
  }
  channel.subscribe((status) => {
    isJoined = status === 'SUBSCRIBED';
    if (isJoined) refresh();
  });

  const timer = setInterval(() => {
    if (!isJoined && navigator.onLine && document.visibilityState === 'visible') refresh();
  }, pollEvery);
  const onVisible = () => {
    if (document.visibilityState === 'visible') refresh();
  };
  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('online', refresh);

  return () => {
    clearInterval(timer);
    clearTimeout(settling);
    document.removeEventListener('visibilitychange', onVisible);
    window.removeEventListener('online', refresh);
    void client.removeChannel(channel);
  };
}
