import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { invoiceKeys } from './invoice-keys.ts';

/** Finance takes a commission invoice back, or issues it anew. */
export function useCommissionCommands() {
  const refresh = [invoiceKeys.commission];
  const takeBack = useCommand(
    (client, { id, reason }: { id: string; reason: string }, key) =>
      run(
        client.rpc('void_commission_invoice', {
          p_invoice_id: id,
          p_reason: reason,
          p_idempotency_key: key,
        }),
      ),
    { done: 'invoice.done_void', refresh },
  );
  const issue = useCommand(
    (client, statementId: string, key) =>
      run(client.rpc('issue_commission_invoice', { p_statement_id: statementId, p_idempotency_key: key })),
    { done: 'invoice.done_issue', refresh },
  );
  return { takeBack, issue };
}
