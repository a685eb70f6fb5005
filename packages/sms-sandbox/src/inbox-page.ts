import { html, raw } from 'hono/html';
import { inboxStyle } from './inbox-style.ts';
import type { SmsMessage } from './message-file.ts';

/** Replaces the list only, so that a number being typed stays. */
const refresh = `
setInterval(async () => {
  try {
    const text = await (await fetch(location.href)).text();
    const fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('main');
    if (fresh) document.querySelector('main').replaceChildren(...fresh.childNodes);
  } catch { /* the sandbox is restarting: the next round asks again */ }
}, 3000);`;

/** The inbox: a filter by phone and the messages, newest first, refreshed every 3 seconds. */
export function inboxPage(messages: readonly SmsMessage[], phone: string) {
  const list = messages.map(
    (one) =>
      html`<li>
        <div class="head">
          <strong>${one.phone}</strong><time datetime="${one.sent_at}">${clock(one.sent_at)}</time>
        </div>
        <p>${one.text}</p>
      </li>`,
  );
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>短信收件箱 · 沙箱 Sandbox</title>
        <style>
          ${raw(inboxStyle)}
        </style>
      </head>
      <body>
        <header>
          <span class="badge">沙箱 · Sandbox</span>
          <h1>短信收件箱</h1>
        </header>
        <form method="get" action="/">
          <input name="phone" inputmode="tel" value="${phone}" placeholder="手机号" aria-label="手机号" />
          <button>筛选</button>
          ${phone === '' ? '' : html`<a href="/">全部</a>`}
        </form>
        <main>
          ${
            list.length === 0
              ? html`<p class="empty">还没有短信。在页面上获取验证码后，短信会出现在这里。</p>`
              : html`<ul>
                  ${list}
                </ul>`
          }
        </main>
        <script>
          ${raw(refresh)};
        </script>
      </body>
    </html>`;
}

/** Beijing time, `MM-DD HH:mm:ss`. */
function clock(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(5, 19).replace('T', ' ');
}
