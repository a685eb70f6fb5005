import type { AnyRow } from '../../lib/engine/types.ts';
import { useText } from '../../providers/use-text.ts';
import { PictureField } from '../picture-field.tsx';

type Props = { value?: string | null; onChange?: (path: string | null) => void; row: AnyRow | undefined };

/** A picture in the folder of the row's store; a row without a store can only keep the path it has. */
export function ImageField({ value, onChange, row }: Props) {
  const text = useText();
  const storeId = row?.['store_id'] ?? (row?.['merchant_id'] === undefined ? undefined : row['id']);
  if (typeof storeId !== 'string') return <span className="muted">{text('data.no_picture_place')}</span>;
  return (
    <PictureField
      folder={`stores/${storeId}`}
      name={String(row?.['name'] ?? '')}
      category=""
      value={value}
      onChange={onChange}
    />
  );
}
