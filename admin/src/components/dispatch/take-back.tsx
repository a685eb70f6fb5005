import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { testId } from '../../lib/test-id.ts';
import { useText } from '../../providers/use-text.ts';
import { useDispatchCommand } from '../../queries/dispatch/use-dispatch-command.ts';

type Props = { deliveryId: string; number: string; riderName: string; size?: 'small' };

/** Takes a task from the rider who has it or is asked, and may keep it from them. */
export function TakeBack({ deliveryId, number, riderName, size }: Props) {
  const text = useText();
  const { send, busy } = useDispatchCommand();
  const [open, setOpen] = useState(false);
  const [isExcluded, setExcluded] = useState(false);
  return (
    <>
      <Button size={size} data-testid="take-back" onClick={() => setOpen(true)}>
        {text('dispatch.take_back')}
      </Button>
      <Modal
        open={open}
        width={420}
        title={text('dispatch.take_back_title', { number: number.slice(-4) })}
        okText={text('dispatch.take_back')}
        okButtonProps={{ danger: true, loading: busy, ...testId('take-back-confirm') }}
        onCancel={() => setOpen(false)}
        onOk={() =>
          void send(deliveryId, { command: 'take_back', isExcluded }).then(
            () => setOpen(false),
            () => undefined,
          )
        }
      >
        <p>{text('dispatch.take_back_detail', { name: riderName })}</p>
        <Checkbox
          checked={isExcluded}
          data-testid="take-back-exclude"
          onChange={(event) => setExcluded(event.target.checked)}
        >
          {text('dispatch.take_back_exclude')}
        </Checkbox>
      </Modal>
    </>
  );
}
