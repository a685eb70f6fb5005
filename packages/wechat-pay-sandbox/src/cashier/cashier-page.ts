import { html, raw } from 'hono/html';
import type { TradeState, Transaction } from '../state/types.ts';
import { cashierStyle } from './cashier-style.ts';

type Page = ReturnType<typeof html>;

const headings: Record<Exclude<TradeState, 'NOTPAY'>, string> = {
  SUCCESS: '支付成功',
  REFUND: '订单已退款',
  CLOSED: '订单已关闭',
};

/** What the payer sees: amount and two buttons, or how the order ended. `redirectUrl` is the merchant's page. */
export function cashierPage(transaction: Transaction, state: TradeState, redirectUrl: string | null): Page {
  const major = (transaction.total / 100).toFixed(2);
  const sign = transaction.currency === 'CNY' ? '¥' : `${transaction.currency} `;
  const amount = html`<p class="amount"><small>${sign}</small>${major}</p>`;
  const body =
    state === 'NOTPAY'
      ? html`<form method="post" action="/cashier">
          <input type="hidden" name="prepay_id" value="${transaction.prepay_id}" />
          <input type="hidden" name="redirect_url" value="${redirectUrl ?? ''}" />
          <button class="pay" name="act" value="pay">确认支付</button>
          <button class="cancel" name="act" value="cancel">取消</button>
        </form>`
      : html`<p class="outcome">${headings[state]}</p>
          ${redirectUrl === null ? '' : html`<a class="pay" href="${redirectUrl}">返回商家</a>`}`;
  return frame(html`
    <h1>${transaction.description}</h1>
    ${amount}
    <dl>
      <dt>商户单号</dt>
      <dd>${transaction.out_trade_no}</dd>
      <dt>支付方式</dt>
      <dd>微信支付沙箱（不会真实扣款）</dd>
    </dl>
    ${body}
  `);
}

/** A page that only says something, for unknown or unusable links. */
export function noticePage(text: string): Page {
  return frame(html`<p class="outcome">${text}</p>`);
}

function frame(content: Page): Page {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>收银台 · 沙箱 Sandbox</title>
        <style>
          ${raw(cashierStyle)}
        </style>
      </head>
      <body>
        <header><span class="badge">沙箱 · Sandbox</span>收银台</header>
        <main>${content}</main>
        <footer>此页用于开发与测试，不连接真实支付机构。</footer>
      </body>
    </html>`;
}
