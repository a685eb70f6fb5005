import type { ArtworkOptions } from '@linli/ui/artwork';

type Artwork = typeof import('@linli/ui/artwork');

const drawn = new Map<string, string>();
let artwork: Promise<Artwork> | undefined;

/** A drawn picture as a data URI. The drawings are their own chunk, loaded with the first picture. */
export async function drawnPicture(options: ArtworkOptions): Promise<string> {
  const key = `${options.kind ?? 'product'}|${options.ratio ?? '4:3'}|${options.category}|${options.name}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  artwork ??= import('@linli/ui/artwork');
  const uri = (await artwork).artworkDataUri(options);
  drawn.set(key, uri);
  return uri;
}

/** What was drawn before, so that a picture seen once shows at once. */
export function knownPicture(options: ArtworkOptions): string | undefined {
  return drawn.get(
    `${options.kind ?? 'product'}|${options.ratio ?? '4:3'}|${options.category}|${options.name}`,
  );
}
