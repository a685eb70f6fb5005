/** The value under a key that must be there; throws with what was asked otherwise. */
export function need<T>(map: ReadonlyMap<string, T>, key: string, what: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`unknown ${what} "${key}"`);
  return value;
}
