import { parseMenu, type MenuSectionSpec } from '../parse-menu.ts';
import { rivieraDrinks } from './riviera-drinks.ts';
import { rivieraKitchens } from './riviera-kitchens.ts';
import { rivieraShops } from './riviera-shops.ts';

/** Menus for imported European towns. */
const texts = { ...rivieraKitchens, ...rivieraDrinks, ...rivieraShops };

export type RivieraMenuKey = keyof typeof texts;

/** The demo menu of a kind of store in an imported town. */
export function rivieraMenu(key: RivieraMenuKey): MenuSectionSpec[] {
  return parseMenu(texts[key], 3);
}

export const rivieraMenuKeys = Object.keys(texts) as RivieraMenuKey[];
