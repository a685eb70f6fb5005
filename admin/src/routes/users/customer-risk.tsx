import { newKey } from '@linli/database';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { LiftModal } from '../../components/block/lift-modal.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { useNow } from '../../live/use-now.ts';
import { useText } from '../../providers/use-text.ts';
import { useBlockCommands } from '../../queries/risk/use-block-commands.ts';
import type { BlockRow } from '../../queries/risk/use-blocks.ts';
import { useSubjectBlocks } from '../../queries/risk/use-subject-blocks.ts';
import { useSubjectCases } from '../../queries/risk/use-subject-cases.ts';
import { DecisionTag } from '../risk/decision-tag.tsx';

/** What is refused to someone, and what rules found suspicious about them. */
export function CustomerRisk({ customerId }: { customerId: string }) {
  const text = useText();
  const now = useNow(60_000);
  const { message } = App.useApp();
  const blocks = useSubjectBlocks(customerId);
  const cases = useSubjectCases(customerId);
  const commands = useBlockCommands();
  const [lifting, setLifting] = useState<BlockRow | undefined>(undefined);
  const holds = (row: BlockRow): boolean =>
    row.lifted_at === null && (row.until === null || Date.parse(row.until) > now);
  return (
    <SectionCard title={text('users.risk')} query={blocks} testId="user-risk">
      <h3 className="list-title">{text('screen.blocks')}</h3>
      {blocks.data?.length === 0 && <p className="muted">{text('users.no_blocks')}</p>}
      <ul className="plain-list" data-testid="user-blocks">
        {blocks.data?.map((row) => (
          <li key={row.id}>
            <span>
              {row.refuses.map((action) => (
                <ToneTag key={action} tone={holds(row) ? 'danger' : 'quiet'}>
                  {text(`block_action.${action}`)}
                </ToneTag>
              ))}
              <span className="muted clip">
                {row.reason} · <RelativeTime at={row.created_at} />
                {row.lifted_at !== null &&
                  ` · ${[text('blocks.lifted'), row.lifted_by_name, row.lift_reason].filter(Boolean).join(' ')}`}
              </span>
            </span>
            {holds(row) && (
              <Button className="push" size="small" data-testid="user-lift" onClick={() => setLifting(row)}>
                {text('blocks.lift')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <h3 className="list-title">{text('users.cases')}</h3>
      {cases.data?.length === 0 && <p className="muted">{text('users.no_cases')}</p>}
      <ul className="plain-list">
        {cases.data?.map((row) => (
          <li key={row.id}>
            <span>
              <Link to={`/risk?part=${row.is_open ? 'open' : 'decided'}&case=${row.id}`}>
                {text(`risk_moment.${row.moment}`)} · {text('risk.points', { score: row.score })}
              </Link>
              <span className="muted clip">
                <RelativeTime at={row.created_at} />
              </span>
            </span>
            <span className="push">
              <DecisionTag decision={row.decision} />
            </span>
          </li>
        ))}
      </ul>
      <LiftModal
        block={lifting}
        onCancel={() => setLifting(undefined)}
        onLift={async (block, reason) => {
          await commands.mutateAsync({ command: 'lift', id: block.id, reason, key: newKey() });
          void message.success(text('blocks.lift_done'));
          setLifting(undefined);
        }}
      />
    </SectionCard>
  );
}
