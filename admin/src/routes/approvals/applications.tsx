import { Switch } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { ApplicationDrawer } from '../../components/review/application-drawer.tsx';
import { ApplicationTag } from '../../components/review/application-tag.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCategories } from '../../queries/category/use-categories.ts';
import { useApplications, type ApplicationRow } from '../../queries/onboarding/use-applications.ts';

/** Who wants to sell in this city, the longest waiting first. */
export function Applications() {
  const text = useText();
  const locale = useLocale();
  const city = useCity();
  const [isAll, setAll] = useState(false);
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const query = useApplications(city.id, !isAll);
  const categories = useCategories().rows;
  const categoryName = (id: string): string => {
    const found = categories?.find((row) => row.id === id);
    return found ? localName(found, locale) : '–';
  };
  const open = query.data?.find((row) => row.id === openId);
  return (
    <>
      <label className="switch-line">
        <Switch size="small" checked={isAll} onChange={setAll} /> {text('approvals.with_decided')}
      </label>
      <DataTable<ApplicationRow>
        label={text('approvals.applications')}
        testId="application-table"
        rows={query.data}
        loading={query.isPending}
        error={query.error}
        onRetry={() => void query.refetch()}
        openId={open?.id}
        onOpen={(row) => setOpenId(row.id)}
        empty={
          <EmptyState
            title={text('approvals.no_applications')}
            hint={text('approvals.no_applications_hint')}
          />
        }
        columns={[
          {
            title: text('approvals.store'),
            render: (_, row) => (
              <RowLink onClick={() => setOpenId(row.id)} testId="application-open">
                {row.store_name}
              </RowLink>
            ),
          },
          { title: text('approvals.merchant'), dataIndex: 'merchant_name' },
          { title: text('approvals.category'), render: (_, row) => categoryName(row.category_id) },
          {
            title: text('approvals.licenses'),
            align: 'right',
            render: (_, row) => (
              <span className="tabular">{Array.isArray(row.licenses) ? row.licenses.length : 0}</span>
            ),
          },
          { title: text('field.status'), render: (_, row) => <ApplicationTag status={row.status} /> },
          { title: text('approvals.since'), render: (_, row) => <RelativeTime at={row.created_at} /> },
        ]}
      />
      <ApplicationDrawer
        application={open}
        categoryName={categoryName}
        onClose={() => setOpenId(undefined)}
      />
    </>
  );
}
