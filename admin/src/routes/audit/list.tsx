import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useWords } from '../../components/engine/use-words.ts';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { addDays, startOfDay } from '../../lib/day-time.ts';
import { useText } from '../../providers/use-text.ts';
import { useAuditLog, type AuditFilter, type AuditRow } from '../../queries/audit/use-audit-log.ts';
import { AuditDrawer } from './audit-drawer.tsx';
import { AuditFilters, type AuditChoice } from './audit-filters.tsx';
import { useActorText } from './use-actor-text.ts';

type Row = Omit<AuditRow, 'id'> & { id: string };

const fields = ['table_name', 'row_key', 'operation', 'actor_id', 'from', 'to'] as const;

/** Who changed what, when, and what from what. */
export default function AuditPage() {
  const text = useText();
  const words = useWords();
  const city = useCity();
  const actorText = useActorText();
  const [params, setParams] = useSearchParams();
  const [openId, setOpenId] = useState<string | undefined>(undefined);
  const choice: AuditChoice = Object.fromEntries(
    fields.flatMap((field) => (params.get(field) ? [[field, params.get(field) ?? '']] : [])),
  );
  const change = (next: AuditChoice): void =>
    setParams(
      Object.fromEntries(
        Object.entries(next).filter(([, value]) => value !== undefined && value !== ''),
      ) as Record<string, string>,
      { replace: true },
    );
  const { from, to, ...same } = choice;
  const filter: AuditFilter = {
    ...same,
    ...(from && { from: startOfDay(from, city.timezone).toISOString() }),
    ...(to && { to: startOfDay(addDays(to, 1), city.timezone).toISOString() }),
  };
  const log = useAuditLog(filter);
  const rows = log.rows?.map((row): Row => ({ ...row, id: String(row.id) }));
  const open = rows?.find((row) => row.id === openId);
  const actorName = rows?.find((row) => row.actor_id === choice.actor_id)?.actor_name;
  return (
    <Page title={text('screen.audit')} lead={text('audit.lead')}>
      <AuditFilters choice={choice} onChange={change} />
      {choice.actor_id && (
        <Tag closable onClose={() => change({ ...choice, actor_id: undefined })}>
          {text('audit.by', { name: actorName ?? choice.actor_id })}
        </Tag>
      )}
      <DataTable<Row>
        label={text('screen.audit')}
        testId="audit-table"
        rows={rows}
        loading={log.isPending}
        error={log.error}
        onRetry={() => void log.refetch()}
        openId={open?.id}
        onOpen={(row) => setOpenId(row.id)}
        empty={<EmptyState title={text('audit.none')} hint={text('audit.none_hint')} />}
        columns={[
          {
            title: text('field.when'),
            render: (_, row) => (
              <RowLink onClick={() => setOpenId(row.id)} testId="audit-open">
                <RelativeTime at={row.at} />
              </RowLink>
            ),
          },
          { title: text('audit.who'), render: (_, row) => actorText(row) },
          {
            title: text('audit.what'),
            render: (_, row) => (
              <>
                {text(`data.operation.${row.operation as 'insert'}`)} {words.resource(row.table_name)}
              </>
            ),
          },
          {
            title: text('audit.fields'),
            render: (_, row) => (
              <span className="clip muted">
                {row.operation === 'update'
                  ? Object.keys(row.after as object)
                      .map((name) => words.column(name))
                      .join(' · ')
                  : ''}
              </span>
            ),
          },
        ]}
        footer={
          log.hasNextPage && (
            <div className="table-more">
              <Button
                loading={log.isFetchingNextPage}
                data-testid="load-more"
                onClick={() => void log.fetchNextPage()}
              >
                {text('action.more')}
              </Button>
            </div>
          )
        }
      />
      <AuditDrawer
        change={open}
        onActor={(actorId) => change({ ...choice, actor_id: actorId })}
        onClose={() => setOpenId(undefined)}
      />
    </Page>
  );
}
