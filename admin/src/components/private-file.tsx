import { CheckCircleOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Space, Upload } from 'antd';
import { useState } from 'react';
import { useClient } from '../app/services.ts';
import { useErrorText } from '../providers/use-error-text.ts';
import { useText } from '../providers/use-text.ts';
import { openFile } from '../queries/file/open-file.ts';
import { uploadFile } from '../queries/file/upload-file.ts';

type Props = {
  id?: string;
  bucket: 'licenses' | 'invoices';
  /** Who may read what lies in it is decided by the folder. */
  folder: string | undefined;
  value?: string;
  onChange?: (path: string) => void;
};

const accepted = {
  licenses: 'image/png,image/jpeg,image/webp,application/pdf',
  invoices: 'image/png,image/jpeg,application/pdf',
} as const;

/** A scan, photo or PDF kept in a private bucket; the form keeps its path. */
export function PrivateFile({ id, bucket, folder, value, onChange }: Props) {
  const text = useText();
  const errorText = useErrorText();
  const client = useClient();
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
          accept={accepted[bucket]}
          showUploadList={false}
          beforeUpload={(file) => {
            if (folder !== undefined)
              void attempt(async () => onChange?.(await uploadFile(client, bucket, folder, file)));
            return false;
          }}
        >
          <Button id={id} icon={<UploadOutlined />} loading={busy} data-testid="file-upload">
            {text(value ? 'file.replace' : 'file.choose')}
          </Button>
        </Upload>
        {value && (
          <Button
            type="link"
            size="small"
            icon={<CheckCircleOutlined />}
            data-testid="file-uploaded"
            onClick={() => void attempt(() => openFile(client, bucket, value))}
          >
            {text('file.open')}
          </Button>
        )}
      </Space>
      {error !== undefined && <Alert type="error" showIcon title={errorText(error)} />}
    </Space>
  );
}
