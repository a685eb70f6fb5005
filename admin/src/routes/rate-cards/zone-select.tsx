import { Select } from 'antd';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useZoneNames } from '../../queries/city/use-zone-names.ts';

type Props = { cityId: string; value: string | null | undefined; onChange: (id: string | null) => void };

/** Chooses one of the city's zones. */
export function ZoneSelect({ cityId, value, onChange }: Props) {
  const text = useText();
  const locale = useLocale();
  const zones = useZoneNames(cityId);
  return (
    <Select<string>
      className="fill"
      aria-label={text('rates.scope_zone')}
      placeholder={text('rates.scope_zone')}
      loading={zones.isPending}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? undefined}
      options={zones.data?.map((zone) => ({ value: zone.id, label: localName(zone, locale) })) ?? []}
      onChange={onChange}
    />
  );
}
