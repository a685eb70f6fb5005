import { writeFile } from 'node:fs/promises';
import { generateTypes } from '../database/generate-types.ts';
import { typesFile } from '../paths.ts';
import { step } from '../print.ts';

/** `npm run db:types`: writes the row types of the schemas. */
export async function run(): Promise<void> {
  await writeFile(typesFile, await generateTypes());
  step(`wrote ${typesFile}`);
}
