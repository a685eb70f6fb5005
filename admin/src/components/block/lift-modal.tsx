import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import type { BlockRow } from '../../queries/risk/use-blocks.ts';

type Props = {
  block: BlockRow | undefined;
  onCancel: () => void;
  /** Throws what went wrong; the question then stays. */
  onLift: (block: BlockRow, reason: string) => Promise<void>;
};

/** Asks why a block is lifted: the log keeps it. */
export function LiftModal({ block, onCancel, onLift }: Props) {
  const text = useText();
  const errorText = useErrorText();
  const [form] = Form.useForm<{ reason?: string }>();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  return (
    <Modal
      open={block !== undefined}
      title={text('blocks.lift_title', { name: block?.subject_name ?? '' })}
      okText={text('blocks.lift')}
      confirmLoading={isBusy}
      okButtonProps={{ htmlType: 'submit', form: 'lift-form' }}
      onCancel={onCancel}
      afterClose={() => {
        form.resetFields();
        setError(undefined);
      }}
    >
      <Form
        id="lift-form"
        form={form}
        layout="vertical"
        onFinish={async ({ reason }) => {
          if (block === undefined) return;
          setBusy(true);
          try {
            await onLift(block, reason ?? '');
          } catch (failure) {
            setError(failure);
          } finally {
            setBusy(false);
          }
        }}
      >
        {error !== undefined && <Alert type="error" showIcon title={errorText(error)} />}
        <Form.Item name="reason" label={text('field.reason')}>
          <Input maxLength={300} autoFocus data-testid="lift-reason" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
