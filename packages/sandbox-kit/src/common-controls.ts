import { Hono } from 'hono';
import type { Notification, Notifier } from './notifier.ts';
import type { StateFile } from './open-state.ts';
import type { PlannedFailure } from './planned-failures.ts';

interface ControlOptions {
  file: StateFile<{ notifications: Record<string, Notification> }>;
  notifier: Notifier;
  failures: PlannedFailure[];
}

/** The hand of a test that every sandbox has: what is stored, deliver again, plan failures. */
export function commonControls({ file, notifier, failures }: ControlOptions): Hono {
  const app = new Hono();
  const about = (subject: string | undefined) =>
    Object.values(file.state.notifications).filter((one) => subject === undefined || one.subject === subject);

  app.get('/notifications', (c) => c.json(about(c.req.query('subject'))));

  app.post('/resend/:subject', async (c) => {
    const found = about(c.req.param('subject'));
    await Promise.all(found.map((one) => notifier.deliver(one)));
    return c.json(found);
  });

  app.post('/fail-next', async (c) => {
    const body: Partial<PlannedFailure> = await c.req.json();
    const { match, status, code, message = 'planned by the sandbox', times = 1 } = body;
    if (!match || !code || !Number.isInteger(status) || (status ?? 0) < 400 || times < 1)
      return c.json({ message: 'wanted: {match, status ≥ 400, code, message?, times?}' }, 400);
    failures.push({ match, status: status ?? 500, code, message, times });
    return c.body(null, 204);
  });

  return app;
}
