import { fromBase64 } from '../../platform/base64.ts';
import { ProviderError } from '../provider-error.ts';

/** AEAD_AES_256_GCM as WeChat Pay writes it. */
export interface SealedResource {
  ciphertext: string;
  nonce: string;
  associated_data?: string;
}

/** Decrypts a resource with the APIv3 key; ProviderError payment.signature_invalid when it was not sealed with it. */
export async function openResource(resource: SealedResource, apiV3Key: string): Promise<string> {
  const encoder = new TextEncoder();
  try {
    const key = await crypto.subtle.importKey('raw', encoder.encode(apiV3Key), 'AES-GCM', false, ['decrypt']);
    const parameters = {
      name: 'AES-GCM',
      iv: encoder.encode(resource.nonce),
      additionalData: encoder.encode(resource.associated_data ?? ''),
      tagLength: 128,
    };
    return new TextDecoder().decode(
      await crypto.subtle.decrypt(parameters, key, fromBase64(resource.ciphertext)),
    );
  } catch (error) {
    throw new ProviderError(
      'payment.signature_invalid',
      'UNREADABLE',
      `resource cannot be decrypted: ${String(error)}`,
    );
  }
}
