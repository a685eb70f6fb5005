/** The cashier's style sheet: one phone-wide column, large amount, 48 px targets. */
export const cashierStyle = `
:root { color-scheme: light; --ink: #1d2a22; --muted: #5d6b62; --line: #e3e1da; --paper: #faf8f3; --go: #1f7a45; --note: #9a4a12; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 420px; min-height: 100dvh; padding: 16px; display: flex; flex-direction: column; gap: 16px;
  background: var(--paper); color: var(--ink);
  font: 16px/1.5 'PingFang SC', 'HarmonyOS Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; }
header { display: flex; align-items: center; gap: 12px; color: var(--muted); }
.badge { border: 1px solid var(--note); border-radius: 8px; padding: 2px 8px; color: var(--note); font-weight: 600; }
main { background: #fff; border: 1px solid var(--line); border-radius: 12px; padding: 24px 16px; text-align: center; }
h1 { margin: 0; font-size: 16px; font-weight: 400; overflow-wrap: anywhere; }
.amount { margin: 8px 0 24px; font-size: 44px; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
.amount small { font-size: 22px; margin-right: 2px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 8px 16px; margin: 0 0 24px; padding-top: 16px; border-top: 1px solid var(--line); font-size: 14px; }
dt { color: var(--muted); text-align: left; }
dd { margin: 0; text-align: right; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
form { display: grid; gap: 12px; }
.pay, .cancel { display: block; min-height: 48px; border-radius: 8px; border: 1px solid transparent; font: inherit; font-weight: 600;
  line-height: 46px; text-decoration: none; cursor: pointer; }
.pay { background: var(--go); color: #fff; }
.cancel { background: none; border-color: var(--line); color: var(--ink); font-weight: 400; }
.pay:focus-visible, .cancel:focus-visible { outline: 3px solid var(--note); outline-offset: 2px; }
.outcome { margin: 8px 0 16px; font-size: 20px; font-weight: 600; }
footer { color: var(--muted); font-size: 12px; text-align: center; }
`;
