import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Popover, Space } from 'antd';
import { isMovable } from '../../lib/board-lane.ts';
import { useText } from '../../providers/use-text.ts';
import { useDispatchCommand } from '../../queries/dispatch/use-dispatch-command.ts';
import type { MapDelivery } from '../../queries/dispatch/use-ops-map.ts';
import { ClockTime } from '../clock-time.tsx';

const step = 5;

/** Moves when the goods are ready and what was promised, five minutes a press; the opposite press takes it back. */
export function AdjustTimes({ delivery, size }: { delivery: MapDelivery; size?: 'small' }) {
  const text = useText();
  const { send, busy } = useDispatchCommand();
  const adjust = (readyMinutes: number, promiseMinutes: number): void =>
    void send(delivery.id, { command: 'adjust', readyMinutes, promiseMinutes }).catch(() => undefined);
  const row = (name: 'ready' | 'promise', at: string, move: (minutes: number) => void) => (
    <div className="adjust-row">
      <span>{text(`dispatch.adjust_${name}`)}</span>
      <Space size={4}>
        <Button
          icon={<MinusOutlined />}
          disabled={busy}
          aria-label={`${text(`dispatch.adjust_${name}`)} ${text('dispatch.earlier')}`}
          data-testid={`adjust-${name}-earlier`}
          onClick={() => move(-step)}
        />
        <span className="adjust-time">
          <ClockTime at={at} />
        </span>
        <Button
          icon={<PlusOutlined />}
          disabled={busy}
          aria-label={`${text(`dispatch.adjust_${name}`)} ${text('dispatch.later')}`}
          data-testid={`adjust-${name}-later`}
          onClick={() => move(step)}
        />
      </Space>
    </div>
  );
  return (
    <Popover
      trigger="click"
      title={text('dispatch.adjust')}
      content={
        <div className="adjust-rows">
          {isMovable(delivery.status) && row('ready', delivery.ready_expected_at, (by) => adjust(by, 0))}
          {row('promise', delivery.dropoff_expected_at, (by) => adjust(0, by))}
        </div>
      }
    >
      <Button size={size} data-testid="adjust-times">
        {text('dispatch.adjust')}
      </Button>
    </Popover>
  );
}
