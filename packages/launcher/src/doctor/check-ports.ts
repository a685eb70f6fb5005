import { ok, wrong, type Finding } from './finding.ts';

export interface PortFacts {
  base: number;
  /** Names and numbers of ports that somebody uses. */
  taken: [string, number][];
  /** Whether our own world runs on them. */
  isOurs: boolean;
}

/** The eleven ports of a world. */
export function checkPorts({ base, taken, isOurs }: PortFacts): Finding[] {
  const range = `${base + 1} to ${base + 11}`;
  if (isOurs) return [ok('ports', `${range}: Linli runs on them`)];
  if (taken.length === 0) return [ok('ports', `${range} are free`)];
  return taken.map(([name, port]) =>
    wrong('ports', `${port} (${name}) is taken`, 'stop what uses it, or set LINLI_PORT_BASE to another base'),
  );
}
