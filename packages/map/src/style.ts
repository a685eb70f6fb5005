import { hexMapColors, type Theme } from '@linli/ui/tokens';
import type { StyleSpecification } from 'maplibre-gl';
import { labelLayers } from './label-layers.ts';
import { surfaceLayers } from './surface-layers.ts';

export type BaseStyleOptions = {
  /** The Supabase URL, absolute: workers resolve nothing. */
  url: string;
  theme: Theme;
  /** `zh-CN` shows the local names; any other locale the English name where there is one. */
  locale: string;
  /** The city's attribution text; it is shown as text, never as HTML. */
  attribution: string;
};

/** The source id of the base map's vector tiles. */
export const baseSource = 'linli-base';

/**
 * The base map: our own vector tiles (layers `areas`, `roads`, `places`) on paper ground, light or dark.
 * It has no `glyphs` and no `sprite`, so MapLibre draws every script from the fonts of the machine and
 * nothing is fetched from outside.
 */
export function baseStyle({ url, theme, locale, attribution }: BaseStyleOptions): StyleSpecification {
  const color = hexMapColors(theme);
  return {
    version: 8,
    name: `linli-${theme}`,
    metadata: { 'linli:theme': theme },
    sources: {
      [baseSource]: {
        type: 'vector',
        tiles: [`${url.replace(/\/$/, '')}/rest/v1/rpc/map_tile?z={z}&x={x}&y={y}`],
        minzoom: 8,
        maxzoom: 16,
        attribution: escapeHtml(attribution),
      },
    },
    layers: [...surfaceLayers(color), ...labelLayers(color, locale)],
  };
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
