import { ProviderError } from '../provider-error.ts';
import type { WechatPayConfig } from './config.ts';
import { openResource, type SealedResource } from './open-resource.ts';
import { parseAnswer } from './parse-answer.ts';
import { derOf } from '../signing/pem.ts';
import { readCertificate } from './read-certificate.ts';
import { verifyingKey } from '../signing/rsa.ts';
import { verifySignature, type FindPlatformKey } from './verify-signature.ts';
import { wechatError } from './wechat-error.ts';

const minRefreshMs = 60_000;

interface CertificateList {
  data?: { serial_no: string; encrypt_certificate: SealedResource }[];
}

/**
 * Finds platform keys. A pinned certificate or public key is the only one that counts. Otherwise certificates are
 * fetched when a serial number is not known, at most once a minute: that is how the platform rolls them over.
 */
export function createFindPlatformKey(
  config: WechatPayConfig,
  fetchCertificates: () => Promise<{ response: Response; text: string }>,
): FindPlatformKey {
  const keys = new Map<string, CryptoKey>();
  let refreshedAt = Number.NEGATIVE_INFINITY;
  let refreshing: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    const { response, text } = await fetchCertificates();
    if (!response.ok) throw wechatError(response.status, parseAnswer(text));
    const fetched = await openCertificates(text, config.apiV3Key);
    // The list is sealed with our key; its signature is checked with a certificate that was inside.
    await verifySignature(response.headers, text, async (serialNo) => fetched.get(serialNo) ?? null);
    keys.clear();
    for (const [serialNo, key] of fetched) keys.set(serialNo, key);
    refreshedAt = Date.now();
  }

  return async (serialNo) => {
    if (config.platformKey !== null) {
      if (keys.size === 0) keys.set(...(await pinnedKey(config.platformKey, config.platformKeyId)));
      return keys.get(serialNo) ?? null;
    }
    if (!keys.has(serialNo) && Date.now() - refreshedAt >= minRefreshMs) {
      refreshing ??= refresh().finally(() => (refreshing = undefined));
      await refreshing;
    }
    return keys.get(serialNo) ?? null;
  };
}

async function pinnedKey(pem: string, publicKeyId: string | null): Promise<[string, CryptoKey]> {
  if (pem.includes('BEGIN CERTIFICATE')) {
    const { serialNo, publicKey } = readCertificate(pem);
    return [serialNo, await verifyingKey(publicKey)];
  }
  if (publicKeyId === null) throw new Error('A pinned platform public key needs its id (PUB_KEY_ID_…)');
  return [publicKeyId, await verifyingKey(derOf(pem, 'PUBLIC KEY'))];
}

async function openCertificates(text: string, apiV3Key: string): Promise<Map<string, CryptoKey>> {
  const list = JSON.parse(text) as CertificateList;
  const keys = new Map<string, CryptoKey>();
  for (const entry of list.data ?? []) {
    const { serialNo, publicKey } = readCertificate(await openResource(entry.encrypt_certificate, apiV3Key));
    if (serialNo !== entry.serial_no.toUpperCase())
      throw new ProviderError(
        'payment.signature_invalid',
        'SERIAL',
        `certificate ${serialNo} is listed as ${entry.serial_no}`,
      );
    keys.set(serialNo, await verifyingKey(publicKey));
  }
  return keys;
}
