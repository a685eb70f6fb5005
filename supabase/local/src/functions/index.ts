import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import type { PlatformContext, PlatformPart } from '../context.ts';
import { bearerToken } from '../gateway/authenticate.ts';
import { InvalidToken } from '../identity/invalid-token.ts';
import { answers } from './answers.ts';
import { findDeno } from './deno-binary.ts';
import { forward } from './forward.ts';
import { isAffected, readFunctionConfigs, type FunctionConfig } from './function-config.ts';
import { Supervisor } from './supervisor.ts';
import { watchFunctions } from './watch-functions.ts';
import { workerEnv } from './worker-env.ts';

export interface FunctionsOptions {
  /** How long a function may take to begin its answer, and for the whole of it. Default 150 s and 400 s. */
  answerMs?: number;
  wholeMs?: number;
  /** How long a function may take to start serving. Default 60 s: a first boot on a busy machine reads Deno from disk. */
  bootMs?: number;
  /** How long a worker may stay without a request. Default 5 minutes. */
  idleMs?: number;
  /** Starts every function in the background now, so that first requests need not wait. Default false. */
  isWarm?: boolean;
}

const PRELOAD = fileURLToPath(new URL('./worker/preload.ts', import.meta.url));
const PREFIX = '/functions/v1/';

/** Serves the edge functions of `config.toml` at `/functions/v1/NAME`, each in a Deno process of its own. */
export async function createFunctions(
  ctx: PlatformContext,
  options: FunctionsOptions = {},
): Promise<PlatformPart> {
  const {
    answerMs = 150_000,
    wholeMs = 400_000,
    bootMs = 60_000,
    idleMs = 300_000,
    isWarm = false,
  } = options;
  const { supabaseDir, dataDir, functionEnv } = ctx.config;
  const log = ctx.log.child({ part: 'functions' });
  const readConfigs = () => readFunctionConfigs(supabaseDir, { ...process.env, ...functionEnv });
  let configs = await readConfigs();
  const deno = findDeno();
  const supervisor = new Supervisor({
    deno,
    preload: PRELOAD,
    // node_modules/@deno/<machine>/deno
    modules: dirname(dirname(dirname(deno))),
    env: (socketPath) => workerEnv(ctx, socketPath),
    logFolder: join(dataDir, 'logs', 'functions'),
    bootMs,
    idleMs,
  });

  const onCode = (root: string, changed: Set<string>): void => {
    const here = [...configs.values()].filter((config) => config.root === root);
    const siblings = new Set(here.map((config) => basename(config.folder)));
    for (const config of here) {
      if ([...changed].some((file) => isAffected(config, file, siblings))) supervisor.restart(config.name);
    }
  };
  const onConfig = async (): Promise<void> => {
    try {
      configs = await readConfigs();
    } catch (error) {
      log.warn({ err: error }, 'functions: config.toml is not read, the last good one holds');
      return;
    }
    for (const name of supervisor.running()) supervisor.restart(name);
    stopWatching();
    stopWatching = startWatching();
  };
  const startWatching = () => watchFunctions(supabaseDir, roots(configs), () => void onConfig(), onCode);
  let stopWatching = startWatching();

  if (isWarm) void supervisor.warm(configs.values());

  const routes = new Hono();
  routes.all(`${PREFIX}*`, async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const path = pathname.slice(PREFIX.length);
    const config = configs.get(path.split('/')[0] ?? '');
    if (config === undefined) return answers.notFound();
    if (config.verifyJwt && c.req.method !== 'OPTIONS') {
      const token = bearerToken(c.req.header('authorization'));
      if (token === undefined) return answers.noToken();
      if (!(await isValid(ctx, token))) return answers.badToken();
    }
    try {
      const worker = await supervisor.worker(config);
      return await forward(worker, c.req.raw, `/${path}${search}`, { answerMs, wholeMs });
    } catch (error) {
      log.error({ err: error, function: config.name }, 'functions: a function did not start');
      return answers.bootFailed();
    }
  });

  return {
    name: 'functions',
    routes,
    async health() {
      const missing = [...configs.values()]
        .filter((config) => !existsSync(config.entrypoint))
        .map((config) => config.name);
      if (missing.length > 0) return { ok: false, detail: `no entry point: ${missing.join(', ')}` };
      return { ok: true, detail: `${configs.size} functions, ${supervisor.running().length} running` };
    },
    async stop() {
      stopWatching();
      await supervisor.stop();
    },
  };
}

async function isValid(ctx: PlatformContext, token: string): Promise<boolean> {
  try {
    await ctx.identify(token);
    return true;
  } catch (error) {
    if (error instanceof InvalidToken) return false;
    throw error;
  }
}

function roots(configs: Map<string, FunctionConfig>): Set<string> {
  return new Set([...configs.values()].map((config) => config.root));
}
