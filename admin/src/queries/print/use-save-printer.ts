import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { run } from '../run.ts';
import { printerKey, type PrinterRow } from './use-printer.ts';

export type PrinterValues = Pick<PrinterRow, 'paper_mm' | 'locale' | 'is_auto' | 'copy_count'>;
type Change = { values: PrinterValues; isKnown: boolean } | { remove: true };

/** Writes how a store prints, or stops printing. */
export function useSavePrinter(storeId: string) {
  const client = useClient();
  const text = useText();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (change: Change) => {
      const table = client.from('store_printers');
      if ('remove' in change) return run(table.delete().eq('store_id', storeId));
      return change.isKnown
        ? run(table.update(change.values).eq('store_id', storeId))
        : run(table.insert({ ...change.values, store_id: storeId }));
    },
    onSuccess: () => void message.success(text('state.saved')),
    onError: (error) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: printerKey(storeId) }),
  });
}
