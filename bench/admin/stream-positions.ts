import pg from 'pg';

/** One batch of riders moves and is announced, as their phones' reports would. */
const move = `
  with moved as (
    update public.riders r
    set lon = r.lon + sin(extract(epoch from now()) / 60 + extract(epoch from r.created_at) + r.heading) * 0.0002,
      lat = r.lat + cos(extract(epoch from now()) / 60 + r.heading) * 0.0002, position_at = now()
    where r.id in (select md5('rider' || n)::uuid from generate_series($1::int, $2::int) n)
    returning r.*)
  select private.announce_rider(row(m.*)::public.riders) from moved m`;

/**
 * Moves `riders` riders, each once in `everyMs`, until the answer's `stop` is called, which tells how many reports
 * were sent in how many seconds.
 */
export function streamPositions(
  dbUrl: string,
  riders: number,
  everyMs: number,
): { stop(): Promise<{ reports: number; seconds: number }> } {
  const batch = 50;
  const pauseMs = everyMs / (riders / batch);
  const start = performance.now();
  let isOn = true;
  let reports = 0;
  const work = (async () => {
    const db = new pg.Client({ connectionString: dbUrl });
    await db.connect();
    try {
      for (let turn = 0; isOn; turn += 1) {
        const from = (turn * batch) % riders;
        await db.query(move, [from + 1, from + batch]);
        reports += batch;
        const due = start + (turn + 1) * pauseMs;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
      }
    } finally {
      await db.end();
    }
  })();
  work.catch(() => undefined);
  return {
    async stop() {
      isOn = false;
      await work;
      return { reports, seconds: (performance.now() - start) / 1000 };
    },
  };
}
