import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useLogicText } from '../../components/logic/use-logic-text.ts';
import { RowLink } from '../../components/row-link.tsx';
import { SwitchCell } from '../../components/switch-cell.tsx';
import { useMay } from '../../components/use-may.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useRiskFacts } from '../../queries/risk/use-risk-facts.ts';
import { useRiskRules, type RiskRuleRow } from '../../queries/risk/use-risk-rules.ts';
import { RuleDrawer } from './rule-drawer.tsx';

type Props = { isNew: boolean; onNewClosed: () => void };

/** The rules that make an order, a claim or a rider suspicious. */
export function RulesPanel({ isNew, onNewClosed }: Props) {
  const text = useText();
  const locale = useLocale();
  const city = useCity();
  const may = useMay('risk', 'edit');
  const rules = useRiskRules();
  const words = {
    order: useLogicText(useRiskFacts('order').data ?? [], city.currency),
    claim: useLogicText(useRiskFacts('claim').data ?? [], city.currency),
    rider: useLogicText(useRiskFacts('rider').data ?? [], city.currency),
  };
  const [open, setOpen] = useState<RiskRuleRow | undefined>(undefined);
  return (
    <>
      <DataTable<RiskRuleRow>
        label={text('risk.part_rules')}
        testId="risk-rule-table"
        rows={rules.rows}
        loading={rules.loading}
        error={rules.error}
        onRetry={() => void rules.refetch()}
        onOpen={setOpen}
        openId={open?.id}
        empty={<EmptyState title={text('risk.no_rules')} hint={text('risk.no_rules_hint')} />}
        columns={[
          { title: text('risk.moment'), render: (_, row) => text(`risk_moment.${row.moment}`) },
          {
            title: text('field.name'),
            render: (_, row) => (
              <RowLink onClick={() => setOpen(row)} testId="risk-rule-open">
                {localName(row, locale)}
              </RowLink>
            ),
          },
          {
            title: text('segments.rule'),
            render: (_, row) => <span className="rule-words">{words[row.moment].rule(row.conditions)}</span>,
          },
          { title: text('risk.score'), dataIndex: 'score', align: 'right' },
          {
            title: text('field.is_active'),
            align: 'center',
            render: (_, row) => (
              <SwitchCell
                resource="risk_rules"
                id={row.id}
                field="is_active"
                disabled={!may}
                checked={row.is_active}
                label={text('categories.active_named', { name: localName(row, locale) })}
              />
            ),
          },
        ]}
      />
      <RuleDrawer
        city={city}
        rule={isNew ? 'new' : open}
        onClose={() => {
          setOpen(undefined);
          onNewClosed();
        }}
      />
    </>
  );
}
