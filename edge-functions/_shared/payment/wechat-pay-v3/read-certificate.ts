import { toHex } from '../../platform/hex.ts';
import { derOf } from '../signing/pem.ts';

/** What verification needs of an X.509 certificate: serial number (upper-case hex) and SubjectPublicKeyInfo (DER). */
export interface CertificateKey {
  serialNo: string;
  publicKey: Uint8Array<ArrayBuffer>;
}

interface Element {
  /** The element with its header. */
  whole: Uint8Array<ArrayBuffer>;
  content: Uint8Array<ArrayBuffer>;
  tag: number;
}

/**
 * Reads a PEM certificate (RFC 5280 §4.1: Certificate → TBSCertificate → version, serial, signature, issuer, validity,
 * subject, key). Web Crypto takes keys but no certificates. Throws an Error on anything that is not one.
 */
export function readCertificate(pem: string): CertificateKey {
  const [certificate] = elements(derOf(pem, 'CERTIFICATE'));
  const [body] = certificate ? elements(certificate.content) : [];
  const fields = body ? elements(body.content) : [];
  const first = fields[0]?.tag === 0xa0 ? 1 : 0;
  const serial = fields[first];
  const publicKey = fields[first + 5];
  if (serial?.tag !== 0x02 || publicKey?.tag !== 0x30) throw new Error('Expected an X.509 certificate');
  return { serialNo: toHex(serial.content).replace(/^00/, '').toUpperCase(), publicKey: publicKey.whole };
}

/** Splits DER bytes into the elements that follow each other. */
function elements(bytes: Uint8Array<ArrayBuffer>): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length;) {
    const short = bytes[at + 1] ?? 0;
    const extra = short & 0x80 ? short & 0x7f : 0;
    let length = extra === 0 ? short : 0;
    for (let i = 0; i < extra; i += 1) length = length * 256 + (bytes[at + 2 + i] ?? 0);
    const start = at + 2 + extra;
    const end = start + length;
    if (end > bytes.length) throw new Error('Expected an X.509 certificate');
    found.push({ tag: bytes[at] ?? 0, content: bytes.slice(start, end), whole: bytes.slice(at, end) });
    at = end;
  }
  return found;
}
