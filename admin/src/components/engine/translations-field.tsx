import { Input } from 'antd';
import { useText } from '../../providers/use-text.ts';
import { useWords } from './use-words.ts';

type Translations = { en?: Record<string, string> } & Record<string, unknown>;
type Props = {
  /** The columns of the row that people read, and so need their English. */
  columns: readonly string[];
  value?: Translations | null;
  onChange?: (value: Translations) => void;
  disabled?: boolean;
};

/** The English of every text of a row, side by side with what it translates. */
export function TranslationsField({ columns, value, onChange, disabled }: Props) {
  const text = useText();
  const words = useWords();
  const english = value?.en ?? {};
  const names = [...new Set([...columns, ...Object.keys(english)])];
  return (
    <div className="translations" role="group" aria-label={text('data.english')}>
      {names.map((name) => (
        <label key={name}>
          <span className="muted">{text('data.in_english', { name: words.column(name) })}</span>
          <Input
            lang="en"
            disabled={disabled}
            value={english[name] ?? ''}
            onChange={(event) => {
              const next = Object.fromEntries(
                Object.entries({ ...english, [name]: event.target.value }).filter(
                  ([, written]) => written !== '',
                ),
              );
              onChange?.({ ...value, en: next });
            }}
          />
        </label>
      ))}
    </div>
  );
}
