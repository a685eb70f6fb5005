import { useTranslation } from 'react-i18next';
import type { Problem } from '../../lib/engine/types.ts';
import { useText } from '../../providers/use-text.ts';

/** What is wrong with a screen, where, and the nearest name that would be right. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  const text = useText();
  const { t } = useTranslation();
  return (
    <ul className="problem-list">
      {problems.map((problem, place) => (
        <li key={place} data-testid="problem" data-key={problem.key}>
          <code>{problem.path}</code>
          <span>{t(`problem.${problem.key}` as 'problem.unknown_column', problem.detail)}</span>
          {problem.detail.nearest && (
            <span className="muted">{text('design.nearest', { name: problem.detail.nearest })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
