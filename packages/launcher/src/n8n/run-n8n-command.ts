import { signalGroup, spawnN8n } from './run-n8n.ts';

const timeoutMs = 120_000;

/**
 * Runs one n8n command to its end and answers what it printed. Throws an Error with the output when it fails, does not
 * print `expected`, or takes more than two minutes: some commands end with 0 after an error.
 */
export async function runN8nCommand(
  folder: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[],
  expected: RegExp,
): Promise<string> {
  const child = spawnN8n(folder, env, args);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  const deadline = setTimeout(() => signalGroup(child, 'SIGKILL'), timeoutMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearTimeout(deadline));
  if (code !== 0 || !expected.test(output))
    throw new Error(`n8n ${args.join(' ')} failed (${code}): ${output.trim()}`);
  return output;
}
