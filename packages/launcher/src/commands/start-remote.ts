import { step } from '../print.ts';
import type { RemoteSupabase } from '../world/remote-supabase.ts';
import { startRemote } from '../world/start-remote.ts';

/** `npm start -- --supabase URL`: the apps against a Supabase elsewhere, until Ctrl-C. */
export async function runRemote(supabase: RemoteSupabase): Promise<void> {
  const world = await startRemote({
    supabase,
    profile: 'remote',
    portBase: Number(process.env['LINLI_PORT_BASE'] ?? 54_320),
    log: step,
  });
  let isStopping = false;
  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    step('stopping');
    await world.stop();
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

  const { urls } = world;
  process.stdout.write(`
Linli 邻里 is up

  storefront   ${urls.storefront}
  rider        ${urls.rider}
  admin        ${urls.admin}
  workflows    ${urls.workflows ? `${urls.workflows}   ops@linli.local / ${world.secrets.n8nOwnerPassword}` : 'not started: set SUPABASE_SECRET_KEY and SUPABASE_DB_URL'}
  Supabase     ${supabase.url}

Ctrl-C stops everything here.

`);
  world.workflows?.then(
    () => step('workflows are up'),
    (error: Error) => step(`workflows did not start: ${error.message}`),
  );
}
