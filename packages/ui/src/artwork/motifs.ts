import type { Motif } from './brush.ts';
import * as bakery from './bakery.ts';
import * as beauty from './beauty.ts';
import * as dairy from './dairy.ts';
import * as dishesPlated from './dishes-plated.ts';
import * as dishes from './dishes.ts';
import * as drinksHot from './drinks-hot.ts';
import * as drinks from './drinks.ts';
import * as fastFood from './fast-food.ts';
import * as fishAndMeat from './fish-and-meat.ts';
import * as fruit from './fruit.ts';
import * as gifts from './gifts.ts';
import * as groceries from './groceries.ts';
import * as health from './health.ts';
import * as household from './household.ts';
import * as leisure from './leisure.ts';
import * as pantry from './pantry.ts';
import * as repair from './repair.ts';
import * as snacks from './snacks.ts';
import * as sweets from './sweets.ts';
import * as vegetables from './vegetables.ts';

/** Every drawing by its name. */
export const motifs = {
  ...bakery,
  ...beauty,
  ...dairy,
  ...dishesPlated,
  ...dishes,
  ...drinksHot,
  ...drinks,
  ...fastFood,
  ...fishAndMeat,
  ...fruit,
  ...gifts,
  ...groceries,
  ...health,
  ...household,
  ...leisure,
  ...pantry,
  ...repair,
  ...snacks,
  ...sweets,
  ...vegetables,
} satisfies Record<string, Motif>;

export type MotifName = keyof typeof motifs;
