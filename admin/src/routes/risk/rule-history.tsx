import { useResources } from '../../queries/engine/use-resources.ts';
import { RecordHistory } from '../data/record-history.tsx';

/** Who changed a rule, when, and what from what. */
export function RuleHistory({ ruleId }: { ruleId: string }) {
  const resource = useResources().data?.find(({ name }) => name === 'risk_rules');
  return resource ? <RecordHistory resource={resource} row={{ id: ruleId }} /> : null;
}
