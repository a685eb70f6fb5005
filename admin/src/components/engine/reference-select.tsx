import { Select } from 'antd';
import { useState } from 'react';
import type { Column, Resource } from '../../lib/engine/types.ts';
import { useText } from '../../providers/use-text.ts';
import { useLabels } from '../../queries/engine/use-labels.ts';
import { useOptions } from '../../queries/engine/use-options.ts';
import { useTypedLater } from './use-typed-later.ts';

type Props = {
  target: Resource | undefined;
  reference: Column['references'];
  label: string;
  /** Offers only rows that hold this value. */
  only?: { column: string; value: string };
  value?: string | string[] | null;
  onChange?: (value: string | string[] | null) => void;
  isMany?: boolean;
  disabled?: boolean;
  id?: string;
};

/** Finds a row of another table by its name. */
export function ReferenceSelect({
  target,
  reference,
  label,
  only,
  value,
  onChange,
  isMany,
  disabled,
  id,
}: Props) {
  const text = useText();
  const [search, setSearch] = useState('');
  const options = useOptions(target, reference, useTypedLater(search), only);
  const chosen = value === null || value === undefined ? [] : [value].flat();
  const names = useLabels(target, reference, chosen);
  const found = options.data ?? [];
  const missing = chosen
    .filter((one) => !found.some((option) => option.value === one))
    .map((one) => ({ value: one, label: names.data?.[one] ?? one.slice(0, 8) }));
  return (
    <Select
      id={id}
      className="fill"
      mode={isMany ? 'multiple' : undefined}
      allowClear
      disabled={disabled || target === undefined}
      aria-label={label}
      placeholder={text('data.find_row')}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      loading={options.isFetching}
      notFoundContent={text(options.isFetching ? 'data.searching' : 'data.nothing_found')}
      options={search === '' ? [...missing, ...found] : found}
      value={isMany ? chosen : (value ?? undefined)}
      onChange={(next: string | string[] | undefined) => onChange?.(next ?? null)}
    />
  );
}
