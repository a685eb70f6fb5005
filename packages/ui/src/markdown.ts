export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'strong'; children: Inline[] }
  | { kind: 'em'; children: Inline[] }
  | { kind: 'link'; href: string; children: Inline[] };

export type Block =
  | { kind: 'heading'; level: 2 | 3 | 4; children: Inline[] }
  | { kind: 'paragraph' | 'quote'; children: Inline[] }
  | { kind: 'list'; isOrdered: boolean; items: Inline[][] }
  | { kind: 'rule' };

const marks = /`([^`\n]+)`|\*\*(.+?)\*\*|\*([^*\n]+)\*|\[([^\]\n]+)\]\(([^)\s]+)\)/g;
const safeHref = /^(https?:\/\/|mailto:|tel:|\/(?![/\\]))/i;

/**
 * Reads the Markdown that articles use: headings, paragraphs, lists, quotes, rules, bold, italic, code and links.
 * Answers a tree of plain text for readers to build elements from; it never holds HTML, and links lead only to
 * http(s), mailto, tel or a path of the app. Anything else stays the text that was written.
 */
export function parseMarkdown(source: string): Block[] {
  const blocks: Block[] = [];
  for (const part of source.replace(/\r\n?/g, '\n').split(/\n\s*\n/)) {
    for (const lines of splitByKind(part.split('\n').filter((line) => line.trim() !== ''))) {
      blocks.push(readBlock(lines));
    }
  }
  return blocks;
}

function kindOf(line: string): string {
  if (/^#{1,6}\s/.test(line)) return 'heading';
  if (/^\s*[-*+]\s/.test(line)) return 'bullets';
  if (/^\s*\d+[.)]\s/.test(line)) return 'numbers';
  if (/^>\s?/.test(line)) return 'quote';
  if (/^(-{3,}|\*{3,})\s*$/.test(line)) return 'rule';
  return 'paragraph';
}

/** Lines of one kind belong together; each heading and rule stands alone. */
function splitByKind(lines: readonly string[]): string[][] {
  const groups: string[][] = [];
  let last = '';
  for (const line of lines) {
    const kind = kindOf(line);
    if (kind === last && kind !== 'heading' && kind !== 'rule') groups.at(-1)?.push(line);
    else groups.push([line]);
    last = kind;
  }
  return groups;
}

function readBlock(lines: readonly string[]): Block {
  const first = lines[0] ?? '';
  switch (kindOf(first)) {
    case 'heading': {
      // The article's own name is the first heading of its page.
      const depth = first.match(/^#+/)?.[0].length ?? 1;
      return {
        kind: 'heading',
        level: depth <= 1 ? 2 : depth === 2 ? 3 : 4,
        children: readInline(first.replace(/^#+\s+/, '')),
      };
    }
    case 'bullets':
    case 'numbers':
      return {
        kind: 'list',
        isOrdered: kindOf(first) === 'numbers',
        items: lines.map((line) => readInline(line.replace(/^\s*([-*+]|\d+[.)])\s+/, ''))),
      };
    case 'quote':
      return {
        kind: 'quote',
        children: readInline(lines.map((line) => line.replace(/^>\s?/, '')).join(' ')),
      };
    case 'rule':
      return { kind: 'rule' };
    default:
      return { kind: 'paragraph', children: readInline(lines.join('\n')) };
  }
}

function readInline(text: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, code, strong, em, label, href] = match;
    if (href !== undefined && !safeHref.test(href)) continue;
    if (match.index > from) found.push({ kind: 'text', text: text.slice(from, match.index) });
    from = match.index + whole.length;
    if (code !== undefined) found.push({ kind: 'code', text: code });
    else if (strong !== undefined) found.push({ kind: 'strong', children: readInline(strong) });
    else if (em !== undefined) found.push({ kind: 'em', children: readInline(em) });
    else if (href !== undefined) found.push({ kind: 'link', href, children: readInline(label ?? '') });
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) });
  return found;
}
