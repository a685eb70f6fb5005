import { Collapse } from 'antd';
import { useWords } from '../../components/engine/use-words.ts';
import type { ScreenModel } from '../../lib/engine/screen-model.ts';
import type { AnyRow } from '../../lib/engine/types.ts';
import { RecordField } from './record-field.tsx';

type Props = {
  model: ScreenModel;
  /** The row as it is in the database; undefined for a new one. */
  row: AnyRow | undefined;
  initial: AnyRow;
  labels: Record<string, Record<string, string>>;
  base: string;
  mayWrite: boolean;
};

/** The fields of a record in their groups; those without a group come first. */
export function RecordFields({ model, row, initial, labels, base, mayWrite }: Props) {
  const words = useWords();
  const shown = model.fields.filter((field) =>
    row === undefined ? field.mayInsert : field.column.may.select,
  );
  const grid = (group: string | undefined) => (
    <div className="field-grid">
      {shown
        .filter(
          (field) =>
            (model.groups.some(({ key }) => key === field.group) ? field.group : undefined) === group,
        )
        .map((field) => (
          <RecordField
            key={field.column.name}
            field={field}
            resource={model.resource}
            row={row}
            initial={initial}
            labels={labels[field.column.name]}
            base={base}
            mayWrite={mayWrite}
          />
        ))}
    </div>
  );
  return (
    <>
      {grid(undefined)}
      {model.groups.map((group) => (
        <Collapse
          key={group.key}
          ghost
          className="field-group"
          defaultActiveKey={group.is_collapsed ? [] : [group.key]}
          items={[
            {
              key: group.key,
              forceRender: true,
              label: <h3>{words.label(group.labels) ?? group.key}</h3>,
              children: (
                <>
                  {words.label(group.help) && <p className="muted">{words.label(group.help)}</p>}
                  {grid(group.key)}
                </>
              ),
            },
          ]}
        />
      ))}
    </>
  );
}
