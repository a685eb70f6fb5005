import { ToneTag, type Tone } from '../status-tag.tsx';
import { useWords } from './use-words.ts';

const tones: [RegExp, Tone][] = [
  [
    /^(active|approved|published|completed|paid|delivered|done|captured|settled|issued|confirmed|ready|online|open|matched)$/,
    'success',
  ],
  [
    /^(pending|draft|requested|placed|waiting|offered|suspended|paused|processing|unassigned|escalated)/,
    'warning',
  ],
  [/^(rejected|cancelled|failed|closed|expired|blocked|voided|no_show|breached|error)$/, 'danger'],
  [/^(offline|archived|inactive|retired|none|refunded)$/, 'quiet'],
];

/** A value of an enum as a tag; its colour follows its meaning, its word is never left to colour alone. */
export function ValueTag({ value }: { value: string }) {
  const words = useWords();
  const tone = tones.find(([pattern]) => pattern.test(value))?.[1] ?? 'info';
  return <ToneTag tone={tone}>{words.value(value)}</ToneTag>;
}
