import { FilterOutlined } from '@ant-design/icons';
import { Button, Dropdown, Segmented, Tag, type InputRef } from 'antd';
import { useState, type Ref } from 'react';
import { useWords } from '../../components/engine/use-words.ts';
import { SearchBox } from '../../components/search-box.tsx';
import { operatorsFor } from '../../lib/engine/row-query.ts';
import type { ScreenModel } from '../../lib/engine/screen-model.ts';
import type { Filter } from '../../lib/engine/types.ts';
import { useText } from '../../providers/use-text.ts';
import { FilterEditor } from './filter-editor.tsx';
import { useFilterText } from './use-filter-text.ts';
import type { ListState } from './use-list-state.ts';

type Props = { model: ScreenModel; state: ListState; searchRef: Ref<InputRef>; isSearchable: boolean };

/** Which rows a list shows: saved views, a search by name, filters typed by their columns. */
export function FilterBar({ model, state, searchRef, isSearchable }: Props) {
  const text = useText();
  const words = useWords();
  const filterText = useFilterText(model);
  const [edited, setEdited] = useState<{ filter: Filter; place: number } | undefined>(undefined);
  const fields = model.fields.filter(({ column }) => column.may.select && operatorsFor(column).length > 0);
  const without = (place: number): Filter[] => state.filters.filter((_, index) => index !== place);
  const start = (name: string): void => {
    const field = fields.find(({ column }) => column.name === name);
    const operator = field && operatorsFor(field.column)[0];
    if (operator) setEdited({ filter: { column: name, operator }, place: state.filters.length });
  };
  return (
    <>
      {model.views.length > 0 && (
        <Segmented
          className="view-switch"
          value={state.view ?? ''}
          onChange={(view) => state.change({ view })}
          options={[
            { value: '', label: text('data.all') },
            ...model.views.map((view) => ({ value: view.key, label: words.label(view.labels) ?? view.key })),
          ]}
        />
      )}
      <div className="filters">
        {isSearchable && (
          <SearchBox
            ref={searchRef}
            label={text('data.search')}
            value={state.search}
            onChange={(search) => state.change({ search })}
          />
        )}
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
          <Button icon={<FilterOutlined />} data-testid="add-filter">
            {text('data.filter')}
          </Button>
        </Dropdown>
        {state.filters.map((filter, place) => (
          <Tag
            key={place}
            closable
            className="filter-tag"
            onClose={(event) => {
              event.preventDefault();
              state.change({ filters: without(place) });
            }}
          >
            <button type="button" className="plain-button" onClick={() => setEdited({ filter, place })}>
              {filterText(filter)}
            </button>
          </Tag>
        ))}
      </div>
      {edited && (
        <FilterEditor
          key={`${edited.place}${edited.filter.column}`}
          model={model}
          initial={edited.filter}
          onClose={() => setEdited(undefined)}
          onApply={(filter) => {
            const next = [...state.filters];
            next[edited.place] = filter;
            state.change({ filters: next });
            setEdited(undefined);
          }}
        />
      )}
    </>
  );
}
