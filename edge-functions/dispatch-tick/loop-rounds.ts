import type { Clock } from './clock.ts';
import type { RoundResult } from './tick-waiting.ts';

const roundEveryMs = 5_000;

/** What a loop did. */
export interface LoopResult {
  rounds: number;
  offered_count: number;
}

/**
 * Runs rounds, one starting every 5 seconds and never before the last has ended, until nothing waits or
 * `loopSeconds` are over. A round that fails is logged and tried again: the next one sees the town as it is then.
 */
export async function loopRounds(
  runRound: () => Promise<RoundResult[]>,
  loopSeconds: number,
  clock: Clock,
): Promise<LoopResult> {
  const endsAt = clock.now() + loopSeconds * 1000;
  const result: LoopResult = { rounds: 0, offered_count: 0 };
  for (;;) {
    const startedAt = clock.now();
    const zones = await runRound().catch((error: unknown) => {
      console.error(error);
      return null;
    });
    result.rounds += 1;
    if (zones?.length === 0) return result;
    for (const zone of zones ?? []) if ('offered_count' in zone) result.offered_count += zone.offered_count;
    const nextAt = Math.max(clock.now(), startedAt + roundEveryMs);
    if (nextAt >= endsAt) return result;
    await clock.pause(nextAt - clock.now());
  }
}
