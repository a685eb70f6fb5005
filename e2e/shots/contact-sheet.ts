import type { Device } from '../support/browser.ts';

const variants = ['zh-CN-light', 'zh-CN-dark', 'en-light', 'en-dark'];

/** An HTML page with one row a page and one column a language and theme. */
export function contactSheet(app: string, device: Device, names: readonly string[]): string {
  const width = device.name === 'phone' ? 280 : 380;
  const rows = names.map((name) => {
    const cells = variants.map((variant) => {
      const file = `${app}-${name}-${device.name}-${variant}.png`;
      return `<td><img src="${file}" width="${width}" alt="${name} ${variant}"></td>`;
    });
    return `<tr><th>${name}</th>${cells.join('')}</tr>`;
  });
  const heads = variants.map((variant) => `<th>${variant}</th>`).join('');
  return `<!doctype html><meta charset="utf-8"><title>${app} ${device.name}</title>
<style>body{font:13px system-ui;margin:16px}th{text-align:left;vertical-align:top;padding:4px}img{border:1px solid #ccc}</style>
<h1>${app} · ${device.name}</h1><table><tr><th></th>${heads}</tr>${rows.join('')}</table>`;
}
