import { Segmented } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { StatementDrawer } from '../../components/statement/statement-drawer.tsx';
import { StatementTable } from '../../components/statement/statement-table.tsx';
import { useMay } from '../../components/use-may.ts';
import { useText } from '../../providers/use-text.ts';
import { usePartyNames } from '../../queries/ledger/use-party-names.ts';
import { useStatements, type StatementRow } from '../../queries/ledger/use-statements.ts';
import { RunSettlement } from './run-settlement.tsx';

type Shown = 'all' | StatementRow['party'];

/** Statements of all parties of a city, and the run that makes them. */
export default function SettlementPage() {
  const text = useText();
  const city = useCity();
  const may = useMay('settlement', 'edit');
  const [shown, setShown] = useState<Shown>('all');
  const [open, setOpen] = useState<StatementRow | undefined>(undefined);
  const names = usePartyNames().data;
  const statements = useStatements({ cityId: city.id, party: shown === 'all' ? undefined : shown });
  const nameOf = (row: StatementRow): string => names?.get(row.party_id) ?? '–';
  return (
    <Page
      title={text('screen.settlement')}
      lead={text('settlement.lead')}
      actions={may && <RunSettlement city={city} />}
    >
      <div className="filters">
        <Segmented<Shown>
          aria-label={text('statement.kind')}
          value={shown}
          onChange={setShown}
          options={(['all', 'merchant', 'rider'] as const).map((value) => ({
            value,
            label: text(`settlement_party.${value}`),
          }))}
        />
      </div>
      <StatementTable
        rows={statements.data}
        loading={statements.isPending}
        error={statements.error}
        onRetry={() => void statements.refetch()}
        openId={open?.id}
        onOpen={setOpen}
        partyName={nameOf}
        empty={<EmptyState title={text('settlement.none')} hint={text('settlement.none_hint')} />}
      />
      <StatementDrawer
        statement={open}
        title={open ? `${nameOf(open)} · ${open.period_on}` : ''}
        onClose={() => setOpen(undefined)}
      />
    </Page>
  );
}
