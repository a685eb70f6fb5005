import { run } from '../run.ts';
import { useCommand } from '../use-command.ts';
import { customerKeys } from './customer-keys.ts';

/** Notes something about a customer, for good. */
export function useAddCustomerNote(customerId: string) {
  return useCommand(
    (client, body: string, key) =>
      run(
        client.rpc('add_customer_note', { p_customer_id: customerId, p_body: body, p_idempotency_key: key }),
      ),
    { done: 'users.note_saved', refresh: [customerKeys.notes(customerId)] },
  );
}
