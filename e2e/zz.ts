import { readFileSync } from 'node:fs';
import { chooseTown } from './story/choose-town.ts';
import { play } from './story/play.ts';
import { launchBrowser } from './support/browser.ts';
const p = JSON.parse(readFileSync('/work/main/.linli/dev/running.json', 'utf8'));
const secrets = JSON.parse(readFileSync('/work/main/.linli/dev/secrets.json', 'utf8'));
const world = {
  platform: p,
  secrets,
  urls: {
    storefront: 'http://127.0.0.1:54323',
    rider: 'http://127.0.0.1:54324',
    admin: 'http://127.0.0.1:54325',
    workflows: 'http://127.0.0.1:54326',
    wechatPay: 'http://127.0.0.1:54328',
    sms: 'http://127.0.0.1:54329',
  },
} as never;
const browser = await launchBrowser();
const slug = process.argv[2]!;
const phone = '138' + String(Date.now()).slice(-8);
const { story, cityId } = await chooseTown(world, slug, {
  currency: 'CNY',
  customer: { phone, country: '' },
  merchantEmail: slug === 'linli' ? 'merchant@demo.linli' : 'merchant@monaco.linli',
  riderEmail: slug === 'linli' ? 'rider1@demo.linli' : 'rider1@monaco.linli',
});
console.log(story);
try {
  await play(browser, world, story, cityId);
  console.log('PLAYED');
} catch (e) {
  console.log(e);
  let i = 0;
  for (const c of browser.contexts())
    for (const pg of c.pages()) await pg.screenshot({ path: `/tmp/lead/fail-${i++}.png` }).catch(() => {});
}
await browser.close();
