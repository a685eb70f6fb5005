import type { Enums } from '@linli/database';
import { Form, Input, Modal, Radio } from 'antd';
import { testId } from '../../lib/test-id.ts';
import { useText } from '../../providers/use-text.ts';
import { useSetMember } from '../../queries/team/use-set-member.ts';

type Values = { account: string; role: Enums<'ops_role'> };

/** Takes somebody who has signed up into the staff. */
export function AddMember({ open, onClose }: { open: boolean; onClose: () => void }) {
  const text = useText();
  const [form] = Form.useForm<Values>();
  const { send, busy } = useSetMember();
  const save = async (): Promise<void> => {
    try {
      const values = await form.validateFields();
      await send({ account: values.account.trim(), role: values.role });
      onClose();
    } catch {
      // The field or the command has said what is wrong; the dialog stays.
    }
  };
  return (
    <Modal
      open={open}
      title={text('team.add')}
      okText={text('team.add')}
      okButtonProps={{ loading: busy, ...testId('team-add-send') }}
      onOk={() => void save()}
      onCancel={onClose}
      width={420}
      destroyOnHidden
    >
      <Form<Values> form={form} layout="vertical" preserve={false} initialValues={{ role: 'support' }}>
        <Form.Item
          name="account"
          label={text('team.account')}
          extra={text('team.account_hint')}
          rules={[{ required: true, whitespace: true, message: text('form.required') }]}
        >
          <Input maxLength={120} data-testid="team-account" />
        </Form.Item>
        <Form.Item name="role" label={text('team.role')}>
          <Radio.Group
            options={(['operations', 'finance', 'support', 'admin'] as const).map((value) => ({
              value,
              label: text(`role.${value}`),
            }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
