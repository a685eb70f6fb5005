import { Alert, App, Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { testId } from '../../lib/test-id.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { useGiveRefund } from '../../queries/refund/use-give-refund.ts';
import { PieceLines } from './piece-lines.tsx';

type Props = { page: OrderPage; open: boolean; onClose: () => void };

/** Gives what was paid for lines of a completed order back, whole or by piece, at the store's cost. */
export function GiveRefundModal(props: Props) {
  return props.open ? <GiveRefund {...props} /> : null;
}

function GiveRefund({ page, onClose }: Props) {
  const text = useText();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const give = useGiveRefund(page.order.id);
  const items = page.items.filter((item) => item.quantity > 0);
  const [counts, setCounts] = useState<Record<number, number>>({});
  const [note, setNote] = useState('');
  const lines = items.flatMap((item) => {
    const quantity = counts[item.line_number] ?? 0;
    return quantity > 0 ? [{ line_number: item.line_number, quantity }] : [];
  });
  const isAll = items.every((item) => counts[item.line_number] === item.quantity);
  const send = async (): Promise<void> => {
    await give.mutateAsync({ lines, note: note.trim() });
    void message.success(text('give_refund.done'));
    onClose();
  };
  return (
    <Modal
      open
      title={text('give_refund.title')}
      width={520}
      okText={text('give_refund.confirm')}
      okButtonProps={{
        danger: true,
        disabled: lines.length === 0 || note.trim() === '',
        loading: give.isPending,
        ...testId('refund-confirm'),
      }}
      onOk={() => void send().catch(() => undefined)}
      onCancel={onClose}
    >
      <p>{text('give_refund.lead')}</p>
      <Checkbox
        checked={isAll}
        indeterminate={lines.length > 0 && !isAll}
        onChange={(event) =>
          setCounts(
            event.target.checked
              ? Object.fromEntries(items.map((item) => [item.line_number, item.quantity]))
              : {},
          )
        }
      >
        {text('give_refund.all')}
      </Checkbox>
      <PieceLines
        items={items}
        prefix={text('give_refund.pieces')}
        labelOf={(name) => text('give_refund.pieces_named', { name })}
        countOf={(item) => counts[item.line_number] ?? 0}
        onChange={(item, count) => setCounts((all) => ({ ...all, [item.line_number]: count }))}
      />
      <label htmlFor="refund-note">{text('give_refund.note')}</label>
      <Input.TextArea
        id="refund-note"
        maxLength={200}
        autoSize={{ minRows: 2 }}
        value={note}
        data-testid="refund-note"
        onChange={(event) => setNote(event.target.value)}
      />
      {give.isError && <Alert type="error" showIcon title={errorText(give.error)} />}
    </Modal>
  );
}
