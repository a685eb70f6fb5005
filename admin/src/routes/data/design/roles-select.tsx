import { Form, Select } from 'antd';
import { useText } from '../../../providers/use-text.ts';
import { screenRoles } from './screen-roles.ts';

type Props = {
  label: string;
  /** What no choice means; everybody unless said. */
  none?: string;
  value: string[] | undefined;
  onChange: (next: string[] | undefined) => void;
  testId?: string;
};

/** For which roles something holds. The database's own rights stay as they are; this only narrows them. */
export function RolesSelect({ label, none, value, onChange, testId }: Props) {
  const text = useText();
  return (
    <Form.Item label={label}>
      <Select
        mode="multiple"
        aria-label={label}
        placeholder={none ?? text('design.everybody')}
        value={value ?? []}
        onChange={(next: string[]) => onChange(next.length > 0 ? next : undefined)}
        options={screenRoles.map((role) => ({
          value: role,
          label: text(`role.${role}`),
          'data-testid': `role-${role}`,
        }))}
        data-testid={testId}
      />
    </Form.Item>
  );
}
