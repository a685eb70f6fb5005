import { createServer } from 'node:net';

export interface Ports {
  gateway: number;
  database: number;
  storefront: number;
  rider: number;
  admin: number;
  n8n: number;
  n8nBroker: number;
  wechatPay: number;
  sms: number;
  alipay: number;
  stripe: number;
}

/** The ports of a world: eleven in a row after the base (see docs/architecture.md). */
export function portsFrom(base: number): Ports {
  if (!Number.isInteger(base) || base < 1024 || base > 65_500) {
    throw new Error(`the port base must be a number from 1024 to 65500, not ${base}`);
  }
  return {
    gateway: base + 1,
    database: base + 2,
    storefront: base + 3,
    rider: base + 4,
    admin: base + 5,
    n8n: base + 6,
    n8nBroker: base + 7,
    wechatPay: base + 8,
    sms: base + 9,
    alipay: base + 10,
    stripe: base + 11,
  };
}

/** Throws one line naming the first port that cannot be listened on. */
export async function requireFreePorts(ports: Ports): Promise<void> {
  for (const [name, port] of Object.entries(ports) as [string, number][]) {
    if (!(await canListen(port))) {
      throw new Error(
        `port ${port} (${name}) is taken: stop what uses it, or set LINLI_PORT_BASE to another base`,
      );
    }
  }
}

/** Whether a port is free. Asked by listening: it can also be taken by a connection that goes out from it. */
export function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
