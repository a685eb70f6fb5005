import type { Tables } from '@linli/database';
import { useList } from '@refinedev/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useMay } from '../../components/use-may.ts';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { humanize } from '../../lib/engine/humanize.ts';
import { parseSetting, settingText as rawText } from '../../lib/setting-value.ts';
import { useText } from '../../providers/use-text.ts';
import { SettingValueField } from './setting-value-field.tsx';
import { useSettingLabel } from './use-setting-label.ts';
import { useSettingText } from './use-setting-text.ts';

export type SettingRow = Tables<'settings'>;
type Values = { number?: number; text?: string };

/** Every parameter with what it means, group by group; a value keeps to its bounds, and an older one can come back. */
export function SettingTable() {
  const text = useText();
  const { t, i18n } = useTranslation();
  const labelOf = useSettingLabel();
  const settingText = useSettingText();
  const mayEdit = useMay('parameters', 'edit');
  const { save } = useSaveRecord('settings');
  const [open, setOpen] = useState<SettingRow | undefined>(undefined);
  const [search, setSearch] = useState('');
  const { query } = useList<SettingRow>({
    resource: 'settings',
    sorters: [{ field: 'key', order: 'asc' }],
    pagination: { mode: 'off' },
    meta: { count: 'planned' },
  });
  const initial = useMemo(
    (): Partial<Values> =>
      open === undefined
        ? {}
        : typeof open.value === 'number'
          ? { number: open.value }
          : { text: rawText(open.value) },
    [open],
  );
  const groupOf = (key: string): string => {
    const group = key.split('.')[0] ?? '';
    return i18n.exists(`setting_group.${group}`) ? t(`setting_group.${group}`) : humanize(group);
  };
  const wanted = search.trim().toLowerCase();
  const rows = query.data?.data.filter(
    (row) => wanted === '' || `${row.key} ${labelOf(row)}`.toLowerCase().includes(wanted),
  );
  const submit = (values: Values): Promise<unknown> =>
    save(
      {
        value:
          typeof open?.value === 'number'
            ? values.number
            : parseSetting(values.text ?? '', open?.value)?.value,
      },
      open?.key,
    );
  return (
    <>
      <div className="filters">
        <SearchBox value={search} onChange={setSearch} label={text('settings.search')} />
      </div>
      <DataTable<SettingRow & { id: string }>
        label={text('settings.parameters')}
        testId="setting-table"
        rows={rows?.map((row) => ({ ...row, id: row.key }))}
        loading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        onOpen={setOpen}
        empty={<EmptyState title={text(wanted === '' ? 'settings.none' : 'state.no_match')} />}
        columns={[
          { title: text('settings.group'), render: (_, row) => groupOf(row.key) },
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
            render: (_, row) =>
              typeof row.value === 'number' ? (
                <span className="tabular">{settingText(row.key, row.value)}</span>
              ) : (
                <code className="wrap setting-value">{settingText(row.key, row.value)}</code>
              ),
          },
          { title: text('settings.changed'), render: (_, row) => <RelativeTime at={row.updated_at} /> },
        ]}
      />
      <RecordDrawer<Values>
        open={open !== undefined}
        title={open ? labelOf(open) : ''}
        initialValues={initial}
        readOnly={!mayEdit}
        onClose={() => setOpen(undefined)}
        onSubmit={submit}
        versions={
          open && {
            table: 'settings',
            rowKey: open.key,
            ignored: ['key', 'description'],
            show: (path, value) =>
              path[0] === 'value' && value !== undefined ? settingText(open.key, value) : undefined,
            onRestore: mayEdit ? (content) => save({ value: content['value'] }, open.key) : undefined,
          }
        }
        testId="setting-drawer"
      >
        {() => open && <SettingValueField row={open} />}
      </RecordDrawer>
    </>
  );
}
