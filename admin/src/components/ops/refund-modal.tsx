import type { Enums } from '@linli/database';
import { Form, Input, InputNumber, Modal, Segmented, Select } from 'antd';
import { useState } from 'react';
import { liableOfReason } from '../../lib/liable-of-reason.ts';
import { localField, localName } from '../../lib/local-name.ts';
import { testId } from '../../lib/test-id.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { useReasonCodes } from '../../queries/platform/use-reason-codes.ts';
import { useRefundOrder } from '../../queries/refund/use-refund-order.ts';
import type { RefundWish } from '../../queries/refund/use-refund-preview.ts';
import { Money } from '../money.tsx';
import { MoneyInput } from '../money-input.tsx';
import { LiableChoice } from './liable-choice.tsx';
import { RefundPreviewTable } from './refund-preview-table.tsx';

type Props = { page: OrderPage; onClose: () => void };
type Extent = 'all' | 'lines' | 'amount';

/** Sends money back: all, some lines or an amount, at the cost of one party, seen before it is done. */
export function RefundModal({ page, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const { send, busy } = useRefundOrder(page.order.id);
  const [extent, setExtent] = useState<Extent>('lines');
  const reasons = (useReasonCodes().data ?? []).filter(
    (row) => row.is_active && row.applies_to === 'refund_request',
  );
  const [reason, setReason] = useState<string | undefined>(undefined);
  const [chosen, setLiable] = useState<Enums<'liable_party'> | undefined>(undefined);
  const proposed = liableOfReason(reasons, reason);
  const liable = chosen ?? proposed;
  const [counts, setCounts] = useState<Record<number, number>>({});
  const [amount, setAmount] = useState<number | undefined>(undefined);
  const [note, setNote] = useState('');
  const lines = Object.entries(counts)
    .filter(([, quantity]) => quantity > 0)
    .map(([line, quantity]) => ({ line_number: Number(line), quantity }));
  const wish: RefundWish | undefined =
    liable === undefined
      ? undefined
      : extent === 'all'
        ? { liable, lines: [], amount: undefined }
        : extent === 'lines'
          ? lines.length > 0
            ? { liable, lines, amount: undefined }
            : undefined
          : amount
            ? { liable, lines: [], amount }
            : undefined;
  const submit = async (): Promise<void> => {
    if (wish === undefined) return;
    try {
      await send({ wish, reason, note: note.trim() });
      onClose();
    } catch {
      // The command has shown its error; the dialog stays for another try.
    }
  };
  return (
    <Modal
      open
      title={text('refund.title', { number: page.order.number })}
      okText={text('refund.send')}
      okButtonProps={{
        danger: true,
        loading: busy,
        disabled: wish === undefined || note.trim() === '',
        ...testId('refund-send'),
      }}
      onOk={() => void submit()}
      onCancel={onClose}
      width={560}
    >
      <Form layout="vertical" data-testid="refund-form">
        <Form.Item label={text('refund.extent')}>
          <Segmented<Extent>
            value={extent}
            onChange={setExtent}
            options={(['lines', 'amount', 'all'] as const).map((value) => ({
              value,
              label: <span data-testid={`refund-${value}`}>{text(`refund.extent_${value}`)}</span>,
            }))}
          />
        </Form.Item>
        {extent === 'lines' && (
          <ul className="plain-list refund-lines">
            {page.items
              .filter((item) => item.quantity > 0)
              .map((item) => (
                <li key={item.id}>
                  <span>{localName(item, locale)}</span>
                  <span className="push muted tabular">
                    <Money cents={item.unit_price_cents} currency={page.order.currency} /> × {item.quantity}
                  </span>
                  <InputNumber
                    size="small"
                    min={0}
                    max={item.quantity}
                    value={counts[item.line_number] ?? 0}
                    aria-label={text('refund.quantity', { name: localName(item, locale) })}
                    data-testid={`refund-line-${item.line_number}`}
                    onChange={(value) => setCounts({ ...counts, [item.line_number]: value ?? 0 })}
                  />
                </li>
              ))}
          </ul>
        )}
        {extent === 'amount' && (
          <Form.Item label={text('refund.amount')} htmlFor="refund-amount">
            <MoneyInput
              id="refund-amount"
              currency={page.order.currency}
              value={amount}
              onChange={(value) => setAmount(value ?? undefined)}
            />
          </Form.Item>
        )}
        <Form.Item label={text('refund.why')}>
          <Select
            aria-label={text('refund.why')}
            placeholder={text('refund.why_hint')}
            value={reason}
            onChange={(code: string) => {
              setReason(code);
              setLiable(undefined);
            }}
            options={reasons.map((row) => ({
              value: row.code,
              label: localField(row.label, row.translations, 'label', locale),
            }))}
            data-testid="refund-reason"
          />
        </Form.Item>
        <Form.Item label={text('refund.liable')}>
          <LiableChoice value={liable} onChange={setLiable} proposed={proposed} />
        </Form.Item>
        <RefundPreviewTable orderId={page.order.id} wish={wish} />
        <Form.Item label={text('refund.note')} extra={text('refund.note_hint')} htmlFor="refund-note">
          <Input.TextArea
            id="refund-note"
            rows={2}
            maxLength={500}
            value={note}
            data-testid="refund-note"
            onChange={(event) => setNote(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
