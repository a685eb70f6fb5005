import { step } from '../print.ts';
import { portsFrom, requireFreePorts } from '../world/ports.ts';
import { removeWorld } from '../world/start-world.ts';

/** `npm run reset`: forgets all data of `npm start`. Refused while it runs. */
export async function run(): Promise<void> {
  await requireFreePorts(portsFrom(Number(process.env['LINLI_PORT_BASE'] ?? 54_320)));
  await removeWorld('dev');
  step('removed .linli/dev; npm start begins afresh');
}
