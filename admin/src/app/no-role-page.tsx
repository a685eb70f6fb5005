import { UserSwitchOutlined } from '@ant-design/icons';
import { useLogout } from '@refinedev/core';
import { Button } from 'antd';
import { Notice } from '../components/notice.tsx';
import type { Roles } from '../lib/access.ts';
import { useText } from '../providers/use-text.ts';
import { useServices } from './services.ts';

/** Says plainly that this account works neither for a store nor for the operator, and where to go instead. */
export function NoRolePage({ roles }: { roles: Roles }) {
  const text = useText();
  const { config } = useServices();
  const { mutate: logout } = useLogout();
  return (
    <main>
      <Notice
        page
        testId="no-role"
        icon={<UserSwitchOutlined />}
        title={text('no_role.title')}
        detail={text(roles.is_rider ? 'no_role.rider' : 'no_role.detail')}
        actions={
          <>
            {roles.is_rider && (
              <Button type="primary" href={config.links.rider}>
                {text('no_role.to_rider')}
              </Button>
            )}
            <Button href={config.links.storefront}>{text('no_role.to_storefront')}</Button>
            <Button onClick={() => logout()} data-testid="sign-out">
              {text('session.sign_out')}
            </Button>
          </>
        }
      />
    </main>
  );
}
