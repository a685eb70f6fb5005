import { Form, Input, Select } from 'antd';
import { LicenseFile } from '../../components/license-file.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useLicenseText } from '../../components/use-license-text.ts';
import { licenseKinds } from '../../lib/license-kinds.ts';
import { useText } from '../../providers/use-text.ts';
import { useSubmitLicense, type LicenseInput } from '../../queries/store/use-submit-license.ts';

type Props = {
  store: { id: string; merchant_id: string };
  needed: readonly string[];
  today: string;
  open: boolean;
  onClose: () => void;
};

/** Hands in a licence, new or in place of one that runs out. */
export function LicenseDrawer({ store, needed, today, open, onClose }: Props) {
  const text = useText();
  const licenseText = useLicenseText();
  const submit = useSubmitLicense(store.id, store.merchant_id);
  const kinds = [...new Set<string>([...needed, ...licenseKinds])];
  const initial = { kind: needed[0] };
  const required = [{ required: true, whitespace: true, message: text('form.required') }];
  return (
    <RecordDrawer<LicenseInput>
      open={open}
      title={text('licenses.new')}
      initialValues={initial}
      onClose={onClose}
      onSubmit={(values) => submit.mutateAsync(values)}
      testId="license-drawer"
    >
      {() => (
        <>
          <Form.Item name="kind" label={text('license.kind')} rules={required}>
            <Select options={kinds.map((kind) => ({ value: kind, label: licenseText(kind) }))} />
          </Form.Item>
          <Form.Item name="number" label={text('license.number')} rules={required}>
            <Input maxLength={80} data-testid="license-number" />
          </Form.Item>
          <Form.Item name="expires_on" label={text('license.expires')}>
            <Input type="date" min={today} />
          </Form.Item>
          <Form.Item name="file_path" label={text('license.file')} rules={required}>
            <LicenseFile />
          </Form.Item>
        </>
      )}
    </RecordDrawer>
  );
}
