import type { Tables } from '@linli/database';

export type City = Tables<'cities'>;

/** Where the customer wants things brought. WGS-84. */
export interface Place {
  lon: number;
  lat: number;
  cityId: string;
  source: 'city' | 'device' | 'pin' | 'address';
  /** Words for it; empty for a town's centre, which shows the town's name. */
  label: string;
  addressId?: string;
}
