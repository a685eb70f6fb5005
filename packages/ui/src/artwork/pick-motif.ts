import { hashText } from './brush.ts';
import { categoryMotifs } from './category-motifs.ts';
import { frenchHeads } from './keywords-french.ts';
import { keywordMotifs } from './keywords.ts';
import type { MotifName } from './motifs.ts';

/** What follows these words in a name describes the thing, it does not name it. */
const describing =
  /[（(【[,，、+＋].*$|\s(with|in|on|and|for|of|au|aux|à|a la|de|du|des|d'|et|avec|sur|&)\s.*$/i;
/** How much of it is sold: 500g, 30 枚, 330 ml. */
const amount = /\s\d.*$/;
const longestKeyword = Math.max(...[...keywordMotifs.keys()].map((word) => word.length));

/**
 * The drawing for a thing. A name's head noun stands last in Chinese and English, so the keyword that ends
 * last wins (牛肉面 is noodles), then the longest (面包 is bread); in French it stands first. Without one, the
 * category decides.
 */
export function pickMotif(category: string, name: string): MotifName {
  return (
    frenchHead(name) ??
    motifInName(name.replace(amount, '').replace(describing, '')) ??
    motifInName(name) ??
    motifOfCategory(category, name)
  );
}

/** The longest run of first words that is a French head noun. */
function frenchHead(name: string): MotifName | undefined {
  const words = name.toLowerCase().split(/\s/).slice(0, 5);
  for (let count = words.length; count > 0; count -= 1) {
    const motif = frenchHeads.get(words.slice(0, count).join(' '));
    if (motif !== undefined) return motif;
  }
  return undefined;
}

function motifInName(name: string): MotifName | undefined {
  const text = name.toLowerCase();
  for (let end = text.length; end > 0; end -= 1) {
    for (let start = Math.max(0, end - longestKeyword); start < end; start += 1) {
      const motif = keywordMotifs.get(text.slice(start, end));
      if (motif !== undefined && standsAlone(text, start, end)) return motif;
    }
  }
  return undefined;
}

/** Latin keywords must be whole words; Chinese ones need no boundary. */
function standsAlone(text: string, start: number, end: number): boolean {
  const latin = /[a-zà-ÿœ]/;
  if (!latin.test(text.slice(start, end))) return true;
  return !latin.test(text[start - 1] ?? ' ') && !latin.test(text[end] ?? ' ');
}

function motifOfCategory(category: string, name: string): MotifName {
  for (const part of category
    .toLowerCase()
    .split(/[^a-z]+/)
    .reverse()) {
    const choices = categoryMotifs[part];
    if (choices !== undefined) return choices[hashText(name) % choices.length] ?? choices[0];
  }
  return 'shoppingBag';
}
