import { Button, InputNumber, Modal, Space } from 'antd';
import { useState } from 'react';
import { testId } from '../../lib/test-id.ts';
import { useText } from '../../providers/use-text.ts';

type Props = {
  open: boolean;
  initial: number;
  onConfirm: (minutes: number) => Promise<unknown>;
  onClose: () => void;
};

const usual = [10, 15, 20, 30, 45];

/** Accepts with another preparation time than usual, 1–240 minutes. */
export function PreparationModal({ open, initial, onConfirm, onClose }: Props) {
  const text = useText();
  const [minutes, setMinutes] = useState<number | null>(initial);
  const [busy, setBusy] = useState(false);
  const confirm = async (value: number | null): Promise<void> => {
    if (value === null) return;
    setBusy(true);
    await onConfirm(value).then(onClose, () => undefined);
    setBusy(false);
  };
  return (
    <Modal
      open={open}
      title={text('accept.title')}
      okText={text('command.accept')}
      okButtonProps={{ loading: busy, disabled: minutes === null, ...testId('minutes-confirm') }}
      onOk={() => void confirm(minutes)}
      onCancel={onClose}
      width={380}
    >
      <p className="muted">{text('accept.detail')}</p>
      <Space wrap>
        {usual.map((value) => (
          <Button
            key={value}
            type={value === minutes ? 'primary' : 'default'}
            aria-pressed={value === minutes}
            data-testid={`minutes-${value}`}
            onClick={() => setMinutes(value)}
          >
            {text('unit.minutes', { amount: value })}
          </Button>
        ))}
        <InputNumber
          min={1}
          max={240}
          precision={0}
          value={minutes}
          aria-label={text('field.preparation_minutes')}
          onChange={setMinutes}
          onPressEnter={() => void confirm(minutes)}
        />
      </Space>
    </Modal>
  );
}
