import { drinkWords } from './keywords-drinks.ts';
import { foodWords } from './keywords-food.ts';
import { serviceWords } from './keywords-services.ts';
import type { MotifName } from './motifs.ts';

/** Keyword in Chinese, English or French → drawing. */
export const keywordMotifs: ReadonlyMap<string, MotifName> = new Map(
  [...foodWords, ...drinkWords, ...serviceWords].flatMap(([motif, list]) =>
    list.split(' ').map((word) => [word.replace(/_/g, ' ').toLowerCase(), motif] as const),
  ),
);
