import { PictureOutlined } from '@ant-design/icons';
import { App, Button, Tag, Upload } from 'antd';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { useUploadAttachment } from '../../queries/support/use-upload-attachment.ts';

const most = 9;

type Props = { names: readonly string[]; onChange: (names: string[]) => void };

/** Pictures that go with a message. */
export function TicketPictures({ names, onChange }: Props) {
  const text = useText();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const { mutate, isPending } = useUploadAttachment();
  return (
    <>
      <Upload
        accept="image/*"
        showUploadList={false}
        disabled={isPending || names.length >= most}
        beforeUpload={(file) => {
          mutate(file, {
            onSuccess: (name) => onChange([...names, name]),
            onError: (error) => void message.error(errorText(error)),
          });
          return false;
        }}
      >
        <Button
          size="small"
          icon={<PictureOutlined />}
          loading={isPending}
          disabled={names.length >= most}
          data-testid="ticket-picture"
        >
          {text('support.add_picture')}
        </Button>
      </Upload>
      {names.map((name, index) => (
        <Tag key={name} closable onClose={() => onChange(names.filter((other) => other !== name))}>
          {text('support.picture')} {index + 1}
        </Tag>
      ))}
    </>
  );
}
