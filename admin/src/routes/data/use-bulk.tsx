import { App } from 'antd';
import { useCallback } from 'react';
import { rowLabel } from '../../lib/engine/row-label.ts';
import type { ScreenModel } from '../../lib/engine/screen-model.ts';
import type { AnyRow } from '../../lib/engine/types.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';

/**
 * Does something to rows one after the other and says of each how it went. One failure stops no other row.
 */
export function useBulk(
  model: ScreenModel,
): (rows: readonly AnyRow[], title: string, work: (row: AnyRow) => Promise<unknown>) => Promise<void> {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const { modal, message } = App.useApp();
  const label = model.resource.label_column;
  return useCallback(
    async (rows, title, work) => {
      const failed: { name: string; why: string }[] = [];
      for (const [place, row] of rows.entries()) {
        if (rows.length > 1) {
          void message.open({
            key: 'bulk',
            type: 'loading',
            content: text('data.progress', { done: place, all: rows.length }),
            duration: 0,
          });
        }
        try {
          await work(row);
        } catch (failure) {
          failed.push({ name: rowLabel(row, label, locale), why: errorText(failure) });
        }
      }
      message.destroy('bulk');
      if (failed.length === 0)
        return void message.success(text('data.all_done', { title, count: rows.length }));
      modal.warning({
        title: text('data.some_failed', { title, done: rows.length - failed.length, count: failed.length }),
        width: 520,
        content: (
          <ul className="problem-list" data-testid="bulk-result">
            {failed.map(({ name, why }, place) => (
              <li key={place}>
                <strong>{name}</strong>
                <span>{why}</span>
              </li>
            ))}
          </ul>
        ),
      });
    },
    [text, locale, errorText, modal, message, label],
  );
}
