import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../../providers/use-text.ts';

type Props = { open: boolean; onConfirm: (code: string) => Promise<unknown>; onClose: () => void };

/** Hands a pickup order over against the customer's four-digit code. */
export function CollectModal({ open, onConfirm, onClose }: Props) {
  const text = useText();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const confirm = async (value: string): Promise<void> => {
    if (value.length !== 4 || busy) return;
    setBusy(true);
    await onConfirm(value).then(onClose, () => setCode(''));
    setBusy(false);
  };
  return (
    <Modal
      open={open}
      title={text('collect.title')}
      okText={text('collect.confirm')}
      okButtonProps={{ disabled: code.length !== 4, loading: busy }}
      onOk={() => void confirm(code)}
      onCancel={onClose}
      afterClose={() => setCode('')}
      width={360}
    >
      <p className="muted">{text('collect.detail')}</p>
      <div data-testid="pickup-code">
        <Input.OTP
          length={4}
          size="large"
          value={code}
          aria-label={text('collect.code')}
          onChange={(value) => {
            setCode(value);
            void confirm(value);
          }}
        />
      </div>
    </Modal>
  );
}
