import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { appIconSvg } from '@linli/ui/mark';
import { chromium } from 'playwright-core';

const folder = fileURLToPath(new URL('../static/', import.meta.url));
const drawings = [
  { name: 'icon-180.png', size: 180, maskable: true },
  { name: 'icon-192.png', size: 192, maskable: false },
  { name: 'icon-512.png', size: 512, maskable: false },
  { name: 'icon-maskable-512.png', size: 512, maskable: true },
];

await mkdir(folder, { recursive: true });
await writeFile(`${folder}icon.svg`, appIconSvg());
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  for (const { name, size, maskable } of drawings) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const source = `data:image/svg+xml,${encodeURIComponent(appIconSvg({ maskable }))}`;
    await page.setContent(`<body style="margin:0"><img src="${source}" width="${size}" height="${size}">`);
    await page.locator('img').screenshot({ path: `${folder}${name}`, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
