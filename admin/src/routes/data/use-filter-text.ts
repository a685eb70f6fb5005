import { useCallback } from 'react';
import { useWords } from '../../components/engine/use-words.ts';
import type { ScreenModel } from '../../lib/engine/screen-model.ts';
import type { Filter } from '../../lib/engine/types.ts';
import { useText } from '../../providers/use-text.ts';

/** A filter in words: `Status: Placed, Accepted`. Rows of other tables are counted, not named. */
export function useFilterText(model: ScreenModel): (filter: Filter) => string {
  const text = useText();
  const words = useWords();
  return useCallback(
    ({ column, operator, value }) => {
      const field = model.fields.find((known) => known.column.name === column);
      const name = words.column(column, field?.labels);
      if (operator === 'null' || operator === 'nnull') return `${name}: ${text(`data.operator.${operator}`)}`;
      const list = (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
        (one) => one !== null && one !== undefined,
      );
      const shown =
        field?.widget === 'reference'
          ? text('data.chosen', { count: list.length })
          : list
              .map((one) =>
                typeof one === 'boolean'
                  ? text(one ? 'data.yes' : 'data.no')
                  : field?.column.kind === 'enum'
                    ? words.value(String(one))
                    : field?.widget === 'money'
                      ? String(Number(one) / 100)
                      : String(one),
              )
              .join(operator === 'between' ? ' – ' : ', ');
      return operator === 'in' || operator === 'eq' || operator === 'between'
        ? `${name}: ${shown}`
        : `${name} ${text(`data.operator.${operator}`)} ${shown}`;
    },
    [model, text, words],
  );
}
