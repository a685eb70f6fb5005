import { currencyDigits, parseMoneyText } from './money-text.ts';

/** One line of a provider's statement as the database takes it; amounts in minor units, positive. */
export type ProviderRow = {
  kind: 'payment' | 'refund';
  out_trade_no: string;
  out_refund_no: string | null;
  provider_transaction_id: string | null;
  amount_cents: number;
  fee_cents: number;
  currency: string;
  occurred_at: string;
};

export type StatementFile = {
  rows: ProviderRow[];
  /** Lines of the file that could not be read, from 1. */
  wrong: number[];
};

/** The columns a file must have, and those it may have. */
export const statementColumns = ['kind', 'out_trade_no', 'amount', 'currency', 'occurred_at'] as const;
const refundNumber = 'out_refund_no';

/** Splits CSV text into cells (RFC 4180: quotes doubled, fields may span lines). */
function cells(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    const row = rows.at(-1) as string[];
    if (isQuoted) {
      if (char === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (char === '"') isQuoted = false;
      else cell += char;
    } else if (char === '"') isQuoted = true;
    else if (char === ',') {
      row.push(cell);
      cell = '';
    } else if (char === '\n') {
      row.push(cell);
      cell = '';
      rows.push([]);
    } else if (char !== '\r') cell += char;
  }
  (rows.at(-1) as string[]).push(cell);
  return rows.filter((row) => row.some((value) => value.trim() !== ''));
}

/**
 * Reads a provider's statement from CSV with a header of `statementColumns` and, if there, `out_refund_no`,
 * `provider_transaction_id` and `fee`. Amounts are in currency units. Answers `undefined` when a column is missing.
 */
export function readProviderStatement(text: string): StatementFile | undefined {
  const [header = [], ...lines] = cells(text.replace(/^\uFEFF/, ''));
  const names = header.map((name) => name.trim().toLowerCase());
  if (statementColumns.some((name) => !names.includes(name))) return undefined;
  const file: StatementFile = { rows: [], wrong: [] };
  lines.forEach((line, index) => {
    const value = (name: string): string => line[names.indexOf(name)]?.trim() ?? '';
    const row = readRow(value);
    if (row === undefined) file.wrong.push(index + 2);
    else file.rows.push(row);
  });
  return file;
}

function readRow(value: (name: string) => string): ProviderRow | undefined {
  const kind = value('kind');
  const currency = value('currency').toUpperCase();
  if ((kind !== 'payment' && kind !== 'refund') || !/^[A-Z]{3}$/.test(currency)) return undefined;
  const digits = currencyDigits(currency);
  const amount = parseMoneyText(value('amount').replace(/^-/, ''), digits);
  const fee = value('fee') === '' ? 0 : parseMoneyText(value('fee').replace(/^-/, ''), digits);
  const at = Date.parse(value('occurred_at'));
  if (value('out_trade_no') === '' || amount === undefined || fee === undefined || Number.isNaN(at))
    return undefined;
  if (kind === 'refund' && value(refundNumber) === '') return undefined;
  return {
    kind,
    out_trade_no: value('out_trade_no'),
    out_refund_no: value(refundNumber) || null,
    provider_transaction_id: value('provider_transaction_id') || null,
    amount_cents: amount,
    fee_cents: fee,
    currency,
    occurred_at: new Date(at).toISOString(),
  };
}
