import { UserOutlined } from '@ant-design/icons';
import { useGetIdentity, useLogout } from '@refinedev/core';
import type { User } from '@supabase/supabase-js';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { chooseTheme, themeChoices, useThemeChoice } from '../providers/color-theme.ts';
import { changeLocale, locales } from '../providers/i18n.ts';
import { useText } from '../providers/use-text.ts';
import { useWorkspace } from './workspace.ts';

/** Who is signed in, language, theme, and the way out. */
export function UserMenu() {
  const text = useText();
  const { i18n } = useTranslation();
  const theme = useThemeChoice();
  const { roles } = useWorkspace();
  const { mutate: logout } = useLogout();
  const identity = useGetIdentity<User>().data;
  const name = roles.display_name || identity?.email || identity?.phone || text('session.me');
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        selectedKeys: [`locale:${i18n.language}`, `theme:${theme}`],
        items: [
          { key: 'who', type: 'group', label: name },
          {
            key: 'locale',
            type: 'group',
            label: text('shell.language'),
            children: locales.map((locale) => ({
              key: `locale:${locale}`,
              label: text(`language.${locale}`),
            })),
          },
          {
            key: 'theme',
            type: 'group',
            label: text('shell.theme'),
            children: themeChoices.map((choice) => ({
              key: `theme:${choice}`,
              label: text(`theme.${choice}`),
            })),
          },
          { type: 'divider' },
          { key: 'sign-out', label: <span data-testid="sign-out">{text('session.sign_out')}</span> },
        ],
        onClick: ({ key }) => {
          if (key === 'sign-out') return logout();
          const locale = locales.find((known) => key === `locale:${known}`);
          const choice = themeChoices.find((known) => key === `theme:${known}`);
          if (locale) void changeLocale(i18n, locale);
          if (choice) chooseTheme(choice);
        },
      }}
    >
      <Button
        type="text"
        icon={<UserOutlined />}
        aria-label={text('shell.account', { name })}
        data-testid="user-menu"
      >
        <span className="user-name">{name}</span>
      </Button>
    </Dropdown>
  );
}
