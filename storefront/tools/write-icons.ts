import { writeFile } from 'node:fs/promises';
import { appIcons } from './app-icons.ts';

for (const [name, svg] of Object.entries(appIcons())) {
  await writeFile(new URL(`../static/${name}`, import.meta.url), svg);
}
