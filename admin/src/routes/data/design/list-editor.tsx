import { Form, Segmented, Select } from 'antd';
import { useMemo } from 'react';
import { useWords } from '../../../components/engine/use-words.ts';
import { allColumns, screenModel } from '../../../lib/engine/screen-model.ts';
import type { Definition, Resource } from '../../../lib/engine/types.ts';
import { useText } from '../../../providers/use-text.ts';
import { FiltersField } from './filters-field.tsx';

type Props = { resource: Resource; definition: Definition; onChange: (next: Definition) => void };

/** Which columns a list shows, in which order, how many rows at a time. */
export function ListEditor({ resource, definition, onChange }: Props) {
  const text = useText();
  const words = useWords();
  const model = useMemo(() => screenModel(resource, null, ''), [resource]);
  const list = definition.list ?? {};
  const set = (part: Definition['list']): void => onChange({ ...definition, list: { ...list, ...part } });
  const label = (name: string): string =>
    words.column(name, definition.fields?.find((field) => field.column === name)?.labels);
  const options = allColumns(resource)
    .filter(({ may, kind }) => may.select && kind !== 'geometry')
    .map(({ name }) => ({ value: name, label: label(name) }));
  return (
    <Form layout="vertical" component="div" className="inspector">
      <Form.Item label={text('design.list_columns')} extra={text('design.list_columns_hint')}>
        <Select
          mode="multiple"
          aria-label={text('design.list_columns')}
          value={list.columns ?? []}
          options={options}
          onChange={(columns: string[]) => set({ columns })}
        />
      </Form.Item>
      <div className="pair">
        <Form.Item label={text('design.sort')}>
          <Select
            aria-label={text('design.sort')}
            value={list.sort?.column}
            options={options.filter(({ value }) => !value.startsWith('custom.'))}
            onChange={(column: string) => set({ sort: { column, order: list.sort?.order ?? 'asc' } })}
          />
        </Form.Item>
        <Form.Item label={text('design.order')}>
          <Segmented
            value={list.sort?.order ?? 'asc'}
            disabled={list.sort === undefined}
            onChange={(order) =>
              list.sort && set({ sort: { column: list.sort.column, order: order as 'asc' | 'desc' } })
            }
            options={[
              { value: 'asc', label: text('design.order_asc') },
              { value: 'desc', label: text('design.order_desc') },
            ]}
          />
        </Form.Item>
      </div>
      <FiltersField
        label={text('design.default_filters')}
        model={model}
        value={list.filters}
        onChange={(filters) => set({ filters: filters ?? [] })}
      />
      <Form.Item label={text('design.page_size')}>
        <Segmented
          value={list.page_size ?? 50}
          onChange={(page_size) => set({ page_size: Number(page_size) })}
          options={[20, 50, 100]}
        />
      </Form.Item>
    </Form>
  );
}
