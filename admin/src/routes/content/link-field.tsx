import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTypedLater } from '../../components/engine/use-typed-later.ts';
import { linkKinds, linkTo, targetKey, targetKind, type BannerLink } from '../../lib/banner-link.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useLinkTargets } from '../../queries/content/use-link-targets.ts';

type Props = { cityId: string; value?: BannerLink; onChange?: (link: BannerLink) => void };

/** Where a tap leads: first the kind, then one of its targets by name. */
export function LinkField({ cityId, value = { kind: 'none' }, onChange }: Props) {
  const text = useText();
  const locale = useLocale();
  const [search, setSearch] = useState('');
  const kind = targetKind(value);
  const chosen = targetKey(value);
  const targets = useLinkTargets(cityId, kind, useTypedLater(search), kind && chosen);
  return (
    <div className="link-field">
      <Select
        aria-label={text('content.link_kind')}
        value={value.kind}
        onChange={(next) => {
          setSearch('');
          onChange?.(linkTo(next, undefined));
        }}
        options={linkKinds.map((known) => ({ value: known, label: text(`link_kind.${known}`) }))}
        data-testid="field-link-kind"
      />
      {kind !== undefined && (
        <Select
          aria-label={text('content.link_target')}
          placeholder={text('data.find_row')}
          showSearch={{ filterOption: false, onSearch: setSearch }}
          loading={targets.isFetching}
          notFoundContent={text(targets.isFetching ? 'data.searching' : 'data.nothing_found')}
          value={chosen}
          onChange={(key) => onChange?.(linkTo(kind, key))}
          options={targets.data?.map((target) => ({
            value: target.key,
            label: [localName(target, locale), target.detail].filter(Boolean).join(' · '),
          }))}
          data-testid="field-link-target"
        />
      )}
      {value.kind === 'url' && (
        <Input
          aria-label={text('content.link_target')}
          type="url"
          placeholder="https://"
          value={chosen ?? ''}
          onChange={(event) => onChange?.(linkTo('url', event.target.value.trim()))}
          data-testid="field-link-url"
        />
      )}
      {value.kind === 'url' && <span className="muted">{text('content.link_hosts')}</span>}
    </div>
  );
}
