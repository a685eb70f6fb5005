import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { asAppError } from '../../lib/app-error.ts';

const validSeconds = 600;

/** A link to a photo in the bucket of proofs; it ends after ten minutes. */
export function useProofPhoto(path: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['proof-photo', path],
    queryFn: async (): Promise<string> => {
      const { data, error } = await client.storage.from('proofs').createSignedUrl(path, validSeconds);
      if (error) throw asAppError(error);
      return data.signedUrl;
    },
    staleTime: (validSeconds * 1000) / 2,
  });
}
