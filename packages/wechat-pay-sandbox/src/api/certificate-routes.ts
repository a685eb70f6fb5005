import { X509Certificate } from 'node:crypto';
import { Hono } from 'hono';
import { chinaTime } from '@linli/sandbox-kit';
import { seal } from '../protocol/seal.ts';
import type { Sandbox } from '../sandbox.ts';

/** GET /v3/certificates: the platform certificate, encrypted with the APIv3 key. */
export function certificateRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();
  const { credentials } = sandbox;

  app.get('/', (c) => {
    const certificate = new X509Certificate(credentials.platformCertificate);
    return c.json({
      data: [
        {
          serial_no: credentials.platformSerialNo,
          effective_time: chinaTime(new Date(certificate.validFrom)),
          expire_time: chinaTime(new Date(certificate.validTo)),
          encrypt_certificate: seal(credentials.platformCertificate, credentials.apiV3Key, 'certificate'),
        },
      ],
    });
  });

  return app;
}
