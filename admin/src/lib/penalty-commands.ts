export type PenaltyCommand = 'appeal' | 'uphold' | 'withdraw';

type Penalty = { status: 'issued' | 'appealed' | 'upheld' | 'withdrawn'; appeal_due_at: string };

/** What a side may do about a penalty now, the likeliest first; mirrors `penalty_transitions` and the days to appeal. */
export function penaltyCommands(penalty: Penalty, side: 'merchant' | 'ops', now: Date): PenaltyCommand[] {
  if (side === 'merchant')
    return penalty.status === 'issued' && new Date(penalty.appeal_due_at) >= now ? ['appeal'] : [];
  if (penalty.status === 'appealed') return ['uphold', 'withdraw'];
  return penalty.status === 'withdrawn' ? [] : ['withdraw'];
}
