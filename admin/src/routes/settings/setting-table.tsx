import type { Tables } from '@linli/database';
import { useList } from '@refinedev/core';
import { Form, Input } from 'antd';
import { useMemo, useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { parseSetting, settingText } from '../../lib/setting-value.ts';
import { useText } from '../../providers/use-text.ts';
import { useSettingLabel } from './use-setting-label.ts';

type SettingRow = Tables<'settings'>;
type Values = { value: string };

/** Every parameter with its meaning and its value. */
export function SettingTable() {
  const text = useText();
  const labelOf = useSettingLabel();
  const { save } = useSaveRecord('settings');
  const [open, setOpen] = useState<SettingRow | undefined>(undefined);
  const { query } = useList<SettingRow>({
    resource: 'settings',
    sorters: [{ field: 'key', order: 'asc' }],
    pagination: { mode: 'off' },
    meta: { count: 'planned' },
  });
  const initial = useMemo((): Partial<Values> => ({ value: open && settingText(open.value) }), [open]);
  return (
    <>
      <DataTable<SettingRow & { id: string }>
        label={text('settings.parameters')}
        testId="setting-table"
        rows={query.data?.data.map((row) => ({ ...row, id: row.key }))}
        loading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        onOpen={setOpen}
        empty={<EmptyState title={text('settings.none')} />}
        columns={[
          {
            title: text('settings.parameter'),
            render: (_, row) => (
              <>
                <RowLink onClick={() => setOpen(row)} testId="setting-open">
                  {labelOf(row)}
                </RowLink>
                <div className="muted">{row.key}</div>
              </>
            ),
          },
          {
            title: text('settings.value'),
            align: 'right',
            render: (_, row) => <code className="wrap">{settingText(row.value)}</code>,
          },
          { title: text('settings.changed'), render: (_, row) => <RelativeTime at={row.updated_at} /> },
        ]}
      />
      <RecordDrawer<Values>
        open={open !== undefined}
        title={open ? labelOf(open) : ''}
        initialValues={initial}
        onClose={() => setOpen(undefined)}
        onSubmit={(values) => save({ value: parseSetting(values.value, open?.value)?.value }, open?.key)}
        testId="setting-drawer"
      >
        {() => (
          <Form.Item
            name="value"
            label={text('settings.value')}
            extra={open?.key}
            rules={[
              {
                validator: (_rule, value: string) =>
                  parseSetting(value, open?.value)
                    ? Promise.resolve()
                    : Promise.reject(new Error(text('settings.invalid'))),
              },
            ]}
          >
            {typeof open?.value === 'number' ? (
              <Input inputMode="decimal" data-testid="field-value" />
            ) : (
              <Input.TextArea
                autoSize={{ minRows: 2, maxRows: 12 }}
                spellCheck={false}
                data-testid="field-value"
              />
            )}
          </Form.Item>
        )}
      </RecordDrawer>
    </>
  );
}
