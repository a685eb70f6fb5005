import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { Labels } from '../../lib/engine/types.ts';
import { anyTable } from './any-table.ts';
import { resourcesKey } from './use-resources.ts';
import { run } from '../run.ts';

export const columnTypes = [
  'text',
  'long_text',
  'integer',
  'decimal',
  'money',
  'boolean',
  'date',
  'datetime',
  'choice',
  'reference',
  'image',
  'translations',
] as const;
export type NewColumn = {
  name: string;
  type: (typeof columnTypes)[number];
  is_required?: boolean;
  choices?: string[];
  references?: string;
};
export type NewResource = {
  name: string;
  template: 'ops_only' | 'public_read' | 'store_owned';
  columns: NewColumn[];
  labels: Labels;
  comment: string;
};

/** Makes a custom resource. Throws AppError `screen.*`. */
export function useCreateResource() {
  const client = useClient();
  const queries = useQueryClient();
  return async ({ name, template, columns, labels, comment }: NewResource): Promise<void> => {
    await run(
      anyTable(client).rpc('create_custom_resource', {
        p_name: name,
        p_template: template,
        p_columns: columns,
        p_labels: labels,
        p_comment: comment ?? '',
      }),
    );
    await queries.invalidateQueries({ queryKey: resourcesKey });
  };
}
