import { constants } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Files by their version, a UUID that the platform made: no caller's text ever becomes a path. */
export interface FileStore {
  write(version: string, body: Uint8Array): Promise<void>;
  read(version: string): Promise<Buffer>;
  path(version: string): string;
  exists(version: string): Promise<boolean>;
  copy(from: string, to: string): Promise<void>;
  remove(versions: string[]): Promise<void>;
}

export function createFileStore(folder: string): FileStore {
  const path = (version: string): string => {
    if (!UUID.test(version)) throw new Error('platform.storage_bad_version');
    return join(folder, version.slice(0, 2), version);
  };
  return {
    path,
    async write(version, body) {
      const target = path(version);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(`${target}.new`, body);
      await rename(`${target}.new`, target);
    },
    read: (version) => readFile(path(version)),
    exists: (version) =>
      stat(path(version)).then(
        () => true,
        () => false,
      ),
    async copy(from, to) {
      await mkdir(dirname(path(to)), { recursive: true });
      await copyFile(path(from), path(to), constants.COPYFILE_FICLONE);
    },
    async remove(versions) {
      await Promise.all(versions.map((version) => rm(path(version), { force: true })));
    },
  };
}
