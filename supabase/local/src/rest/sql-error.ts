import { isDatabaseUnavailable } from '../database/is-unavailable.ts';

/** PostgREST's error body. */
export interface ApiError {
  code: string;
  message: string;
  details: string | null;
  hint: string | null;
}

export interface ApiFailure {
  status: number;
  body: ApiError;
  headers?: Record<string, string>;
}

interface SqlError {
  code?: string;
  message: string;
  detail?: string;
  hint?: string;
}

const STATUS_BY_CODE: Record<string, number> = {
  '23503': 409,
  '23505': 409,
  '25006': 405,
  '21000': 500,
  '22023': 400,
  '42883': 404,
  '42P01': 404,
  '42P17': 500,
  '53400': 500,
  P0001: 400,
};
const STATUS_BY_CLASS: Record<string, number> = {
  '08': 503,
  '09': 500,
  '0L': 403,
  '0P': 403,
  '25': 500,
  '28': 403,
  '2D': 500,
  '38': 500,
  '39': 500,
  '3B': 500,
  '40': 500,
  '53': 503,
  '54': 500,
  '55': 500,
  '57': 500,
  '58': 500,
  F0: 500,
  HV: 500,
  P0: 500,
  XX: 500,
};

/** HTTP status of an SQLSTATE as PostgREST has it; `authenticated` tells whether the caller is more than anon. */
export function statusOfSqlState(code: string, authenticated: boolean): number {
  const custom = /^PT(\d{3})$/.exec(code);
  if (custom) return Number(custom[1]);
  if (code === '42501') return authenticated ? 403 : 401;
  if (/^57P0/.test(code)) return 503;
  if (code === '21000' || code === '57014') return 500;
  return STATUS_BY_CODE[code] ?? STATUS_BY_CLASS[code.slice(0, 2)] ?? 400;
}

/** Body and status for anything that the database, or the way to it, raised. */
export function failureFrom(error: unknown, authenticated: boolean): ApiFailure {
  if (isDatabaseUnavailable(error)) return databaseUnavailable();
  const { code, message, detail, hint } = error as SqlError;
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) {
    throw error;
  }
  if (code === 'PGRST') return customFailure(message, detail);
  return {
    status: statusOfSqlState(code, authenticated),
    body: { code, message, details: detail ?? null, hint: hint ?? null },
  };
}

/** 503 with PostgREST's code for a lost database. */
export function databaseUnavailable(): ApiFailure {
  return {
    status: 503,
    body: {
      code: 'PGRST001',
      message: 'Could not query the database. Retrying the connection.',
      details: null,
      hint: null,
    },
    headers: { 'retry-after': '1' },
  };
}

/** `raise sqlstate 'PGRST'`: message and detail are JSON that say the whole answer. */
function customFailure(message: string, detail: string | undefined): ApiFailure {
  try {
    const body = JSON.parse(message) as Partial<ApiError>;
    const answer = JSON.parse(detail ?? '') as { status: number; headers?: Record<string, string> };
    if (
      typeof body.code !== 'string' ||
      typeof body.message !== 'string' ||
      typeof answer.status !== 'number'
    ) {
      throw new SyntaxError('fields are missing');
    }
    return {
      status: answer.status,
      headers: answer.headers ?? {},
      body: {
        code: body.code,
        message: body.message,
        details: body.details ?? null,
        hint: body.hint ?? null,
      },
    };
  } catch {
    return {
      status: 500,
      body: {
        code: 'PGRST121',
        message: 'Could not parse JSON in the "RAISE SQLSTATE \'PGRST\'" error',
        details: null,
        hint: 'MESSAGE must be a JSON object with "code" and "message", DETAIL one with "status" and "headers"',
      },
    };
  }
}
