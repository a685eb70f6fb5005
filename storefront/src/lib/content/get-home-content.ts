import { db } from '#lib/platform/client.ts';
import { unwrap } from '#lib/platform/unwrap.ts';
import type { HomeContent } from './types.ts';

/** What the operator and advertisers show on the front page of a town, to this customer, now. */
export async function getHomeContent(cityId: string): Promise<HomeContent> {
  const content: unknown = unwrap(await db().rpc('get_home_content', { p_city_id: cityId }));
  return content as HomeContent;
}
