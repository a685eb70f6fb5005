import { useQueries } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { Field } from '../../lib/engine/screen-model.ts';
import type { AnyRow } from '../../lib/engine/types.ts';
import { useLocale } from '../../providers/use-text.ts';
import { labelsQuery } from '../../queries/engine/use-labels.ts';
import { useResources } from '../../queries/engine/use-resources.ts';

/** Names of everything that the rows point to: column → key → name. One request for each referenced table. */
export function useReferenceLabels(
  fields: readonly Field[],
  rows: readonly AnyRow[],
): Record<string, Record<string, string>> {
  const client = useClient();
  const locale = useLocale();
  const resources = useResources().data ?? [];
  const pointing = fields.filter((field) => field.widget === 'reference' && field.column.references);
  const answers = useQueries({
    queries: pointing.map(({ column }) => {
      const ids = rows.flatMap((row) => (row[column.name] ? [String(row[column.name])] : []));
      const target = resources.find((resource) => resource.name === column.references?.table);
      return labelsQuery(client, locale, target, column.references, ids);
    }),
  });
  return Object.fromEntries(pointing.map(({ column }, place) => [column.name, answers[place]?.data ?? {}]));
}
