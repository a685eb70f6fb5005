import { Input } from 'antd';
import { useState } from 'react';
import { useText } from '../../providers/use-text.ts';

type Props = { value?: unknown; onChange?: (value: unknown) => void; id?: string; disabled?: boolean };

/** Any JSON as text. What is no JSON is kept in the field and marked; the form keeps the last good value. */
export function JsonField({ value, onChange, id, disabled }: Props) {
  const text = useText();
  const [draft, setDraft] = useState<string | undefined>(undefined);
  const [isWrong, setWrong] = useState(false);
  return (
    <>
      <Input.TextArea
        id={id}
        className="code-input"
        spellCheck={false}
        disabled={disabled}
        autoSize={{ minRows: 3, maxRows: 16 }}
        status={isWrong ? 'error' : undefined}
        value={draft ?? (value === undefined || value === null ? '' : JSON.stringify(value, null, 2))}
        onChange={(event) => {
          setDraft(event.target.value);
          try {
            onChange?.(event.target.value.trim() === '' ? null : JSON.parse(event.target.value));
            setWrong(false);
          } catch {
            setWrong(true);
          }
        }}
        onBlur={() => !isWrong && setDraft(undefined)}
      />
      {isWrong && <span className="field-fault">{text('data.json_wrong')}</span>}
    </>
  );
}
