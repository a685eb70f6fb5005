/** One list that a person of the town asks `list_orders` for. */
export interface Question {
  name: string;
  person: 'staff' | 'ops';
  args: string;
}

/** Every list is asked for its first page and, from the cursor that it answers, for later ones. */
export const questions: Question[] = [
  { name: 'store', person: 'staff', args: `p_store_id => tests.person('store')` },
  {
    name: 'store, open',
    person: 'staff',
    args: `p_store_id => tests.person('store'), p_statuses => '{placed,accepted,preparing,ready}'`,
  },
  {
    name: 'store, closed',
    person: 'staff',
    args: `p_store_id => tests.person('store'), p_statuses => '{cancelled,rejected}'`,
  },
  {
    name: 'store, a week',
    person: 'staff',
    args: `p_store_id => tests.person('store'), p_from => now() - interval '40 days', p_to => now() - interval '33 days'`,
  },
  { name: 'ops', person: 'ops', args: '' },
  { name: 'ops, town', person: 'ops', args: `p_city_id => tests.person('city')` },
  {
    name: 'ops, open',
    person: 'ops',
    args: `p_city_id => tests.person('city'), p_statuses => '{placed,accepted,preparing,ready,in_delivery}'`,
  },
  {
    name: 'ops, rejected',
    person: 'ops',
    args: `p_city_id => tests.person('city'), p_statuses => '{rejected}'`,
  },
  {
    name: 'ops, a week ended',
    person: 'ops',
    args: `p_city_id => tests.person('city'), p_statuses => '{completed,cancelled}', p_from => now() - interval '40 days', p_to => now() - interval '33 days'`,
  },
  {
    name: 'ops, by number',
    person: 'ops',
    args: `p_query => (array['123456', '000777', '654321'])[1 + floor(random() * 3)::int]`,
  },
  {
    name: 'ops, by phone',
    person: 'ops',
    args: `p_city_id => tests.person('city'), p_query => (array['1234', '0777', '4321'])[1 + floor(random() * 3)::int]`,
  },
];
