import type { Enums, Tables } from '@linli/database';

/** Who bears money that goes back for a reason, unless the platform decides otherwise, as the database has it. */
export function liableOfReason(
  reasons: readonly Pick<Tables<'reason_codes'>, 'code' | 'liable_party'>[],
  code: string | undefined,
): Enums<'liable_party'> | undefined {
  const party = reasons.find((row) => row.code === code)?.liable_party ?? undefined;
  // A customer pays nothing back: what is their own fault is the platform's to give.
  return party === 'customer' ? 'platform' : party;
}
