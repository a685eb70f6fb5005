import { Form, Input, InputNumber, Modal, Switch, Typography } from 'antd';
import { useWorkspace } from '../../app/workspace.ts';
import { DatetimeField } from '../../components/engine/datetime-field.tsx';
import { useWords } from '../../components/engine/use-words.ts';
import { MoneyInput } from '../../components/money-input.tsx';
import type { ActionInput, ActionPart, AnyRow } from '../../lib/engine/types.ts';
import { fixedArguments } from '../../lib/engine/fixed-arguments.ts';
import { useText } from '../../providers/use-text.ts';

type Props = { action: ActionPart; count: number; onConfirm: (inputs: AnyRow) => void; onClose: () => void };

/** Asks what an action needs to know, and whether it is meant; shows what it calls, since a label may say anything. */
export function ActionModal({ action, count, onConfirm, onClose }: Props) {
  const text = useText();
  const words = useWords();
  const { city } = useWorkspace();
  const [form] = Form.useForm<AnyRow>();
  const control = ({ kind }: ActionInput) => {
    if (kind === 'integer') return <InputNumber className="fill" precision={0} />;
    if (kind === 'money') return <MoneyInput currency={city?.currency ?? 'CNY'} />;
    if (kind === 'boolean') return <Switch />;
    if (kind === 'datetime') return <DatetimeField timeZone={city?.timezone ?? 'Asia/Shanghai'} />;
    return <Input />;
  };
  return (
    <Modal
      open
      title={words.label(action.labels) ?? action.key}
      okText={words.label(action.labels) ?? action.key}
      okButtonProps={{ danger: action.is_danger }}
      cancelText={text('action.cancel')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>
        {words.label(action.confirm) ?? words.label(action.help) ?? text('data.action_question', { count })}
      </p>
      <Typography.Paragraph type="secondary" data-testid="action-call">
        {text('data.action_calls')}
        <Typography.Text code>{action.rpc}</Typography.Text>
        {fixedArguments(action).map(([name, value]) => (
          <Typography.Text code key={name}>{`${name} = ${value}`}</Typography.Text>
        ))}
      </Typography.Paragraph>
      <Form form={form} layout="vertical" onFinish={onConfirm}>
        {(action.inputs ?? []).map((input) => (
          <Form.Item
            key={input.name}
            name={input.name}
            label={words.label(input.labels) ?? input.name}
            valuePropName={input.kind === 'boolean' ? 'checked' : 'value'}
            rules={[{ required: input.is_required }]}
          >
            {control(input)}
          </Form.Item>
        ))}
      </Form>
    </Modal>
  );
}
