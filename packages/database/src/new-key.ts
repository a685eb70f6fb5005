/** A fresh idempotency key. Keep it with the intent, so that a repeat of the same intent uses the same key. */
export function newKey(): string {
  return crypto.randomUUID();
}
