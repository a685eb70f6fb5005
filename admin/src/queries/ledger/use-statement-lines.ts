import type { LinliClient, Tables } from '@linli/database';
import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { groupStatementLines, type StatementOrder } from '../../lib/statement-orders.ts';
import { run } from '../run.ts';

const pageSize = 1000;
const chunk = 100;

/** The lines of a statement by order, each with its number and time. */
export function useStatementLines(statementId: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['statement-lines', statementId],
    queryFn: ({ signal }) => fetchOrders(client, statementId, signal),
    staleTime: Infinity,
  });
}

async function fetchOrders(
  client: LinliClient,
  statementId: string,
  signal: AbortSignal,
): Promise<StatementOrder[]> {
  const lines: Tables<'settlement_lines'>[] = [];
  for (let after = 0; ;) {
    const page = await run(
      client
        .from('settlement_lines')
        .select('*')
        .eq('statement_id', statementId)
        .gt('ledger_entry_id', after)
        .order('ledger_entry_id')
        .limit(pageSize),
      signal,
    );
    lines.push(...page);
    after = page.at(-1)?.ledger_entry_id ?? 0;
    if (page.length < pageSize) break;
  }
  const ids = [...new Set(lines.flatMap((line) => line.order_id ?? []))];
  const parts: string[][] = [];
  for (let at = 0; at < ids.length; at += chunk) parts.push(ids.slice(at, at + chunk));
  const orders = await Promise.all(
    parts.map((part) => run(client.from('orders').select('id,number,completed_at').in('id', part), signal)),
  );
  return groupStatementLines(lines, orders.flat());
}
