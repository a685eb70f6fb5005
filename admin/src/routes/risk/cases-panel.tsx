import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCases, type RiskCase } from '../../queries/risk/use-cases.ts';
import { CaseDrawer } from './case-drawer.tsx';
import { DecisionTag } from './decision-tag.tsx';

/** Cases that wait for people, or those that are decided. J and K walk through them with the evidence open. */
export function CasesPanel({ isOpen }: { isOpen: boolean }) {
  const text = useText();
  const locale = useLocale();
  const cases = useCases(isOpen);
  const [params] = useSearchParams();
  const [openId, setOpenId] = useState<string | undefined>(params.get('case') ?? undefined);
  const rows = cases.data?.pages.flat();
  return (
    <>
      <DataTable<RiskCase>
        label={text(isOpen ? 'risk.part_open' : 'risk.part_decided')}
        testId="risk-table"
        rows={rows}
        loading={cases.isPending}
        error={cases.error}
        onRetry={() => void cases.refetch()}
        onOpen={(row) => setOpenId(row.id)}
        openId={openId}
        empty={
          <EmptyState
            title={text(isOpen ? 'risk.none_open' : 'risk.none_decided')}
            hint={text(isOpen ? 'risk.none_open_hint' : 'risk.none_decided_hint')}
          />
        }
        footer={
          cases.hasNextPage && (
            <Button onClick={() => void cases.fetchNextPage()} loading={cases.isFetchingNextPage}>
              {text('action.more')}
            </Button>
          )
        }
        columns={[
          {
            title: text('risk.who'),
            render: (_, row) => (
              <RowLink onClick={() => setOpenId(row.id)} testId="risk-open">
                {row.subject?.name || row.subject_id.slice(0, 8)}
              </RowLink>
            ),
          },
          { title: text('risk.moment'), render: (_, row) => text(`risk_moment.${row.moment}`) },
          { title: text('risk.score'), dataIndex: 'score', align: 'right' },
          {
            title: text('risk.reasons'),
            render: (_, row) => (
              <span className="rule-words">
                {row.reasons.map((reason) => localName(reason, locale)).join(' · ') || '–'}
              </span>
            ),
          },
          {
            title: text('risk.order'),
            render: (_, row) => <span className="tabular">{row.order_number ?? '–'}</span>,
          },
          { title: text('risk.since'), render: (_, row) => <RelativeTime at={row.created_at} /> },
          { title: text('risk.decision'), render: (_, row) => <DecisionTag decision={row.decision} /> },
        ]}
      />
      <CaseDrawer caseId={openId} onClose={() => setOpenId(undefined)} />
    </>
  );
}
