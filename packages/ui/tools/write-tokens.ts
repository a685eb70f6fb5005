import { writeFileSync } from 'node:fs';
import { renderTokensCss } from '../src/render-tokens-css.ts';

writeFileSync(new URL('../src/tokens.css', import.meta.url), renderTokensCss());
