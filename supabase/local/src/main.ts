import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startPlatform } from './index.ts';

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    bare: { type: 'boolean', default: false },
    fast: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    port: { type: 'string', default: '54321' },
    'db-port': { type: 'string' },
    data: { type: 'string', default: resolve(REPOSITORY, '.linli/platform') },
    'site-url': { type: 'string' },
  },
});

/** Reads a port number; throws `platform.bad_port`. */
function port(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535)
    throw new Error(`platform.bad_port: ${text}`);
  return number;
}

try {
  const gatewayPort = port(values.port);
  const starting = startPlatform({
    dataDir: resolve(values.data),
    supabaseDir: resolve(REPOSITORY, 'supabase'),
    gatewayPort,
    databasePort: values['db-port'] ? port(values['db-port']) : gatewayPort + 1,
    siteUrl: values['site-url'] ?? `http://127.0.0.1:${gatewayPort + 2}`,
    bare: values.bare,
    durable: !values.fast,
    verbose: values.verbose,
  });
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    try {
      await (await starting).stop();
      process.exit(0);
    } catch (error) {
      process.stderr.write(`${(error as Error).message}\n`);
      process.exit(1);
    }
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
  const platform = await starting;
  const facts = {
    url: platform.url,
    publishable_key: platform.keys.publishableKey,
    secret_key: platform.keys.secretKey,
    anon_jwt: platform.keys.anonJwt,
    service_jwt: platform.keys.serviceJwt,
    jwt_secret: platform.keys.jwtSecret,
    db_url: platform.dbUrl,
  };
  const lines = Object.entries(facts).map(([name, value]) => `${name.padEnd(16)} ${value}`);
  process.stdout.write(`${values.json ? JSON.stringify(facts) : lines.join('\n')}\n`);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}
