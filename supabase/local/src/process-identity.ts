import { readFileSync } from 'node:fs';

/** `<pid> <start time>` of a live process, so that a reused pid is not mistaken for the old one; else null. */
export function processIdentity(pid: number): string | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  const startTime = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  return `${pid} ${startTime}`;
}
