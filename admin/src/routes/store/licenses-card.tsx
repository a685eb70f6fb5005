import { PlusOutlined } from '@ant-design/icons';
import { Alert, App, Button, Card } from 'antd';
import { useState } from 'react';
import { useClient } from '../../app/services.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ToneTag, type Tone } from '../../components/status-tag.tsx';
import { useLicenseText } from '../../components/use-license-text.ts';
import { addDays, dayIn } from '../../lib/day-time.ts';
import { neededLicenses } from '../../lib/license-kinds.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { useCategories } from '../../queries/category/use-categories.ts';
import { openFile } from '../../queries/file/open-file.ts';
import { useLicenses, type LicenseRow } from '../../queries/store/use-licenses.ts';
import { LicenseDrawer } from './license-drawer.tsx';

const tones: Record<LicenseRow['status'], Tone> = {
  submitted: 'info',
  approved: 'success',
  rejected: 'danger',
};
type Props = {
  store: { id: string; merchant_id: string; category_id: string };
  timeZone: string;
};

/** The licences of the store: what counts, what runs out, what ops want mended, and handing in a new one. */
export function LicensesCard({ store, timeZone }: Props) {
  const text = useText();
  const errorText = useErrorText();
  const licenseText = useLicenseText();
  const client = useClient();
  const { message } = App.useApp();
  const licenses = useLicenses(store.id, store.merchant_id);
  const categories = useCategories().rows ?? [];
  const [isOpen, setOpen] = useState(false);
  const today = dayIn(new Date(), timeZone);
  const soon = addDays(today, 30);
  const needed = neededLicenses(categories, store.category_id);
  const missing = licenses.data
    ? needed.filter(
        (kind) =>
          !licenses.data.some(
            (row) =>
              row.kind === kind &&
              row.status !== 'rejected' &&
              (row.expires_on === null || row.expires_on >= today),
          ),
      )
    : [];
  return (
    <Card
      size="small"
      title={<h2 className="card-title">{text('licenses.title')}</h2>}
      extra={
        <Button size="small" icon={<PlusOutlined />} data-testid="license-new" onClick={() => setOpen(true)}>
          {text('licenses.new')}
        </Button>
      }
    >
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="card-alert"
          title={text('apply.license_missing', { kinds: missing.map(licenseText).join(' · ') })}
        />
      )}
      <DataTable<LicenseRow>
        label={text('licenses.title')}
        testId="license-table"
        rows={licenses.data}
        loading={licenses.isPending}
        error={licenses.error}
        onRetry={() => void licenses.refetch()}
        empty={<EmptyState title={text('licenses.none')} hint={text('licenses.none_hint')} />}
        columns={[
          { title: text('license.kind'), render: (_, row) => licenseText(row.kind) },
          { title: text('license.number'), dataIndex: 'number', className: 'tabular' },
          {
            title: text('license.expires'),
            className: 'tabular',
            render: (_, row) =>
              row.expires_on === null ? (
                text('licenses.forever')
              ) : row.expires_on < today ? (
                <span className="danger-text">{text('licenses.expired', { day: row.expires_on })}</span>
              ) : row.expires_on <= soon && row.status === 'approved' ? (
                <span className="accent-text">{text('licenses.soon', { day: row.expires_on })}</span>
              ) : (
                row.expires_on
              ),
          },
          {
            title: text('field.status'),
            render: (_, row) => (
              <>
                <ToneTag tone={tones[row.status]}>{text(`license_status.${row.status}`)}</ToneTag>
                {row.reason !== '' && <span className="note wrap">{row.reason}</span>}
              </>
            ),
          },
          { title: text('apply.handed_in'), render: (_, row) => <RelativeTime at={row.created_at} /> },
          {
            title: text('license.file'),
            render: (_, row) => (
              <Button
                type="link"
                size="small"
                className="row-link"
                onClick={() =>
                  void openFile(client, 'licenses', row.file_path).catch(
                    (error: unknown) => void message.error(errorText(error)),
                  )
                }
              >
                {text('file.open')}
              </Button>
            ),
          },
        ]}
      />
      <LicenseDrawer
        store={store}
        needed={needed}
        open={isOpen}
        today={today}
        onClose={() => setOpen(false)}
      />
    </Card>
  );
}
