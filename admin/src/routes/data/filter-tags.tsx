import { FilterOutlined } from '@ant-design/icons';
import { Button, Dropdown, Tag } from 'antd';
import { useState } from 'react';
import { useWords } from '../../components/engine/use-words.ts';
import { operatorsFor } from '../../lib/engine/row-query.ts';
import type { ScreenModel } from '../../lib/engine/screen-model.ts';
import type { Filter } from '../../lib/engine/types.ts';
import { useText } from '../../providers/use-text.ts';
import { FilterEditor } from './filter-editor.tsx';
import { useFilterText } from './use-filter-text.ts';

type Props = {
  model: ScreenModel;
  filters: readonly Filter[];
  onChange: (next: Filter[]) => void;
  size?: 'small';
};

/** Filters typed by their columns: one more, another condition, or one less. */
export function FilterTags({ model, filters, onChange, size }: Props) {
  const text = useText();
  const words = useWords();
  const filterText = useFilterText(model);
  const [edited, setEdited] = useState<{ filter: Filter; place: number } | undefined>(undefined);
  const fields = model.fields.filter(({ column }) => column.may.select && operatorsFor(column).length > 0);
  const start = (name: string): void => {
    const field = fields.find(({ column }) => column.name === name);
    const operator = field && operatorsFor(field.column)[0];
    if (operator) setEdited({ filter: { column: name, operator }, place: filters.length });
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          className: 'long-menu',
          items: fields.map(({ column, labels }) => ({
            key: column.name,
            label: words.column(column.name, labels),
          })),
          onClick: ({ key }) => start(key),
        }}
      >
        <Button size={size} icon={<FilterOutlined />} data-testid="add-filter">
          {text('data.filter')}
        </Button>
      </Dropdown>
      {filters.map((filter, place) => (
        <Tag
          key={place}
          closable
          className="filter-tag"
          onClose={(event) => {
            event.preventDefault();
            onChange(filters.filter((_, index) => index !== place));
          }}
        >
          <button type="button" className="plain-button" onClick={() => setEdited({ filter, place })}>
            {filterText(filter)}
          </button>
        </Tag>
      ))}
      {edited && (
        <FilterEditor
          key={`${edited.place}${edited.filter.column}`}
          model={model}
          initial={edited.filter}
          onClose={() => setEdited(undefined)}
          onApply={(filter) => {
            const next = [...filters];
            next[edited.place] = filter;
            onChange(next);
            setEdited(undefined);
          }}
        />
      )}
    </>
  );
}
