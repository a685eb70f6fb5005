import type { StoreReport } from '../queries/order/use-store-report.ts';
import { csvText } from './csv.ts';

/** The days of a report as a file for spreadsheets; amounts in currency units. */
export function reportFile(report: StoreReport, header: readonly string[], scale: number): string {
  return csvText(
    header,
    report.days.map((row) => [
      row.day,
      row.order_count,
      row.lost_count,
      row.sales_cents / scale,
      row.discount_cents / scale,
      row.refund_cents / scale,
    ]),
  );
}
