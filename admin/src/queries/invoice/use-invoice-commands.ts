import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { invoiceKeys } from './invoice-keys.ts';

/** What the store, or ops for it, does with a customer's invoice. */
export function useInvoiceCommands(id: string) {
  const refresh = [invoiceKeys.lists, invoiceKeys.one(id)];
  const issue = useCommand(
    (client, { number, path }: { number: string; path: string }, key) =>
      run(
        client.rpc('issue_invoice', {
          p_invoice_id: id,
          p_number: number,
          p_file_path: path,
          p_idempotency_key: key,
        }),
      ),
    { done: 'invoice.done_issue', refresh },
  );
  const decline = useCommand(
    (client, reason: string, key) =>
      run(client.rpc('decline_invoice', { p_invoice_id: id, p_reason: reason, p_idempotency_key: key })),
    { done: 'invoice.done_decline', refresh },
  );
  const void_ = useCommand(
    (client, reason: string, key) =>
      run(client.rpc('void_invoice', { p_invoice_id: id, p_reason: reason, p_idempotency_key: key })),
    { done: 'invoice.done_void', refresh },
  );
  return { issue, decline, void: void_ };
}
