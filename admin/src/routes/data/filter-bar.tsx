import { Segmented, type InputRef } from 'antd';
import type { Ref } from 'react';
import { useWords } from '../../components/engine/use-words.ts';
import { SearchBox } from '../../components/search-box.tsx';
import type { ScreenModel } from '../../lib/engine/screen-model.ts';
import { useText } from '../../providers/use-text.ts';
import { FilterTags } from './filter-tags.tsx';
import type { ListState } from './use-list-state.ts';

type Props = { model: ScreenModel; state: ListState; searchRef: Ref<InputRef>; isSearchable: boolean };

/** Which rows a list shows: saved views, a search by name, filters typed by their columns. */
export function FilterBar({ model, state, searchRef, isSearchable }: Props) {
  const text = useText();
  const words = useWords();
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
        <FilterTags model={model} filters={state.filters} onChange={(filters) => state.change({ filters })} />
      </div>
    </>
  );
}
