import type { Enums } from '@linli/database';

/** What can be refused to whom, as the database allows it. */
export const blockActions: Record<Enums<'block_subject'>, Enums<'block_action'>[]> = {
  customer: ['ordering', 'claiming', 'reviewing'],
  merchant: ['selling'],
  rider: ['delivering'],
};

/** For how long a block is usually set, in days; without end is the last way. */
export const blockDays = [1, 7, 30, 365] as const;
