import type { ChildProcess } from 'node:child_process';
import { createWriteStream, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertPortFree } from '@linli/local-platform/cluster/port';
import { endOrphan, pidFile } from './end-orphan.ts';
import { ensureN8nKeys } from './ensure-n8n-keys.ts';
import { importWorkflows } from './import-workflows.ts';
import { installN8n } from './install-n8n.ts';
import { n8nEnv } from './n8n-env.ts';
import type { N8nOptions } from './n8n-options.ts';
import { publishedCount } from './published-count.ts';
import { signalGroup, spawnN8n } from './run-n8n.ts';
import { webhookAnswers } from './webhook-answers.ts';

const readyTimeoutMs = 300_000;
const deafMs = 90_000;
const maxLaunches = 8;
const stopTimeoutMs = 10_000;
const maxBackOffMs = 30_000;
const steadyMs = 60_000;
const probed = ['linli-outbox', 'linli-settlement'];

/** A running n8n. */
export interface RunningN8n {
  url: string;
  /** Process id of n8n as it runs now; undefined while it is being restarted. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

/**
 * Installs n8n where it is missing, imports and publishes the workflows, starts it and answers once its webhooks do.
 * A process that dies later is started again, with a growing pause. Throws an Error with n8n's last lines when it is
 * not ready after eight starts or five minutes; `platform.port_taken` when a port is in use. The database role must exist (ensureN8nDatabase).
 */
export async function startN8n(options: N8nOptions): Promise<RunningN8n> {
  const log = options.log ?? (() => {});
  const folder = await installN8n(log);
  const env = n8nEnv(options, await ensureN8nKeys(options), folder);
  await endOrphan(options.dataDir, [options.port, options.brokerPort], log);
  await assertPortFree(options.port, 'n8n');
  await assertPortFree(options.brokerPort, 'n8n task broker');
  const ids = await importWorkflows(options, folder, env);

  const file = createWriteStream(join(options.dataDir, 'n8n.log'), { flags: 'a' });
  const life = new AbortController();
  let child: ChildProcess | undefined;
  let tail = '';
  let pauseMs = 1000;
  let launches = 0;

  function launch(): void {
    const began = Date.now();
    launches += 1;
    const started = spawnN8n(folder, env, ['start']);
    child = started;
    writeFileSync(pidFile(options.dataDir), String(started.pid));
    for (const stream of [started.stdout, started.stderr])
      stream?.on('data', (chunk) => {
        file.write(chunk);
        tail = (tail + String(chunk)).slice(-2000);
      });
    started.once('error', (error) => log(`n8n could not be started: ${error.message}`));
    void endWhenDeaf(started);
    started.once('exit', (code, signal) => {
      signalGroup(started, 'SIGKILL');
      if (child === started) child = undefined;
      if (life.signal.aborted) return;
      pauseMs = Date.now() - began > steadyMs ? 1000 : Math.min(pauseMs * 2, maxBackOffMs);
      log(`n8n ended (${signal ?? code}); starting it again in ${pauseMs / 1000} s`);
      sleep(pauseMs, undefined, { signal: life.signal }).then(launch, () => {});
    });
  }

  // A database that is slow at the wrong moment leaves n8n running without its webhooks, for ever.
  async function endWhenDeaf(started: ChildProcess): Promise<void> {
    const until = Date.now() + deafMs;
    while (child === started && !life.signal.aborted) {
      if (await isReady(options, ids).catch(() => false)) return;
      if (Date.now() > until) {
        log('n8n runs but does not answer; starting it again');
        signalGroup(started, 'SIGKILL');
        return;
      }
      await sleep(1000);
    }
  }

  async function stop(): Promise<void> {
    life.abort();
    const running = child;
    if (running) {
      const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
      signalGroup(running, 'SIGTERM');
      const kill = setTimeout(() => signalGroup(running, 'SIGKILL'), stopTimeoutMs);
      await ended;
      clearTimeout(kill);
    }
    rmSync(pidFile(options.dataDir), { force: true });
    await new Promise<void>((resolve) => file.end(resolve));
  }

  launch();
  const until = Date.now() + readyTimeoutMs;
  while (!(await isReady(options, ids))) {
    if (launches > maxLaunches || Date.now() > until) {
      await stop();
      throw new Error(`n8n did not become ready on port ${options.port}: ${tail.trim()}`);
    }
    await sleep(250);
  }
  return { url: `http://127.0.0.1:${options.port}`, pid: () => child?.pid, stop };
}

async function isReady(options: N8nOptions, ids: readonly string[]): Promise<boolean> {
  const answers = await Promise.all(probed.map((path) => webhookAnswers(options.port, path)));
  // n8n answers for webhooks of an earlier run before it has taken up what was published since.
  return (
    answers.every(Boolean) &&
    (await publishedCount(options.database, ids, 'live').catch(() => -1)) === ids.length
  );
}
