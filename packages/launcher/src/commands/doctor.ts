import { checkKeys } from '../doctor/check-keys.ts';
import { checkMachine } from '../doctor/check-machine.ts';
import { checkPorts } from '../doctor/check-ports.ts';
import { checkFunctions, checkService } from '../doctor/check-service.ts';
import { checkVersions } from '../doctor/check-versions.ts';
import { wrong, type Finding } from '../doctor/finding.ts';
import { measureMachine, measureVersions } from '../doctor/measure-machine.ts';
import { measureFunctions, measureKeys, measurePorts, measureService } from '../doctor/measure-world.ts';
import { portsFrom } from '../world/ports.ts';

const signs = { ok: '✓', warning: '!', wrong: '✗' };

/**
 * `npm run doctor [-- --json]`: looks at machine, versions, ports, disk, keys, database, migrations, functions and n8n,
 * changes nothing, and says what is wrong and how to mend it. Ends with 1 when something is wrong.
 */
export async function run(args: string[]): Promise<void> {
  const base = Number(process.env['LINLI_PORT_BASE'] ?? 54_320);
  const service = await measureService('dev', portsFrom(base));
  const findings = [
    ...checkMachine(await measureMachine()),
    ...checkVersions(measureVersions()),
    ...checkPorts(await measurePorts(base, service?.health != null)),
    ...checkKeys(measureKeys('dev')),
    ...(await measureFunctions().then(checkFunctions, (error: Error) => [
      wrong('functions', error.message, 'mend supabase/config.toml'),
    ])),
    ...checkService(service),
  ];
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(findings)}\n`);
  else process.stdout.write(`${findings.map(lineOf).join('\n')}\n${summary(findings)}\n`);
  process.exit(findings.some(({ state }) => state === 'wrong') ? 1 : 0);
}

function lineOf({ subject, state, text, mend }: Finding): string {
  const line = `${signs[state]} ${subject.padEnd(11)} ${text}`;
  return mend ? `${line}\n  ${' '.repeat(12)}→ ${mend}` : line;
}

function summary(findings: readonly Finding[]): string {
  const count = (state: Finding['state']): number =>
    findings.filter((finding) => finding.state === state).length;
  const bad = count('wrong');
  return bad > 0
    ? `\n${bad} wrong, ${count('warning')} to watch`
    : `\nAll is well, ${count('warning')} to watch`;
}
