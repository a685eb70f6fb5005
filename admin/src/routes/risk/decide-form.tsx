import { newKey } from '@linli/database';
import { Alert, App, Button, Checkbox, Form, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { blockActions, blockDays } from '../../lib/block-actions.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import type { RiskCasePage } from '../../queries/risk/use-case.ts';
import type { BlockAction } from '../../queries/risk/use-blocks.ts';
import type { Decision } from '../../queries/risk/use-cases.ts';
import { useDecideCase } from '../../queries/risk/use-decide-case.ts';

type Values = { note?: string; refuses?: BlockAction[]; days?: number };

/** Allow, keep waiting, or block — and block the person too, if wanted. */
export function DecideForm({ riskCase }: { riskCase: RiskCasePage['case'] }) {
  const text = useText();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [key] = useState(newKey);
  const { mutate, isPending, error, variables } = useDecideCase();
  const subject = riskCase.moment === 'rider' ? 'rider' : 'customer';
  const decide = (decision: Decision): void => {
    const { note = '', refuses = [], days = 30 } = form.getFieldsValue();
    mutate(
      {
        id: riskCase.id,
        decision,
        note,
        refuses: decision === 'block' ? refuses : [],
        days: days === 0 ? undefined : days,
        key: `${key}:${decision}:${note.length}`,
      },
      { onSuccess: () => void message.success(text(`risk.done_${decision}`)) },
    );
  };
  return (
    <Form form={form} layout="vertical" className="decide-form" initialValues={{ refuses: [], days: 30 }}>
      {error && <Alert type="error" showIcon title={errorText(error)} />}
      <Form.Item name="note" label={text('risk.note')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} data-testid="risk-note" />
      </Form.Item>
      <div className="pair">
        <Form.Item name="refuses" label={text('risk.block_too')}>
          <Checkbox.Group
            options={blockActions[subject].map((value) => ({ value, label: text(`block_action.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="days" label={text('blocks.how_long')}>
          <Select
            options={[...blockDays, 0].map((value) => ({
              value,
              label: value === 0 ? text('blocks.endless') : text('blocks.days', { count: value }),
            }))}
          />
        </Form.Item>
      </div>
      <Space wrap>
        {(['allow', 'hold', 'block'] as const).map((decision) => (
          <Button
            key={decision}
            type={decision === 'allow' ? 'primary' : 'default'}
            danger={decision === 'block'}
            loading={isPending && variables?.decision === decision}
            disabled={isPending}
            onClick={() => decide(decision)}
            data-testid={`risk-${decision}`}
          >
            {text(`risk.do_${decision}`)}
          </Button>
        ))}
      </Space>
    </Form>
  );
}
