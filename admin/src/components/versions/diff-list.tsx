import type { ReactNode } from 'react';

export type DiffLine = { key: string; name: ReactNode; before?: ReactNode; after?: ReactNode };

/** What was and what is, line by line. */
export function DiffList({ lines, testId }: { lines: readonly DiffLine[]; testId?: string }) {
  return (
    <ul className="problem-list" data-testid={testId}>
      {lines.map(({ key, name, before, after }) => (
        <li key={key}>
          <span className="muted">{name}</span>
          {before !== undefined && <del>{before}</del>}
          {after !== undefined && <ins>{after}</ins>}
        </li>
      ))}
    </ul>
  );
}
