import { Button, Descriptions, Drawer } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../components/engine/use-words.ts';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useText } from '../../providers/use-text.ts';
import type { AuditRow } from '../../queries/audit/use-audit-log.ts';
import { useResources } from '../../queries/engine/use-resources.ts';
import { useActorText } from './use-actor-text.ts';

type Change = Omit<AuditRow, 'id'> & { id: string };
type Props = { change: Change | undefined; onActor: (actorId: string) => void; onClose: () => void };

/** One change: each field before and after, by whom and by which command. */
export function AuditDrawer({ change, onActor, onClose }: Props) {
  const text = useText();
  return (
    <Drawer
      open={change !== undefined}
      onClose={onClose}
      mask={false}
      size={460}
      title={text('audit.change')}
      destroyOnHidden
      rootClassName="detail-drawer"
    >
      {change && <Detail key={change.id} change={change} onActor={onActor} />}
    </Drawer>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value);
}

function Detail({ change, onActor }: { change: Change; onActor: Props['onActor'] }) {
  const text = useText();
  const words = useWords();
  const actorText = useActorText();
  const resource = useResources().data?.find(({ name }) => name === change.table_name);
  const before = change.before as Record<string, unknown>;
  const after = change.after as Record<string, unknown>;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const hasPage =
    resource !== undefined && resource.primary_key.length === 1 && change.operation !== 'delete';
  return (
    <div
      className="order-drawer"
      role="region"
      aria-label={text('audit.change')}
      tabIndex={0}
      data-testid="audit-drawer"
    >
      <div className="order-head">
        <h2>
          {text(`data.operation.${change.operation as 'insert'}`)} {words.resource(change.table_name)}
        </h2>
      </div>
      <Descriptions
        column={1}
        size="small"
        className="facts"
        items={[
          {
            key: 'who',
            label: text('audit.who'),
            children: change.actor_id ? (
              <Button
                type="link"
                size="small"
                className="row-link"
                onClick={() => onActor(change.actor_id ?? '')}
              >
                {actorText(change)}
              </Button>
            ) : (
              actorText(change)
            ),
          },
          { key: 'when', label: text('field.when'), children: <RelativeTime at={change.at} /> },
          {
            key: 'row',
            label: text('audit.row'),
            children: hasPage ? (
              <Link to={`/data/${change.table_name}/${encodeURIComponent(change.row_key)}`} className="break">
                {change.row_key}
              </Link>
            ) : (
              <span className="break">{change.row_key}</span>
            ),
          },
          ...(change.command === ''
            ? []
            : [{ key: 'command', label: text('audit.command'), children: <code>{change.command}</code> }]),
        ]}
      />
      <table className="diff-table">
        <caption className="visually-hidden">{text('audit.change')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('audit.field')}</th>
            <th scope="col">{text('audit.before')}</th>
            <th scope="col">{text('audit.after')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{words.column(name)}</th>
              <td>
                <del>{shown(before[name])}</del>
              </td>
              <td>
                <ins>{shown(after[name])}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
