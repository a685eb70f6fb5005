/** A Supabase elsewhere, as the command line and the environment name it. */
export interface RemoteSupabase {
  url: string;
  publishableKey: string;
  /** For the workflows only. */
  secretKey?: string;
  /** For the workflows only: a session connection of `postgres`, not the transaction pooler. */
  dbUrl?: string;
}

const timeoutMs = 15_000;

/**
 * Reads `--supabase URL` (or `--supabase=URL`) and the keys in the environment; null when it is not asked for. Throws
 * one line that says what is missing or cannot be.
 */
export function readRemoteSupabase(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): RemoteSupabase | null {
  const at = args.findIndex((arg) => arg === '--supabase' || arg.startsWith('--supabase='));
  if (at < 0) return null;
  const given = args[at]?.split('=').slice(1).join('=') || args[at + 1] || '';
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
    throw new Error(`--supabase wants the project's URL, such as https://abc.supabase.co, not "${given}"`);
  }
  const publishableKey = env['SUPABASE_PUBLISHABLE_KEY'];
  if (!publishableKey) throw new Error('set SUPABASE_PUBLISHABLE_KEY to the publishable key of the project');
  const [secretKey, dbUrl] = [env['SUPABASE_SECRET_KEY'], env['SUPABASE_DB_URL']];
  if (secretKey && secretKey === publishableKey) {
    throw new Error('SUPABASE_PUBLISHABLE_KEY is the secret key: it would be shown to every visitor');
  }
  if (publishableKey.startsWith('sb_secret_') || roleOf(publishableKey) === 'service_role') {
    throw new Error('SUPABASE_PUBLISHABLE_KEY is a secret key: it would be shown to every visitor');
  }
  if (dbUrl && !/^postgres(ql)?:\/\//.test(dbUrl)) throw new Error('SUPABASE_DB_URL wants postgresql://…');
  if (dbUrl && !secretKey)
    throw new Error('SUPABASE_DB_URL starts the workflows: set SUPABASE_SECRET_KEY too');
  return {
    url: new URL(given).origin,
    publishableKey,
    ...(secretKey ? { secretKey } : {}),
    ...(dbUrl ? { dbUrl } : {}),
  };
}

/** Role that a legacy JWT key names; undefined for anything else. */
function roleOf(key: string): unknown {
  try {
    return (JSON.parse(Buffer.from(key.split('.')[1] ?? '', 'base64url').toString()) as { role?: unknown })
      .role;
  } catch {
    return undefined;
  }
}

/** Asks the project for something that only a migrated database has. Throws one line that says what is wrong. */
export async function checkRemote({ url, publishableKey }: RemoteSupabase): Promise<void> {
  const answer = await fetch(`${url}/rest/v1/cities?select=id&limit=1`, {
    headers: { apikey: publishableKey },
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: Error) => {
    throw new Error(`${url} does not answer: ${error.message}`, { cause: error });
  });
  if (answer.ok) return;
  const text = (await answer.text()).slice(0, 300);
  if (answer.status === 401 && /api key/i.test(text)) {
    throw new Error(`${url} refuses SUPABASE_PUBLISHABLE_KEY: ${text}`);
  }
  if (answer.status === 404) {
    throw new Error(
      `${url} has no table "cities": bring the database up with supabase db push (docs/deploy.md)`,
    );
  }
  throw new Error(`${url} answered ${answer.status}: ${text}`);
}
