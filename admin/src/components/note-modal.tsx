import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { testId } from '../lib/test-id.ts';
import { useText } from '../providers/use-text.ts';

type Props = {
  open: boolean;
  title: string;
  /** What the words are for, and who reads them. */
  detail: string;
  confirmText: string;
  /** What is asked for; a reason unless said. */
  label?: string;
  /** Usual reasons, one tap away. */
  phrases?: readonly string[];
  isDanger?: boolean;
  onConfirm: (note: string) => Promise<unknown>;
  onClose: () => void;
};

/** Asks for a reason in words before something is refused or closed. */
export function NoteModal(props: Props) {
  const {
    open,
    title,
    detail,
    confirmText,
    label,
    phrases = [],
    isDanger = true,
    onConfirm,
    onClose,
  } = props;
  const text = useText();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await onConfirm(note.trim());
      onClose();
    } catch {
      // The command has shown its error; the dialog stays for another try.
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={open}
      title={title}
      okText={confirmText}
      okButtonProps={{
        danger: isDanger,
        disabled: note.trim() === '',
        loading: busy,
        ...testId('note-confirm'),
      }}
      onOk={() => void confirm()}
      onCancel={onClose}
      afterClose={() => setNote('')}
      width={460}
    >
      <p>{detail}</p>
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
    </Modal>
  );
}
