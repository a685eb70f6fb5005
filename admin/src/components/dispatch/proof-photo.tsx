import { Image, Skeleton } from 'antd';
import { useText } from '../../providers/use-text.ts';
import { useProofPhoto } from '../../queries/dispatch/use-proof-photo.ts';

/** A private photo of a delivery, by a link that ends soon. */
export function ProofPhoto({ path }: { path: string }) {
  const text = useText();
  const url = useProofPhoto(path).data;
  if (url === undefined) return <Skeleton.Image active />;
  return <Image src={url} alt={text('resolve.photo')} height={120} />;
}
