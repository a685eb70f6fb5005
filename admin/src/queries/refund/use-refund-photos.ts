import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { asAppError } from '../../lib/app-error.ts';

/** Addresses of a refund's photos, good for ten minutes. */
export function useRefundPhotos(photos: readonly string[]) {
  const client = useClient();
  return useQuery({
    queryKey: ['refund-photos', photos],
    queryFn: async (): Promise<string[]> => {
      const { data, error } = await client.storage.from('after-sale').createSignedUrls([...photos], 600);
      if (error) throw asAppError(error);
      return data.flatMap((row) => (row.signedUrl ? [row.signedUrl] : []));
    },
    enabled: photos.length > 0,
    staleTime: 5 * 60_000,
  });
}
