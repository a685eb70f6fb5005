import { db } from '#lib/platform/client.ts';

/** Links to private photos, good for an hour, by their names; a photo that cannot be read is left out. */
export async function photoUrls(names: readonly string[]): Promise<Record<string, string>> {
  if (names.length === 0) return {};
  const { data } = await db()
    .storage.from('after-sale')
    .createSignedUrls([...names], 3600);
  return Object.fromEntries(
    (data ?? []).flatMap(({ path, signedUrl }) => (path && signedUrl ? [[path, signedUrl]] : [])),
  );
}
