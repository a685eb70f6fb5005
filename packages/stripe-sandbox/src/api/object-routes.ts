import { Hono } from 'hono';
import { invalidParam, missing } from '../protocol/stripe-error.ts';
import { parseForm, textOf, textsOf } from '../protocol/parse-form.ts';
import type { Sandbox } from '../sandbox.ts';
import { expireSession, findSession } from './find-session.ts';
import { listAnswer } from './list-answer.ts';
import { newSession } from './new-session.ts';
import { newRefund } from './refunds.ts';

/** Checkout Sessions, Payment Intents, Refunds and Balance Transactions, as far as a merchant's backend uses them. */
export function objectRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();
  const { state } = sandbox.file;
  const query = (url: string) => parseForm(new URL(url).search.slice(1));

  app.post('/checkout/sessions', async (c) => c.json(newSession(sandbox, parseForm(await c.req.text()))));
  app.get('/checkout/sessions', (c) => {
    const params = query(c.req.url);
    const status = textOf(params, 'status');
    const all = Object.keys(state.sessions).map((id) => findSession(sandbox, id));
    const wanted = all.filter((one) => status === undefined || one.status === status);
    return c.json(listAnswer(wanted, params, '/v1/checkout/sessions'));
  });
  app.get('/checkout/sessions/:id', (c) => c.json(findSession(sandbox, c.req.param('id'))));
  app.post('/checkout/sessions/:id/expire', (c) => {
    const session = findSession(sandbox, c.req.param('id'));
    if (session.status !== 'open')
      throw invalidParam(
        'session',
        `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}`,
      );
    expireSession(sandbox, session);
    return c.json(session);
  });

  app.get('/payment_intents/search', (c) => {
    const text = textOf(query(c.req.url), 'query') ?? '';
    const wanted = /^metadata\['(\w+)'\]:'([^']*)'$/.exec(text);
    if (!wanted) throw invalidParam('query', "The sandbox searches metadata['name']:'value' alone");
    const [, name = '', value] = wanted;
    const data = Object.values(state.payment_intents).filter((one) => one.metadata[name] === value);
    const page = { has_more: false, next_page: null, url: '/v1/payment_intents/search' };
    return c.json({ object: 'search_result', data, ...page });
  });
  app.get('/payment_intents/:id', (c) => {
    const intent = state.payment_intents[c.req.param('id')];
    if (!intent) throw missing('payment_intent', c.req.param('id'));
    return c.json(intent);
  });

  app.post('/refunds', async (c) => c.json(newRefund(sandbox, parseForm(await c.req.text()))));
  app.get('/refunds', (c) => {
    const params = query(c.req.url);
    const intent = textOf(params, 'payment_intent');
    const wanted = Object.values(state.refunds).filter(
      (one) => intent === undefined || one.payment_intent === intent,
    );
    return c.json(listAnswer(wanted, params, '/v1/refunds'));
  });

  app.get('/balance_transactions', (c) => {
    const params = query(c.req.url);
    const all = Object.values(state.balance_transactions);
    const page = listAnswer(all, params, '/v1/balance_transactions');
    if (!Object.values(textsOf(params, 'expand')).includes('data.source')) return c.json(page);
    const sourceOf = (id: string) => state.charges[id] ?? state.refunds[id];
    return c.json({ ...page, data: page.data.map((one) => ({ ...one, source: sourceOf(one.source) })) });
  });

  return app;
}
