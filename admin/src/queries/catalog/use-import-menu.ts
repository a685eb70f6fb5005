import { useInvalidate } from '@refinedev/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { daypartsKey } from './use-dayparts.ts';
import type { MenuFormat } from './use-export-menu.ts';

export type ImportRow = {
  row: number;
  type: string | null;
  name: string;
  status: 'created' | 'updated' | 'unchanged' | 'failed';
  errors: { key: string; detail: { column?: string } | null }[];
};
/** The answer of `import_menu`. */
export type ImportReport = {
  is_applied: boolean;
  unknown_columns: string[];
  created: number;
  updated: number;
  unchanged: number;
  failed: number;
  rows: ImportRow[];
};
export type ImportIntent = {
  format: MenuFormat;
  content: string;
  isDryRun: boolean;
  isAllOrNothing: boolean;
};

/** Tries a menu file, or takes it over, and answers what became of each of its rows. Errors are left to the caller. */
export function useImportMenu(storeId: string) {
  const client = useClient();
  const invalidate = useInvalidate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ format, content, isDryRun, isAllOrNothing }: ImportIntent) =>
      (await run(
        client.rpc('import_menu', {
          p_store_id: storeId,
          p_format: format,
          p_content: content,
          p_is_dry_run: isDryRun,
          p_is_all_or_nothing: isAllOrNothing,
        }),
      )) as unknown as ImportReport,
    onSuccess: async (report) => {
      if (!report.is_applied) return;
      await invalidate({ resource: 'menu_sections', invalidates: ['list'] });
      await invalidate({ resource: 'products', invalidates: ['list'] });
      await queries.invalidateQueries({ queryKey: daypartsKey(storeId) });
    },
  });
}
