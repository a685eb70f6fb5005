import { ToneTag } from '../../components/status-tag.tsx';
import { useText } from '../../providers/use-text.ts';
import type { Decision } from '../../queries/risk/use-cases.ts';

const tones = { allow: 'success', hold: 'warning', block: 'danger' } as const;

/** What was decided, in a word. */
export function DecisionTag({ decision }: { decision: Decision }) {
  const text = useText();
  return <ToneTag tone={tones[decision]}>{text(`risk_decision.${decision}`)}</ToneTag>;
}
