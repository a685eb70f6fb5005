import { createRiderMarker, type RiderMarker } from '@linli/map/rider-marker';
import { Marker, type Map as MapLibre } from 'maplibre-gl';
import type { OrderRisk } from '../../lib/order-risk.ts';

export type RiderView = { id: string; lon: number; lat: number; heading: number | null; label: string };
export type PinView = {
  id: string;
  lon: number;
  lat: number;
  label: string;
  count: number;
  risk: OrderRisk;
  active: boolean;
};

export type Scene = {
  setRiders: (riders: readonly RiderView[]) => void;
  moveRider: (id: string, position: readonly [number, number], heading: number | null) => void;
  setPins: (pins: readonly PinView[]) => void;
  setTarget: (place: { lon: number; lat: number; label: string } | undefined) => void;
  remove: () => void;
};

/** Positions arrive about every second or two; gliding a little longer keeps the ride smooth. */
const glideMs = 1600;

/** Everything that stands on the live map. Markers are kept and moved, never made anew. */
export function createScene(
  map: MapLibre,
  on: { rider: (id: string) => void; store: (id: string) => void },
): Scene {
  const riders = new Map<string, RiderMarker>();
  const pins = new Map<string, { marker: Marker; element: HTMLButtonElement }>();
  let target: Marker | undefined;

  const addRider = (rider: RiderView): RiderMarker => {
    const marker = createRiderMarker(map, {
      position: [rider.lon, rider.lat],
      heading: rider.heading ?? undefined,
      label: rider.label,
    });
    marker.element.dataset['testid'] = 'map-rider';
    marker.element.dataset['riderId'] = rider.id;
    marker.element.addEventListener('click', () => on.rider(rider.id));
    riders.set(rider.id, marker);
    return marker;
  };

  return {
    setRiders(views) {
      const wanted = new Set(views.map((view) => view.id));
      for (const [id, marker] of riders) {
        if (wanted.has(id)) continue;
        marker.remove();
        riders.delete(id);
      }
      for (const view of views) {
        const marker = riders.get(view.id) ?? addRider(view);
        marker.setLabel(view.label);
        marker.moveTo([view.lon, view.lat], view.heading ?? undefined, glideMs);
      }
    },
    moveRider(id, position, heading) {
      riders.get(id)?.moveTo(position, heading ?? undefined, glideMs);
    },
    setPins(views) {
      const wanted = new Set(views.map((view) => view.id));
      for (const [id, pin] of pins) {
        if (wanted.has(id)) continue;
        pin.marker.remove();
        pins.delete(id);
      }
      for (const view of views) {
        const pin = pins.get(view.id) ?? addPin(map, view, on.store);
        pins.set(view.id, pin);
        pin.element.dataset['risk'] = view.risk;
        pin.element.classList.toggle('store-pin-active', view.active);
        pin.element.setAttribute('aria-label', view.label);
        pin.element.title = view.label;
        pin.element.dataset['count'] = String(view.count);
        pin.element.firstElementChild?.replaceChildren(String(view.count));
      }
    },
    setTarget(place) {
      target?.remove();
      target = undefined;
      if (place === undefined) return;
      const element = document.createElement('div');
      element.className = 'target-pin';
      element.setAttribute('role', 'img');
      element.setAttribute('aria-label', place.label);
      element.title = place.label;
      target = new Marker({ element, anchor: 'bottom' }).setLngLat([place.lon, place.lat]).addTo(map);
    },
    remove() {
      riders.forEach((marker) => marker.remove());
      pins.forEach(({ marker }) => marker.remove());
      target?.remove();
    },
  };
}

function addPin(
  map: MapLibre,
  view: PinView,
  onStore: (id: string) => void,
): { marker: Marker; element: HTMLButtonElement } {
  const element = document.createElement('button');
  element.type = 'button';
  element.classList.add('store-pin');
  element.dataset['testid'] = 'map-store';
  element.append(document.createElement('span'));
  element.addEventListener('click', () => onStore(view.id));
  const marker = new Marker({ element }).setLngLat([view.lon, view.lat]).addTo(map);
  return { marker, element };
}
