import { optionGroups, type OptionGroupKey } from './option-groups.ts';

export type MenuItem = {
  name: string;
  english: string;
  /** The third language of a menu's text, when it has one. */
  other: string;
  priceCents: number;
  groups: OptionGroupKey[];
  description: string;
  /** Written with `*`: every store of the kind has it. */
  isSignature: boolean;
};
export type MenuSectionSpec = { name: string; english: string; other: string; items: MenuItem[] };

/**
 * Reads a menu written as text: `# 段|Section` opens a section, every other line is
 * `名|name|price[|group group][|description]`; a leading `*` marks a signature. With `languages` 3 a name is
 * written as `local|English|中文`. Throws `SyntaxError` naming the line.
 */
export function parseMenu(text: string, languages: 2 | 3 = 2): MenuSectionSpec[] {
  const sections: MenuSectionSpec[] = [];
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line === '') continue;
    const [first = '', ...rest] = line.split('|').map((field) => field.trim());
    if (first.startsWith('#')) {
      sections.push({ name: first.slice(1).trim(), english: rest[0] ?? '', other: rest[1] ?? '', items: [] });
      continue;
    }
    const [english = '', other = ''] = rest;
    const [price = '', keys = '', description = ''] = rest.slice(languages - 1);
    const priceCents = Math.round(Number(price) * 100);
    const groups = keys.split(' ').filter((key) => key !== '');
    const section = sections.at(-1);
    if (section === undefined || english === '' || !(priceCents > 0) || !groups.every(isGroupKey)) {
      throw new SyntaxError(`a menu line must be "name|English|price|groups|description", got "${line}"`);
    }
    section.items.push({
      name: first.replace(/^\*/, ''),
      english,
      other: languages === 3 ? other : '',
      priceCents,
      groups,
      description,
      isSignature: first.startsWith('*'),
    });
  }
  return sections;
}

function isGroupKey(key: string): key is OptionGroupKey {
  return key in optionGroups;
}
