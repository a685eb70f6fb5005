import type { LinliClient } from '@linli/database';
import type { AuthProvider } from '@refinedev/core';
import { asAppError } from '../lib/app-error.ts';
import type { RolesStore } from './roles-store.ts';

/** By e-mail with a password, or by phone with the code that was sent. */
export type SignIn = { email: string; password: string } | { phone: string; token: string };

/** Refine's auth provider on Supabase Auth; permissions are the answer of `get_my_roles`. */
export function createAuthProvider(client: LinliClient, roles: RolesStore): AuthProvider {
  return {
    async login(params: SignIn) {
      const { error } =
        'email' in params
          ? await client.auth.signInWithPassword(params)
          : await client.auth.verifyOtp({ ...params, type: 'sms' });
      if (error) return { success: false, error: asAppError(error) };
      roles.forget();
      return { success: true, redirectTo: '/' };
    },
    async logout() {
      roles.forget();
      await client.auth.signOut({ scope: 'local' });
      return { success: true, redirectTo: '/sign-in' };
    },
    async check() {
      const { data } = await client.auth.getSession();
      return data.session ? { authenticated: true } : { authenticated: false, redirectTo: '/sign-in' };
    },
    async onError(error: unknown) {
      const { status, key } = asAppError(error);
      const isOut = status === 401 || key === 'identity.sign_in_required';
      return isOut ? { logout: true, redirectTo: '/sign-in' } : {};
    },
    getPermissions: () => roles.get(),
    async getIdentity() {
      const { data } = await client.auth.getSession();
      return data.session?.user;
    },
  };
}
