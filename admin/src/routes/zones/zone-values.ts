import type { Tables } from '@linli/database';

export type ZoneRow = Omit<Tables<'zones'>, 'area'>;

/** A zone's limits with its parameters, as one form. */
export type ZoneValues = ZoneRow & {
  parameters: Omit<Tables<'dispatch_parameters'>, 'weights'> & { weights: Record<string, number | null> };
};
