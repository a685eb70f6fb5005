import { Collapse, Timeline } from 'antd';
import { useState } from 'react';
import { useWords } from '../../components/engine/use-words.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { rowLabel } from '../../lib/engine/row-label.ts';
import type { AnyRow, Resource } from '../../lib/engine/types.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useLabels } from '../../queries/engine/use-labels.ts';
import { useResources } from '../../queries/engine/use-resources.ts';
import { useRowHistory } from '../../queries/engine/use-row-history.ts';

type Props = { resource: Resource; row: AnyRow };

function shown(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '–');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** Who changed this record, when, and what from what; asked for only when it is opened. */
export function RecordHistory({ resource, row }: Props) {
  const text = useText();
  const words = useWords();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const key = resource.primary_key.map((column) => String(row[column])).join('/');
  const history = useRowHistory(resource.name, key, isOpen);
  const people = useResources().data?.find(({ name }) => name === 'profiles');
  const actors = (history.data ?? []).flatMap(({ actor_id }) => (actor_id ? [actor_id] : []));
  const names = useLabels(people, { table: 'profiles', column: 'id', label: 'display_name' }, actors);
  return (
    <Collapse
      ghost
      className="field-group"
      onChange={(keys) => setOpen([keys].flat().length > 0)}
      items={[
        {
          key: 'history',
          label: <h3>{text('data.history')}</h3>,
          children: (
            <>
              {history.data?.length === 0 && (
                <p className="muted">
                  {rowLabel(row, resource.label_column, locale)}: {text('data.no_changes')}
                </p>
              )}
              <Timeline
                items={(history.data ?? []).map((change) => {
                  const before = change.before as AnyRow;
                  const after = change.after as AnyRow;
                  return {
                    key: change.id,
                    content: (
                      <>
                        <strong>{names.data?.[change.actor_id ?? ''] ?? change.actor_role}</strong>{' '}
                        {text(`data.operation.${change.operation as 'insert'}`)}{' '}
                        <RelativeTime at={change.at} />
                        {change.operation === 'update' && (
                          <ul className="problem-list">
                            {Object.keys(after).map((name) => (
                              <li key={name}>
                                <span className="muted">{words.column(name)}</span>
                                <del>{shown(before[name])}</del>
                                <ins>{shown(after[name])}</ins>
                              </li>
                            ))}
                          </ul>
                        )}
                      </>
                    ),
                  };
                })}
              />
            </>
          ),
        },
      ]}
    />
  );
}
