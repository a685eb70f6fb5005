import { profileDir } from '../paths.ts';
import { step } from '../print.ts';
import { readRunningWorld } from '../world/running-world.ts';
import { runSeed } from '../world/seed-demo.ts';

/** `npm run town:import -- FILE.osm.gz [--slug …]`: adds a town to the running `npm start`. */
export async function run(args: string[]): Promise<void> {
  if (args.length === 0) throw new Error('say which file: npm run town:import -- FILE.osm.gz [--slug NAME]');
  const platform = await readRunningWorld(profileDir('dev'));
  step(`importing ${args[0]}`);
  process.stdout.write(`${await runSeed(platform, ['import', ...args])}\n`);
}
