import Apple from '@lucide/svelte/icons/apple';
import Baby from '@lucide/svelte/icons/baby';
import Bath from '@lucide/svelte/icons/bath';
import Beef from '@lucide/svelte/icons/beef';
import Beer from '@lucide/svelte/icons/beer';
import Bike from '@lucide/svelte/icons/bike';
import Book from '@lucide/svelte/icons/book';
import BookOpen from '@lucide/svelte/icons/book-open';
import BrushCleaning from '@lucide/svelte/icons/brush-cleaning';
import Cake from '@lucide/svelte/icons/cake';
import CakeSlice from '@lucide/svelte/icons/cake-slice';
import Candy from '@lucide/svelte/icons/candy';
import Carrot from '@lucide/svelte/icons/carrot';
import ChefHat from '@lucide/svelte/icons/chef-hat';
import Cherry from '@lucide/svelte/icons/cherry';
import Coffee from '@lucide/svelte/icons/coffee';
import Cookie from '@lucide/svelte/icons/cookie';
import CookingPot from '@lucide/svelte/icons/cooking-pot';
import Croissant from '@lucide/svelte/icons/croissant';
import CupSoda from '@lucide/svelte/icons/cup-soda';
import Drumstick from '@lucide/svelte/icons/drumstick';
import Dumbbell from '@lucide/svelte/icons/dumbbell';
import EggFried from '@lucide/svelte/icons/egg-fried';
import Fish from '@lucide/svelte/icons/fish';
import Flame from '@lucide/svelte/icons/flame';
import Flower from '@lucide/svelte/icons/flower';
import Flower2 from '@lucide/svelte/icons/flower-2';
import Gamepad2 from '@lucide/svelte/icons/gamepad-2';
import Gift from '@lucide/svelte/icons/gift';
import Grape from '@lucide/svelte/icons/grape';
import Ham from '@lucide/svelte/icons/ham';
import Hamburger from '@lucide/svelte/icons/hamburger';
import Hammer from '@lucide/svelte/icons/hammer';
import Hand from '@lucide/svelte/icons/hand';
import HeartPulse from '@lucide/svelte/icons/heart-pulse';
import House from '@lucide/svelte/icons/house';
import IceCreamCone from '@lucide/svelte/icons/ice-cream-cone';
import KeyRound from '@lucide/svelte/icons/key-round';
import Leaf from '@lucide/svelte/icons/leaf';
import Mic from '@lucide/svelte/icons/mic';
import Milk from '@lucide/svelte/icons/milk';
import PawPrint from '@lucide/svelte/icons/paw-print';
import Pill from '@lucide/svelte/icons/pill';
import Pizza from '@lucide/svelte/icons/pizza';
import Popcorn from '@lucide/svelte/icons/popcorn';
import Salad from '@lucide/svelte/icons/salad';
import Sandwich from '@lucide/svelte/icons/sandwich';
import Scissors from '@lucide/svelte/icons/scissors';
import Shirt from '@lucide/svelte/icons/shirt';
import ShoppingBag from '@lucide/svelte/icons/shopping-bag';
import ShoppingBasket from '@lucide/svelte/icons/shopping-basket';
import ShoppingCart from '@lucide/svelte/icons/shopping-cart';
import Smartphone from '@lucide/svelte/icons/smartphone';
import Soup from '@lucide/svelte/icons/soup';
import Sparkles from '@lucide/svelte/icons/sparkles';
import SprayCan from '@lucide/svelte/icons/spray-can';
import Sprout from '@lucide/svelte/icons/sprout';
import Stethoscope from '@lucide/svelte/icons/stethoscope';
import Store from '@lucide/svelte/icons/store';
import Ticket from '@lucide/svelte/icons/ticket';
import Truck from '@lucide/svelte/icons/truck';
import Utensils from '@lucide/svelte/icons/utensils';
import UtensilsCrossed from '@lucide/svelte/icons/utensils-crossed';
import WashingMachine from '@lucide/svelte/icons/washing-machine';
import Wheat from '@lucide/svelte/icons/wheat';
import Wine from '@lucide/svelte/icons/wine';
import Wrench from '@lucide/svelte/icons/wrench';

const icons = {
  apple: Apple,
  baby: Baby,
  bath: Bath,
  beef: Beef,
  beer: Beer,
  bike: Bike,
  book: Book,
  'book-open': BookOpen,
  'brush-cleaning': BrushCleaning,
  cake: Cake,
  'cake-slice': CakeSlice,
  candy: Candy,
  carrot: Carrot,
  'chef-hat': ChefHat,
  cherry: Cherry,
  coffee: Coffee,
  cookie: Cookie,
  'cooking-pot': CookingPot,
  croissant: Croissant,
  'cup-soda': CupSoda,
  drumstick: Drumstick,
  dumbbell: Dumbbell,
  'egg-fried': EggFried,
  fish: Fish,
  flame: Flame,
  flower: Flower,
  'flower-2': Flower2,
  'gamepad-2': Gamepad2,
  gift: Gift,
  grape: Grape,
  ham: Ham,
  hamburger: Hamburger,
  hammer: Hammer,
  hand: Hand,
  'heart-pulse': HeartPulse,
  house: House,
  'ice-cream-cone': IceCreamCone,
  'key-round': KeyRound,
  leaf: Leaf,
  mic: Mic,
  milk: Milk,
  'paw-print': PawPrint,
  pill: Pill,
  pizza: Pizza,
  popcorn: Popcorn,
  salad: Salad,
  sandwich: Sandwich,
  scissors: Scissors,
  shirt: Shirt,
  'shopping-bag': ShoppingBag,
  'shopping-basket': ShoppingBasket,
  'shopping-cart': ShoppingCart,
  smartphone: Smartphone,
  soup: Soup,
  sparkles: Sparkles,
  'spray-can': SprayCan,
  sprout: Sprout,
  stethoscope: Stethoscope,
  store: Store,
  ticket: Ticket,
  truck: Truck,
  utensils: Utensils,
  'utensils-crossed': UtensilsCrossed,
  'washing-machine': WashingMachine,
  wheat: Wheat,
  wine: Wine,
  wrench: Wrench,
} as const;

/** The Lucide icon of a category by its kebab-case name; a shop for names outside this selection. */
export function categoryIcon(name: string): typeof Store {
  return (icons as Record<string, typeof Store>)[name] ?? Store;
}
