import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Grid } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { LoadingPage } from '../components/loading-page.tsx';
import { allows } from '../lib/access.ts';
import { useText } from '../providers/use-text.ts';
import { NewOrderAlarm } from './alarm/new-order-alarm.tsx';
import { Brand } from './brand.tsx';
import { LiveMark } from './live-mark.tsx';
import { PlaceSwitch } from './place-switch.tsx';
import { SideNav } from './side-nav.tsx';
import { UserMenu } from './user-menu.tsx';
import { useWorkspace } from './workspace.ts';

const CommandPalette = lazy(() => import('./command-palette.tsx'));

/** The frame around every screen: navigation, where one works, how the connection stands. */
export function Shell() {
  const text = useText();
  const { pathname } = useLocation();
  const { roles, workspace, store } = useWorkspace();
  const isWide = Grid.useBreakpoint().xl ?? true;
  const [openAt, setOpenAt] = useState<string | undefined>(undefined);
  const alarms = workspace === 'merchant' && store && allows(roles, 'merchant', 'desk', 'edit', store.id);
  return (
    <div className={isWide ? 'shell' : 'shell shell-narrow'}>
      <a className="skip-link" href="#content">
        {text('shell.skip')}
      </a>
      {isWide ? (
        <aside className="side">
          <Brand />
          <SideNav />
        </aside>
      ) : (
        <Drawer
          open={openAt === pathname}
          placement="left"
          size={248}
          title={<Brand />}
          onClose={() => setOpenAt(undefined)}
        >
          <SideNav />
        </Drawer>
      )}
      <div className="shell-main">
        <header className="top">
          {!isWide && (
            <Button
              type="text"
              icon={<MenuOutlined />}
              aria-label={text('shell.menu')}
              data-testid="open-menu"
              onClick={() => setOpenAt(pathname)}
            />
          )}
          <PlaceSwitch />
          <span className="push" />
          <LiveMark />
          <Suspense fallback={null}>
            <CommandPalette />
          </Suspense>
          <UserMenu />
        </header>
        {alarms && <NewOrderAlarm key={store.id} storeId={store.id} />}
        <main id="content" tabIndex={-1}>
          <Suspense fallback={<LoadingPage />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  );
}
