import { ok, warning, wrong, type Finding } from './finding.ts';

/** What was measured of the machine: bytes, and cores. */
export interface MachineFacts {
  platform: string;
  arch: string;
  cores: number;
  memoryBytes: number;
  freeDiskBytes: number;
  /** Free bytes where n8n is installed once per machine; `needed` while it is not there yet. */
  n8n: { isInstalled: boolean; freeBytes: number };
}

const GIB = 1024 ** 3;
const gib = (bytes: number): string => `${(bytes / GIB).toFixed(1)} GiB`;

/** System, memory and disk. */
export function checkMachine(facts: MachineFacts): Finding[] {
  const { platform, arch, cores, memoryBytes, freeDiskBytes, n8n } = facts;
  const machine = `${platform} ${arch}, ${cores} cores, ${gib(memoryBytes)} memory`;
  const findings: Finding[] = [];
  if (platform !== 'linux') {
    findings.push(
      wrong(
        'machine',
        machine,
        'the local platform runs on Linux; elsewhere use npm start -- --supabase URL',
      ),
    );
  } else if (memoryBytes < 3.5 * GIB) {
    findings.push(
      warning('machine', machine, 'below 4 GiB n8n and the database may be killed: add memory or swap'),
    );
  } else findings.push(ok('machine', machine));

  const disk = `${gib(freeDiskBytes)} free for data`;
  if (freeDiskBytes < GIB)
    findings.push(wrong('disk', disk, 'free at least 1 GiB, or npm run reset to drop old data'));
  else if (freeDiskBytes < 3 * GIB) findings.push(warning('disk', disk, 'free at least 3 GiB'));
  else findings.push(ok('disk', disk));

  if (n8n.isInstalled) findings.push(ok('n8n', 'installed on this machine'));
  else if (n8n.freeBytes < 4 * GIB) {
    findings.push(
      wrong(
        'n8n',
        `not installed, ${gib(n8n.freeBytes)} free`,
        'free 4 GiB, or move the cache with XDG_CACHE_HOME',
      ),
    );
  } else {
    findings.push(
      warning(
        'n8n',
        'not installed yet',
        'npm start installs it once for this machine (3 to 8 minutes); nothing waits for it',
      ),
    );
  }
  return findings;
}
