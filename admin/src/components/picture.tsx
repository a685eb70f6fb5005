import { artworkDataUri } from '@linli/ui/artwork';
import { useMemo } from 'react';
import { useClient } from '../app/services.ts';

type Props = {
  path: string | null | undefined;
  name: string;
  category: string;
  kind?: 'product' | 'store';
  size?: number;
};

/** A product's or store's picture, or the drawing that stands for it. Decorative: the name is beside it. */
export function Picture({ path, name, category, kind = 'product', size = 40 }: Props) {
  const client = useClient();
  const url = useMemo(
    () =>
      path
        ? client.storage.from('pictures').getPublicUrl(path).data.publicUrl
        : artworkDataUri({ category, name, kind, ratio: '1:1' }),
    [client, path, category, name, kind],
  );
  return (
    <img className="picture" src={url} width={size} height={size} alt="" loading="lazy" decoding="async" />
  );
}
