// Runs on whatever Node the machine has: brings in what is missing, then hands over to the pinned Node.
import { spawn } from 'node:child_process';
import { installDebianPackages } from './bootstrap/install-debian-packages.mjs';
import { installNodeModules, pinnedNode } from './bootstrap/install-node-modules.mjs';

const [command = 'start', ...args] = process.argv.slice(2);

try {
  await installNodeModules();
  const needsDatabase = command !== 'doctor' && !args.some((arg) => arg.startsWith('--supabase'));
  if (needsDatabase) await installDebianPackages(command);
} catch (error) {
  console.error(`✗ ${error.message}`);
  process.exit(1);
}

const child = spawn(pinnedNode, [new URL('src/main.ts', import.meta.url).pathname, command, ...args], {
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${new URL('../../node_modules/.bin', import.meta.url).pathname}:${process.env.PATH}`,
  },
});
// The terminal signals the whole group; the child decides when it is done.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT') child.kill(signal);
  });
}
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
