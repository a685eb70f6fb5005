import { readFile, writeFile } from 'node:fs/promises';
import { officeRightsFile, withOffers } from './office-rights.ts';

await writeFile(officeRightsFile, withOffers(await readFile(officeRightsFile, 'utf8')));
