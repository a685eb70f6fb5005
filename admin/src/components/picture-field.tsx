import { DeleteOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Space, Upload } from 'antd';
import { useState } from 'react';
import { useClient } from '../app/services.ts';
import { useErrorText } from '../providers/use-error-text.ts';
import { useText } from '../providers/use-text.ts';
import { uploadPicture } from '../queries/store/upload-picture.ts';
import { Picture } from './picture.tsx';

type Props = {
  /** Folder in the public bucket that the reader may write to: `stores/<id>` or `content`. */
  folder: string;
  name: string;
  category: string;
  kind?: 'product' | 'store';
  value?: string | null;
  onChange?: (path: string | null) => void;
};

/** Takes a picture into a folder; the form keeps its path. */
export function PictureField({ folder, name, category, kind, value, onChange }: Props) {
  const text = useText();
  const errorText = useErrorText();
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);

  const take = async (file: Blob): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      onChange?.(await uploadPicture(client, folder, file));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="picture-field">
      <Picture path={value} name={name} category={category} kind={kind} size={96} />
      <Space orientation="vertical" size={4}>
        <Upload
          accept="image/png,image/jpeg,image/webp,image/avif"
          showUploadList={false}
          beforeUpload={(file) => {
            void take(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={busy} data-testid="picture-upload">
            {text('picture.choose')}
          </Button>
        </Upload>
        {value && (
          <Button type="text" size="small" icon={<DeleteOutlined />} onClick={() => onChange?.(null)}>
            {text('picture.remove')}
          </Button>
        )}
        <span className="muted">{text('picture.hint')}</span>
        {error !== undefined && <Alert type="error" showIcon title={errorText(error)} />}
      </Space>
    </div>
  );
}
