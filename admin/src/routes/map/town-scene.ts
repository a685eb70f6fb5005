import type { LonLat } from '@linli/map/geometry';
import { addOverlay } from '@linli/map/overlay';
import type { Feature, FeatureCollection } from 'geojson';
import {
  Popup,
  type GeoJSONSource,
  type Map as MapLibre,
  type MapMouseEvent,
  type PointLike,
} from 'maplibre-gl';
import { createFleet, frameGap } from '../../lib/fleet.ts';
import type { OrderRisk } from '../../lib/order-risk.ts';
import { addRiderIcons } from './rider-icon.ts';
import { townLayers, townParts, townSource, type LayerName, type TownData } from './town-parts.ts';

type Place = { lon: number; lat: number };
export type RiderView = Place & { id: string; heading: number | null; in_hand: number; label: string };
export type StoreView = Place & {
  id: string;
  label: string;
  count: number;
  risk: OrderRisk;
  active: boolean;
};
export type DoorView = { id: string; risk: OrderRisk; store: Place; door: Place };

export type TownScene = {
  setRiders: (riders: readonly RiderView[]) => void;
  moveRider: (id: string, position: LonLat, heading: number | null) => void;
  setStores: (stores: readonly StoreView[]) => void;
  setDoors: (doors: readonly DoorView[]) => void;
  show: (names: ReadonlySet<LayerName>) => void;
  /** The rider at a place of the screen (client pixels), within a finger's width. */
  riderAt: (x: number, y: number) => string | undefined;
  /** Rings a rider; `undefined` none. */
  aim: (riderId: string | undefined) => void;
  remove: () => void;
};

/** Positions arrive about every second or two; gliding a little longer keeps the ride smooth. */
const glideMs = 1600;
const empty: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Everything on the live map, drawn from three sources, so that thousands of riders cost no elements. */
export function createTownScene(
  map: MapLibre,
  on: { rider: (id: string) => void; store: (id: string) => void },
): TownScene {
  const data: TownData = { riders: empty, stores: empty, doors: empty };
  const fleet = createFleet(glideMs);
  let shown: ReadonlySet<LayerName> = new Set();
  let riders: readonly RiderView[] = [];
  let frame = 0;
  let drawnAt = -Infinity;

  const put = (name: keyof TownData, features: Feature[]): void => {
    data[name] = { type: 'FeatureCollection', features };
    map.getSource<GeoJSONSource>(townSource[name])?.setData(data[name]);
  };
  const drawRiders = (now: number): void => {
    drawnAt = now;
    put(
      'riders',
      riders.map((rider) => {
        const pose = fleet.poseOf(rider.id, now);
        const [lon, lat] = pose?.position ?? [rider.lon, rider.lat];
        return point([lon, lat], { ...plain(rider), heading: pose?.heading ?? 0 });
      }),
    );
  };
  const animate = (now: number): void => {
    frame = 0;
    if (now - drawnAt >= frameGap(riders.length) || !fleet.isMoving(now)) drawRiders(now);
    if (fleet.isMoving(now)) frame = requestAnimationFrame(animate);
  };
  const wake = (): void => {
    if (frame === 0) frame = requestAnimationFrame(animate);
  };
  const isCalm = (): boolean => document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches;

  const overlay = addOverlay(
    map,
    (theme) => {
      addRiderIcons(map, theme);
      return townParts(theme, data, shown);
    },
    true,
  );
  const found = (x: number, y: number, reach: number, layers: string[]) => {
    const box: [PointLike, PointLike] = [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ];
    return map.queryRenderedFeatures(box, { layers: layers.filter((id) => map.getLayer(id)) })[0];
  };
  const pick = (x: number, y: number) => found(x, y, 6, ['town-rider']) ?? found(x, y, 4, ['town-store']);
  const popup = new Popup({ closeButton: false, closeOnClick: false, offset: 16, className: 'town-tip' });
  const hover = (event: MapMouseEvent): void => {
    const feature = pick(event.point.x, event.point.y);
    map.getCanvas().style.cursor = feature ? 'pointer' : '';
    if (feature?.geometry.type !== 'Point') return void popup.remove();
    const [lon = 0, lat = 0] = feature.geometry.coordinates;
    popup.setLngLat([lon, lat]).setText(String(feature.properties['label'])).addTo(map);
  };
  const click = (event: MapMouseEvent): void => {
    const feature = pick(event.point.x, event.point.y);
    if (!feature) return;
    const id = String(feature.properties['id']);
    if (feature.layer.id === 'town-rider') on.rider(id);
    else on.store(id);
  };
  map.on('mousemove', hover);
  map.on('click', click);

  return {
    setRiders(next) {
      const now = performance.now();
      riders = next;
      fleet.keep(new Set(next.map(({ id }) => id)));
      for (const { id, lon, lat, heading } of next) fleet.move(id, [lon, lat], heading, now, isCalm());
      drawRiders(now);
      wake();
    },
    moveRider(id, position, heading) {
      fleet.move(id, position, heading, performance.now(), isCalm());
      wake();
    },
    setStores: (stores) =>
      put(
        'stores',
        stores.map((store) => point([store.lon, store.lat], plain(store))),
      ),
    setDoors: (doors) =>
      put(
        'doors',
        doors.flatMap(({ id, risk, store, door }) => [
          point([door.lon, door.lat], { id, risk }),
          line([store.lon, store.lat], [door.lon, door.lat], { id, risk }),
        ]),
      ),
    show(names) {
      shown = names;
      for (const [name, ids] of Object.entries(townLayers))
        for (const id of ids)
          if (map.getLayer(id))
            map.setLayoutProperty(id, 'visibility', names.has(name as LayerName) ? 'visible' : 'none');
    },
    riderAt(x, y) {
      const box = map.getCanvas().getBoundingClientRect();
      const rider = found(x - box.left, y - box.top, 20, ['town-rider']);
      return rider && String(rider.properties['id']);
    },
    aim(riderId) {
      if (map.getLayer('town-rider-target'))
        map.setFilter('town-rider-target', ['==', ['get', 'id'], riderId ?? '']);
    },
    remove() {
      cancelAnimationFrame(frame);
      popup.remove();
      map.off('mousemove', hover);
      map.off('click', click);
      overlay();
    },
  };
}

function plain<View extends Place>({ lon: _lon, lat: _lat, ...rest }: View): Omit<View, 'lon' | 'lat'> {
  return rest;
}

function point(position: LonLat, properties: Feature['properties']): Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...position] } };
}

function line(from: LonLat, to: LonLat, properties: Feature['properties']): Feature {
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates: [[...from], [...to]] } };
}
