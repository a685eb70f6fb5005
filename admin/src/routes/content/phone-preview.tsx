import { SearchOutlined } from '@ant-design/icons';
import { Select } from 'antd';
import { useState } from 'react';
import { Picture } from '../../components/picture.tsx';
import { localField, localName } from '../../lib/local-name.ts';
import { scheduleState } from '../../lib/schedule-state.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import type { BannerRow } from '../../queries/content/use-banners.ts';
import type { SegmentRow } from '../../queries/member/use-segments.ts';

type Props = {
  city: CityRow;
  banners: readonly BannerRow[];
  segments: readonly SegmentRow[];
  now: number;
};

/** The top of the front page as a phone shows it now, to everyone or to one segment. */
export function PhonePreview({ city, banners, segments, now }: Props) {
  const text = useText();
  const locale = useLocale();
  const [segmentId, setSegmentId] = useState('');
  const shown = banners.filter(
    (row) => scheduleState(row, now) === 'live' && (row.segment_id === null || row.segment_id === segmentId),
  );
  const wide = shown.filter((row) => row.place === 'home_banner');
  const tiles = shown.filter((row) => row.place === 'home_tile');
  return (
    <aside className="phone-side" aria-label={text('content.preview')}>
      <Select
        className="fill"
        aria-label={text('content.preview_as')}
        value={segmentId}
        onChange={setSegmentId}
        options={[
          { value: '', label: text('content.preview_everyone') },
          ...segments.map((segment) => ({
            value: segment.id,
            label: text('content.preview_segment', { name: localName(segment, locale) }),
          })),
        ]}
      />
      <div className="phone" data-testid="phone-preview">
        <div className="phone-place">{localName(city, locale)}</div>
        <div className="phone-search">
          <SearchOutlined aria-hidden="true" /> {text('content.preview_search')}
        </div>
        {wide.length === 0 && tiles.length === 0 && <p className="muted">{text('content.preview_none')}</p>}
        {wide.length > 0 && (
          <ul className="phone-banners" tabIndex={0}>
            {wide.map((row) => (
              <li key={row.id}>
                <Picture path={row.picture_path} name={row.name} category="" size={96} />
                <span>
                  <strong>{localName(row, locale)}</strong>
                  {row.subtitle !== '' && (
                    <small>{localField(row.subtitle, row.translations, 'subtitle', locale)}</small>
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
        {tiles.length > 0 && (
          <ul className="phone-tiles">
            {tiles.map((row) => (
              <li key={row.id}>
                <Picture path={row.picture_path} name={row.name} category="" size={44} />
                <span>{localName(row, locale)}</span>
              </li>
            ))}
          </ul>
        )}
        <div className="phone-rest" aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
      </div>
    </aside>
  );
}
