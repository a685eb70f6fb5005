import { Form, Input } from 'antd';
import { useState } from 'react';
import { useText } from '../providers/use-text.ts';
import { AskModal, type AskProps } from './ask-modal.tsx';

type Props = AskProps & {
  /** What is asked for; a reason unless said. */
  label?: string;
  /** Usual reasons, one tap away. */
  phrases?: readonly string[];
  onConfirm: (note: string) => Promise<unknown>;
};

/** Asks for a reason in words before something is refused or closed. */
export function NoteModal({ label, phrases = [], onConfirm, ...ask }: Props) {
  const text = useText();
  const [note, setNote] = useState('');
  return (
    <AskModal
      {...ask}
      name="note"
      isReady={note.trim() !== ''}
      onConfirm={() => onConfirm(note.trim())}
      onReset={() => setNote('')}
    >
      {phrases.length > 0 && (
        <div className="phrases">
          {phrases.map((phrase) => (
            <button key={phrase} type="button" className="phrase" onClick={() => setNote(phrase)}>
              {phrase}
            </button>
          ))}
        </div>
      )}
      <Form layout="vertical">
        <Form.Item label={label ?? text('field.reason')}>
          <Input.TextArea
            value={note}
            maxLength={300}
            rows={3}
            autoFocus
            data-testid="note-text"
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
      </Form>
    </AskModal>
  );
}
