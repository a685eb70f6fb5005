import { Input } from 'antd';
import { fromLocalField, toLocalField } from '../../lib/local-datetime.ts';

type Props = {
  timeZone: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  id?: string;
  disabled?: boolean;
};

/** An instant, typed and shown in a city's time zone. */
export function DatetimeField({ timeZone, value, onChange, id, disabled }: Props) {
  return (
    <Input
      id={id}
      type="datetime-local"
      disabled={disabled}
      value={value ? toLocalField(value, timeZone) : ''}
      onChange={(event) =>
        onChange?.(event.target.value === '' ? null : fromLocalField(event.target.value, timeZone))
      }
    />
  );
}
