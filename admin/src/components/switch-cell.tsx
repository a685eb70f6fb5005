import { useUpdate } from '@refinedev/core';
import { Switch } from 'antd';

type Props = {
  resource: string;
  id: string;
  field: string;
  checked: boolean;
  label: string;
  disabled?: boolean;
  testId?: string;
};

/** Turns one yes-or-no column of a row on and off in place. */
export function SwitchCell({ resource, id, field, checked, label, disabled, testId }: Props) {
  const { mutate, mutation } = useUpdate();
  return (
    <Switch
      size="small"
      checked={checked}
      disabled={disabled}
      loading={mutation.isPending}
      aria-label={label}
      data-testid={testId}
      onChange={(next) => mutate({ resource, id, values: { [field]: next }, successNotification: false })}
    />
  );
}
