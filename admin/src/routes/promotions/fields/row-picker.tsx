import { ReferenceSelect } from '../../../components/engine/reference-select.tsx';
import { useResources } from '../../../queries/engine/use-resources.ts';

type Props = {
  table: 'products' | 'menu_sections' | 'categories' | 'stores';
  label: string;
  storeId?: string;
  cityId?: string;
  isMany?: boolean;
  id?: string;
  disabled?: boolean;
  value: string | string[] | null;
  onChange: (value: string | string[] | null) => void;
};

/** Finds rows of the shop by name: goods of the store where one is given. */
export function RowPicker({ table, label, storeId, cityId, isMany, id, disabled, value, onChange }: Props) {
  const target = useResources().data?.find((one) => one.name === table);
  const only =
    storeId !== undefined && (table === 'products' || table === 'menu_sections')
      ? { column: 'store_id', value: storeId }
      : cityId !== undefined && table === 'stores'
        ? { column: 'city_id', value: cityId }
        : undefined;
  return (
    <ReferenceSelect
      id={id}
      target={target}
      reference={{ table, column: 'id', label: 'name' }}
      only={only}
      label={label}
      isMany={isMany}
      disabled={disabled}
      value={value}
      onChange={onChange}
    />
  );
}
