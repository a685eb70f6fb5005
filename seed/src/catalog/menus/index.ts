import { parseMenu, type MenuSectionSpec } from '../parse-menu.ts';
import { drinkMenus } from './drinks-and-sweets.ts';
import { grillMenus } from './grill-and-western.ts';
import { groceryMenus } from './groceries.ts';
import { noodleMenus } from './noodles.ts';
import { wokMenus } from './rice-and-wok.ts';
import { leisureMenus } from './beauty-and-leisure.ts';
import { homeMenus } from './home-services.ts';
import { shopMenus } from './repair-and-shops.ts';

const texts = {
  ...noodleMenus,
  ...wokMenus,
  ...grillMenus,
  ...drinkMenus,
  ...groceryMenus,
  ...leisureMenus,
  ...homeMenus,
  ...shopMenus,
};

export type DemoMenuKey = keyof typeof texts;

/** The menu of a kind of store in the demo town, prices in yuan written as text. */
export function demoMenu(key: DemoMenuKey): MenuSectionSpec[] {
  return parseMenu(texts[key]);
}

export const demoMenuKeys = Object.keys(texts) as DemoMenuKey[];
