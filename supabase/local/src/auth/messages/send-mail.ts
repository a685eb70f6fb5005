import type { AuthCore } from '../core.ts';
import { runHook } from '../hooks/run-hook.ts';
import { userJson } from '../users/user-json.ts';
import type { UserRow } from '../users/user-row.ts';

/** Kinds of e-mail, as the Send-Email hook names them in `email_action_type`. */
export type MailKind = 'signup' | 'recovery' | 'magiclink' | 'invite' | 'email_change' | 'reauthentication';

export interface Mail {
  kind: MailKind;
  to: string;
  otp: string;
  /** What the link carries; empty for a reauthentication, which has no link. */
  tokenHash: string;
  redirectTo: string;
}

const SUBJECTS: Record<MailKind, string> = {
  signup: 'Confirm your signup',
  recovery: 'Reset your password',
  magiclink: 'Your magic link',
  invite: 'You have been invited',
  email_change: 'Confirm your new e-mail address',
  reauthentication: 'Confirm it is you',
};

/** Gives an e-mail to the Send-Email hook, or puts it in `auth.mail_outbox` when there is none. */
export async function sendMail(core: AuthCore, user: UserRow, mail: Mail): Promise<void> {
  core.limits.message('email');
  const hook = core.settings.hooks.sendEmail;
  if (hook === undefined) {
    await core.pool.query(
      'insert into auth.mail_outbox (recipient, kind, subject, token, action_link) values ($1, $2, $3, $4, $5)',
      [
        mail.to,
        mail.kind,
        SUBJECTS[mail.kind],
        mail.otp,
        mail.tokenHash === '' ? '' : actionLink(core, mail),
      ],
    );
    return;
  }
  await runHook(core.pool, hook, {
    user: await userJson(core.pool, user),
    email_data: {
      token: mail.otp,
      token_hash: mail.tokenHash,
      redirect_to: mail.redirectTo,
      email_action_type: mail.kind,
      site_url: core.settings.issuer,
      token_new: '',
      token_hash_new: '',
    },
  });
}

/** The address that an e-mail's button opens. */
export function actionLink(core: AuthCore, mail: Pick<Mail, 'kind' | 'tokenHash' | 'redirectTo'>): string {
  const query = new URLSearchParams({ token: mail.tokenHash, type: mail.kind, redirect_to: mail.redirectTo });
  return `${core.settings.issuer}/verify?${query}`;
}
