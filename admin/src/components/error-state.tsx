import { DisconnectOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useOnline } from '../live/use-online.ts';
import { useErrorText } from '../providers/use-error-text.ts';
import { useText } from '../providers/use-text.ts';
import { Notice } from './notice.tsx';

type Props = { error: unknown; onRetry: () => void; page?: boolean };

/** What went wrong, in words, with a way on. */
export function ErrorState({ error, onRetry, page = false }: Props) {
  const text = useText();
  const errorText = useErrorText();
  const online = useOnline();
  return (
    <div role="alert">
      <Notice
        page={page}
        icon={online ? <ExclamationCircleOutlined /> : <DisconnectOutlined />}
        title={text('state.failed')}
        detail={online ? errorText(error) : text('state.offline')}
        actions={
          <Button type="primary" onClick={onRetry} data-testid="retry">
            {text('action.retry')}
          </Button>
        }
      />
    </div>
  );
}
