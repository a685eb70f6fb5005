import { FilterOutlined } from '@ant-design/icons';
import { Button, Dropdown, Form, Tag } from 'antd';
import { useState } from 'react';
import { useWords } from '../../../components/engine/use-words.ts';
import { operatorsFor } from '../../../lib/engine/row-query.ts';
import type { ScreenModel } from '../../../lib/engine/screen-model.ts';
import type { Filter } from '../../../lib/engine/types.ts';
import { useText } from '../../../providers/use-text.ts';
import { FilterEditor } from '../filter-editor.tsx';
import { useFilterText } from '../use-filter-text.ts';

type Props = {
  label: string;
  model: ScreenModel;
  value: Filter[] | undefined;
  onChange: (next: Filter[] | undefined) => void;
};

/** The filters with which a list or a view begins. */
export function FiltersField({ label, model, value, onChange }: Props) {
  const text = useText();
  const words = useWords();
  const filterText = useFilterText(model);
  const filters = value ?? [];
  const [edited, setEdited] = useState<{ filter: Filter; place: number } | undefined>(undefined);
  const write = (next: Filter[]): void => onChange(next.length > 0 ? next : undefined);
  const fields = model.fields.filter(({ column }) => column.may.select && operatorsFor(column).length > 0);
  return (
    <Form.Item label={label}>
      <div className="filters">
        {filters.map((filter, place) => (
          <Tag
            key={place}
            closable
            className="filter-tag"
            onClose={(event) => {
              event.preventDefault();
              write(filters.filter((_, index) => index !== place));
            }}
          >
            <button type="button" className="plain-button" onClick={() => setEdited({ filter, place })}>
              {filterText(filter)}
            </button>
          </Tag>
        ))}
        <Dropdown
          trigger={['click']}
          menu={{
            className: 'long-menu',
            items: fields.map(({ column, labels }) => ({
              key: column.name,
              label: words.column(column.name, labels),
            })),
            onClick: ({ key }) => {
              const field = fields.find(({ column }) => column.name === key);
              const operator = field && operatorsFor(field.column)[0];
              if (operator) setEdited({ filter: { column: key, operator }, place: filters.length });
            },
          }}
        >
          <Button size="small" icon={<FilterOutlined />}>
            {text('data.filter')}
          </Button>
        </Dropdown>
      </div>
      {edited && (
        <FilterEditor
          key={`${edited.place}${edited.filter.column}`}
          model={model}
          initial={edited.filter}
          onClose={() => setEdited(undefined)}
          onApply={(filter) => {
            const next = [...filters];
            next[edited.place] = filter;
            write(next);
            setEdited(undefined);
          }}
        />
      )}
    </Form.Item>
  );
}
