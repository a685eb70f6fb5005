import { insertOf, type PromotionDraft } from '../../lib/promotion/draft.ts';
import type { PromotionRow } from '../../queries/promotion/use-promotion.ts';

/** The draft as dry runs take it; a saved one is named, so that it stands for itself. */
export function draftArgument(
  draft: PromotionDraft,
  cityId: string,
  row: PromotionRow | undefined,
  name: string,
) {
  const written = insertOf(draft, cityId);
  return { ...written, name: written.name || name, ...(row && { id: row.id }) };
}
