import { html, raw } from 'hono/html';
import { cashierStyle } from './cashier-style.ts';

type Page = ReturnType<typeof html>;

/** What a payer sees. Amount in minor units. */
export interface CashierView {
  title: string;
  amountCents: number;
  currency: string;
  outTradeNo: string;
  /** The vendor's name, e.g. 微信支付. */
  method: string;
  /** How the order ended; null while it can be paid. */
  outcome: string | null;
  /** Where the form posts, with these hidden fields and `act` = pay or cancel. */
  action: string;
  fields: Readonly<Record<string, string>>;
  /** The merchant's page. */
  returnUrl: string | null;
}

/** The cashier: amount and two buttons, or how the order ended. */
export function cashierPage(view: CashierView): Page {
  const sign = view.currency === 'CNY' ? '¥' : `${view.currency} `;
  const fields = Object.entries(view.fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`,
  );
  const body =
    view.outcome === null
      ? html`<form method="post" action="${view.action}">
          ${fields}
          <button class="pay" name="act" value="pay">确认支付</button>
          <button class="cancel" name="act" value="cancel">取消</button>
        </form>`
      : html`<p class="outcome">${view.outcome}</p>
          ${view.returnUrl === null ? '' : html`<a class="pay" href="${view.returnUrl}">返回商家</a>`}`;
  return frame(html`
    <h1>${view.title}</h1>
    <p class="amount"><small>${sign}</small>${(view.amountCents / 100).toFixed(2)}</p>
    <dl>
      <dt>商户单号</dt>
      <dd>${view.outTradeNo}</dd>
      <dt>支付方式</dt>
      <dd>${view.method}沙箱（不会真实扣款）</dd>
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
