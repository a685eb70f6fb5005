import '@linli/ui/tokens.css';
import './styles/index.css';
import { createLinliClient, loadAppConfig } from '@linli/database';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { AppRoot } from './app/app-root.tsx';
import { ServicesContext } from './app/services.ts';
import { createTopicHub } from './live/topic-hub.ts';
import { applyTheme } from './providers/color-theme.ts';
import { createI18n } from './providers/i18n.ts';
import { createRolesStore } from './providers/roles-store.ts';

applyTheme();
const element = document.getElementById('root');
if (element === null) throw new Error('the page has no #root');
const root = createRoot(element);

const [i18n, config] = await Promise.all([createI18n(), loadAppConfig().catch(() => undefined)]);
if (config === undefined) {
  const { default: StartFailed } = await import('./app/start-failed.tsx');
  root.render(
    <I18nextProvider i18n={i18n}>
      <StartFailed />
    </I18nextProvider>,
  );
} else {
  const client = createLinliClient(config, 'admin');
  const services = { config, client, hub: createTopicHub(client), roles: createRolesStore(client) };
  root.render(
    <I18nextProvider i18n={i18n}>
      <ServicesContext value={services}>
        <AppRoot />
      </ServicesContext>
    </I18nextProvider>,
  );
}
