import { ShopOutlined } from '@ant-design/icons';
import { useLogout } from '@refinedev/core';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { Notice } from '../components/notice.tsx';
import type { Roles } from '../lib/access.ts';
import { useText } from '../providers/use-text.ts';
import { useServices } from './services.ts';

/** Says plainly that this account works neither for a store nor for the operator yet, and what can be done. */
export function NoRolePage({ roles }: { roles: Roles }) {
  const text = useText();
  const navigate = useNavigate();
  const { config } = useServices();
  const { mutate: logout } = useLogout();
  return (
    <main>
      <Notice
        page
        testId="no-role"
        icon={<ShopOutlined />}
        title={text('no_role.title')}
        detail={text(roles.is_rider ? 'no_role.rider' : 'no_role.detail')}
        actions={
          <>
            <Button
              type={roles.is_rider ? 'default' : 'primary'}
              data-testid="to-apply"
              onClick={() => void navigate('/apply')}
            >
              {text('no_role.to_apply')}
            </Button>
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
