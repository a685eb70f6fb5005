import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../supabase/local/src/cluster/port.ts';
import { startPlatform } from '../../supabase/local/src/index.ts';
import { serveParent } from './server-process.ts';

export interface PlatformFacts {
  url: string;
  publishableKey: string;
  jwtSecret: string;
  dbUrl: string;
}

// PostgreSQL's own user must be able to enter the folder.
const dataDir = await mkdtemp(join(tmpdir(), 'realtime-bench-'));
await chmod(dataDir, 0o711);
const platform = await startPlatform({
  dataDir,
  supabaseDir: fileURLToPath(new URL('../../supabase', import.meta.url)),
  gatewayPort: await freePort(),
  databasePort: await freePort(),
  siteUrl: 'http://127.0.0.1',
  bare: true,
});
const { url, keys, dbUrl } = platform;
const facts: PlatformFacts = { url, publishableKey: keys.publishableKey, jwtSecret: keys.jwtSecret, dbUrl };
serveParent(facts, async () => {
  await platform.stop();
  await rm(dataDir, { recursive: true, force: true });
});
