import type { PeopleNames } from '../people/demo-people.ts';

/** Made-up people of an imported town. */
export const importedNames: PeopleNames = {
  customers: [
    { name: 'Camille Laurent', locale: 'en', home: { label: 'Home', detail: '3rd floor, left' } },
    { name: '林小雨', locale: 'zh-CN', home: { label: '家', detail: '4 楼右侧' } },
    { name: 'Marco Bianchi', locale: 'en', home: { label: 'Work', detail: 'Reception' } },
  ],
  merchant: 'Claire Moreau',
  clerk: 'Hugo Petit',
  managers: [
    'Julien Roux',
    'Sophie Blanc',
    'Luca Ferrari',
    'Emma Girard',
    'Paul Fontaine',
    'Giulia Conti',
    'Louis Marchand',
    'Chloé Vidal',
  ],
  riders: [
    'Antoine B.',
    'Nadia K.',
    'Matteo R.',
    'Lucie F.',
    'Karim A.',
    'Elena P.',
    'Thomas G.',
    'Inès M.',
    'David S.',
    'Sara V.',
    'Bruno C.',
    'Leïla H.',
  ],
};
