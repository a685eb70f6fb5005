/** What one check says. `mend` tells what to do, for anything that is not well. */
export interface Finding {
  subject: string;
  state: 'ok' | 'warning' | 'wrong';
  text: string;
  mend?: string;
}

export const ok = (subject: string, text: string): Finding => ({ subject, state: 'ok', text });
export const warning = (subject: string, text: string, mend: string): Finding => ({
  subject,
  state: 'warning',
  text,
  mend,
});
export const wrong = (subject: string, text: string, mend: string): Finding => ({
  subject,
  state: 'wrong',
  text,
  mend,
});
