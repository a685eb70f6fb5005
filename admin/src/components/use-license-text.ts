import { useCallback } from 'react';
import { licenseKinds } from '../lib/license-kinds.ts';
import { humanize } from '../lib/engine/humanize.ts';
import { useText } from '../providers/use-text.ts';

/** The name of a kind of licence; a kind that ops made up by its own words. */
export function useLicenseText(): (kind: string) => string {
  const text = useText();
  return useCallback(
    (kind) => {
      const known = licenseKinds.find((name) => name === kind);
      return known ? text(`license_kind.${known}`) : humanize(kind);
    },
    [text],
  );
}
