import type { TablesUpdate } from '@linli/database';
import { useInvalidate } from '@refinedev/core';
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { run } from '../run.ts';
import { parametersKey } from './use-dispatch-parameters.ts';

export type ZoneChange = {
  limits?: TablesUpdate<'zones'>;
  parameters?: TablesUpdate<'dispatch_parameters'>;
};

/** Saves a zone's limits and parameters; each change is kept with who made it. Throws a keyed error. */
export function useSaveZone(): (zoneId: string, change: ZoneChange) => Promise<void> {
  const client = useClient();
  const queries = useQueryClient();
  const invalidate = useInvalidate();
  return async (zoneId, { limits = {}, parameters = {} }) => {
    try {
      if (Object.keys(limits).length > 0)
        await run(client.from('zones').update(limits).eq('id', zoneId).select('id'));
      if (Object.keys(parameters).length > 0)
        await run(
          client.from('dispatch_parameters').update(parameters).eq('zone_id', zoneId).select('zone_id'),
        );
    } finally {
      await Promise.all([
        queries.invalidateQueries({ queryKey: parametersKey }),
        invalidate({ resource: 'zones', invalidates: ['list'] }),
      ]);
    }
  };
}
