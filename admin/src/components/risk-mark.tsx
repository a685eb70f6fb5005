import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  WarningFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { OrderRisk } from '../lib/order-risk.ts';
import { useText } from '../providers/use-text.ts';

const icons: Record<OrderRisk, ReactNode> = {
  late: <ExclamationCircleFilled />,
  soon: <WarningFilled />,
  waiting: <ClockCircleOutlined />,
  ok: <CheckCircleOutlined />,
};

/** How an order stands: a colour, a shape and a word. */
export function RiskMark({ risk, bare = false }: { risk: OrderRisk; bare?: boolean }) {
  const text = useText();
  const label = text(`risk.${risk}`);
  return (
    <span className={`risk risk-${risk}`} title={label}>
      {icons[risk]}
      <span className={bare ? 'visually-hidden' : undefined}>{label}</span>
    </span>
  );
}
