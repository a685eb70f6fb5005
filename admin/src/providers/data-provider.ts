import type { LinliClient } from '@linli/database';
import type { DataProvider, HttpError } from '@refinedev/core';
import { dataProvider as supabaseDataProvider } from '@refinedev/supabase';
import { asAppError } from '../lib/app-error.ts';

/** An error as Refine shows it: `message` is the stable key, translated by the notification provider. */
export type KeyedError = HttpError & { key: string; detail: Record<string, unknown> };

function keyed(error: unknown): KeyedError {
  const { key, status, detail } = asAppError(error);
  return { message: key, statusCode: status, key, detail };
}

function guarded<Args extends unknown[], Answer>(
  call: (...args: Args) => Promise<Answer>,
): (...args: Args) => Promise<Answer> {
  return async (...args) => {
    try {
      return await call(...args);
    } catch (error) {
      throw keyed(error);
    }
  };
}

/** Refine's data provider on the Data API, with errors in the product's own keys. */
export function createDataProvider(client: LinliClient): DataProvider {
  const inner = supabaseDataProvider(client);
  return {
    ...inner,
    getList: guarded(inner.getList) as DataProvider['getList'],
    getMany: guarded(inner.getMany) as DataProvider['getMany'],
    getOne: guarded(inner.getOne) as DataProvider['getOne'],
    create: guarded(inner.create) as DataProvider['create'],
    update: guarded(inner.update) as DataProvider['update'],
    updateMany: guarded(inner.updateMany) as DataProvider['updateMany'],
    deleteOne: guarded(inner.deleteOne) as DataProvider['deleteOne'],
  };
}
