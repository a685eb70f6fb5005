import { step } from '../print.ts';
import { readRemoteSupabase } from '../world/remote-supabase.ts';
import { startWorld } from '../world/start-world.ts';
import { runRemote } from './start-remote.ts';

/**
 * `npm start`: everything on this machine, until Ctrl-C. `--no-demo` leaves the demo town and people out;
 * `--supabase URL` runs the apps alone, against that project.
 */
export async function run(args: string[]): Promise<void> {
  const remote = readRemoteSupabase(args, process.env);
  if (remote) return runRemote(remote);
  const isDemo = !args.includes('--no-demo');
  const world = await startWorld({
    profile: 'dev',
    portBase: Number(process.env['LINLI_PORT_BASE'] ?? 54_320),
    isDemo,
    hasQueues: true,
    hasWorkflows: true,
    isDurable: true,
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
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
  process.on('SIGHUP', () => void stop());

  const { urls } = world;
  process.stdout.write(`
Linli 邻里 is up

  storefront   ${urls.storefront}
  rider        ${urls.rider}
  admin        ${urls.admin}
  workflows    ${urls.workflows}   ops@demo.linli / ${world.secrets.n8nOwnerPassword}
  SMS inbox    ${urls.sms}
  Supabase     ${world.platform.url}   (publishable key ${world.platform.publishableKey})
${
  isDemo
    ? `
  Demo people (they exist in the demo only; password linli-demo)
    customer   any phone, for example 13800000001; the code arrives in the SMS inbox
    merchant   merchant@demo.linli
    rider      rider1@demo.linli … rider12@demo.linli
    ops        ops@demo.linli (everything), dispatch@demo.linli, finance@demo.linli, support@demo.linli
`
    : ''
}
Ctrl-C stops everything; data stays in .linli/dev. npm run reset starts afresh.

`);
  world.workflows.then(
    () => step('workflows are up'),
    (error: Error) => step(`workflows did not start: ${error.message}`),
  );
}
