import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useMay } from '../../components/use-may.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { usePlans, type PlanRow } from '../../queries/ledger/use-plans.ts';

/** The plans that contracts name, with how many do. */
export function PlanList() {
  const text = useText();
  const locale = useLocale();
  const navigate = useNavigate();
  const mayEdit = useMay('commission-plans', 'edit');
  const plans = usePlans();
  const open = (row: PlanRow): void => void navigate(`/commission-plans/${row.id}`);
  return (
    <Page
      title={text('screen.commission_plans')}
      lead={text('plans.lead')}
      actions={
        mayEdit && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            data-testid="plan-new"
            onClick={() => void navigate('/commission-plans/new')}
          >
            {text('plans.new')}
          </Button>
        )
      }
    >
      <DataTable<PlanRow>
        label={text('screen.commission_plans')}
        testId="plan-table"
        rows={plans.data}
        loading={plans.isPending}
        error={plans.error}
        onRetry={() => void plans.refetch()}
        onOpen={open}
        empty={<EmptyState title={text('plans.none')} />}
        columns={[
          {
            title: text('field.name'),
            render: (_, row) => (
              <>
                <RowLink onClick={() => open(row)} testId="plan-open">
                  {localName(row, locale)}
                </RowLink>{' '}
                {row.is_default && <ToneTag tone="info">{text('plans.default')}</ToneTag>}
              </>
            ),
          },
          {
            title: text('rates.rules'),
            render: (_, row) =>
              row.commission_rules
                .map((rule) => `${rule.name} ${rule.percent_bps / 100}%`.trim())
                .join(' → '),
          },
          {
            title: text('plans.contracts'),
            align: 'right',
            render: (_, row) => row.merchant_contracts.length,
          },
          { title: text('settings.changed'), render: (_, row) => <RelativeTime at={row.updated_at} /> },
          {
            title: text('field.status'),
            render: (_, row) => (
              <ToneTag tone={row.is_active ? 'success' : 'quiet'}>
                {text(row.is_active ? 'state.active' : 'state.inactive')}
              </ToneTag>
            ),
          },
        ]}
      />
    </Page>
  );
}
