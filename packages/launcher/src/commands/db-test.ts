import { renderSchemas } from '../database/read-schemas.ts';
import { runScript, withScratchPlatform } from '../database/scratch-platform.ts';
import { schemasDir } from '../paths.ts';
import { failure, step } from '../print.ts';
import { pgTap } from '../suites/pg-tap.ts';

/** `npm run db:test -- WORD…`: pgTAP files named like a word, on an empty database made from the schemas as they are now. */
export async function run(words: string[]): Promise<void> {
  const result = await withScratchPlatform(async ({ dbUrl }) => {
    await runScript(dbUrl, await renderSchemas(schemasDir));
    return pgTap(dbUrl, words);
  });
  for (const text of result.failures) failure(text);
  step(`${result.passed} passed, ${result.failed} failed`);
  if (result.failed > 0) process.exitCode = 1;
}
