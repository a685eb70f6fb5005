import { useText } from '../../providers/use-text.ts';
import type { InvoiceRow } from '../../queries/invoice/use-invoices.ts';
import { ToneTag, type Tone } from '../status-tag.tsx';

const tones: Record<InvoiceRow['status'], Tone> = {
  requested: 'accent',
  issued: 'success',
  declined: 'danger',
  withdrawn: 'quiet',
  voided: 'quiet',
};

type Props = { invoice: Pick<InvoiceRow, 'status' | 'amount_cents' | 'owed_cents'> };

/** The state of an invoice; an issued one of another amount than is owed now asks to be mended. */
export function InvoiceTag({ invoice }: Props) {
  const text = useText();
  const isOutdated = invoice.status === 'issued' && invoice.owed_cents !== invoice.amount_cents;
  return isOutdated ? (
    <ToneTag tone="warning">{text('invoice.outdated')}</ToneTag>
  ) : (
    <ToneTag tone={tones[invoice.status]}>{text(`invoice_status.${invoice.status}`)}</ToneTag>
  );
}
