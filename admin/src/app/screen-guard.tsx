import { EnvironmentOutlined, LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Notice } from '../components/notice.tsx';
import { allows } from '../lib/access.ts';
import { useText } from '../providers/use-text.ts';
import { screens } from '../resources/resources.tsx';
import { useWorkspace } from './workspace.ts';

/** Shows a screen to those who may see it, once there is a store or city to show. */
export default function ScreenGuard({ name, children }: { name: string; children: ReactNode }) {
  const text = useText();
  const navigate = useNavigate();
  const { roles, workspace, store, city } = useWorkspace();
  const screen = screens.find((known) => known.name === name);
  if (screen === undefined || !allows(roles, workspace, name, 'list', store?.id)) {
    return (
      <Notice
        page
        testId="guard"
        icon={<LockOutlined />}
        title={text('guard.title')}
        detail={text('guard.detail')}
        actions={
          <Button type="primary" onClick={() => void navigate('/')}>
            {text('guard.home')}
          </Button>
        }
      />
    );
  }
  if (city === undefined) {
    return (
      <Notice
        page
        icon={<EnvironmentOutlined />}
        title={text('guard.no_city')}
        detail={text('guard.no_city_hint')}
      />
    );
  }
  // A new key for a new place: no screen carries rows of one store or city over to another.
  return <div key={workspace === 'merchant' ? store?.id : city.id}>{children}</div>;
}
