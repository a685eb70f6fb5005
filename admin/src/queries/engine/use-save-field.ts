import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { CustomField } from '../../lib/engine/types.ts';
import { anyTable } from './any-table.ts';
import { resourcesKey } from './use-resources.ts';
import { run } from '../run.ts';

/** Adds a custom field to a resource. Throws AppError `screen.*`. */
export function useSaveField(resource: string) {
  const client = useClient();
  const queries = useQueryClient();
  return async (field: CustomField): Promise<void> => {
    await run(
      anyTable(client).rpc('save_custom_field', {
        p_resource: resource,
        p_key: field.key,
        p_schema: field.schema,
        p_labels: field.labels,
        p_help: field.help,
        p_is_required: field.is_required,
        p_is_internal: field.is_internal,
      }),
    );
    await queries.invalidateQueries({ queryKey: resourcesKey });
  };
}
