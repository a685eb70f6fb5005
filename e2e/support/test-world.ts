import { removeWorld, startWorld, type World } from '@linli/launcher/world/start-world';

let shared: Promise<World> | undefined;

/**
 * A fresh demo town on ports of its own, beside a running `npm start` and below the range that outgoing connections
 * take their ports from. Durable, since tests kill its parts.
 * One per process; the test that starts it stops it. Tests that wait for no workflow start it without n8n.
 */
export function startTestWorld(hasWorkflows = true): Promise<World> {
  shared ??= (async () => {
    await removeWorld('test');
    return startWorld({
      profile: 'test',
      portBase: Number(process.env['LINLI_TEST_PORT_BASE'] ?? 25_320),
      isDemo: true,
      hasQueues: false,
      isDurable: true,
      hasWorkflows,
      log: (line) => process.stderr.write(`  ${line}\n`),
    });
  })();
  return shared;
}
