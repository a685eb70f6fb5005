import { Form, Input, Radio, Select } from 'antd';
import { useStore, useWorkspace } from '../../app/workspace.ts';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useSetStaff, type StaffDraft } from '../../queries/staff/use-set-staff.ts';

type Values = Omit<StaffDraft, 'store_id'> & { place: string };
type Props = { open: boolean; onClose: () => void };

const all = 'all';
const kinds = ['manager', 'order_clerk', 'courier'] as const;

/** Adds a person by phone or e-mail; who is there already gets the new role. */
export function StaffDrawer({ open, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const { roles } = useWorkspace();
  const { store } = useStore();
  const save = useSetStaff(store.merchant_id);
  const stores = roles.stores.filter(
    (row) => row.merchant_id === store.merchant_id && row.role === 'manager',
  );
  const initial: Partial<Values> = { role: 'order_clerk', place: store.id };
  return (
    <RecordDrawer<Values>
      open={open}
      title={text('staff.new')}
      initialValues={initial}
      onClose={onClose}
      onSubmit={({ contact, role, place }) =>
        save.mutateAsync({ contact, role, store_id: place === all ? null : place })
      }
      testId="staff-drawer"
    >
      {() => (
        <>
          <Form.Item
            name="contact"
            label={text('staff.contact')}
            extra={text('staff.contact_hint')}
            rules={[{ required: true, whitespace: true, message: text('form.required') }]}
          >
            <Input maxLength={120} autoComplete="off" data-testid="staff-contact" />
          </Form.Item>
          <Form.Item name="role" label={text('staff.role')}>
            <Radio.Group className="reason-list">
              {kinds.map((kind) => (
                <Radio key={kind} value={kind} data-testid={`staff-role-${kind}`}>
                  {text(`merchant_role.${kind}`)} <span className="muted">{text(`staff.may_${kind}`)}</span>
                </Radio>
              ))}
            </Radio.Group>
          </Form.Item>
          <Form.Item name="place" label={text('staff.store')}>
            <Select
              options={[
                ...stores.map((row) => ({ value: row.id, label: localName(row, locale) })),
                { value: all, label: text('staff.all_stores') },
              ]}
            />
          </Form.Item>
        </>
      )}
    </RecordDrawer>
  );
}
