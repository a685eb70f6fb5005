import type { Context, Hono } from 'hono';
import { audit } from '../audit.ts';
import { clientInfo } from '../client-info.ts';
import type { AuthCore } from '../core.ts';
import { AuthFailure, invalid } from '../failure.ts';
import { adminCreateUser, adminUpdateUser } from '../flows/admin-save-user.ts';
import { deleteUser } from '../flows/delete-user.ts';
import { flagField, readBody } from '../request-body.ts';
import { isUuid, requireAdmin } from '../sessions/signed-in.ts';
import { findFactors, findUserById } from '../users/find-user.ts';
import { factorJson, userJson } from '../users/user-json.ts';
import type { UserRow } from '../users/user-row.ts';
import { listUsers } from '../users/list-users.ts';

/** `/admin/users` and what hangs on it; for the secret key only. */
export function addAdminUserRoutes(app: Hono, core: AuthCore): void {
  app.use('/admin/*', async (c, next) => {
    await requireAdmin(core, c);
    await next();
  });

  app.get('/admin/users', async (c) => {
    const page = positive(c.req.query('page'), 1);
    const perPage = Math.min(positive(c.req.query('per_page'), 50), 1000);
    const { users, total } = await listUsers(core.pool, page, perPage, c.req.query('filter') ?? '');
    c.header('x-total-count', String(total));
    c.header('link', pageLinks(`${core.settings.issuer}/admin/users`, page, perPage, total));
    return c.json({ users, aud: 'authenticated' });
  });

  app.post('/admin/users', async (c) => {
    const user = await adminCreateUser(core, await readBody(c));
    await audit(core.pool, 'user_signedup', undefined, clientInfo(c), { user_id: user.id });
    return c.json(await userJson(core.pool, user));
  });

  app.get('/admin/users/:id', async (c) => c.json(await userJson(core.pool, await targetUser(core, c))));

  app.put('/admin/users/:id', async (c) => {
    const user = await adminUpdateUser(core, await targetUser(core, c), await readBody(c));
    await audit(core.pool, 'user_modified', undefined, clientInfo(c), { user_id: user.id });
    return c.json(await userJson(core.pool, user));
  });

  app.delete('/admin/users/:id', async (c) => {
    const user = await targetUser(core, c);
    await deleteUser(core, user, flagField(await readBody(c), 'should_soft_delete'));
    await audit(core.pool, 'user_deleted', undefined, clientInfo(c), { user_id: user.id });
    return c.json({});
  });

  app.get('/admin/users/:id/factors', async (c) => {
    const user = await targetUser(core, c);
    return c.json((await findFactors(core.pool, user.id)).map(factorJson));
  });

  app.delete('/admin/users/:id/factors/:factor', async (c) => {
    const user = await targetUser(core, c);
    const id = c.req.param('factor');
    const factor = (await findFactors(core.pool, user.id)).find((one) => one.id === id);
    if (factor === undefined) throw new AuthFailure(404, 'mfa_factor_not_found', 'Factor not found');
    await core.pool.query('delete from auth.mfa_factors where id = $1', [factor.id]);
    await audit(core.pool, 'factor_unenrolled', undefined, clientInfo(c), {
      user_id: user.id,
      factor_id: factor.id,
    });
    return c.json(factorJson(factor));
  });

  app.get('/admin/audit', async (c) => {
    const perPage = Math.min(positive(c.req.query('per_page'), 50), 1000);
    const offset = (positive(c.req.query('page'), 1) - 1) * perPage;
    const { rows } = await core.pool.query(
      'select id, payload, created_at, ip_address from auth.audit_log_entries order by created_at desc limit $1 offset $2',
      [perPage, offset],
    );
    return c.json(rows);
  });
}

/** The user that the path names. @throws AuthFailure when there is none */
async function targetUser(core: AuthCore, c: Context): Promise<UserRow> {
  const id = c.req.param('id');
  if (!isUuid(id)) throw new AuthFailure(404, 'validation_failed', 'user_id must be an UUID');
  const user = await findUserById(core.pool, id);
  if (user === undefined) throw new AuthFailure(404, 'user_not_found', 'User not found');
  return user;
}

function positive(text: string | undefined, otherwise: number): number {
  if (text === undefined || text === '') return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw invalid('Bad Pagination Parameters');
  return Number(text);
}

function pageLinks(url: string, page: number, perPage: number, total: number): string {
  const last = Math.max(1, Math.ceil(total / perPage));
  const link = (number: number, rel: string) => `<${url}?page=${number}&per_page=${perPage}>; rel="${rel}"`;
  return [...(page < last ? [link(page + 1, 'next')] : []), link(last, 'last')].join(', ');
}
