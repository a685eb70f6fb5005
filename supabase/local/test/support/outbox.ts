import type { Client } from 'pg';

export interface SentMail {
  kind: string;
  token: string;
  action_link: string;
}

/** The newest e-mail to an address, as the sandbox outbox holds it. */
export async function lastMail(database: Client, recipient: string): Promise<SentMail> {
  const { rows } = await database.query<SentMail>(
    'select kind, token, action_link from auth.mail_outbox where recipient = $1 order by id desc limit 1',
    [recipient],
  );
  const mail = rows[0];
  if (mail === undefined) throw new Error(`no e-mail to ${recipient}`);
  return mail;
}

/** Opens a link as a browser would, one step, and returns where it leads. */
export async function follow(link: string): Promise<URL> {
  const response = await fetch(link, { redirect: 'manual' });
  const location = response.headers.get('location');
  if (location === null)
    throw new Error(`${link} leads nowhere: ${response.status} ${await response.text()}`);
  return new URL(location);
}
