import { ApiError } from './api-error.ts';

const timeoutMs = 10_000;

/** Who calls: `apikey` names the project's key, `authorization` is the full header value. */
export interface Caller {
  apikey: string;
  authorization: string;
}

/** Calls a database function: named arguments in, its JSON result out. */
export type Rpc = <T>(name: string, args: Readonly<Record<string, unknown>>) => Promise<T>;

/**
 * A client for `/rest/v1/rpc/*`. A refusal of the database is thrown as ApiError with the database's own status and
 * key; a database out of reach is 503 platform.unavailable.
 */
export function createRpc(supabaseUrl: string, caller: Caller): Rpc {
  return async <T>(name: string, args: Readonly<Record<string, unknown>>): Promise<T> => {
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${supabaseUrl}/rest/v1/rpc/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headersOf(caller) },
        body: JSON.stringify(args),
        signal: AbortSignal.timeout(timeoutMs),
      });
      text = await response.text();
    } catch (error) {
      throw new ApiError(503, 'platform.unavailable', { rpc: name, cause: String(error) });
    }
    if (!response.ok) throw refusal(name, response.status, text);
    return (text === '' ? null : JSON.parse(text)) as T;
  };
}

function headersOf(caller: Caller): Record<string, string> {
  return { apikey: caller.apikey, authorization: caller.authorization };
}

function refusal(rpc: string, status: number, text: string): ApiError {
  const body = parse(text);
  const key = typeof body.message === 'string' ? body.message : 'platform.unavailable';
  const details = typeof body.details === 'string' ? parse(body.details) : {};
  return new ApiError(status, key, { ...details, rpc });
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
