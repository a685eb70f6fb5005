import { useQuery } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import { asAppError } from '../../lib/app-error.ts';

/** Links to private pictures of a conversation, good for an hour, by their names. */
export function useAttachmentUrls(names: readonly string[]) {
  const client = useClient();
  return useQuery({
    queryKey: ['attachments', ...names],
    enabled: names.length > 0,
    staleTime: 50 * 60_000,
    queryFn: async (): Promise<Record<string, string>> => {
      const { data, error } = await client.storage.from('after-sale').createSignedUrls([...names], 3600);
      if (error) throw asAppError(error);
      return Object.fromEntries(
        data.flatMap(({ path, signedUrl }) => (path && signedUrl ? [[path, signedUrl]] : [])),
      );
    },
  });
}
