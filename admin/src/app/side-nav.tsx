import { Fragment } from 'react';
import { NavLink } from 'react-router';
import { allows } from '../lib/access.ts';
import { useText } from '../providers/use-text.ts';
import { screens } from '../resources/resources.tsx';
import { useWorkspace } from './workspace.ts';

/** The screens of the workspace that this person may see. */
export function SideNav() {
  const text = useText();
  const { roles, workspace, store } = useWorkspace();
  const shown = screens.filter(
    (screen) =>
      screen.workspace === workspace &&
      allows(roles, workspace, screen.name, 'list', store?.id) &&
      (screen.isFor?.(store) ?? true),
  );
  return (
    <nav className="side-nav" aria-label={text('shell.screens')}>
      <ul>
        {shown.map((screen, index) => (
          <Fragment key={screen.name}>
            {screen.group !== undefined && screen.group !== shown[index - 1]?.group && (
              <li className="side-group">{text(screen.group)}</li>
            )}
            <li>
              <NavLink to={`/${screen.name}`} data-testid={`nav-${screen.name}`}>
                {screen.icon}
                {text(screen.label)}
              </NavLink>
            </li>
          </Fragment>
        ))}
      </ul>
    </nav>
  );
}
