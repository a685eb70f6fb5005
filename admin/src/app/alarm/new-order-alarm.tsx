import { BellFilled, SoundOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useLiveRefresh } from '../../live/use-live-refresh.ts';
import { useText } from '../../providers/use-text.ts';
import { orderKeys } from '../../queries/order/order-keys.ts';
import { usePlacedOrders } from '../../queries/order/use-placed-orders.ts';
import { acknowledge, useAcknowledged } from './acknowledged.ts';
import { createBell } from './create-bell.ts';

const bell = createBell();

/** Rings on every merchant screen while a new order has been seen by nobody. */
export function NewOrderAlarm({ storeId }: { storeId: string }) {
  const text = useText();
  const { pathname } = useLocation();
  const seen = useAcknowledged();
  const [unlocked, setUnlocked] = useState(bell.isUnlocked);
  const placed = usePlacedOrders(storeId).data ?? [];
  useLiveRefresh(`store:${storeId}`, [orderKeys.placed(storeId)]);
  const fresh = placed.filter((order) => !seen.has(order.id)).map((order) => order.id);
  const rings = fresh.length > 0;

  useEffect(() => {
    if (!rings) return;
    bell.start();
    return () => bell.stop();
  }, [rings]);

  useEffect(() => {
    if (!rings) return;
    const before = document.title;
    const title = text('alarm.title', { amount: fresh.length });
    const timer = window.setInterval(() => {
      document.title = document.title === title ? before : title;
    }, 1000);
    return () => {
      window.clearInterval(timer);
      document.title = before;
    };
  }, [rings, fresh.length, text]);

  useEffect(() => {
    if (unlocked) return;
    const unlock = (): void => {
      void bell.unlock().then(() => setUnlocked(bell.isUnlocked()));
    };
    window.addEventListener('pointerdown', unlock);
    window.addEventListener('keydown', unlock);
    return () => {
      window.removeEventListener('pointerdown', unlock);
      window.removeEventListener('keydown', unlock);
    };
  }, [unlocked]);

  if (!rings) return null;
  return (
    <div className="alarm" role="alert" data-testid="new-order-alarm">
      <BellFilled aria-hidden className="alarm-bell" />
      <strong>{text('alarm.text', { amount: fresh.length })}</strong>
      <Space className="push" wrap>
        {!unlocked && (
          <span className="alarm-hint">
            <SoundOutlined aria-hidden /> {text('alarm.unlock')}
          </span>
        )}
        {pathname !== '/desk' && (
          <Link to="/desk" className="text-link">
            {text('alarm.to_desk')}
          </Link>
        )}
        <Button onClick={() => acknowledge(fresh)} data-testid="acknowledge">
          {text('alarm.acknowledge')}
        </Button>
      </Space>
    </div>
  );
}
