import { ok, warning, wrong, type Finding } from './finding.ts';

export interface KeyFile {
  name: string;
  /** File mode in its lowest nine bits; null when the file is not there. */
  mode: number | null;
  isReadable: boolean;
  path: string;
}

/** Secrets of the installation: readable JSON that nobody else may read. */
export function checkKeys(files: readonly KeyFile[]): Finding[] {
  return files.map(({ name, mode, isReadable, path }) => {
    if (mode === null) return ok('keys', `${name}: made by the first start`);
    if (!isReadable) {
      return wrong(
        'keys',
        `${name} is not readable JSON`,
        `restore ${path} from a backup; npm run reset starts afresh without the data`,
      );
    }
    if ((mode & 0o077) !== 0) {
      return warning('keys', `${name} may be read by others (mode ${mode.toString(8)})`, `chmod 600 ${path}`);
    }
    return ok('keys', `${name}: private to its owner`);
  });
}
