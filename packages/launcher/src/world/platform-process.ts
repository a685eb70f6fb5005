// Child process that is the local platform. Its parent tells it what to do in LINLI_PLATFORM.
import { startPlatform, type PlatformOptions } from '@linli/local-platform';

const options = JSON.parse(process.env['LINLI_PLATFORM'] ?? '{}') as PlatformOptions;
const platform = await startPlatform(options);

let isStopping = false;
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await platform.stop();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => undefined);
// Without its parent nobody would ever stop it.
process.on('disconnect', () => void stop());

process.send?.({
  ready: {
    url: platform.url,
    dbUrl: platform.dbUrl,
    adminUrl: platform.adminUrl,
    publishableKey: platform.keys.publishableKey,
    secretKey: platform.keys.secretKey,
  },
});
