import type { LinliClient } from '@linli/database';

/** Links to private pictures, good for an hour, by their names; those that cannot be read are left out. */
export async function pictureUrls(
  client: LinliClient,
  names: readonly string[],
): Promise<Record<string, string>> {
  const { data } = await client.storage.from('after-sale').createSignedUrls([...names], 3600);
  return Object.fromEntries(
    (data ?? []).flatMap(({ path, signedUrl }) => (path && signedUrl ? [[path, signedUrl]] : [])),
  );
}
