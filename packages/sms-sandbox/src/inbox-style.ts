/** The inbox's style sheet: one column, 44 px targets. */
export const inboxStyle = `
:root { color-scheme: light; --ink: #1d2a22; --muted: #5d6b62; --line: #e3e1da; --paper: #faf8f3; --go: #1f7a45; --note: #9a4a12; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 640px; padding: 16px; background: var(--paper); color: var(--ink);
  font: 16px/1.5 'PingFang SC', 'HarmonyOS Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; }
header { display: flex; align-items: center; gap: 12px; }
h1 { margin: 0; font-size: 20px; font-weight: 600; }
.badge { border: 1px solid var(--note); border-radius: 8px; padding: 2px 8px; color: var(--note); font-weight: 600; }
form { display: flex; align-items: center; gap: 8px; margin: 16px 0; }
input { flex: 1; min-width: 0; min-height: 44px; padding: 0 12px; border: 1px solid var(--line); border-radius: 8px; font: inherit; background: #fff; }
button { min-height: 44px; padding: 0 16px; border: 0; border-radius: 8px; background: var(--go); color: #fff; font: inherit; cursor: pointer; }
form a { padding: 8px; color: var(--go); }
ul { margin: 0; padding: 0; list-style: none; display: grid; gap: 8px; }
li { background: #fff; border: 1px solid var(--line); border-radius: 12px; padding: 12px 16px; }
.head { display: flex; justify-content: space-between; gap: 12px; font-variant-numeric: tabular-nums; }
time { color: var(--muted); font-size: 14px; }
li p { margin: 4px 0 0; overflow-wrap: anywhere; }
.empty { color: var(--muted); }
`;
