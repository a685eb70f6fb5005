import { ok, warning, wrong, type Finding } from './finding.ts';

export interface ServiceFacts {
  url: string;
  /** Health per part, as the gateway tells it; null when it does not answer. */
  health: Record<string, { ok: boolean; detail?: string }> | null;
  /** Migrations of the repository, and those that the database has; null when it cannot be asked. */
  migrations: { wanted: string[]; applied: string[] } | null;
  /** HTTP status of n8n's health; null when it does not answer. */
  n8nStatus: number | null;
}

/** What runs: gateway and its parts, database, migrations, functions, n8n. `facts` is null while nothing runs. */
export function checkService(facts: ServiceFacts | null): Finding[] {
  if (facts === null)
    return [ok('service', 'nothing runs now; the checks of database and parts need npm start')];
  const findings: Finding[] = [];
  if (facts.health === null) {
    return [
      wrong(
        'gateway',
        `${facts.url} does not answer`,
        'stop npm start and start it again; its log is .linli/dev/platform/logs/gateway.log',
      ),
    ];
  }
  for (const [part, { ok: isWell, detail }] of Object.entries(facts.health)) {
    if (isWell) findings.push(ok(part, detail ?? 'answers'));
    else findings.push(wrong(part, detail ?? 'does not answer', mendOf(part)));
  }
  if (facts.migrations) {
    const { wanted, applied } = facts.migrations;
    const open = wanted.filter((version) => !applied.includes(version));
    const foreign = applied.filter((version) => !wanted.includes(version));
    if (foreign.length > 0) {
      findings.push(
        wrong(
          'migrations',
          `the database has ${foreign.join(', ')}, the repository has not`,
          'check out the branch that made them, or npm run reset',
        ),
      );
    } else if (open.length > 0) {
      findings.push(
        warning('migrations', `not applied: ${open.join(', ')}`, 'start again: npm start applies them'),
      );
    } else findings.push(ok('migrations', `${applied.length} applied`));
  }
  if (facts.n8nStatus === 200) findings.push(ok('n8n', 'answers'));
  else {
    findings.push(
      warning(
        'n8n',
        facts.n8nStatus === null ? 'does not answer' : `answers ${facts.n8nStatus}`,
        'it may still be installing or starting; its log is .linli/dev/n8n/n8n.log',
      ),
    );
  }
  return findings;
}

/** Entry points of the functions that `config.toml` lists. */
export function checkFunctions({ listed, missing }: { listed: string[]; missing: string[] }): Finding[] {
  if (missing.length === 0) return [ok('functions', `${listed.length} listed, all have their entry point`)];
  return [
    wrong(
      'functions',
      `no entry point: ${missing.join(', ')}`,
      'mend [functions.NAME] in supabase/config.toml',
    ),
  ];
}

function mendOf(part: string): string {
  if (part === 'database')
    return 'wait ten seconds: it is started again by itself; else see .linli/dev/platform/logs/postgres.log';
  if (part === 'functions') return 'mend [functions.NAME] in supabase/config.toml';
  return 'see .linli/dev/platform/logs/gateway.log';
}
