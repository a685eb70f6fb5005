import { removeWorld, startWorld, type World } from '@linli/launcher/world/start-world';

/** Who needs a world of their own, and how far their ports lie above the base of the tests: two run side by side. */
const offsets = { journeys: 0, pages: 20, recovery: 40, story: 60, shots: 80 };

let shared: Promise<World> | undefined;

/**
 * A fresh demo town on ports of its own, beside a running `npm start` and below the range that outgoing connections
 * take their ports from. Durable, since tests kill its parts.
 * One per process; the test that starts it stops it. Tests that wait for no workflow start it without n8n.
 */
export function startTestWorld(owner: keyof typeof offsets, hasWorkflows = true): Promise<World> {
  const profile = `test-${owner}`;
  shared ??= (async () => {
    await removeWorld(profile);
    return startWorld({
      profile,
      portBase: Number(process.env['LINLI_TEST_PORT_BASE'] ?? 25_320) + offsets[owner],
      isDemo: true,
      hasQueues: false,
      isDurable: true,
      hasWorkflows,
      log: (line) => process.stderr.write(`  ${line}\n`),
    });
  })();
  return shared;
}
