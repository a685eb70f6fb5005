import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { downloadText } from '../../lib/download-text.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { run } from '../run.ts';

export type MenuFormat = 'csv' | 'json';

/** Hands the whole menu of a store to the person as a file that can be imported again. */
export function useExportMenu(storeId: string) {
  const client = useClient();
  const errorText = useErrorText();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: async (format: MenuFormat) => {
      const content = await run(client.rpc('export_menu', { p_store_id: storeId, p_format: format }));
      downloadText(
        `menu.${format}`,
        content,
        format === 'csv' ? 'text/csv;charset=utf-8' : 'application/json',
      );
    },
    onError: (error) => void message.error(errorText(error)),
  });
}
