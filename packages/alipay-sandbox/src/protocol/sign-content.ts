/** What RSA2 signs: `name=value` of all that is not empty, sorted by name, joined by `&`; `sign` never takes part. */
export function signContent(
  params: Readonly<Record<string, string>>,
  leftOut: readonly string[] = ['sign'],
): string {
  return Object.keys(params)
    .filter((name) => params[name] !== '' && !leftOut.includes(name))
    .sort()
    .map((name) => `${name}=${params[name]}`)
    .join('&');
}
