import type { Enums } from '@linli/database';
import { Input, Select, type InputRef } from 'antd';
import { useEffect, useEffectEvent, useState, type Ref } from 'react';
import { SearchBox } from '../../components/search-box.tsx';
import { localName, type Named } from '../../lib/local-name.ts';
import type { OrderFilter } from '../../lib/order-filter.ts';
import { useLocale, useText } from '../../providers/use-text.ts';

type Props = {
  stores: readonly (Named & { id: string })[];
  filter: OrderFilter;
  onChange: (filter: OrderFilter) => void;
  searchRef: Ref<InputRef>;
};

const statuses: Enums<'order_status'>[] = [
  'pending_payment',
  'placed',
  'accepted',
  'preparing',
  'ready',
  'in_delivery',
  'awaiting_pickup',
  'completed',
  'rejected',
  'cancelled',
  'expired',
];

/** Narrows the list by number, status, store and day. */
export function OrderFilters({ stores, filter, onChange, searchRef }: Props) {
  const text = useText();
  const locale = useLocale();
  const [number, setNumber] = useState(filter.number ?? '');
  const apply = useEffectEvent((value: string) => {
    if (value !== (filter.number ?? '')) onChange({ ...filter, number: value || undefined });
  });
  useEffect(() => {
    const timer = window.setTimeout(() => apply(number.trim()), 300);
    return () => window.clearTimeout(timer);
  }, [number]);
  return (
    <div className="filters" role="search">
      <SearchBox label={text('orders.search')} value={number} onChange={setNumber} ref={searchRef} />
      <Select
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        className="filter-wide"
        placeholder={text('field.status')}
        aria-label={text('field.status')}
        value={filter.statuses}
        onChange={(value) => onChange({ ...filter, statuses: value })}
        options={statuses.map((value) => ({ value, label: text(`order_status.${value}`) }))}
        data-testid="filter-status"
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        className="filter-wide"
        placeholder={text('order.store')}
        aria-label={text('order.store')}
        value={filter.storeId}
        onChange={(value) => onChange({ ...filter, storeId: value })}
        options={stores.map((store) => ({ value: store.id, label: localName(store, locale) }))}
      />
      <Input
        type="date"
        className="filter-date"
        aria-label={text('field.date')}
        value={filter.day ?? ''}
        onChange={({ target }) => onChange({ ...filter, day: target.value || undefined })}
      />
    </div>
  );
}
