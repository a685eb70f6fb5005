import type { DomainError } from '@linli/database';
import * as messages from '#lib/paraglide/messages.js';

type Sentence = (inputs: Record<string, unknown>) => string;

/** The sentence for an error in the current language. */
export function errorText({ key, detail }: DomainError): string {
  const sentences: Record<string, unknown> = messages;
  const sentence = sentences[`error.${key}`] ?? sentences['error.platform.unknown'];
  return (sentence as Sentence)(detail);
}
