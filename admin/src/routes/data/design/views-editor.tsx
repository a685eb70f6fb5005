import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Space } from 'antd';
import { useMemo } from 'react';
import { useWords } from '../../../components/engine/use-words.ts';
import { MoveButtons } from '../../../components/move-buttons.tsx';
import { moveItem } from '../../../lib/engine/move-item.ts';
import { screenModel } from '../../../lib/engine/screen-model.ts';
import type { Definition, Resource, ViewPart } from '../../../lib/engine/types.ts';
import { useText } from '../../../providers/use-text.ts';
import { FiltersField } from './filters-field.tsx';
import { LabelInputs } from './label-inputs.tsx';
import { RolesSelect } from './roles-select.tsx';

type Props = { resource: Resource; definition: Definition; onChange: (next: Definition) => void };

/** The saved views of a list: a name, filters, and whose they are. */
export function ViewsEditor({ resource, definition, onChange }: Props) {
  const text = useText();
  const words = useWords();
  const model = useMemo(() => screenModel(resource, null, ''), [resource]);
  const views = definition.views ?? [];
  const write = (next: ViewPart[]): void => onChange({ ...definition, views: next });
  const set = (place: number, part: Partial<ViewPart>): void =>
    write(
      views.map((view, index) => {
        if (index !== place) return view;
        const entries = Object.entries({ ...view, ...part }).filter(([, value]) => value !== undefined);
        return Object.fromEntries(entries) as ViewPart;
      }),
    );
  const add = (): void => {
    const numbers = views.map(({ key }) => Number(/^view_(\d+)$/.exec(key)?.[1] ?? 0));
    write([...views, { key: `view_${Math.max(0, ...numbers) + 1}`, labels: {}, filters: [] }]);
  };
  return (
    <Form layout="vertical" component="div">
      {views.map((view, place) => (
        <fieldset key={view.key} className="design-view">
          <legend>
            <Space>
              <strong>{words.label(view.labels) ?? view.key}</strong>
              <MoveButtons
                name={view.key}
                index={place}
                count={views.length}
                onMove={(to) => write(moveItem(views, place, to))}
              />
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={text('action.delete')}
                onClick={() => write(views.filter((_, index) => index !== place))}
              />
            </Space>
          </legend>
          <LabelInputs
            label={text('design.label')}
            value={view.labels}
            onChange={(labels) => set(place, { labels })}
          />
          <FiltersField
            label={text('data.filter')}
            model={model}
            value={view.filters}
            onChange={(filters) => set(place, { filters: filters ?? [] })}
          />
          <RolesSelect
            label={text('design.visible_to')}
            value={view.visible_to}
            onChange={(visible_to) => set(place, { visible_to })}
          />
        </fieldset>
      ))}
      <Button type="dashed" icon={<PlusOutlined />} onClick={add} data-testid="add-view">
        {text('design.add_view')}
      </Button>
    </Form>
  );
}
