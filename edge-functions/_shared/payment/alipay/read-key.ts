import { fromBase64 } from '../../platform/base64.ts';
import { derOf } from '../signing/pem.ts';

/** The DER of a key given as PEM or as bare base64. */
export function readKey(text: string, label: 'PRIVATE KEY' | 'PUBLIC KEY'): Uint8Array<ArrayBuffer> {
  return text.includes('-----') ? derOf(text, label) : fromBase64(text.replace(/\s/g, ''));
}
