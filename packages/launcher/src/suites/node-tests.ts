import { glob } from 'node:fs/promises';
import { execa } from 'execa';
import { root } from '../paths.ts';
import type { Suite, SuiteResult } from './suite.ts';

export interface NodeTestOptions {
  /** Files that run at the same time. */
  concurrency: number;
  timeoutMs: number;
  env?: Record<string, string>;
}

/** Runs test files under node's own runner; patterns are relative to the repository. */
export function nodeTests(name: string, patterns: string[], options: NodeTestOptions): Suite {
  return {
    name,
    async run() {
      const files = await Array.fromAsync(glob(patterns, { cwd: root, exclude: ['**/node_modules/**'] }));
      if (files.length === 0)
        return {
          passed: 0,
          failed: 1,
          skipped: 0,
          failures: [`no test file matches ${patterns.join(', ')}`],
        };
      const { all, exitCode } = await execa(
        process.execPath,
        ['--test', '--test-reporter=tap', `--test-concurrency=${options.concurrency}`, ...files.sort()],
        {
          cwd: root,
          all: true,
          reject: false,
          timeout: options.timeoutMs,
          env: { ...options.env, NODE_OPTIONS: '--no-warnings' },
          maxBuffer: 1 << 28,
        },
      );
      return readTap(all, exitCode ?? 1);
    },
  };
}

/** Counts of a TAP report by node's runner, with the failing tests and what they said. */
export function readTap(report: string, exitCode: number): SuiteResult {
  const count = (word: string): number =>
    Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(report)?.[1] ?? 0);
  const result: SuiteResult = {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped'),
    failures: [],
  };
  const lines = report.split('\n');
  for (const [index, line] of lines.entries()) {
    const title = /^\s*not ok \d+ - (.*)$/.exec(line)?.[1];
    if (!title) continue;
    const error = lines.slice(index, index + 40).join('\n');
    const said = lines.slice(Math.max(0, index - 60), index).filter((before) => /^\s*# /.test(before));
    if (/failureType: '?subtestsFailed/.test(error.split('\n').slice(0, 12).join('\n'))) continue;
    result.failures.push(`${title}\n${said.join('\n')}\n${error}`);
  }
  if (exitCode !== 0 && result.failed === 0) {
    result.failed = 1;
    result.failures.push(`the runner ended with ${exitCode}:\n${report.slice(-3000)}`);
  }
  for (const line of lines) {
    const reason = /^\s*ok \d+ - (.*) # SKIP ?(.*)$/.exec(line);
    if (reason) process.stdout.write(`    left out: ${reason[1]}${reason[2] ? ` (${reason[2]})` : ''}\n`);
  }
  return result;
}
