import { Form, Input, Radio, Select, Switch } from 'antd';
import { NameFields } from '../../components/name-fields.tsx';
import { PictureField } from '../../components/picture-field.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useMay } from '../../components/use-may.ts';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { isWhole, type BannerLink } from '../../lib/banner-link.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { fromLocalField, toLocalField } from '../../lib/local-datetime.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import type { BannerRow } from '../../queries/content/use-banners.ts';
import type { SegmentRow } from '../../queries/member/use-segments.ts';
import { LinkField } from './link-field.tsx';

type Values = Pick<
  BannerRow,
  'place' | 'name' | 'subtitle' | 'picture_path' | 'segment_id' | 'is_published'
> & {
  translations?: unknown;
  link: BannerLink;
  starts: string;
  ends?: string;
};
type Props = {
  city: CityRow;
  segments: readonly SegmentRow[];
  banner: BannerRow | 'new' | undefined;
  /** Where a new one goes, and the highest number of the order there. */
  place: BannerRow['place'];
  lastOrder: number;
  onClose: () => void;
};

/** One banner or tile: words, picture, where it leads, for whom and when. */
export function BannerDrawer({ city, segments, banner, place, lastOrder, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const may = useMay('content', 'edit');
  const { save, remove } = useSaveRecord('banners');
  const row = banner === 'new' ? undefined : banner;
  const initial: Partial<Values> = {
    place,
    subtitle: '',
    is_published: true,
    ...row,
    link: (row?.link as BannerLink | undefined) ?? { kind: 'none' },
    starts: toLocalField(row?.starts_at ?? new Date().toISOString(), city.timezone),
    ends: row?.ends_at ? toLocalField(row.ends_at, city.timezone) : undefined,
  };
  const submit = (values: Values): Promise<unknown> => {
    const written = {
      place: values.place,
      name: values.name.trim(),
      subtitle: values.subtitle.trim(),
      translations: cleanTranslations(values.translations),
      picture_path: values.picture_path ?? null,
      link: values.link,
      segment_id: values.segment_id ?? null,
      starts_at: fromLocalField(values.starts, city.timezone),
      ends_at: values.ends ? fromLocalField(values.ends, city.timezone) : null,
      is_published: values.is_published,
    };
    return row ? save(written, row.id) : save({ ...written, city_id: city.id, sort_order: lastOrder + 10 });
  };
  return (
    <RecordDrawer<Values>
      open={banner !== undefined}
      width={560}
      title={row ? localName(row, locale) : text('content.new_banners')}
      initialValues={initial}
      onSubmit={submit}
      onClose={onClose}
      readOnly={!may}
      onDelete={row && (() => remove(row.id))}
      testId="banner-drawer"
    >
      {(form) => (
        <>
          <Form.Item name="place" label={text('content.place')}>
            <Radio.Group
              optionType="button"
              options={(['home_banner', 'home_tile'] as const).map((value) => ({
                value,
                label: text(`content_place.${value}`),
              }))}
            />
          </Form.Item>
          <NameFields max={40} />
          <div className="pair">
            <Form.Item name="subtitle" label={text('content.subtitle')}>
              <Input maxLength={60} data-testid="field-subtitle" />
            </Form.Item>
            <Form.Item name={['translations', 'en', 'subtitle']} label={text('content.subtitle_en')}>
              <Input maxLength={60} lang="en" />
            </Form.Item>
          </div>
          <Form.Item name="picture_path" label={text('field.picture')}>
            <PictureField folder="content" name={row?.name ?? ''} category="" />
          </Form.Item>
          <Form.Item
            name="link"
            label={text('content.link')}
            rules={[
              {
                validator: (_rule, link: BannerLink) =>
                  isWhole(link) ? Promise.resolve() : Promise.reject(new Error(text('content.link_missing'))),
              },
            ]}
          >
            <LinkField cityId={city.id} />
          </Form.Item>
          <Form.Item name="segment_id" label={text('content.audience')} extra={text('content.audience_hint')}>
            <Select
              allowClear
              placeholder={text('content.everyone')}
              options={segments.map((segment) => ({ value: segment.id, label: localName(segment, locale) }))}
              data-testid="field-segment"
            />
          </Form.Item>
          <div className="pair">
            <Form.Item
              name="starts"
              label={text('promotions.starts')}
              extra={city.timezone}
              rules={[{ required: true, message: text('form.required') }]}
            >
              <Input type="datetime-local" data-testid="field-starts" />
            </Form.Item>
            <Form.Item
              name="ends"
              label={text('promotions.ends')}
              dependencies={['starts']}
              rules={[
                {
                  validator: (_rule, value: string | undefined) =>
                    !value || value > (form.getFieldValue('starts') as string)
                      ? Promise.resolve()
                      : Promise.reject(new Error(text('promotions.ends_before'))),
                },
              ]}
            >
              <Input type="datetime-local" data-testid="field-ends" />
            </Form.Item>
          </div>
          <Form.Item name="is_published" label={text('content.shown')} valuePropName="checked">
            <Switch data-testid="field-published" />
          </Form.Item>
        </>
      )}
    </RecordDrawer>
  );
}
