import { ok, wrong, type Finding } from './finding.ts';

export interface VersionFacts {
  /** `process.version` of the pinned Node, and what the lock file pins. */
  node: string;
  pinnedNode: string;
  /** Debian packages that are missing; null where there is no Debian. */
  missingPackages: string[] | null;
  /** Version line of PostgreSQL 15's server; null when it is not there. */
  postgres: string | null;
  deno: string | null;
}

/** Node, PostgreSQL with its extensions, Deno. */
export function checkVersions(facts: VersionFacts): Finding[] {
  const findings: Finding[] = [];
  if (facts.node.replace(/^v/, '') === facts.pinnedNode) findings.push(ok('node', facts.node));
  else findings.push(wrong('node', `${facts.node}, pinned is ${facts.pinnedNode}`, 'npm ci'));

  if (facts.postgres === null) {
    findings.push(
      wrong('postgresql', 'PostgreSQL 15 is not installed', 'npm start as root installs it on Debian 12'),
    );
  } else findings.push(ok('postgresql', facts.postgres));
  if (facts.missingPackages === null) {
    findings.push(
      wrong(
        'packages',
        'this is not Debian',
        'install PostgreSQL 15 with PostGIS, pgRouting, pg_cron, pgTAP, wal2json and plpgsql_check by hand',
      ),
    );
  } else if (facts.missingPackages.length > 0) {
    findings.push(
      wrong(
        'packages',
        `missing: ${facts.missingPackages.join(' ')}`,
        `apt-get install ${facts.missingPackages.join(' ')}`,
      ),
    );
  } else findings.push(ok('packages', 'all Debian packages are there'));

  if (facts.deno === null)
    findings.push(wrong('deno', 'the Deno binary is missing', 'npm ci --include=optional'));
  else findings.push(ok('deno', facts.deno));
  return findings;
}
