import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Wallet } from './prepare.ts';

/** One transfer of some cents between two wallets on a connection, committed when it resolves. */
export type Transfer = (client: pg.Client) => Promise<unknown>;

/** Posts by the ledger's own function; `pick` names the two sides. */
export function postedTransfer(pick: () => [Wallet, Wallet]): Transfer {
  return (client) => {
    const [from, to] = pick();
    const cents = 1 + Math.floor(Math.random() * 1000);
    return client.query({
      name: 'post',
      text: `select private.post_ledger('transfer', $1, null, 'CNY', now(), $2)`,
      values: [
        randomUUID(),
        JSON.stringify([
          { account: 'customer_wallet', owner_id: from.owner, purpose: 'transfer', amount_cents: cents },
          { account: 'customer_wallet', owner_id: to.owner, purpose: 'transfer', amount_cents: -cents },
        ]),
      ],
    });
  };
}

/** Writes the same rows by one plain statement, with no rule of the ledger's functions. */
export function plainTransfer(pick: () => [Wallet, Wallet]): Transfer {
  return (client) => {
    const [from, to] = pick();
    const cents = 1 + Math.floor(Math.random() * 1000);
    return client.query({
      name: 'plain',
      text: `with made as (
          insert into public.ledger_transactions (kind, event_key, event_at) values ('transfer', $1, now()) returning id
        )
        insert into public.ledger_entries (transaction_id, account_id, purpose, amount_cents)
        select made.id, side.account, 'transfer', side.cents
        from made, (values ($2::uuid, $4::bigint), ($3::uuid, -$4::bigint)) as side (account, cents)`,
      values: [randomUUID(), from.account, to.account, cents],
    });
  };
}
