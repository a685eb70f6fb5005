import type { LinliClient } from '@linli/database';

const lastUserKey = 'linli-rider.last-user';

/** Who is signed in on this phone. `loading` until that is known. */
export class Session {
  status = $state<'loading' | 'out' | 'in'>('loading');
  userId = $state<string | null>(null);
  readonly #client: LinliClient;

  constructor(client: LinliClient) {
    this.#client = client;
  }

  /** Reads the kept session and follows its changes until the answered function is called. */
  start(): () => void {
    void this.#read();
    const { data } = this.#client.auth.onAuthStateChange((event, session) => {
      if (event === 'SIGNED_OUT') this.#set(null);
      else if (event !== 'INITIAL_SESSION' && session) this.#set(session.user.id);
    });
    return () => data.subscription.unsubscribe();
  }

  /** Signs out on this phone only. */
  async signOut(): Promise<void> {
    await this.#client.auth.signOut({ scope: 'local' });
    this.#set(null);
  }

  async #read(): Promise<void> {
    const { data, error } = await this.#client.auth.getSession();
    if (data.session) this.#set(data.session.user.id);
    // The session is old and cannot be renewed without a network: who worked here goes on working.
    else if (error?.name === 'AuthRetryableFetchError') this.#set(localStorage.getItem(lastUserKey));
    else this.#set(null);
  }

  #set(userId: string | null): void {
    if (userId === null) localStorage.removeItem(lastUserKey);
    else localStorage.setItem(lastUserKey, userId);
    this.userId = userId;
    this.status = userId === null ? 'out' : 'in';
  }
}
