import { Input, Select, type InputRef } from 'antd';
import { useEffect, useEffectEvent, useState, type Ref } from 'react';
import { SearchBox } from '../../components/search-box.tsx';
import { useTypedLater } from '../../components/engine/use-typed-later.ts';
import type { CustomerFilter } from '../../lib/customer-filter.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useSegments } from '../../queries/member/use-segments.ts';
import { useTiers } from '../../queries/member/use-tiers.ts';

type Props = {
  filter: CustomerFilter;
  onChange: (filter: CustomerFilter) => void;
  searchRef: Ref<InputRef>;
  /** Whether whole phone numbers and e-mails find somebody. */
  hasAccounts: boolean;
};

/** Narrows the list by words, tier, segment, block and day of joining. */
export function UserFilters({ filter, onChange, searchRef, hasAccounts }: Props) {
  const text = useText();
  const locale = useLocale();
  const tiers = useTiers().data ?? [];
  const segments = useSegments().rows ?? [];
  const [words, setWords] = useState(filter.query ?? '');
  const typed = useTypedLater(words.trim(), 300);
  const apply = useEffectEvent((query: string) => {
    if (query !== (filter.query ?? '')) onChange({ ...filter, query: query || undefined });
  });
  useEffect(() => apply(typed), [typed]);
  return (
    <div className="filters" role="search">
      <SearchBox
        label={text(hasAccounts ? 'users.search' : 'users.search_name')}
        value={words}
        onChange={setWords}
        ref={searchRef}
      />
      <Select
        allowClear
        className="filter-wide"
        placeholder={text('users.tier')}
        aria-label={text('users.tier')}
        value={filter.tierId}
        onChange={(tierId?: string) => onChange({ ...filter, tierId })}
        options={[
          ...tiers.map((tier) => ({ value: tier.id, label: localName(tier, locale) })),
          { value: 'none', label: text('users.no_tier') },
        ]}
        data-testid="user-tier"
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        className="filter-wide"
        placeholder={text('users.segment')}
        aria-label={text('users.segment')}
        value={filter.segmentId}
        onChange={(segmentId?: string) => onChange({ ...filter, segmentId })}
        options={segments.map((segment) => ({ value: segment.id, label: localName(segment, locale) }))}
        data-testid="user-segment"
      />
      <Select
        allowClear
        className="filter-wide"
        placeholder={text('users.blocked_or_not')}
        aria-label={text('users.blocked_or_not')}
        value={filter.isBlocked}
        onChange={(isBlocked?: boolean) => onChange({ ...filter, isBlocked })}
        options={[
          { value: true, label: text('users.blocked') },
          { value: false, label: text('users.not_blocked') },
        ]}
        data-testid="user-blocked"
      />
      <label className="filter-day">
        <span className="muted">{text('users.joined_from')}</span>
        <Input
          type="date"
          className="filter-date"
          value={filter.joinedFrom ?? ''}
          data-testid="user-since"
          onChange={({ target }) => onChange({ ...filter, joinedFrom: target.value || undefined })}
        />
      </label>
    </div>
  );
}
