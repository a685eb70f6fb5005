import { Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { testId } from '../lib/test-id.ts';

export type AskProps = {
  open: boolean;
  title: string;
  /** What it is for, and who reads the answer. */
  detail: string;
  confirmText: string;
  isDanger?: boolean;
  onClose: () => void;
};
type Props = AskProps & {
  /** Whether there is an answer. */
  isReady: boolean;
  onConfirm: () => Promise<unknown>;
  /** Forgets the answer. */
  onReset: () => void;
  /** Test ids: `<name>-modal` and `<name>-confirm`. */
  name: string;
  children: ReactNode;
};

/** Asks for something before a command goes out; stays open for another try when the command fails. */
export function AskModal(props: Props) {
  const { open, title, detail, confirmText, isDanger = true, isReady, name, onConfirm, onClose } = props;
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    try {
      await onConfirm();
      onClose();
    } catch {
      // The command has shown its error.
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={open}
      title={title}
      okText={confirmText}
      okButtonProps={{ danger: isDanger, disabled: !isReady, loading: busy, ...testId(`${name}-confirm`) }}
      onOk={() => void confirm()}
      onCancel={onClose}
      afterClose={props.onReset}
      width={460}
    >
      <p data-testid={`${name}-modal`}>{detail}</p>
      {props.children}
    </Modal>
  );
}
