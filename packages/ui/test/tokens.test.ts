import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { hexColors, oklchColors, type ColorName, type Theme } from '../src/colors.ts';
import { contrastRatio, oklchHex } from '../src/oklch.ts';
import { renderTokensCss } from '../src/render-tokens-css.ts';
import { antdTokens } from '../src/tokens.ts';

const themes: Theme[] = ['light', 'dark'];
const semantics = ['info', 'success', 'warning', 'danger'] as const;
const textPairs: [ColorName, ColorName][] = [
  ...(['paper', 'surface', 'sunken'] as const).flatMap((ground) =>
    (['ink', 'ink-muted', 'ink-faint', 'primary-ink', 'accent-ink'] as const).map(
      (text): [ColorName, ColorName] => [text, ground],
    ),
  ),
  ...(['primary', 'accent'] as const).flatMap((hue): [ColorName, ColorName][] => [
    [`on-${hue}`, hue],
    [`on-${hue}`, `${hue}-hover`],
    [`on-${hue}`, `${hue}-active`],
    [`${hue}-ink`, `${hue}-soft`],
  ]),
  ...semantics.flatMap((name): [ColorName, ColorName][] => [
    ['on-semantic', name],
    [`${name}-ink`, 'surface'],
    [`${name}-ink`, 'paper'],
    [`${name}-ink`, `${name}-soft`],
  ]),
];

test('tokens.css is what tokens.ts renders', () => {
  assert.equal(readFileSync(new URL('../src/tokens.css', import.meta.url), 'utf8'), renderTokensCss());
});

test('every text colour reaches AA on its ground in both themes', () => {
  for (const theme of themes) {
    const color = hexColors(theme);
    for (const [text, ground] of textPairs) {
      const ratio = contrastRatio(color[text], color[ground]);
      assert.ok(ratio >= 4.5, `${theme}: ${text} on ${ground} is ${ratio.toFixed(2)}`);
    }
    for (const mark of ['line-strong', 'focus'] as const) {
      assert.ok(contrastRatio(color[mark], color.surface) >= 3, `${theme}: ${mark} is too faint`);
    }
  }
});

test('the brand hues are the ones of the identity', () => {
  assert.deepEqual(oklchColors.light.leaf, [0.62, 0.15, 150]);
  assert.deepEqual(oklchColors.light.persimmon, [0.7, 0.17, 50]);
});

test('oklchHex converts known colours', () => {
  assert.equal(oklchHex([1, 0, 0]), '#ffffff');
  assert.equal(oklchHex([0, 0, 0]), '#000000');
  assert.equal(oklchHex([0.6279553606, 0.2576833077, 29.2338804]), '#ff0000');
});

test('antd gets the same hex values as the map and the CSS', () => {
  for (const theme of themes)
    assert.equal(antdTokens(theme).colorPrimary, oklchHex(oklchColors[theme].primary));
});
