import { Alert, App, Modal, Select } from 'antd';
import { useState } from 'react';
import { localName } from '../../lib/local-name.ts';
import { testId } from '../../lib/test-id.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useReplacements } from '../../queries/catalog/use-replacements.ts';
import { useEditPlan, useProposeEdit, type EditLine } from '../../queries/order/use-edit-order.ts';
import type { OrderPage } from '../../queries/order/use-order-page.ts';
import { Money } from '../money.tsx';
import { PieceLines } from './piece-lines.tsx';

type Props = { page: OrderPage; open: boolean; onClose: () => void };
type Draft = { left: number; product?: string };

/** Takes pieces off lines or puts others in for them, with the money that goes back in sight before anybody is asked. */
export function EditOrderModal(props: Props) {
  return props.open ? <EditOrder {...props} /> : null;
}

function EditOrder({ page, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const { order, items } = page;
  const [drafts, setDrafts] = useState<Record<number, Draft>>({});
  const replacements = useReplacements(order.store_id).data ?? [];
  const lines = items.flatMap((item): EditLine[] => {
    const draft = drafts[item.line_number];
    if (draft === undefined || draft.left >= item.quantity) return [];
    return [
      {
        line_number: item.line_number,
        quantity: draft.left,
        ...(draft.product === undefined
          ? {}
          : {
              item: {
                product_id: draft.product,
                quantity: item.quantity - draft.left,
                modifier_ids: [],
              },
            }),
      },
    ];
  });
  const leftOf = (item: OrderPage['items'][number]): number =>
    drafts[item.line_number]?.left ?? item.quantity;
  const plan = useEditPlan(order.id, lines);
  const propose = useProposeEdit(order.id);
  const change = (line: number, part: Partial<Draft>, quantity: number): void =>
    setDrafts((all) => ({ ...all, [line]: { ...(all[line] ?? { left: quantity }), ...part } }));
  const send = async (): Promise<void> => {
    const answer = await propose.mutateAsync(lines);
    void message.success(text(answer.status === 'accepted' ? 'edit_order.done' : 'edit_order.asked'));
    onClose();
  };
  return (
    <Modal
      open
      title={text('edit_order.title')}
      width={560}
      okText={text(plan.data?.is_consented ? 'edit_order.confirm' : 'edit_order.ask')}
      okButtonProps={{
        disabled: plan.data === undefined || lines.length === 0,
        loading: propose.isPending,
        ...testId('edit-confirm'),
      }}
      onOk={() => void send().catch(() => undefined)}
      onCancel={onClose}
    >
      <p className="muted">{text('edit_order.lead')}</p>
      <PieceLines
        items={items.filter((item) => item.quantity > 0)}
        prefix={text('edit_order.stays')}
        labelOf={(name) => text('edit_order.stays_named', { name })}
        countOf={leftOf}
        onChange={(item, left) => change(item.line_number, { left }, item.quantity)}
        extra={(item) =>
          leftOf(item) < item.quantity && (
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={text('edit_order.replace')}
              aria-label={text('edit_order.replace')}
              value={drafts[item.line_number]?.product}
              options={replacements.map((row) => ({ value: row.id, label: localName(row, locale) }))}
              onChange={(product?: string) => change(item.line_number, { product }, item.quantity)}
            />
          )
        }
      />
      {plan.isError && <Alert type="error" showIcon title={errorText(plan.error)} />}
      {plan.data && (
        <>
          <p className="edit-refund" data-testid="edit-refund">
            {text('edit_order.refund')}{' '}
            <Money cents={plan.data.refund_cents} currency={order.currency} strong /> ·{' '}
            {text('edit_order.new_total')} <Money cents={plan.data.total_cents} currency={order.currency} />
          </p>
          <Alert
            type={plan.data.is_consented ? 'success' : 'info'}
            showIcon
            title={text(plan.data.is_consented ? 'edit_order.consented' : 'edit_order.will_ask')}
          />
        </>
      )}
      {propose.isError && <Alert type="error" showIcon title={errorText(propose.error)} />}
    </Modal>
  );
}
