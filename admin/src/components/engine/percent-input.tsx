import { InputNumber } from 'antd';

type Props = {
  value?: number | null;
  onChange?: (value: number | null) => void;
  id?: string;
  disabled?: boolean;
};

/** A share in percent, kept as hundredths of a percent. */
export function PercentInput({ value, onChange, id, disabled }: Props) {
  return (
    <InputNumber
      id={id}
      className="fill"
      suffix="%"
      precision={2}
      disabled={disabled}
      value={value === null || value === undefined ? null : value / 100}
      onChange={(next) => onChange?.(next === null ? null : Math.round(next * 100))}
    />
  );
}
