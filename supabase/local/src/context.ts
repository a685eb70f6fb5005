import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Hono } from 'hono';
import type { JWTPayload } from 'jose';
import type { Pool } from 'pg';
import type { Logger } from 'pino';

/** The three roles that a request may act as. Anything else is refused. */
export type ApiRole = 'anon' | 'authenticated' | 'service_role';

/** Who a request is: proven by an API key, or by a user's access token on top of it. */
export interface Identity {
  role: ApiRole;
  claims: JWTPayload;
}

/** Keys and secrets of one installation, made once and kept in its data folder (mode 0600). */
export interface PlatformKeys {
  publishableKey: string;
  secretKey: string;
  anonJwt: string;
  serviceJwt: string;
  jwtSecret: string;
  /** ES256 private key that signs users' access tokens; its public half is served as JWKS. */
  signingJwk: JsonWebKey & { kid: string };
}

export interface PlatformConfig {
  /** Folder for everything this installation writes. */
  dataDir: string;
  /** Folder that holds `config.toml`, `migrations/`, the functions' entry points are named there. */
  supabaseDir: string;
  host: '127.0.0.1';
  gatewayPort: number;
  databasePort: number;
  /** Public URL of the gateway, the only URL that apps know. */
  url: string;
  /** Where e-mail links and OAuth return to. */
  siteUrl: string;
  /** Environment of the edge functions (vendor credentials, sandbox addresses). */
  functionEnv: Record<string, string>;
}

/** What every part of the platform gets. Parts share nothing else. */
export interface PlatformContext {
  config: PlatformConfig;
  keys: PlatformKeys;
  log: Logger;
  /** Connection string of a superuser (`supabase_admin`); for bootstrap and replication only. */
  adminUrl: string;
  /** Connection string of the `postgres` role: what a developer, migrations and tools use. */
  dbUrl: string;
  /**
   * Pool for the parts' own work. Its login role is a member of every API role and of the
   * `supabase_*_admin` roles, so it may write their tables as it is, or `set local role` to any of them.
   */
  pool: Pool;
  /** Pool that logs in as `authenticator`: no rights of its own, it may only become an API role. */
  apiPool: Pool;
  /** Checks a key or token (publishable, secret, legacy or user JWT); throws `InvalidToken`. */
  identify(keyOrToken: string): Promise<Identity>;
}

export interface PartHealth {
  ok: boolean;
  detail?: string;
}

/** One part behind the gateway: it answers its own path prefix, tells its health, and stops cleanly. */
export interface PlatformPart {
  name: 'rest' | 'rpc' | 'auth' | 'storage' | 'realtime' | 'functions' | 'jobs';
  /** Routes with their whole path (`/auth/v1/token`); the gateway mounts them at its root. */
  routes?: Hono;
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  health(): Promise<PartHealth>;
  stop(): Promise<void>;
}
