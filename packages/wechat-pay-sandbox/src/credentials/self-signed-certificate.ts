import { createPublicKey, randomBytes, sign } from 'node:crypto';
import { der, integer, oid, sequence, utcTime } from './der.ts';

const sha256WithRsa = sequence(oid('1.2.840.113549.1.1.11'), der(0x05));

/** An X.509 v3 certificate (RFC 5280) over an RSA key, signed by that key. */
export interface SelfSignedCertificate {
  /** PEM text. */
  pem: string;
  /** 40 upper-case hex digits, as WeChat Pay writes serial numbers. */
  serialNo: string;
}

/** Makes a certificate for `privateKeyPem` (RSA) with the given common name, valid from now for `years` years. */
export function selfSignedCertificate(
  privateKeyPem: string,
  commonName: string,
  years: number,
): SelfSignedCertificate {
  const serial = randomBytes(20);
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40;
  const from = new Date();
  const until = new Date(from);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  const name = sequence(der(0x31, sequence(oid('2.5.4.3'), der(0x0c, Buffer.from(commonName, 'utf8')))));
  const publicKey = createPublicKey(privateKeyPem).export({ type: 'spki', format: 'der' });
  const body = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    sha256WithRsa,
    name,
    sequence(utcTime(from), utcTime(until)),
    name,
    publicKey,
  );
  const signature = sign('sha256', body, privateKeyPem);
  const certificate = sequence(body, sha256WithRsa, der(0x03, Buffer.from([0]), signature));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  const pem = `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
  return { pem, serialNo: serial.toString('hex').toUpperCase() };
}
