import { parseMarkdown, type Inline } from '@linli/ui/markdown';
import { Fragment, useMemo, type ReactNode } from 'react';

/** Markdown as elements: nothing written in it becomes HTML. */
export function Markdown({ source }: { source: string }) {
  const blocks = useMemo(() => parseMarkdown(source), [source]);
  return (
    <div className="markdown">
      {blocks.map((block, index) => {
        switch (block.kind) {
          case 'heading': {
            const Heading = `h${block.level}` as const;
            return <Heading key={index}>{inline(block.children)}</Heading>;
          }
          case 'paragraph':
            return <p key={index}>{inline(block.children)}</p>;
          case 'quote':
            return <blockquote key={index}>{inline(block.children)}</blockquote>;
          case 'rule':
            return <hr key={index} />;
          case 'list': {
            const List = block.isOrdered ? 'ol' : 'ul';
            return (
              <List key={index}>
                {block.items.map((item, at) => (
                  <li key={at}>{inline(item)}</li>
                ))}
              </List>
            );
          }
        }
      })}
    </div>
  );
}

function inline(parts: readonly Inline[]): ReactNode {
  return parts.map((part, index) => {
    switch (part.kind) {
      case 'text':
        return <Fragment key={index}>{part.text}</Fragment>;
      case 'code':
        return <code key={index}>{part.text}</code>;
      case 'strong':
        return <strong key={index}>{inline(part.children)}</strong>;
      case 'em':
        return <em key={index}>{inline(part.children)}</em>;
      case 'link':
        return (
          <a key={index} href={part.href} target="_blank" rel="noreferrer">
            {inline(part.children)}
          </a>
        );
    }
  });
}
