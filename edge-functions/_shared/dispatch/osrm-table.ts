import type { SnapshotPlace, SnapshotTravel } from './snapshot.ts';

const timeoutMs = 2_000;
/** Most places of one side in a request: the usual limit of a public instance is 100 in all. */
const block = 50;

/**
 * Seconds between places from a service that speaks OSRM's table API (`/table/v1/{profile}/{lon,lat;…}?annotations=duration`,
 * project-osrm.org/docs/v5.24.0/api/#table-service), asked block by block. Throws when it does not answer; a pair without
 * a way is −1. Towards places where nobody has to go nothing is asked.
 */
export async function osrmTable(
  baseUrl: string,
  profile: string,
  places: readonly SnapshotPlace[],
): Promise<SnapshotTravel> {
  const table = places.map(() => places.map(() => -1));
  const targets = places.flatMap((place, i) => (place.is_target ? [i] : []));
  for (let a = 0; a < places.length; a += block)
    for (let b = 0; b < targets.length; b += block) {
      const sources = places.slice(a, a + block).map((_, i) => a + i);
      await fillBlock(sources, targets.slice(b, b + block));
    }
  return { kind: 'table', table, source: 'osrm' };

  async function fillBlock(sources: number[], destinations: number[]): Promise<void> {
    const asked = [...sources, ...destinations];
    const points = asked.map((i) => `${places[i]?.lon},${places[i]?.lat}`).join(';');
    const list = (from: number, count: number): string =>
      Array.from({ length: count }, (_, i) => from + i).join(';');
    const url =
      `${baseUrl}/table/v1/${profile}/${points}?annotations=duration` +
      `&sources=${list(0, sources.length)}&destinations=${list(sources.length, destinations.length)}`;
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    const body = (await response.json()) as { code?: string; durations?: (number | null)[][] };
    if (body.code !== 'Ok' || !body.durations)
      throw new Error(`the routing service answered ${response.status} ${body.code ?? ''}`);
    body.durations.forEach((line, i) =>
      line.forEach((seconds, j) => {
        const row = table[sources[i] ?? -1];
        const to = destinations[j];
        if (row && to !== undefined && seconds !== null) row[to] = Math.round(seconds);
      }),
    );
  }
}
