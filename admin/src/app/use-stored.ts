import { useCallback, useState } from 'react';

/** A choice that this browser remembers. */
export function useStored(key: string): [value: string | undefined, store: (value: string) => void] {
  const [value, setValue] = useState<string | undefined>(() => localStorage.getItem(key) ?? undefined);
  const store = useCallback(
    (next: string) => {
      localStorage.setItem(key, next);
      setValue(next);
    },
    [key],
  );
  return [value, store];
}
