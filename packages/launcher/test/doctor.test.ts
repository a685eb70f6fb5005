import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkKeys } from '../src/doctor/check-keys.ts';
import { checkMachine } from '../src/doctor/check-machine.ts';
import { checkPorts } from '../src/doctor/check-ports.ts';
import { checkFunctions, checkService, type ServiceFacts } from '../src/doctor/check-service.ts';
import { checkVersions } from '../src/doctor/check-versions.ts';
import type { Finding } from '../src/doctor/finding.ts';

const GIB = 1024 ** 3;
const states = (findings: Finding[]) => findings.map(({ subject, state }) => `${subject} ${state}`);

/** Everything that is not well says how to mend it. */
function judged(findings: Finding[], expected: string[]): void {
  assert.deepEqual(states(findings), expected);
  for (const { state, mend } of findings) assert.equal(mend !== undefined, state !== 'ok');
}

test('machine, disk and n8n', () => {
  const good = {
    platform: 'linux',
    arch: 'x64',
    cores: 2,
    memoryBytes: 8 * GIB,
    freeDiskBytes: 20 * GIB,
    n8n: { isInstalled: true, freeBytes: 0 },
  };
  judged(checkMachine(good), ['machine ok', 'disk ok', 'n8n ok']);
  judged(checkMachine({ ...good, memoryBytes: 2 * GIB, freeDiskBytes: 2 * GIB }), [
    'machine warning',
    'disk warning',
    'n8n ok',
  ]);
  const bare = { ...good, platform: 'darwin', freeDiskBytes: 1, n8n: { isInstalled: false, freeBytes: GIB } };
  judged(checkMachine(bare), ['machine wrong', 'disk wrong', 'n8n wrong']);
  const roomy = { ...good, n8n: { isInstalled: false, freeBytes: 9 * GIB } };
  judged(checkMachine(roomy), ['machine ok', 'disk ok', 'n8n warning']);
});

test('versions', () => {
  const good = { node: 'v24.1.0', pinnedNode: '24.1.0', postgres: '15.1', missingPackages: [], deno: '2.9' };
  judged(checkVersions(good), ['node ok', 'postgresql ok', 'packages ok', 'deno ok']);
  const bad = {
    node: 'v20.0.0',
    pinnedNode: '24.1.0',
    postgres: null,
    missingPackages: ['a', 'b'],
    deno: null,
  };
  judged(checkVersions(bad), ['node wrong', 'postgresql wrong', 'packages wrong', 'deno wrong']);
  assert.match(checkVersions(bad)[2]?.mend ?? '', /apt-get install a b/);
  judged(checkVersions({ ...good, missingPackages: null }), [
    'node ok',
    'postgresql ok',
    'packages wrong',
    'deno ok',
  ]);
});

test('ports', () => {
  judged(checkPorts({ base: 1024, taken: [], isOurs: false }), ['ports ok']);
  judged(checkPorts({ base: 1024, taken: [['gateway', 1025]], isOurs: true }), ['ports ok']);
  const taken = checkPorts({ base: 1024, taken: [['gateway', 1025]], isOurs: false });
  judged(taken, ['ports wrong']);
  assert.match(taken[0]?.text ?? '', /1025 \(gateway\)/);
});

test('keys', () => {
  const file = { name: 'keys.json', mode: 0o600, isReadable: true, path: '/x/keys.json' };
  judged(checkKeys([file]), ['keys ok']);
  judged(checkKeys([{ ...file, mode: null, isReadable: false }]), ['keys ok']);
  judged(checkKeys([{ ...file, mode: 0o644 }]), ['keys warning']);
  judged(checkKeys([{ ...file, isReadable: false }]), ['keys wrong']);
});

test('functions', () => {
  judged(checkFunctions({ listed: ['a'], missing: [] }), ['functions ok']);
  judged(checkFunctions({ listed: ['a'], missing: ['a'] }), ['functions wrong']);
});

test('what runs', () => {
  judged(checkService(null), ['service ok']);
  const good: ServiceFacts = {
    url: 'http://127.0.0.1:1',
    health: { database: { ok: true }, rest: { ok: true } },
    migrations: { wanted: ['1'], applied: ['1'] },
    n8nStatus: 200,
  };
  judged(checkService(good), ['database ok', 'rest ok', 'migrations ok', 'n8n ok']);
  judged(checkService({ ...good, health: null }), ['gateway wrong']);
  const ill = {
    ...good,
    health: { database: { ok: false, detail: 'refused' } },
    migrations: null,
    n8nStatus: null,
  };
  judged(checkService(ill), ['database wrong', 'n8n warning']);
  const behind = { ...good, migrations: { wanted: ['1', '2'], applied: ['1'] } };
  judged(checkService(behind), ['database ok', 'rest ok', 'migrations warning', 'n8n ok']);
  const foreign = { ...good, migrations: { wanted: ['1'], applied: ['1', '9'] }, n8nStatus: 503 };
  judged(checkService(foreign), ['database ok', 'rest ok', 'migrations wrong', 'n8n warning']);
});
