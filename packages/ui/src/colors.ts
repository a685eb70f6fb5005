import { oklchHex, type Oklch } from './oklch.ts';

export type Theme = 'light' | 'dark';

/**
 * Every colour of the product. `leaf` and `persimmon` are the brand hues as drawn in the mark;
 * `primary` and `accent` are the same hues at a lightness on which their `on-*` text reaches AA.
 * `*-ink` is that hue as text on paper or surface, `*-soft` as a quiet background under `*-ink`.
 */
const light = {
  paper: [0.984, 0.006, 95],
  surface: [1, 0, 95],
  sunken: [0.962, 0.008, 95],
  line: [0.905, 0.01, 110],
  'line-strong': [0.62, 0.02, 140],
  ink: [0.22, 0.02, 155],
  'ink-muted': [0.45, 0.02, 155],
  'ink-faint': [0.53, 0.018, 155],
  leaf: [0.62, 0.15, 150],
  persimmon: [0.7, 0.17, 50],
  primary: [0.53, 0.135, 150],
  'primary-hover': [0.49, 0.13, 150],
  'primary-active': [0.44, 0.12, 150],
  'on-primary': [1, 0, 0],
  'primary-ink': [0.47, 0.125, 150],
  'primary-soft': [0.955, 0.035, 150],
  accent: [0.58, 0.17, 43],
  'accent-hover': [0.54, 0.165, 43],
  'accent-active': [0.49, 0.15, 43],
  'on-accent': [1, 0, 0],
  'accent-ink': [0.54, 0.17, 42],
  'accent-soft': [0.96, 0.03, 60],
  info: [0.53, 0.13, 245],
  'info-ink': [0.47, 0.13, 245],
  'info-soft': [0.955, 0.025, 245],
  success: [0.53, 0.135, 150],
  'success-ink': [0.47, 0.125, 150],
  'success-soft': [0.955, 0.035, 150],
  warning: [0.56, 0.12, 70],
  'warning-ink': [0.48, 0.105, 70],
  'warning-soft': [0.965, 0.045, 90],
  danger: [0.55, 0.2, 27],
  'danger-ink': [0.5, 0.19, 27],
  'danger-soft': [0.96, 0.025, 20],
  'on-semantic': [1, 0, 0],
  star: [0.75, 0.16, 75],
  scrim: [0.16, 0.02, 155],
  focus: [0.5, 0.15, 245],
} as const satisfies Record<string, Oklch>;

export type ColorName = keyof typeof light;

const dark: Record<ColorName, Oklch> = {
  paper: [0.185, 0.012, 155],
  surface: [0.225, 0.014, 155],
  sunken: [0.16, 0.011, 155],
  line: [0.31, 0.015, 155],
  'line-strong': [0.58, 0.02, 150],
  ink: [0.955, 0.008, 110],
  'ink-muted': [0.77, 0.014, 140],
  'ink-faint': [0.68, 0.016, 145],
  leaf: [0.7, 0.15, 150],
  persimmon: [0.74, 0.16, 52],
  primary: [0.73, 0.15, 150],
  'primary-hover': [0.77, 0.15, 150],
  'primary-active': [0.68, 0.14, 150],
  'on-primary': [0.18, 0.03, 155],
  'primary-ink': [0.79, 0.15, 150],
  'primary-soft': [0.29, 0.05, 152],
  accent: [0.75, 0.155, 52],
  'accent-hover': [0.79, 0.14, 52],
  'accent-active': [0.7, 0.15, 50],
  'on-accent': [0.19, 0.03, 50],
  'accent-ink': [0.79, 0.14, 55],
  'accent-soft': [0.3, 0.055, 50],
  info: [0.74, 0.11, 245],
  'info-ink': [0.79, 0.1, 245],
  'info-soft': [0.29, 0.05, 245],
  success: [0.73, 0.15, 150],
  'success-ink': [0.79, 0.15, 150],
  'success-soft': [0.29, 0.05, 152],
  warning: [0.8, 0.13, 82],
  'warning-ink': [0.84, 0.125, 85],
  'warning-soft': [0.31, 0.05, 80],
  danger: [0.72, 0.15, 25],
  'danger-ink': [0.78, 0.125, 22],
  'danger-soft': [0.3, 0.065, 22],
  'on-semantic': [0.18, 0.02, 155],
  star: [0.82, 0.15, 80],
  scrim: [0.1, 0.01, 155],
  focus: [0.8, 0.12, 245],
};

/** The OKLCH source of every colour per theme; the CSS custom properties are `--color-<name>`. */
export const oklchColors: Record<Theme, Record<ColorName, Oklch>> = { light, dark };

/** Colours that only the base map needs; same themes, used by `@linli/map`. */
export const oklchMapColors = {
  light: {
    ground: [0.957, 0.009, 95],
    land: [0.94, 0.016, 90],
    water: [0.885, 0.04, 225],
    'water-label': [0.47, 0.08, 235],
    park: [0.925, 0.05, 145],
    building: [0.925, 0.012, 85],
    'building-line': [0.88, 0.014, 85],
    road: [1, 0, 95],
    'road-casing': [0.865, 0.013, 95],
    'road-major': [0.955, 0.045, 88],
    'road-major-casing': [0.86, 0.055, 82],
    path: [0.82, 0.02, 110],
    label: [0.42, 0.018, 150],
    'label-halo': [0.99, 0.005, 95],
    'place-label': [0.3, 0.02, 150],
  },
  dark: {
    ground: [0.215, 0.012, 160],
    land: [0.235, 0.013, 160],
    water: [0.285, 0.04, 235],
    'water-label': [0.7, 0.06, 235],
    park: [0.265, 0.035, 150],
    building: [0.255, 0.012, 160],
    'building-line': [0.295, 0.013, 160],
    road: [0.345, 0.013, 155],
    'road-casing': [0.185, 0.01, 160],
    'road-major': [0.41, 0.03, 90],
    'road-major-casing': [0.19, 0.012, 120],
    path: [0.36, 0.018, 150],
    label: [0.78, 0.014, 140],
    'label-halo': [0.2, 0.012, 160],
    'place-label': [0.88, 0.012, 120],
  },
} as const satisfies Record<Theme, Record<string, Oklch>>;

export type MapColorName = keyof (typeof oklchMapColors)['light'];

/** All product colours of a theme as `#rrggbb`. */
export function hexColors(theme: Theme): Record<ColorName, string> {
  return toHex(oklchColors[theme]);
}

/** All base map colours of a theme as `#rrggbb`. */
export function hexMapColors(theme: Theme): Record<MapColorName, string> {
  return toHex(oklchMapColors[theme]);
}

function toHex<Name extends string>(colors: Record<Name, Oklch>): Record<Name, string> {
  const entries = Object.entries(colors) as [Name, Oklch][];
  return Object.fromEntries(entries.map(([name, color]) => [name, oklchHex(color)])) as Record<Name, string>;
}
