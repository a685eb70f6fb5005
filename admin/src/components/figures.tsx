import type { ReactNode } from 'react';

type Figure = { key: string; label: string; value: ReactNode; note?: ReactNode };

/** A few large numbers with their names; `note` says what to compare them with. */
export function Figures({ items, testId }: { items: readonly Figure[]; testId?: string }) {
  return (
    <dl className="figures" data-testid={testId}>
      {items.map(({ key, label, value, note }) => (
        <div key={key} data-figure={key}>
          <dt>{label}</dt>
          <dd className="tabular">{value}</dd>
          {note !== undefined && <dd className="figure-note tabular">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}
