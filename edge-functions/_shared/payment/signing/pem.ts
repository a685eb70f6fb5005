import { fromBase64 } from '../../platform/base64.ts';

/** The DER inside a PEM text with the given label; throws an Error that names what was expected. */
export function derOf(
  pem: string,
  label: 'PRIVATE KEY' | 'PUBLIC KEY' | 'CERTIFICATE',
): Uint8Array<ArrayBuffer> {
  const match = new RegExp(`-----BEGIN ${label}-----([\\sA-Za-z0-9+/=]+)-----END ${label}-----`).exec(pem);
  if (!match?.[1]) throw new Error(`Expected a PEM with the label ${label}`);
  return fromBase64(match[1].replace(/\s/g, ''));
}
