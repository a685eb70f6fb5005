import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input, Select } from 'antd';
import { LicenseFile } from '../../components/license-file.tsx';
import { useLicenseText } from '../../components/use-license-text.ts';
import { licenseKinds } from '../../lib/license-kinds.ts';
import { useText } from '../../providers/use-text.ts';

/** The licences of an application: kind, number, last day, scan. Those that the category demands are asked for. */
export function LicenseFields({ needed }: { needed: readonly string[] }) {
  const text = useText();
  const licenseText = useLicenseText();
  const kinds = [...new Set<string>([...needed, ...licenseKinds])];
  const required = [{ required: true, whitespace: true, message: text('form.required') }];
  return (
    <Form.List
      name="licenses"
      rules={[
        {
          validator: (_rule, rows: { kind?: string }[] | undefined) => {
            const missing = needed.filter((kind) => !(rows ?? []).some((row) => row.kind === kind));
            return missing.length === 0
              ? Promise.resolve()
              : Promise.reject(
                  new Error(text('apply.license_missing', { kinds: missing.map(licenseText).join(' · ') })),
                );
          },
        },
      ]}
    >
      {(fields, { add, remove }, { errors }) => (
        <>
          <p className="muted">
            {text('apply.licenses_needed', { kinds: needed.map(licenseText).join(' · ') })}
          </p>
          {fields.map(({ key, name }) => (
            <div key={key} className="license-row" data-testid="license-row">
              <Form.Item name={[name, 'kind']} label={text('license.kind')} rules={required}>
                <Select options={kinds.map((kind) => ({ value: kind, label: licenseText(kind) }))} />
              </Form.Item>
              <Form.Item name={[name, 'number']} label={text('license.number')} rules={required}>
                <Input maxLength={80} data-testid="license-number" />
              </Form.Item>
              <Form.Item name={[name, 'expires_on']} label={text('license.expires')}>
                <Input type="date" data-testid="license-expires" />
              </Form.Item>
              <Form.Item name={[name, 'file_path']} label={text('license.file')} rules={required}>
                <LicenseFile />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={text('license.remove')}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          {errors.length > 0 && <Alert type="error" showIcon title={errors} className="license-errors" />}
          <Button
            icon={<PlusOutlined />}
            data-testid="license-add"
            onClick={() =>
              add({ kind: needed.find((kind) => kind !== 'business_license') ?? 'other_permit' })
            }
          >
            {text('license.add')}
          </Button>
        </>
      )}
    </Form.List>
  );
}
