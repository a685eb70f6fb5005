import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { clusterFolder } from '../src/cluster/cluster-folder.ts';
import { unprivilegedUser } from '../src/cluster/os-user.ts';

const user = unprivilegedUser();

describe('where the cluster lives', () => {
  test('in the data folder when it can be entered', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'cluster-folder-'));
    try {
      assert.equal(await clusterFolder(dataDir, 'one', null), join(dataDir, 'postgres'));
    } finally {
      await rm(dataDir, { recursive: true });
    }
  });

  test(
    'else in a private folder of its own, made anew for a new installation, removed once its data folder is gone',
    { skip: user ? false : 'only root runs PostgreSQL as another user' },
    async () => {
      const [mine, other] = [
        await mkdtemp(join(tmpdir(), 'cluster-folder-')),
        await mkdtemp(join(tmpdir(), 'cluster-folder-')),
      ];
      const homes: string[] = [];
      try {
        const first = await clusterFolder(mine, 'one', user);
        const second = await clusterFolder(other, 'two', user);
        homes.push(dirname(first), dirname(second));
        assert.notEqual(first, second);
        assert.equal(await clusterFolder(mine, 'one', user), first);
        assert.ok(existsSync(second), 'a folder whose owner is there must be left alone');
        await rm(other, { recursive: true });
        await clusterFolder(mine, 'one', user);
        assert.equal(existsSync(second), false);
      } finally {
        for (const folder of [mine, other, ...homes]) await rm(folder, { recursive: true, force: true });
      }
    },
  );
});
