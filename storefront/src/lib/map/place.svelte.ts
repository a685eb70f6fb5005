import type { Tables } from '@linli/database';
import type { LonLat } from '@linli/map/geometry';
import { m } from '#lib/paraglide/messages.js';
import { nameOf } from '#lib/platform/texts.ts';
import { readStored, writeStored } from '#lib/platform/stored.ts';
import { devicePosition } from './device-position.ts';
import { listCities } from './list-cities.ts';
import { nearestCity } from './nearest-city.ts';
import type { City, Place } from './types.ts';

const key = 'linli.place';

/** Where the customer is, or wants things brought; kept in this browser. */
class PlaceManager {
  cities = $state.raw<City[]>([]);
  current = $state.raw<Place | undefined>();
  readonly city = $derived(this.cities.find((city) => city.id === this.current?.cityId));
  readonly label = $derived(this.current?.label || (this.city ? nameOf(this.city) : ''));

  /** Loads the towns and takes up the last place, else the first town's centre. */
  async open(): Promise<void> {
    this.cities = await listCities();
    const saved = readStored<Place>(key);
    if (saved && this.cities.some((city) => city.id === saved.cityId)) this.current = saved;
    else if (this.cities[0]) this.chooseCity(this.cities[0]);
  }

  /** The time zone of a town; the device's when the town is no longer served. */
  timezoneOf(cityId: string): string | undefined {
    return this.cities.find((city) => city.id === cityId)?.timezone;
  }

  chooseCity(city: City): void {
    this.#set({ lon: city.lon, lat: city.lat, cityId: city.id, source: 'city', label: '' });
  }

  chooseAddress(address: Tables<'addresses'>): void {
    const city = nearestCity(this.cities, [address.lon, address.lat]);
    if (!city) return;
    const { lon, lat, street, detail, id } = address;
    this.#set({
      lon,
      lat,
      cityId: city.id,
      source: 'address',
      label: `${street} ${detail}`.trim(),
      addressId: id,
    });
  }

  choosePin([lon, lat]: LonLat, label: string): void {
    const city = nearestCity(this.cities, [lon, lat]) ?? this.city;
    if (city) this.#set({ lon, lat, cityId: city.id, source: 'pin', label: label || m.place_pin() });
  }

  /** Asks the browser. Fails with `denied`, `unavailable`, or `outside` when no town is near. */
  async chooseDevice(): Promise<void> {
    const [lon, lat] = await devicePosition();
    const city = nearestCity(this.cities, [lon, lat]);
    if (!city) throw new Error('outside');
    this.#set({ lon, lat, cityId: city.id, source: 'device', label: m.place_device() });
  }

  #set(next: Place): void {
    this.current = next;
    writeStored(key, next);
  }
}

export const place = new PlaceManager();
