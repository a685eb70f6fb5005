import { newKey } from '@linli/database';
import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTypedLater } from '../engine/use-typed-later.ts';
import { RecordDrawer } from '../record-drawer.tsx';
import { blockActions, blockDays } from '../../lib/block-actions.ts';
import { useText } from '../../providers/use-text.ts';
import { useBlockCommands } from '../../queries/risk/use-block-commands.ts';
import type { BlockAction, BlockSubject } from '../../queries/risk/use-blocks.ts';
import { useSubjects } from '../../queries/risk/use-subjects.ts';

type Values = {
  subject: BlockSubject;
  id: string;
  refuses: BlockAction[];
  reason: string;
  /** 0 is without end. */
  days: number;
  /** One intent a time the drawer is opened. */
  key: string;
};

type Props = {
  open: boolean;
  onClose: () => void;
  /** Whom, where that is known already. */
  fixed?: { subject: BlockSubject; id: string; name: string };
};

/** Blocks a customer, merchant or rider: whom, what, why, how long. */
export function BlockDrawer({ open, onClose, fixed }: Props) {
  const text = useText();
  const { mutateAsync } = useBlockCommands();
  const first = fixed?.subject ?? 'customer';
  const initial = {
    subject: first,
    id: fixed?.id,
    refuses: blockActions[first].slice(0, 1),
    days: 7,
    key: newKey(),
  };
  return (
    <RecordDrawer<Values>
      open={open}
      title={fixed ? text('blocks.new_for', { name: fixed.name }) : text('blocks.new')}
      initialValues={initial}
      onClose={onClose}
      onSubmit={({ subject = first, id = fixed?.id ?? '', refuses, reason, days, key }) =>
        mutateAsync({
          command: 'block',
          subject,
          id,
          refuses,
          reason: reason.trim(),
          until: days === 0 ? undefined : new Date(Date.now() + days * 86_400_000).toISOString(),
          key,
        })
      }
      testId="block-drawer"
    >
      {(form) => (
        <>
          {fixed === undefined && (
            <>
              <Form.Item name="subject" label={text('blocks.kind')}>
                <Radio.Group
                  optionType="button"
                  onChange={() => {
                    const subject = form.getFieldValue('subject') as BlockSubject;
                    form.setFieldsValue({ id: undefined, refuses: blockActions[subject].slice(0, 1) });
                  }}
                  options={(['customer', 'merchant', 'rider'] as const).map((value) => ({
                    value,
                    label: text(`block_subject.${value}`),
                  }))}
                />
              </Form.Item>
              <WhoField />
            </>
          )}
          <RefusesField subject={fixed?.subject} />
          <Form.Item
            name="reason"
            label={text('field.reason')}
            extra={text('blocks.reason_hint')}
            rules={[{ required: true, whitespace: true, min: 2, message: text('form.required') }]}
          >
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 4 }}
              maxLength={300}
              data-testid="block-reason"
            />
          </Form.Item>
          <Form.Item name="days" label={text('blocks.how_long')}>
            <Radio.Group
              optionType="button"
              options={[...blockDays, 0].map((value) => ({
                value,
                label: value === 0 ? text('blocks.endless') : text('blocks.days', { count: value }),
              }))}
            />
          </Form.Item>
        </>
      )}
    </RecordDrawer>
  );
}

/** Whom, by name, number, e-mail or id. */
function WhoField() {
  const text = useText();
  const subject = (Form.useWatch('subject') as BlockSubject | undefined) ?? 'customer';
  const [search, setSearch] = useState('');
  const found = useSubjects(subject, useTypedLater(search));
  return (
    <Form.Item
      name="id"
      label={text('blocks.who')}
      extra={text('blocks.who_hint')}
      rules={[{ required: true, message: text('form.required') }]}
    >
      <Select
        showSearch={{ filterOption: false, onSearch: setSearch }}
        placeholder={text('data.find_row')}
        loading={found.isFetching}
        notFoundContent={text(found.isFetching ? 'data.searching' : 'data.nothing_found')}
        options={found.data?.map(({ id, name, account }) => ({
          value: id,
          label: [name || id.slice(0, 8), account].filter(Boolean).join(' · '),
        }))}
        data-testid="block-who"
      />
    </Form.Item>
  );
}

/** What is refused to that kind. */
function RefusesField({ subject: fixed }: { subject: BlockSubject | undefined }) {
  const text = useText();
  const chosen = Form.useWatch('subject') as BlockSubject | undefined;
  return (
    <Form.Item
      name="refuses"
      label={text('blocks.refuses')}
      rules={[{ required: true, type: 'array', min: 1, message: text('form.required') }]}
    >
      <Checkbox.Group
        options={blockActions[fixed ?? chosen ?? 'customer'].map((value) => ({
          value,
          label: text(`block_action.${value}`),
        }))}
      />
    </Form.Item>
  );
}
