/**
 * What RSA2 signs (open platform, “自行实现签名”): `name=value` of all that is not empty, sorted by name, joined by `&`.
 * A request leaves out `sign`, a notification `sign_type` too.
 */
export function signContent(params: Readonly<Record<string, string>>, leftOut: readonly string[]): string {
  return Object.keys(params)
    .filter((name) => params[name] !== '' && !leftOut.includes(name))
    .sort()
    .map((name) => `${name}=${params[name]}`)
    .join('&');
}
