import type { ApiFailure } from '../rest/sql-error.ts';
import type { ApiFunction } from './function-catalog.ts';

export type Negotiated =
  { format: 'json' | 'raw'; mediaType: string; single: boolean } | { failure: ApiFailure };

const JSON_TYPE = 'application/json; charset=utf-8';

/**
 * Chooses the form of the answer. A function that returns a domain named like a media type answers with that type;
 * a bytea function answers raw when asked for `application/octet-stream`.
 */
export function negotiate(fn: ApiFunction, accept: string | undefined): Negotiated {
  const wanted = (accept ?? '*/*').split(',').map((entry) => {
    const [type = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    return { type, nullsStripped: parameters.includes('nulls=stripped') };
  });
  const anything = wanted.some(({ type }) => type === '*/*' || type === '');
  const asks = (type: string): boolean => wanted.some((entry) => entry.type === type);

  if (fn.returnType.includes('/') && !fn.returnsComposite && !fn.returnsSet) {
    if (anything || asks(fn.returnType)) return { format: 'raw', mediaType: fn.returnType, single: false };
    return notAvailable(accept);
  }
  const scalar = !fn.returnsSet && !fn.returnsComposite;
  if (scalar && fn.returnBaseType === 'bytea' && asks('application/octet-stream')) {
    return { format: 'raw', mediaType: 'application/octet-stream', single: false };
  }
  if (asks('application/vnd.pgrst.object+json') || asks('application/vnd.pgrst.object')) {
    return { format: 'json', mediaType: 'application/vnd.pgrst.object+json; charset=utf-8', single: true };
  }
  if (anything || asks('application/json') || asks('application/*')) {
    return { format: 'json', mediaType: JSON_TYPE, single: false };
  }
  return notAvailable(accept);
}

function notAvailable(accept: string | undefined): Negotiated {
  return {
    failure: {
      status: 406,
      body: {
        code: 'PGRST107',
        message: `None of these media types are available: ${accept ?? ''}`,
        details: null,
        hint: null,
      },
    },
  };
}
