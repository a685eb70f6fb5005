import { CompassOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { Notice } from '../components/notice.tsx';
import { useText } from '../providers/use-text.ts';

/** An address that leads nowhere. */
export default function NotFoundPage() {
  const text = useText();
  const navigate = useNavigate();
  return (
    <Notice
      page
      icon={<CompassOutlined />}
      title={text('not_found.title')}
      actions={
        <Button type="primary" onClick={() => void navigate('/')}>
          {text('guard.home')}
        </Button>
      }
    />
  );
}
