import type { LonLat } from '@linli/map/geometry';
import { addOverlay } from '@linli/map/overlay';
import type { Feature, FeatureCollection } from 'geojson';
import {
  Popup,
  type GeoJSONSource,
  type Map as MapLibre,
  type MapMouseEvent,
  type Point,
  type PointLike,
} from 'maplibre-gl';
import { createFleet, frameGap } from '../../lib/fleet.ts';
import type { OrderRisk } from '../../lib/order-risk.ts';
import { createRiderCanvas } from './rider-canvas.ts';
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

/** A rider is hit this near to their middle, in pixels. */
const riderReach = 16;

/** Everything on the live map: what stands still as layers of the map, riders on a canvas above it. */
export function createTownScene(
  map: MapLibre,
  on: { rider: (id: string) => void; store: (id: string) => void },
): TownScene {
  const data: TownData = { stores: empty, doors: empty };
  const fleet = createFleet(glideMs);
  const canvas = createRiderCanvas(map);
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  let shown: ReadonlySet<LayerName> = new Set();
  let riders: ReadonlyMap<string, RiderView> = new Map();
  let aimed: string | undefined;
  let frame = 0;
  let drawnAt = -Infinity;

  const put = (name: keyof TownData, features: Feature[]): void => {
    data[name] = { type: 'FeatureCollection', features };
    map.getSource<GeoJSONSource>(townSource[name])?.setData(data[name]);
  };
  const drawRiders = (): void => {
    drawnAt = performance.now();
    canvas.draw(
      Array.from(riders.values(), (rider) => {
        const pose = fleet.poseOf(rider.id, drawnAt) ?? { position: [rider.lon, rider.lat], heading: 0 };
        return { id: rider.id, ...pose, inHand: rider.in_hand };
      }),
      aimed,
    );
  };
  const animate = (now: number): void => {
    frame = 0;
    const isMoving = fleet.isMoving(now);
    if (!isMoving || now - drawnAt >= frameGap(canvas.metersPerPixel())) drawRiders();
    if (isMoving) wake();
  };
  const wake = (): void => {
    if (frame === 0) frame = requestAnimationFrame(animate);
  };
  const isCalm = (): boolean => document.hidden || reducedMotion.matches;

  const overlay = addOverlay(
    map,
    (theme) => {
      canvas.setTheme(theme);
      return townParts(theme, data, shown);
    },
    true,
  );
  const storeAt = ({ x, y }: Point): Feature | undefined => {
    const box: [PointLike, PointLike] = [
      [x - 4, y - 4],
      [x + 4, y + 4],
    ];
    return map.getLayer('town-store') && map.queryRenderedFeatures(box, { layers: ['town-store'] })[0];
  };
  const popup = new Popup({ closeButton: false, closeOnClick: false, offset: 16, className: 'town-tip' });
  const tell = (position: LonLat, label: string): void =>
    void popup
      .setLngLat([...position])
      .setText(label)
      .addTo(map);
  const hover = ({ point }: MapMouseEvent): void => {
    const rider = riders.get(canvas.nearest(point.x, point.y, riderReach) ?? '');
    const store = rider === undefined ? storeAt(point) : undefined;
    map.getCanvas().style.cursor = rider || store ? 'pointer' : '';
    if (rider) {
      tell(fleet.poseOf(rider.id, performance.now())?.position ?? [rider.lon, rider.lat], rider.label);
    } else if (store?.geometry.type === 'Point') {
      const [lon = 0, lat = 0] = store.geometry.coordinates;
      tell([lon, lat], String(store.properties?.['label']));
    } else popup.remove();
  };
  const click = ({ point }: MapMouseEvent): void => {
    const rider = canvas.nearest(point.x, point.y, riderReach);
    if (rider !== undefined) return on.rider(rider);
    const store = storeAt(point);
    if (store) on.store(String(store.properties?.['id']));
  };
  // The map draws itself while it is moved: riders keep to their streets in the same frame.
  map.on('render', drawRiders);
  map.on('mousemove', hover);
  map.on('click', click);

  return {
    setRiders(next) {
      const now = performance.now();
      riders = new Map(next.map((rider) => [rider.id, rider]));
      fleet.keep(new Set(riders.keys()));
      for (const { id, lon, lat, heading } of next) fleet.move(id, [lon, lat], heading, now, isCalm());
      drawRiders();
      wake();
    },
    moveRider(id, position, heading) {
      fleet.move(id, position, heading, performance.now(), isCalm());
      wake();
    },
    setStores: (stores) =>
      put(
        'stores',
        stores.map((store) => dot([store.lon, store.lat], plain(store))),
      ),
    setDoors: (doors) =>
      put(
        'doors',
        doors.flatMap(({ id, risk, store, door }) => [
          dot([door.lon, door.lat], { id, risk }),
          line([store.lon, store.lat], [door.lon, door.lat], { id, risk }),
        ]),
      ),
    show(names) {
      shown = names;
      canvas.setShown(names.has('riders'));
      for (const [name, ids] of Object.entries(townLayers))
        for (const id of ids)
          if (map.getLayer(id))
            map.setLayoutProperty(id, 'visibility', names.has(name as LayerName) ? 'visible' : 'none');
    },
    riderAt(x, y) {
      const box = map.getCanvas().getBoundingClientRect();
      return canvas.nearest(x - box.left, y - box.top, 20);
    },
    aim(riderId) {
      if (riderId === aimed) return;
      aimed = riderId;
      drawRiders();
    },
    remove() {
      cancelAnimationFrame(frame);
      popup.remove();
      canvas.remove();
      map.off('render', drawRiders);
      map.off('mousemove', hover);
      map.off('click', click);
      overlay();
    },
  };
}

function plain<View extends Place>({ lon: _lon, lat: _lat, ...rest }: View): Omit<View, 'lon' | 'lat'> {
  return rest;
}

function dot(position: LonLat, properties: Feature['properties']): Feature {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates: [...position] } };
}

function line(from: LonLat, to: LonLat, properties: Feature['properties']): Feature {
  return { type: 'Feature', properties, geometry: { type: 'LineString', coordinates: [[...from], [...to]] } };
}
