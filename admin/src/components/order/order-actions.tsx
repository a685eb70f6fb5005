import { Button, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { acknowledge } from '../../app/alarm/acknowledged.ts';
import { useText } from '../../providers/use-text.ts';
import { useOrderCommand } from '../../queries/order/use-order-command.ts';
import { useOrderTransitions } from '../../queries/order/use-order-transitions.ts';
import type { Tables } from '@linli/database';
import { ReasonModal } from '../reason-modal.tsx';
import { CollectModal } from './collect-modal.tsx';
import { PreparationModal } from './preparation-modal.tsx';

type Props = {
  order: Pick<Tables<'orders'>, 'id' | 'number' | 'status' | 'fulfillment_type'>;
  actor: 'merchant' | 'ops';
  /** The store's usual time, in minutes, with which one tap accepts. */
  minutes?: number;
  size?: 'middle' | 'large';
};

type Dialog = 'reject' | 'cancel' | 'collect' | 'minutes';

/** The commands that the order's state allows this person, the next step as the one big button. */
export function OrderActions({ order, actor, minutes, size = 'large' }: Props) {
  const text = useText();
  const allowed = useOrderTransitions()(order, actor);
  const { send, busyId } = useOrderCommand();
  const [dialog, setDialog] = useState<Dialog | undefined>(undefined);
  const busy = busyId === order.id;
  const may = (command: string): boolean => allowed.includes(command);
  const go = (command: 'start_preparing' | 'mark_ready' | 'start_service' | 'complete' | 'no_show'): void => {
    send(order.id, { command }).catch(() => undefined);
  };
  const accept = async (chosen?: number): Promise<void> => {
    acknowledge([order.id]);
    await send(order.id, { command: 'accept', minutes: chosen });
  };
  if (allowed.length === 0) return null;
  return (
    <div className="order-actions">
      {may('accept') && (
        <Space.Compact block>
          <Button
            type="primary"
            size={size}
            block
            loading={busy}
            data-testid="order-accept"
            onClick={() => void accept().catch(() => undefined)}
          >
            {minutes === undefined ? text('command.accept') : text('command.accept_minutes', { minutes })}
          </Button>
          <Button
            size={size}
            disabled={busy}
            data-testid="order-minutes"
            onClick={() => setDialog('minutes')}
          >
            {text('command.minutes')}
          </Button>
        </Space.Compact>
      )}
      {may('mark_ready') && (
        <Button
          type="primary"
          size={size}
          block
          loading={busy}
          data-testid="order-ready"
          onClick={() => go('mark_ready')}
        >
          {text('command.mark_ready')}
        </Button>
      )}
      {may('collect') && (
        <Button
          type="primary"
          size={size}
          block
          loading={busy}
          data-testid="order-collect"
          onClick={() => setDialog('collect')}
        >
          {text('command.collect')}
        </Button>
      )}
      {may('start_service') && (
        <Button
          type="primary"
          size={size}
          block
          loading={busy}
          data-testid="order-start-service"
          onClick={() => go('start_service')}
        >
          {text('command.start_service')}
        </Button>
      )}
      {actor === 'merchant' && may('complete') && (
        <Button
          type={may('start_service') ? 'default' : 'primary'}
          size={size}
          block
          loading={busy}
          data-testid="order-complete"
          onClick={() => go('complete')}
        >
          {text('command.complete')}
        </Button>
      )}
      {may('no_show') && (
        <Popconfirm
          title={text('no_show.question')}
          okText={text('command.no_show')}
          okButtonProps={{ danger: true }}
          onConfirm={() => go('no_show')}
        >
          <Button size={size} type="text" disabled={busy} data-testid="order-no-show">
            {text('command.no_show')}
          </Button>
        </Popconfirm>
      )}
      {may('start_preparing') && (
        <Button size={size} disabled={busy} data-testid="order-start" onClick={() => go('start_preparing')}>
          {text('command.start_preparing')}
        </Button>
      )}
      {may('reject') && (
        <Button
          danger
          size={size}
          type="text"
          disabled={busy}
          data-testid="order-reject"
          onClick={() => setDialog('reject')}
        >
          {text('command.reject')}
        </Button>
      )}
      {may('cancel') && (
        <Button
          danger
          size={size}
          type="text"
          disabled={busy}
          data-testid="order-cancel"
          onClick={() => setDialog('cancel')}
        >
          {text('command.cancel')}
        </Button>
      )}
      <PreparationModal
        open={dialog === 'minutes'}
        initial={minutes ?? 15}
        onConfirm={accept}
        onClose={() => setDialog(undefined)}
      />
      <ReasonModal
        open={dialog === 'reject'}
        title={text('reject.title', { number: order.number })}
        detail={text('reject.detail')}
        appliesTo="order_reject"
        actor={actor}
        confirmText={text('command.reject')}
        onConfirm={(reason) => {
          acknowledge([order.id]);
          return send(order.id, { command: 'reject', reason });
        }}
        onClose={() => setDialog(undefined)}
      />
      <ReasonModal
        open={dialog === 'cancel'}
        title={text('cancel.title', { number: order.number })}
        detail={text('cancel.detail')}
        appliesTo="order_cancel"
        actor={actor}
        confirmText={text('cancel.confirm')}
        asksLiable={actor === 'ops'}
        onConfirm={(reason, liable) => send(order.id, { command: 'cancel', reason, liable })}
        onClose={() => setDialog(undefined)}
      />
      <CollectModal
        open={dialog === 'collect'}
        onConfirm={(code) => send(order.id, { command: 'collect', code })}
        onClose={() => setDialog(undefined)}
      />
    </div>
  );
}
