import type { Enums } from '@linli/database';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { liableOfReason } from '../../lib/liable-of-reason.ts';
import { testId } from '../../lib/test-id.ts';
import { useText } from '../../providers/use-text.ts';
import type { TrailRefund } from '../../queries/order/use-order-trail.ts';
import { useReasonCodes } from '../../queries/platform/use-reason-codes.ts';
import { useDecideRefund } from '../../queries/refund/use-decide-refund.ts';
import { MoneyInput } from '../money-input.tsx';
import { LiableChoice } from './liable-choice.tsx';
import { RefundPreviewTable } from './refund-preview-table.tsx';

type Props = { orderId: string; refund: TrailRefund; currency: string; onClose: () => void };

/** Decides a request: how much goes back and who bears it. An amount of 0 refuses it. */
export function DecideRefundModal({ orderId, refund, currency, onClose }: Props) {
  const text = useText();
  const { send, busy } = useDecideRefund();
  const [amount, setAmount] = useState<number | null>(refund.amount_cents);
  const reasons = useReasonCodes().data ?? [];
  const proposed = liableOfReason(reasons, refund.reason) ?? refund.liable_party;
  const [chosen, setLiable] = useState<Enums<'liable_party'> | undefined>(undefined);
  const liable = chosen ?? proposed;
  const [note, setNote] = useState('');
  const isRefused = amount === 0;
  // Another amount than that of the lines is not split onto them.
  const lines = amount === refund.amount_cents ? refund.lines : [];
  const submit = async (): Promise<void> => {
    if (amount === null) return;
    try {
      await send({ id: refund.id, amount, liable, note: note.trim() });
      onClose();
    } catch {
      // The command has shown its error; the dialog stays for another try.
    }
  };
  return (
    <Modal
      open
      title={text('refund.decide')}
      okText={text(isRefused ? 'refund.refuse' : 'refund.send')}
      okButtonProps={{
        danger: isRefused,
        loading: busy,
        disabled: amount === null || note.trim() === '',
        ...testId('decide-send'),
      }}
      onOk={() => void submit()}
      onCancel={onClose}
      width={560}
    >
      <Form layout="vertical" data-testid="decide-form">
        <Form.Item label={text('refund.amount')} htmlFor="decide-amount" extra={text('refund.amount_hint')}>
          <MoneyInput id="decide-amount" currency={currency} value={amount} onChange={setAmount} />
        </Form.Item>
        {!isRefused && (
          <>
            <Form.Item label={text('refund.liable')}>
              <LiableChoice value={liable} onChange={setLiable} proposed={proposed} />
            </Form.Item>
            <RefundPreviewTable
              orderId={orderId}
              wish={
                amount === null
                  ? undefined
                  : {
                      liable,
                      amount,
                      lines: lines.map(({ line_number, quantity }) => ({ line_number, quantity })),
                    }
              }
            />
          </>
        )}
        <Form.Item label={text('refund.note')} extra={text('refund.note_hint')} htmlFor="decide-note">
          <Input.TextArea
            id="decide-note"
            rows={2}
            maxLength={500}
            value={note}
            data-testid="decide-note"
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
