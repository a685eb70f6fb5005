import type { World } from '@linli/launcher/world/start-world';
import { chooseStore } from '../support/order-flow.ts';
import { must, serviceClient, signInStaff } from '../support/people.ts';
import type { TownStory } from './town-story.ts';

/** A story in the town of the given people: at the first store of its demo merchant. */
export async function chooseTown(
  world: World,
  slug: string,
  people: Pick<TownStory, 'customer' | 'merchantEmail' | 'riderEmail'>,
): Promise<{ story: TownStory; cityId: string }> {
  const merchant = await signInStaff(world, people.merchantEmail);
  const choice = await chooseStore(merchant);
  const store = must(
    await serviceClient(world).from('stores').select('id, name, lon, lat').eq('id', choice.storeId).single(),
  );
  return {
    story: { slug, ...people, store, home: { lon: choice.lon, lat: choice.lat } },
    cityId: choice.cityId,
  };
}
