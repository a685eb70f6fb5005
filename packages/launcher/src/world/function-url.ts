import type { Ports } from './ports.ts';

/** Where an edge function of this world is reached. */
export function functionUrl(ports: Ports, name: string): string {
  return `http://127.0.0.1:${ports.gateway}/functions/v1/${name}`;
}
