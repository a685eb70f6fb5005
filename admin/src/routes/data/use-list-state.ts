import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { ScreenModel } from '../../lib/engine/screen-model.ts';
import type { Filter, Sort } from '../../lib/engine/types.ts';

export type ListState = {
  view: string | undefined;
  search: string;
  filters: Filter[];
  sort: Sort;
  change: (next: Partial<{ view: string; search: string; filters: Filter[]; sort: Sort }>) => void;
};

function parsed<Value>(text: string | null): Value | undefined {
  try {
    return text === null ? undefined : (JSON.parse(text) as Value);
  } catch {
    return undefined;
  }
}

/** What a list shows, kept in the address: a link shows the same rows to a colleague, and Back goes back. */
export function useListState(model: ScreenModel): ListState {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const view = params.get('view') ?? undefined;
    const chosen = model.views.find(({ key }) => key === view);
    const filters = parsed<Filter[]>(params.get('filters')) ?? chosen?.filters ?? model.filters;
    const sort = parsed<Sort>(params.get('sort')) ?? chosen?.sort ?? model.sort;
    return {
      view: chosen?.key,
      search: params.get('q') ?? '',
      filters,
      sort,
      change: (next) =>
        setParams(
          (before) => {
            const after = new URLSearchParams(before);
            if (next.view !== undefined) {
              for (const key of ['view', 'filters', 'sort']) after.delete(key);
              if (next.view !== '') after.set('view', next.view);
            }
            if (next.search === '') after.delete('q');
            else if (next.search !== undefined) after.set('q', next.search);
            if (next.filters) after.set('filters', JSON.stringify(next.filters));
            if (next.sort) after.set('sort', JSON.stringify(next.sort));
            return after;
          },
          { replace: true },
        ),
    };
  }, [params, setParams, model]);
}
