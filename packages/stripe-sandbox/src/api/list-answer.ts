import { branchOf, textOf, type Params } from '../protocol/parse-form.ts';

/** A page of a list, newest first: `limit`, `starting_after`, `created[gte]`, `created[lt]`. */
export function listAnswer<T extends { id: string; created: number }>(
  all: readonly T[],
  params: Params,
  url: string,
): { object: 'list'; data: T[]; has_more: boolean; url: string } {
  const created = branchOf(params, 'created');
  const from = Number(textOf(created, 'gte') ?? 0);
  const until = Number(textOf(created, 'lt') ?? Infinity);
  const limit = Number(textOf(params, 'limit') ?? 10);
  const wanted = all.filter((one) => one.created >= from && one.created < until).reverse();
  const after = wanted.findIndex((one) => one.id === textOf(params, 'starting_after'));
  const data = wanted.slice(after + 1, after + 1 + limit);
  return { object: 'list', data, has_more: after + 1 + data.length < wanted.length, url };
}
