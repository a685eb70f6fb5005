import type { Random } from '../model/random.ts';
import type { Draft } from './draft.ts';
import { mergeAssignments } from './merge-assignments.ts';
import { relocate } from './relocate.ts';
import { reorder } from './reorder.ts';
import { ruinAndRecreate } from './ruin-and-recreate.ts';
import { splitAssignment } from './split-assignment.ts';
import { swapTails } from './swap-tails.ts';
import { swapTasks } from './swap-tasks.ts';

/**
 * A move drafts a change of the plan and says whether it found one. What the change is worth (`gain`), whether the
 * rules allow it (`isValid`) and carrying it out (`apply`) are the same for all moves.
 */
export interface Move {
  name: string;
  /** How often it is tried beside the others. */
  weight: number;
  /** Whether its drafts keep the rules by construction, so that only the gain remains to be asked. */
  isSafe: boolean;
  propose: (draft: Draft, random: Random) => boolean;
}

export const moves: readonly Move[] = [
  { name: 'ruin_and_recreate', weight: 10, isSafe: true, propose: ruinAndRecreate },
  { name: 'relocate', weight: 2, isSafe: true, propose: relocate },
  { name: 'swap_tasks', weight: 2, isSafe: true, propose: swapTasks },
  { name: 'swap_tails', weight: 4, isSafe: false, propose: swapTails },
  { name: 'reorder', weight: 1, isSafe: false, propose: reorder },
  { name: 'split_assignment', weight: 0.5, isSafe: true, propose: splitAssignment },
  { name: 'merge_assignments', weight: 0.5, isSafe: true, propose: mergeAssignments },
];
