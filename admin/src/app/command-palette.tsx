import { SearchOutlined } from '@ant-design/icons';
import { useLogout } from '@refinedev/core';
import {
  KBarAnimator,
  KBarPortal,
  KBarPositioner,
  KBarProvider,
  KBarResults,
  KBarSearch,
  useKBar,
  useMatches,
  useRegisterActions,
  type Action,
} from '@refinedev/kbar';
import { Button, Tooltip } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { allows } from '../lib/access.ts';
import { localName } from '../lib/local-name.ts';
import { chooseTheme, themeChoices } from '../providers/color-theme.ts';
import { changeLocale, locales } from '../providers/i18n.ts';
import { useText } from '../providers/use-text.ts';
import { screens } from '../resources/resources.tsx';
import { useWorkspace } from './workspace.ts';

/** Everything by keyboard: Cmd-K or Ctrl-K, then a few letters. */
export default function CommandPalette() {
  return (
    <KBarProvider options={{ enableHistory: false }}>
      <Opener />
      <Actions />
      <KBarPortal>
        <Dialog />
      </KBarPortal>
    </KBarProvider>
  );
}

function Dialog() {
  const text = useText();
  return (
    <KBarPositioner className="kbar">
      <KBarAnimator className="kbar-box">
        <div role="dialog" aria-modal="true" aria-label={text('palette.open')}>
          <Search />
          <Results />
        </div>
      </KBarAnimator>
    </KBarPositioner>
  );
}

function Opener() {
  const text = useText();
  const { query } = useKBar();
  const keys = navigator.platform.startsWith('Mac') ? '⌘K' : 'Ctrl K';
  return (
    <Tooltip title={`${text('palette.open')} · ${keys}`}>
      <Button
        type="text"
        icon={<SearchOutlined />}
        aria-label={text('palette.open')}
        data-testid="open-palette"
        onClick={query.toggle}
      />
    </Tooltip>
  );
}

function Search() {
  const text = useText();
  return (
    <KBarSearch
      className="kbar-search"
      defaultPlaceholder={text('palette.search')}
      aria-label={text('palette.search')}
    />
  );
}

/** The list scrolls in an element that kbar makes; it must be reachable by keyboard. */
function makeScrollable(box: HTMLDivElement | null): void {
  box?.firstElementChild?.setAttribute('tabindex', '0');
}

function Results() {
  const { results } = useMatches();
  return (
    <div ref={makeScrollable}>
      <KBarResults
        items={results}
        onRender={({ item, active }) =>
          typeof item === 'string' ? (
            <div className="kbar-group">{item}</div>
          ) : (
            <div className={active ? 'kbar-item kbar-active' : 'kbar-item'}>
              {item.icon}
              {item.name}
            </div>
          )
        }
      />
    </div>
  );
}

function Actions() {
  const text = useText();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const { mutate: logout } = useLogout();
  const { roles, store, cities, workspace, chooseStore, chooseCity } = useWorkspace();
  const actions = useMemo((): Action[] => {
    const go = screens
      .filter((screen) => allows(roles, screen.workspace, screen.name, 'list', store?.id))
      .map((screen) => ({
        id: `go-${screen.name}`,
        name: text(screen.label),
        keywords: screen.name,
        section: text(`workspace.${screen.workspace}`),
        icon: screen.icon,
        perform: () => void navigate(`/${screen.name}`),
      }));
    const places = (workspace === 'merchant' ? roles.stores : cities).map((place) => ({
      id: `place-${place.id}`,
      name: localName(place, i18n.language),
      keywords: place.name,
      section: text(workspace === 'merchant' ? 'shell.store' : 'shell.city'),
      perform: () => (workspace === 'merchant' ? chooseStore(place.id) : chooseCity(place.id)),
    }));
    const languages = locales.map((locale) => ({
      id: `locale-${locale}`,
      name: text(`language.${locale}`),
      section: text('shell.language'),
      perform: () => void changeLocale(i18n, locale),
    }));
    const themes = themeChoices.map((choice) => ({
      id: `theme-${choice}`,
      name: text(`theme.${choice}`),
      section: text('shell.theme'),
      perform: () => chooseTheme(choice),
    }));
    const out = {
      id: 'sign-out',
      name: text('session.sign_out'),
      section: text('session.me'),
      perform: () => logout(),
    };
    return [...go, ...(places.length > 1 ? places : []), ...languages, ...themes, out];
  }, [roles, store, cities, workspace, text, i18n, navigate, logout, chooseStore, chooseCity]);
  useRegisterActions(actions, [actions]);
  return null;
}
