import type { Translations } from '../town.ts';
import type { Tags } from './read-osm.ts';

/** The English and Chinese names that a thing carries beside its local one. */
export function translatedNames(tags: Tags): Translations {
  const english = tags['name:en'];
  const chinese = tags['name:zh-Hans'] ?? tags['name:zh'];
  return {
    ...(english === undefined ? {} : { en: { name: english } }),
    ...(chinese === undefined ? {} : { 'zh-CN': { name: chinese } }),
  };
}
