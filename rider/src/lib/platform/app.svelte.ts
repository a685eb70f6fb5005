import { createLinliClient, type AppConfig, type LinliClient } from '@linli/database';
import { createContext } from 'svelte';
import { Session } from '#lib/identity/session.svelte.ts';
import { Sounds } from '#lib/sound/sounds.svelte.ts';
import { Connection } from './connection.svelte.ts';
import { Notices } from './notices.svelte.ts';

/** What every page of the app stands on. */
export class App {
  readonly config: AppConfig;
  readonly client: LinliClient;
  readonly session: Session;
  readonly connection = new Connection();
  readonly notices = new Notices();
  readonly sounds = new Sounds();

  constructor(config: AppConfig) {
    this.config = config;
    this.client = createLinliClient(config, 'rider');
    this.session = new Session(this.client);
  }
}

/** The app of the component tree. */
export const [getApp, setApp] = createContext<App>();
