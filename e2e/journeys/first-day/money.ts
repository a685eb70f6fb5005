import assert from 'node:assert/strict';
import type { World } from '@linli/launcher/world/start-world';
import type { Page } from 'playwright-core';
import { settleInWorkflows } from '../../story/ops.ts';
import { shoot } from '../../support/browser.ts';
import { must, serviceClient } from '../../support/people.ts';

/** The night settles; the merchant reads the statement line by line and withdraws; finance pays; the merchant sees it. */
export async function earnAndWithdraw(
  merchant: Page,
  finance: Page,
  world: World,
  orderId: string,
): Promise<void> {
  const { admin } = world.urls;
  await world.workflows;
  // The day of every town's latest hour: what was sold so far is settled now.
  await settleInWorkflows(world, new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10));
  const { number } = must(
    await serviceClient(world).from('orders').select('number').eq('id', orderId).single(),
  );
  await merchant.goto(`${admin}/statements`);
  await merchant.getByTestId('statement-open').click();
  await merchant.getByTestId('statement-lines').getByText(number.slice(-4)).waitFor();
  await shoot(merchant, 'first-day-5-statement');
  await merchant.keyboard.press('Escape');
  await merchant.getByTestId('statement-lines').waitFor({ state: 'detached' });

  await merchant.getByTestId('account-edit').click();
  await merchant.getByTestId('account-holder').fill('桥头餐饮服务部');
  await merchant.getByTestId('account-bank').fill('邻里银行桥头支行');
  await merchant.getByTestId('account-number').fill('6222020000001234');
  await merchant.getByTestId('account-drawer').getByTestId('form-save').click();
  await merchant.getByTestId('account-drawer').waitFor({ state: 'detached' });
  const available = await merchant.getByTestId('balance-available').innerText();
  assert.match(available, /[1-9]/, 'there is something to withdraw');
  await merchant.getByTestId('withdraw').click();
  await merchant.getByTestId('withdraw-confirm').click();
  await merchant.getByTestId('withdraw-confirm').waitFor({ state: 'detached' });
  await merchant.getByTestId('tab-payouts').click();
  await merchant.getByTestId('payout-table').getByText(available).waitFor();

  await finance.goto(`${admin}/payouts`);
  await finance.getByTestId('payout-open').first().click();
  const drawer = finance.getByTestId('payout-drawer');
  await drawer.getByTestId('payout-reveal').click();
  await drawer.getByTestId('payout-account').getByText('6222020000001234').waitFor();
  await drawer.getByTestId('payout-approve').click();
  await drawer.getByTestId('payout-pay').click();
  await finance.getByTestId('note-text').fill('回单 20260001');
  await shoot(finance, 'first-day-6-payout');
  await finance.getByTestId('note-confirm').click();
  await finance.getByTestId('note-confirm').waitFor({ state: 'detached' });

  await merchant.goto(`${admin}/statements`);
  await merchant.getByTestId('tab-payouts').click();
  await merchant.getByTestId('payout-table').getByText('已到账').waitFor();
  await shoot(merchant, 'first-day-7-paid');
}
