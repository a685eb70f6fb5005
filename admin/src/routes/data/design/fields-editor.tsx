import { HolderOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select, Space } from 'antd';
import { useRef, useState } from 'react';
import { useWords } from '../../../components/engine/use-words.ts';
import { MoveButtons } from '../../../components/move-buttons.tsx';
import { moveItem } from '../../../lib/engine/move-item.ts';
import { renameColumn } from '../../../lib/engine/rename-column.ts';
import { allColumns } from '../../../lib/engine/screen-model.ts';
import type { Definition, FieldPart, Resource } from '../../../lib/engine/types.ts';
import { useText } from '../../../providers/use-text.ts';
import { FieldInspector } from './field-inspector.tsx';
import { GroupsEditor } from './groups-editor.tsx';
import { NewFieldDrawer } from './new-field-drawer.tsx';

type Props = { resource: Resource; definition: Definition; onChange: (next: Definition) => void };

/** The fields of a screen in their order: drag, or move by keyboard; the chosen one is changed below its line. */
export function FieldsEditor({ resource, definition, onChange }: Props) {
  const text = useText();
  const words = useWords();
  const dragged = useRef<number | undefined>(undefined);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [isNew, setNew] = useState(false);
  const fields = definition.fields ?? [];
  const columns = allColumns(resource);
  const absent = columns.filter(
    ({ name, kind, is_generated }) =>
      !(kind === 'geometry' && is_generated) && !fields.some((field) => field.column === name),
  );
  const write = (next: FieldPart[]): void => onChange({ ...definition, fields: next });
  return (
    <>
      <GroupsEditor definition={definition} onChange={onChange} />
      <ol className="design-lines" data-testid="design-fields">
        {fields.map((field, place) => {
          const column = columns.find(({ name }) => name === field.column);
          const custom = resource.custom_fields.find(({ key }) => `custom.${key}` === field.column);
          const name = words.column(field.column, field.labels ?? custom?.labels);
          return (
            <li
              key={field.column}
              className={column === undefined ? 'design-line design-line-broken' : 'design-line'}
              draggable
              data-column={field.column}
              onDragStart={() => (dragged.current = place)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged.current !== undefined) write(moveItem(fields, dragged.current, place));
              }}
            >
              <div className="design-line-head">
                <HolderOutlined className="drag-mark" aria-hidden />
                <button
                  type="button"
                  className="plain-button"
                  aria-expanded={chosen === field.column}
                  onClick={() => setChosen(chosen === field.column ? undefined : field.column)}
                >
                  <strong>{name}</strong> <code className="muted">{field.column}</code>
                </button>
                <span className="push" />
                {field.visible_to && (
                  <span className="muted">
                    {field.visible_to.map((role) => text(`role.${role as 'admin'}`)).join(' · ') ||
                      text('design.hidden')}
                  </span>
                )}
                <MoveButtons
                  name={name}
                  index={place}
                  count={fields.length}
                  onMove={(to) => write(moveItem(fields, place, to))}
                />
              </div>
              {chosen === field.column && (
                <FieldInspector
                  field={field}
                  column={column}
                  groups={definition.groups ?? []}
                  renames={column === undefined ? absent.map((one) => one.name) : []}
                  onRename={(to) => onChange(renameColumn(definition, field.column, to))}
                  onChange={(next) => write(fields.map((one, index) => (index === place ? next : one)))}
                  onRemove={() => write(fields.filter((_, index) => index !== place))}
                />
              )}
            </li>
          );
        })}
      </ol>
      <Space wrap>
        {absent.length > 0 && (
          <Select
            className="filter-wide"
            placeholder={text('design.add_column')}
            aria-label={text('design.add_column')}
            value={null}
            showSearch={{ optionFilterProp: 'label' }}
            options={absent.map(({ name }) => ({ value: name, label: words.column(name) }))}
            onChange={(name: string) => write([...fields, { column: name }])}
          />
        )}
        <Button icon={<PlusOutlined />} onClick={() => setNew(true)} data-testid="new-field">
          {text('design.new_field')}
        </Button>
      </Space>
      <NewFieldDrawer
        open={isNew}
        resource={resource.name}
        onClose={() => setNew(false)}
        onMade={(field) => write([...fields, { column: `custom.${field.key}`, labels: field.labels }])}
      />
    </>
  );
}
