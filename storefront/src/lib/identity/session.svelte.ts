import type { User } from '@supabase/supabase-js';
import { db } from '#lib/platform/client.ts';

/** Who is signed in. */
class Session {
  user = $state.raw<User | undefined>();
  readonly isSignedIn = $derived(this.user !== undefined);

  /** Takes up the kept session and follows every change; call once. */
  async open(): Promise<void> {
    const { data } = await db().auth.getSession();
    this.user = data.session?.user;
    db().auth.onAuthStateChange((_event, session) => {
      if (session?.user.id !== this.user?.id || session?.user.updated_at !== this.user?.updated_at) {
        this.user = session?.user;
      }
    });
  }

  async signOut(): Promise<void> {
    await db().auth.signOut({ scope: 'local' });
    this.user = undefined;
  }
}

export const session = new Session();
