import { stableUuid } from '../stable-uuid.ts';
import type { Person } from '../town.ts';

/** The user id of a demo person; the operator's people are the same in every town. */
export function personId(slug: string, person: Person): string {
  return stableUuid(person.opsRole === undefined ? slug : 'operator', 'people', person.key);
}
