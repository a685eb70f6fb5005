import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select, Switch, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { useMay } from '../../components/use-may.ts';
import { useText } from '../../providers/use-text.ts';
import { useRiders, type RiderRow } from '../../queries/dispatch/use-riders.ts';

const vehicles = ['bike', 'e_bike', 'motorbike', 'car'] as const;

/** The riders of the city. */
export default function RidersPage() {
  const text = useText();
  const city = useCity();
  const queries = useQueryClient();
  const { save } = useSaveRecord('riders');
  const may = useMay('riders', 'edit');
  const searchBox = useRef<InputRef>(null);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<RiderRow | undefined>(undefined);
  const riders = useRiders(city.id);
  const wanted = search.trim().toLowerCase();
  const rows = riders.data?.filter((row) =>
    `${row.display_name} ${row.phone}`.toLowerCase().includes(wanted),
  );
  const submit = async (values: RiderRow): Promise<void> => {
    await save(
      {
        display_name: values.display_name.trim(),
        phone: values.phone.trim(),
        vehicle: values.vehicle,
        is_active: values.is_active,
      },
      open?.id,
    );
    await queries.invalidateQueries({ queryKey: ['riders', city.id] });
  };
  return (
    <Page title={text('screen.riders')} lead={text('riders.lead')}>
      <div className="filters">
        <SearchBox label={text('riders.search')} value={search} onChange={setSearch} ref={searchBox} />
      </div>
      <DataTable<RiderRow>
        label={text('screen.riders')}
        testId="rider-table"
        rows={rows}
        loading={riders.isPending}
        error={riders.error}
        onRetry={() => void riders.refetch()}
        onOpen={setOpen}
        onSearch={() => searchBox.current?.focus()}
        empty={<EmptyState title={text(wanted === '' ? 'riders.none' : 'state.no_match')} />}
        columns={[
          {
            title: text('field.name'),
            render: (_, row) => <RowLink onClick={() => setOpen(row)}>{row.display_name}</RowLink>,
          },
          {
            title: text('field.status'),
            render: (_, row) =>
              row.is_active ? (
                <ToneTag tone={row.status === 'online' ? 'success' : 'quiet'}>
                  {text(`rider_status.${row.status}`)}
                </ToneTag>
              ) : (
                <ToneTag tone="danger">{text('riders.blocked')}</ToneTag>
              ),
          },
          { title: text('riders.vehicle'), render: (_, row) => text(`vehicle.${row.vehicle as 'bike'}`) },
          { title: text('field.phone'), dataIndex: 'phone', className: 'tabular' },
          { title: text('map.seen'), render: (_, row) => <RelativeTime at={row.position_at} /> },
          { title: text('field.since'), render: (_, row) => <RelativeTime at={row.created_at} /> },
        ]}
      />
      <RecordDrawer<RiderRow>
        open={open !== undefined}
        title={open?.display_name ?? ''}
        initialValues={open ?? {}}
        onSubmit={submit}
        onClose={() => setOpen(undefined)}
        readOnly={!may}
        testId="rider-drawer"
      >
        {() => (
          <>
            <Form.Item
              name="display_name"
              label={text('field.name')}
              rules={[{ required: true, whitespace: true, message: text('form.required') }]}
            >
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="phone" label={text('field.phone')}>
              <Input type="tel" maxLength={20} />
            </Form.Item>
            <Form.Item name="vehicle" label={text('riders.vehicle')}>
              <Select options={vehicles.map((value) => ({ value, label: text(`vehicle.${value}`) }))} />
            </Form.Item>
            <Form.Item
              name="is_active"
              label={text('riders.may_work')}
              extra={text('riders.may_work_hint')}
              valuePropName="checked"
            >
              <Switch />
            </Form.Item>
          </>
        )}
      </RecordDrawer>
    </Page>
  );
}
