import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { LicenseConcernTag } from '../../components/review/license-concern-tag.tsx';
import { LicenseDrawer } from '../../components/review/license-drawer.tsx';
import { useLicenseText } from '../../components/use-license-text.ts';
import { RowLink } from '../../components/row-link.tsx';
import type { OpenLicense } from '../../lib/open-licenses.ts';
import { useText } from '../../providers/use-text.ts';
import { usePartyNames } from '../../queries/ledger/use-party-names.ts';
import { useLicenses, type LicenseRow } from '../../queries/onboarding/use-licenses.ts';

/** Licences handed in, and those that end soon or have ended. */
export function Licenses({ today }: { today: string }) {
  const text = useText();
  const kindText = useLicenseText();
  const names = usePartyNames().data;
  const query = useLicenses(today);
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const open = query.data?.find((row) => row.id === openId);
  const nameOf = (row: LicenseRow): string => names?.get(row.merchant_id) ?? '–';
  return (
    <>
      <DataTable<OpenLicense<LicenseRow>>
        label={text('approvals.licenses')}
        testId="license-table"
        rows={query.data}
        loading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        openId={open?.id}
        onOpen={(row) => setOpenId(row.id)}
        empty={<EmptyState title={text('licenses.none')} hint={text('licenses.none_hint')} />}
        columns={[
          {
            title: text('licenses.kind'),
            render: (_, row) => (
              <RowLink onClick={() => setOpenId(row.id)} testId="license-open">
                {kindText(row.kind)}
              </RowLink>
            ),
          },
          { title: text('approvals.merchant'), render: (_, row) => nameOf(row) },
          { title: text('licenses.number'), dataIndex: 'number', className: 'tabular' },
          {
            title: text('licenses.concern'),
            render: (_, row) => <LicenseConcernTag concern={row.concern} daysLeft={row.days_left} />,
          },
          {
            title: text('licenses.expires'),
            className: 'tabular',
            render: (_, row) => row.expires_on ?? text('licenses.forever'),
          },
          { title: text('licenses.handed_in'), render: (_, row) => <RelativeTime at={row.created_at} /> },
        ]}
      />
      <LicenseDrawer
        license={open}
        merchantName={open ? nameOf(open) : ''}
        onClose={() => setOpenId(undefined)}
      />
    </>
  );
}
