import { useState } from 'react';
import { useStore } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { PenaltySection } from '../../components/penalty/penalty-section.tsx';
import { StatementDrawer } from '../../components/statement/statement-drawer.tsx';
import { StatementTable } from '../../components/statement/statement-table.tsx';
import { useText } from '../../providers/use-text.ts';
import { useStatements, type StatementRow } from '../../queries/ledger/use-statements.ts';

/** What the merchant earned, day by day and order by order. */
export default function StatementsPage() {
  const text = useText();
  const { store, city } = useStore();
  const statements = useStatements({ partyId: store.merchant_id, cityId: city.id });
  const [open, setOpen] = useState<StatementRow | undefined>(undefined);
  return (
    <Page title={text('screen.statements')} lead={text('statement.lead')}>
      <StatementTable
        rows={statements.data}
        loading={statements.isPending}
        error={statements.error}
        onRetry={() => void statements.refetch()}
        openId={open?.id}
        onOpen={setOpen}
        empty={<EmptyState title={text('statement.none')} hint={text('statement.none_hint')} />}
      />
      <div className="section-below">
        <PenaltySection merchantId={store.merchant_id} side="merchant" />
      </div>
      <StatementDrawer
        statement={open}
        title={text('statement.of_day', { day: open?.period_on ?? '' })}
        onClose={() => setOpen(undefined)}
      />
    </Page>
  );
}
