import type { Platform } from '@linli/local-platform';
import { renderSchemas } from '../../packages/launcher/src/database/read-schemas.ts';
import { runScript, withScratchPlatform } from '../../packages/launcher/src/database/scratch-platform.ts';
import { schemasDir } from '../../packages/launcher/src/paths.ts';
import { makeTown } from './make-town.ts';

/** Runs `work` on a database of its own made from the schemas, with the small town of the pgTAP files in it. */
export function openTown<T>(work: (dbUrl: string, platform: Platform) => Promise<T>): Promise<T> {
  return withScratchPlatform(async (platform) => {
    await runScript(platform.dbUrl, await renderSchemas(schemasDir));
    await makeTown(platform.dbUrl);
    return work(platform.dbUrl, platform);
  });
}
