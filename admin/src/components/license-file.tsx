import { CheckCircleOutlined, UploadOutlined } from '@ant-design/icons';
import { useGetIdentity } from '@refinedev/core';
import type { User } from '@supabase/supabase-js';
import { Alert, Button, Space, Upload } from 'antd';
import { useState } from 'react';
import { useClient } from '../app/services.ts';
import { useErrorText } from '../providers/use-error-text.ts';
import { useText } from '../providers/use-text.ts';
import { openLicense } from '../queries/onboarding/open-license.ts';
import { uploadLicense } from '../queries/onboarding/upload-license.ts';

type Props = { id?: string; value?: string; onChange?: (path: string) => void };

/** The scan or photo of a licence, kept in the private bucket; the form keeps its path. */
export function LicenseFile({ id, value, onChange }: Props) {
  const text = useText();
  const errorText = useErrorText();
  const client = useClient();
  const userId = useGetIdentity<User>().data?.id;
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    await work().catch((failure: unknown) => setError(failure));
    setBusy(false);
  };
  return (
    <Space orientation="vertical" size={4}>
      <Space wrap>
        <Upload
          accept="image/png,image/jpeg,image/webp,application/pdf"
          showUploadList={false}
          beforeUpload={(file) => {
            if (userId !== undefined)
              void attempt(async () => onChange?.(await uploadLicense(client, userId, file)));
            return false;
          }}
        >
          <Button id={id} icon={<UploadOutlined />} loading={busy} data-testid="license-upload">
            {text(value ? 'license.replace_file' : 'license.choose_file')}
          </Button>
        </Upload>
        {value && (
          <Button
            type="link"
            size="small"
            icon={<CheckCircleOutlined />}
            data-testid="license-uploaded"
            onClick={() => void attempt(() => openLicense(client, value))}
          >
            {text('license.open_file')}
          </Button>
        )}
      </Space>
      {error !== undefined && <Alert type="error" showIcon title={errorText(error)} />}
    </Space>
  );
}
