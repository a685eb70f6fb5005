/** The database that n8n keeps its own tables in; `schema` is made by n8n. */
export interface N8nDatabase {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  schema: string;
}

/** How to run n8n. Everything binds to 127.0.0.1. */
export interface N8nOptions {
  /** n8n's folder of this profile: its key, its settings, its log. */
  dataDir: string;
  port: number;
  /** Port of the task broker, unique per n8n process. */
  brokerPort: number;
  database: N8nDatabase;
  /** What the workflows call. */
  supabaseUrl: string;
  /** Secret key of the service role, sent as `apikey`. */
  serviceKey: string;
  /** Callers of our webhooks send it as `x-linli-key`. */
  webhookKey: string;
  /** The person who signs in to the editor. */
  owner: { email: string; password: string };
  /** More settings for n8n, over ours. */
  env?: Readonly<Record<string, string>>;
  log?: (line: string) => void;
}
