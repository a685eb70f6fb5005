import { Segmented, Select } from 'antd';
import { useNavigate } from 'react-router';
import { workspacesOf } from '../lib/access.ts';
import { localName } from '../lib/local-name.ts';
import { useLocale, useText } from '../providers/use-text.ts';
import { useWorkspace } from './workspace.ts';

/** Chooses the workspace, and the store or city on which it works. */
export function PlaceSwitch() {
  const text = useText();
  const locale = useLocale();
  const navigate = useNavigate();
  const { roles, workspace, cities, store, city, chooseStore, chooseCity } = useWorkspace();
  const open = workspacesOf(roles);
  const places = workspace === 'merchant' ? roles.stores : cities;
  const chosen = workspace === 'merchant' ? store : city;
  return (
    <div className="place-switch">
      {open.length > 1 && (
        <Segmented
          aria-label={text('shell.workspace')}
          value={workspace}
          options={open.map((value) => ({ value, label: text(`workspace.${value}`) }))}
          onChange={(value) => void navigate(value === 'merchant' ? '/desk' : '/map')}
        />
      )}
      {places.length > 1 ? (
        <Select
          className="place-select"
          variant="filled"
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={text(workspace === 'merchant' ? 'shell.store' : 'shell.city')}
          data-testid="place-select"
          value={chosen?.id}
          options={places.map((place) => ({ value: place.id, label: localName(place, locale) }))}
          onChange={workspace === 'merchant' ? chooseStore : chooseCity}
        />
      ) : (
        chosen && (
          <strong className="place-name" data-testid="place-name">
            {localName(chosen, locale)}
          </strong>
        )
      )}
    </div>
  );
}
