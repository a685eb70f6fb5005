import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../components/error-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useText, type MessageKey } from '../../providers/use-text.ts';
import { useParameterChanges, type ParameterChange } from '../../queries/dispatch/use-parameter-changes.ts';
import { usePeople } from '../../queries/dispatch/use-people.ts';

type Props = { zoneId: string; onRollBack?: (change: ParameterChange) => Promise<unknown> };

/** Who changed what in a zone, newest first; each change can be taken back by setting the values before it. */
export function ParameterHistory({ zoneId, onRollBack }: Props) {
  const text = useText();
  const { i18n } = useTranslation();
  const query = useParameterChanges(zoneId);
  const people = usePeople().data ?? [];
  if (query.isError && query.data === undefined) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  const label = (name: string): string => {
    const keys = [`parameter.${name}`, `column.${name}`];
    const key = keys.find((known) => i18n.exists(known));
    return key ? text(key as MessageKey) : name;
  };
  const shown = (value: unknown): string =>
    typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(
            ([name, one]) =>
              `${i18n.exists(`weight.${name}`) ? text(`weight.${name as 'mixCost'}`) : name} ${String(one)}`,
          )
          .join(', ') || text('parameter.defaults')
      : String(value);
  return (
    <section data-testid="parameter-history">
      <h3 className="visually-hidden">{text('parameter.history')}</h3>
      {query.data?.length === 0 && <p className="muted">{text('parameter.no_history')}</p>}
      <ol className="change-list">
        {query.data?.map((change) => (
          <li key={change.id}>
            <div className="change-head muted">
              <span>
                {people.find(({ user_id }) => user_id === change.changed_by)?.display_name ??
                  text('parameter.by_system')}
              </span>
              <RelativeTime at={change.created_at} />
              {onRollBack && (
                <Popconfirm
                  title={text('parameter.roll_back_question')}
                  okText={text('parameter.roll_back')}
                  onConfirm={() => onRollBack(change)}
                >
                  <Button size="small" type="link" className="push" data-testid="roll-back">
                    {text('parameter.roll_back')}
                  </Button>
                </Popconfirm>
              )}
            </div>
            {Object.keys(change.after).map((name) => (
              <div key={name} className="tabular">
                {label(name)}: <del>{shown(change.before[name])}</del> →{' '}
                <strong>{shown(change.after[name])}</strong>
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
