import { useLogin } from '@refinedev/core';
import { useState } from 'react';
import type { SignIn } from '../../providers/auth-provider.ts';

/** Signs in, and keeps the error of a refused try for the form to show. */
export function useSignIn(): { signIn: (params: SignIn) => void; busy: boolean; error: unknown } {
  const [error, setError] = useState<unknown>(undefined);
  const { mutate, isPending } = useLogin<SignIn>();
  return {
    busy: isPending,
    error,
    signIn: (params) => {
      setError(undefined);
      mutate(params, { onSuccess: (answer) => setError(answer.error), onError: setError });
    },
  };
}
