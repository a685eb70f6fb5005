import assert from 'node:assert/strict';
import type { World } from '@linli/launcher/world/start-world';
import type { Page } from 'playwright-core';
import { shoot } from '../../support/browser.ts';
import { must, serviceClient } from '../../support/people.ts';

/** Pays one piece back at the merchant's cost, after having seen who pays what. */
export async function refund(page: Page, admin: string, orderId: string): Promise<void> {
  await page.goto(`${admin}/orders?order=${orderId}`);
  await page.getByTestId('order-refund').click();
  await page.getByTestId('refund-form').getByRole('spinbutton').first().fill('1');
  await page.getByTestId('liable-merchant').click();
  await page.getByTestId('refund-preview').waitFor();
  await page.getByTestId('refund-note').fill('汤洒了');
  await shoot(page, 'ops-day-10-refund');
  await page.getByTestId('refund-send').click();
  await page.getByTestId('refund-form').waitFor({ state: 'detached' });
  await page.getByTestId('order-refunds').waitFor();
}

/** Settles until today; the statement of the merchant holds the order. */
export async function settle(page: Page, admin: string, merchant: string, number: string): Promise<void> {
  await page.goto(`${admin}/settlement`);
  await page.getByTestId('run-settlement').click();
  const day = page.getByTestId('settlement-day');
  await day.fill((await day.getAttribute('max')) ?? '');
  await page.getByTestId('run-settlement-confirm').click();
  await page.getByTestId('run-settlement-confirm').waitFor({ state: 'hidden' });
  const row = page.getByTestId('statement-table').getByRole('row').filter({ hasText: merchant }).first();
  await row.getByTestId('statement-open').click();
  await page.getByTestId('statement-lines').getByText(number.slice(-4)).first().waitFor();
  await shoot(page, 'ops-day-12-statement');
}

/**
 * The provider's statement of today says one payment a yuan smaller than the books: the difference is listed, and
 * closed with a note.
 */
export async function reconcile(page: Page, world: World, orderId: string): Promise<void> {
  const lines = await providerStatement(world, orderId);
  await page.goto(`${world.urls.admin}/reconciliation`);
  await page.getByTestId('statement-import').click();
  const day = page.locator('#import-day');
  await day.fill((await day.getAttribute('max')) ?? '');
  await page.locator('.ant-modal input[type="file"]').setInputFiles({
    name: 'wechat.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n')),
  });
  await page.getByTestId('import-send').click();
  await page.getByTestId('import-send').waitFor({ state: 'hidden' });
  await page.getByTestId('run-open').first().click();
  const difference = page
    .getByTestId('difference-table')
    .getByRole('row')
    .filter({ has: page.getByTestId('item-close') });
  await difference.first().waitFor();
  assert.equal(await difference.count(), 1);
  await shoot(page, 'ops-day-13-difference');
  await difference.getByTestId('item-close').click();
  await page.getByTestId('note-text').fill('渠道次日补记');
  await page.getByTestId('note-confirm').click();
  await page.getByTestId('difference-table').getByText('渠道次日补记').waitFor();
}

/** Everything that went through WeChat Pay today, as its statement says it. */
async function providerStatement(world: World, orderId: string): Promise<string[]> {
  const service = serviceClient(world);
  const since = new Date(Date.now() - 36 * 3_600_000).toISOString();
  const payments = must(
    await service
      .from('payments')
      .select(
        'order_id, out_trade_no, amount_cents, currency, captured_at, refund_requests(out_refund_no, amount_cents, status, refunded_at)',
      )
      .eq('provider', 'wechat_pay')
      .gte('captured_at', since),
  );
  const day = (at: string | null): string =>
    new Date(Date.parse(at ?? '') + 8 * 3_600_000).toISOString().slice(0, 10);
  const today = day(new Date().toISOString());
  const yuan = (cents: number): string => (cents / 100).toFixed(2);
  const rows = payments.flatMap((payment) => {
    const { out_trade_no, currency } = payment;
    const off = payment.order_id === orderId ? 100 : 0;
    const paid = [
      'payment',
      out_trade_no,
      '',
      yuan(payment.amount_cents - off),
      currency,
      payment.captured_at ?? '',
    ];
    const back = payment.refund_requests
      .filter((one) => one.status === 'refunded')
      .map((one) => [
        'refund',
        out_trade_no,
        one.out_refund_no ?? '',
        yuan(one.amount_cents),
        currency,
        one.refunded_at ?? '',
      ]);
    return [paid, ...back].filter((row) => day(row[5] ?? '') === today);
  });
  return [['kind', 'out_trade_no', 'out_refund_no', 'amount', 'currency', 'occurred_at'], ...rows].map(
    (row) => row.join(','),
  );
}
