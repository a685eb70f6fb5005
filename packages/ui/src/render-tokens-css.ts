import { baseCss } from './base-css.ts';
import { oklchMapColors } from './colors.ts';
import { oklchCss, type Oklch } from './oklch.ts';
import {
  easing,
  fontFamily,
  layer,
  monoFamily,
  motion,
  oklchColors,
  radius,
  shadow,
  space,
  touch,
  type,
  weight,
} from './tokens.ts';
import type { Theme } from './tokens.ts';

/** The whole text of `tokens.css`. The committed file is this function's output; a test holds them equal. */
export function renderTokensCss(): string {
  const dark = themeLines('dark');
  return [
    '/* Generated from src/tokens.ts by `npm run tokens -w @linli/ui`; edit there. */',
    block(':root', [...scaleLines(), ...themeLines('light')]),
    block("[data-theme='dark']", dark),
    `@media (prefers-color-scheme: dark) {\n${indent(block(":root:not([data-theme='light'])", dark))}\n}`,
    block("[data-theme='light']", themeLines('light')),
    baseCss,
  ].join('\n\n');
}

function themeLines(theme: Theme): string[] {
  const colors = (prefix: string, set: Record<string, Oklch>) =>
    Object.entries(set).map(([name, color]) => `--${prefix}-${name}: ${oklchCss(color)};`);
  return [
    `color-scheme: ${theme};`,
    ...colors('color', oklchColors[theme]),
    ...colors('map', oklchMapColors[theme]),
    ...Object.entries(shadow[theme]).map(([name, value]) => `--shadow-${name}: ${value};`),
  ];
}

function scaleLines(): string[] {
  const lines = (prefix: string, set: Record<string, string | number>, unit = '') =>
    Object.entries(set).map(([name, value]) => `--${prefix}-${kebab(name)}: ${value}${unit};`);
  return [
    `--font:\n    ${quoted(fontFamily).replace(", 'Microsoft", ",\n    'Microsoft")};`,
    `--font-mono: ${quoted(monoFamily)};`,
    ...Object.entries(type).flatMap(([name, { size, line }]) => [
      `--text-${name}: ${size / 16}rem;`,
      `--line-${name}: ${line / 16}rem;`,
    ]),
    ...lines('weight', weight),
    ...lines('space', space, 'px'),
    ...lines('radius', radius, 'px'),
    ...lines('touch', touch, 'px'),
    ...lines('motion', motion, 'ms'),
    ...lines('ease', easing),
    ...lines('layer', layer),
  ];
}

/** Font names as the formatter writes them. */
function quoted(family: string): string {
  return family.replaceAll('"', "'");
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function block(selector: string, lines: string[]): string {
  return `${selector} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
