import { Alert, Button, Card, Form, Input, Select, Skeleton, Space, TreeSelect } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import { categoryOptions } from '../../lib/category-options.ts';
import { neededLicenses } from '../../lib/license-kinds.ts';
import { localName } from '../../lib/local-name.ts';
import type { Pin } from '../../components/map/pin-field.tsx';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCategories } from '../../queries/category/use-categories.ts';
import { useCities } from '../../queries/city/use-cities.ts';
import { useApply, type LicenseDraft } from '../../queries/onboarding/use-apply.ts';
import type { ApplicationRow } from '../../queries/onboarding/use-my-applications.ts';
import { LicenseFields } from './license-fields.tsx';

const PinField = lazy(() => import('../../components/map/pin-field.tsx'));

type Values = {
  merchant_name: string;
  legal_name: string;
  contact_phone: string;
  city_id: string;
  category_id: string;
  store_name: string;
  street: string;
  pin: Pin;
  licenses: (Omit<LicenseDraft, 'expires_on'> & { expires_on?: string | null })[];
};
type Props = {
  merchantId: string | undefined;
  /** An earlier application, whose answers are offered again. */
  before: ApplicationRow | undefined;
  isMending: boolean;
  onCancel: (() => void) | undefined;
  onDone: () => void;
};

const words = (max: number) => ({ required: true, whitespace: true, max });

/** Business, first store and licences: everything ops need to decide. */
export function ApplyForm({ merchantId, before, isMending, onCancel, onDone }: Props) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const [form] = Form.useForm<Values>();
  const cities = useCities().data?.filter((city) => city.is_active);
  const categories = useCategories().rows;
  // What ops handed back goes on as the same application; what they declined is asked anew.
  const returnedId = isMending && before?.status === 'returned' ? before.id : undefined;
  const apply = useApply({ merchantId, returnedId });
  const cityId = Form.useWatch('city_id', form);
  const categoryId = Form.useWatch('category_id', form);
  const city = cities?.find((row) => row.id === cityId);
  // Whoever sells anything has a business licence; the category may ask for more.
  const needed = useMemo(
    () => [...new Set(['business_license', ...neededLicenses(categories ?? [], categoryId)])],
    [categories, categoryId],
  );
  if (cities === undefined || categories === undefined) return <Skeleton active paragraph={{ rows: 10 }} />;

  const initial: Partial<Values> = {
    merchant_name: before?.merchant_name,
    legal_name: before?.legal_name,
    contact_phone: before?.contact_phone,
    city_id: before?.city_id ?? cities[0]?.id,
    ...(isMending && before
      ? {
          category_id: before.category_id,
          store_name: before.store_name,
          street: before.street,
          pin: { lon: before.lon, lat: before.lat },
          licenses: before.licenses as LicenseDraft[],
        }
      : { licenses: [{ kind: 'business_license', number: '', file_path: '' }] }),
  };
  const submit = ({ pin, licenses, ...rest }: Values): void =>
    apply.mutate(
      {
        ...rest,
        ...pin,
        licenses: licenses.map((row) => ({ ...row, expires_on: row.expires_on || null })),
      },
      { onSuccess: onDone },
    );
  const missing = (max: number) => [{ ...words(max), message: text('form.length', { max }) }];
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="apply-form"
      initialValues={initial}
      scrollToFirstError
      onFinish={submit}
      data-testid="apply-form"
    >
      {isMending && before && (
        <Alert type="warning" showIcon title={text('apply.to_mend')} description={before.reason} />
      )}
      <Card size="small" title={<h2 className="card-title">{text('apply.business')}</h2>}>
        <div className="pair">
          <Form.Item name="merchant_name" label={text('apply.merchant_name')} rules={missing(80)}>
            <Input maxLength={80} data-testid="apply-merchant" />
          </Form.Item>
          <Form.Item
            name="legal_name"
            label={text('apply.legal_name')}
            extra={text('apply.legal_hint')}
            rules={missing(120)}
          >
            <Input maxLength={120} data-testid="apply-legal" />
          </Form.Item>
        </div>
        <Form.Item
          name="contact_phone"
          label={text('apply.contact_phone')}
          rules={[{ required: true, pattern: /^\+?[0-9 -]{5,20}$/, message: text('apply.phone_wrong') }]}
        >
          <Input type="tel" autoComplete="tel" maxLength={21} data-testid="apply-phone" />
        </Form.Item>
      </Card>
      <Card size="small" title={<h2 className="card-title">{text('apply.first_store')}</h2>}>
        <div className="pair">
          <Form.Item name="store_name" label={text('apply.store_name')} rules={missing(80)}>
            <Input maxLength={80} data-testid="apply-store" />
          </Form.Item>
          <Form.Item
            name="category_id"
            label={text('apply.category')}
            rules={[{ required: true, message: text('form.required') }]}
          >
            <TreeSelect
              showSearch={{ treeNodeFilterProp: 'title' }}
              treeDefaultExpandAll
              data-testid="apply-category"
              treeData={categoryOptions(
                categories.filter((row) => row.is_active),
                locale,
              )}
            />
          </Form.Item>
        </div>
        <div className="pair">
          <Form.Item name="city_id" label={text('apply.city')} rules={[{ required: true }]}>
            <Select
              disabled={returnedId !== undefined}
              options={cities.map((row) => ({ value: row.id, label: localName(row, locale) }))}
            />
          </Form.Item>
          <Form.Item name="street" label={text('apply.street')} rules={missing(200)}>
            <Input maxLength={200} data-testid="apply-street" />
          </Form.Item>
        </div>
        {city && (
          <Form.Item
            key={city.id}
            name="pin"
            label={text('apply.place')}
            extra={text('apply.place_hint')}
            rules={[{ required: true, message: text('apply.place_missing') }]}
          >
            <PinBox city={city} />
          </Form.Item>
        )}
      </Card>
      <Card size="small" title={<h2 className="card-title">{text('apply.licenses')}</h2>}>
        <LicenseFields needed={needed} />
      </Card>
      {apply.isError && (
        <Alert type="error" showIcon title={errorText(apply.error)} data-testid="apply-error" />
      )}
      <Space>
        <Button
          type="primary"
          size="large"
          htmlType="submit"
          loading={apply.isPending}
          data-testid="apply-send"
        >
          {text(isMending ? 'apply.send_again' : 'apply.send')}
        </Button>
        {onCancel && (
          <Button size="large" onClick={onCancel}>
            {text('action.cancel')}
          </Button>
        )}
      </Space>
    </Form>
  );
}

function PinBox(props: React.ComponentProps<typeof PinField>) {
  return (
    <Suspense fallback={<div className="map-field" />}>
      <PinField {...props} />
    </Suspense>
  );
}
