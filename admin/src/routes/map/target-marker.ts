import type { LonLat } from '@linli/map/geometry';
import { Marker, type Map as MapLibre } from 'maplibre-gl';

/** The pin at the door of the chosen order. */
export function targetMarker(map: MapLibre, position: LonLat, label: string): Marker {
  const element = document.createElement('div');
  const pin = document.createElement('div');
  // The map moves the outer element; its own turn would turn that way too.
  pin.className = 'target-pin';
  element.append(pin);
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', label);
  element.title = label;
  return new Marker({ element, anchor: 'bottom' }).setLngLat([...position]).addTo(map);
}
