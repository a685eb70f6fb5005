import { RightOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useWords } from '../../components/engine/use-words.ts';
import type { AnyRow, Resource } from '../../lib/engine/types.ts';
import { useText } from '../../providers/use-text.ts';
import { useResources } from '../../queries/engine/use-resources.ts';

type Props = { resource: Resource; row: AnyRow; base: string };

/** The lists of rows that point to this record. */
export function RecordLinks({ resource, row, base }: Props) {
  const text = useText();
  const words = useWords();
  const resources = useResources().data ?? [];
  const key = row[resource.primary_key[0] ?? ''];
  const children = resource.children.flatMap((child) => {
    const found = resources.find(({ name, rights }) => name === child.table && rights.select !== 'none');
    return found && found.columns.some(({ name, may }) => name === child.column && may.select)
      ? [{ ...child, found }]
      : [];
  });
  if (children.length === 0) return null;
  return (
    <section className="record-links">
      <h3>{text('data.linked')}</h3>
      <ul>
        {children.map(({ table, column, found }) => {
          const filters = JSON.stringify([{ column, operator: 'in', value: [key] }]);
          return (
            <li key={`${table}.${column}`}>
              <Link to={`${base}/${table}?filters=${encodeURIComponent(filters)}`}>
                {words.resource(table, found.custom_labels)}
                <span className="muted"> {words.column(column)}</span>
                <RightOutlined aria-hidden />
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
