import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { asAppError } from '../../lib/app-error.ts';

/** A licence's file from the private bucket, as an address that this page alone can open, and its type. */
export function useLicenseFile(path: string) {
  const client = useClient();
  return useQuery({
    queryKey: ['license-file', path],
    queryFn: async () => {
      const { data, error } = await client.storage.from('licenses').download(path);
      if (error) throw asAppError(error);
      return { url: URL.createObjectURL(data), type: data.type };
    },
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
  });
}
