import { Image, Space } from 'antd';
import { useText } from '../../providers/use-text.ts';
import { useRefundPhotos } from '../../queries/refund/use-refund-photos.ts';

/** What the customer photographed. */
export function RefundPhotos({ photos }: { photos: readonly string[] }) {
  const text = useText();
  const addresses = useRefundPhotos(photos).data ?? [];
  if (photos.length === 0) return null;
  return (
    <Image.PreviewGroup>
      <Space wrap>
        {addresses.map((address, index) => (
          <Image
            key={address}
            src={address}
            width={72}
            height={72}
            alt={text('refund.photo', { amount: index + 1 })}
            className="refund-photo"
          />
        ))}
      </Space>
    </Image.PreviewGroup>
  );
}
