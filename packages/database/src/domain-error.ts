/** An error in the product's own terms. `key` names a message in `@linli/messages` as `error.<key>`. */
export interface DomainError {
  key: string;
  /** HTTP status; 0 when nothing answered. */
  status: number;
  detail: Record<string, unknown>;
}

const KEY = /^[a-z_]+\.[a-z_]+$/;

function parseDetail(text: unknown): Record<string, unknown> {
  if (typeof text !== 'string') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/**
 * Reads a failed answer of the Data API, Auth or an edge function.
 * The database raises `PTnnn` with the key as message and JSON detail; everything else maps to a general key.
 */
export function toDomainError(error: unknown): DomainError {
  if (typeof error !== 'object' || error === null) return { key: 'platform.unknown', status: 0, detail: {} };
  const record = error as Record<string, unknown>;
  const message = typeof record['message'] === 'string' ? record['message'] : '';
  const code = typeof record['code'] === 'string' ? record['code'] : '';
  if (KEY.test(message)) {
    const fromCode = /^PT(\d{3})$/.exec(code)?.[1];
    return {
      key: message,
      status: Number(fromCode ?? record['status'] ?? 0),
      detail: parseDetail(record['details']),
    };
  }
  const status = typeof record['status'] === 'number' ? record['status'] : 0;
  if (code === 'otp_expired') return { key: 'identity.code_wrong', status, detail: {} };
  if (code === 'invalid_credentials') return { key: 'identity.credentials_wrong', status, detail: {} };
  if (code.startsWith('over_')) return { key: 'identity.too_many_tries', status, detail: {} };
  if (code === '42501') return { key: 'identity.not_allowed', status: 403, detail: {} };
  if (code === '23505') return { key: 'platform.already_exists', status: 409, detail: {} };
  if (code === '23503') return { key: 'platform.in_use', status: 409, detail: {} };
  if (code === '23514' || code === '22P02') return { key: 'platform.value_invalid', status: 422, detail: {} };
  if (/fetch|network|timed? ?out|abort/i.test(`${message} ${String(record['name'] ?? '')}`)) {
    return { key: 'platform.offline', status: 0, detail: {} };
  }
  return { key: status === 401 ? 'identity.sign_in_required' : 'platform.unknown', status, detail: {} };
}
