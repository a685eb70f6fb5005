import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useText } from '../providers/use-text.ts';

type Props = { name: string; index: number; count: number; onMove: (to: number) => void; disabled?: boolean };

/** Moves a row one place up or down: the keyboard's way of dragging. */
export function MoveButtons({ name, index, count, onMove, disabled }: Props) {
  const text = useText();
  return (
    <Space size={0}>
      <Button
        type="text"
        size="small"
        icon={<ArrowUpOutlined />}
        aria-label={text('action.move_up', { name })}
        disabled={disabled || index === 0}
        onClick={() => onMove(index - 1)}
      />
      <Button
        type="text"
        size="small"
        icon={<ArrowDownOutlined />}
        aria-label={text('action.move_down', { name })}
        disabled={disabled || index === count - 1}
        onClick={() => onMove(index + 1)}
      />
    </Space>
  );
}
