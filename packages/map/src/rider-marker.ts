import { Marker, type Map } from 'maplibre-gl';
import { poseAt, shouldGlide, targetPose, type Pose } from './glide.ts';
import type { LonLat } from './geometry.ts';

export type RiderMarker = {
  /** Glides to a new position over `overMs` (about the time to the next one). Heading in degrees, else from the move. */
  moveTo: (position: LonLat, heading?: number, overMs?: number) => void;
  setLabel: (label: string) => void;
  /** The button that carries the marker, for click handlers and test ids. */
  element: HTMLButtonElement;
  remove: () => void;
};

/**
 * A rider on the map: a disc with a pointer in the direction of travel, gliding between positions by
 * animation frames; it jumps instead when reduced motion is asked. `label` is read by screen readers.
 */
export function createRiderMarker(
  map: Map,
  start: { position: LonLat; heading?: number; label: string },
): RiderMarker {
  const { element, dial } = markerElement(start.label);
  const marker = new Marker({ element, subpixelPositioning: true }).setLngLat([...start.position]).addTo(map);
  let pose: Pose = { position: start.position, heading: start.heading ?? 0 };
  let frame = 0;

  const show = (next: Pose) => {
    pose = next;
    marker.setLngLat([...next.position]);
    dial.style.transform = `rotate(${next.heading - map.getBearing()}deg)`;
  };
  const turnWithMap = () => show(pose);
  map.on('rotate', turnWithMap);
  show(pose);

  return {
    element,
    setLabel: (label) => {
      element.setAttribute('aria-label', label);
      element.title = label;
    },
    moveTo: (position, heading, overMs = 1000) => {
      cancelAnimationFrame(frame);
      const from = pose;
      const to = targetPose(from, position, heading);
      const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
      if (overMs <= 0 || !shouldGlide(from, to, reduced)) return show(to);
      const startedAt = performance.now();
      const step = (now: number) => {
        const share = (now - startedAt) / overMs;
        show(poseAt(from, to, share));
        if (share < 1) frame = requestAnimationFrame(step);
      };
      frame = requestAnimationFrame(step);
    },
    remove: () => {
      cancelAnimationFrame(frame);
      map.off('rotate', turnWithMap);
      marker.remove();
    },
  };
}

function markerElement(label: string): { element: HTMLButtonElement; dial: HTMLElement } {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'rider-marker';
  element.setAttribute('aria-label', label);
  element.title = label;
  element.style.cssText = 'width:44px;height:44px;padding:0;border:0;background:none;cursor:pointer';
  element.innerHTML =
    '<svg viewBox="-22 -22 44 44" width="44" height="44" aria-hidden="true">' +
    '<g class="dial"><path d="M0 -21L9 -8H-9Z" fill="var(--color-primary)" stroke="var(--color-surface)" stroke-width="2" stroke-linejoin="round"/></g>' +
    '<circle r="12" fill="var(--color-primary)" stroke="var(--color-surface)" stroke-width="2.5"/>' +
    '<g fill="none" stroke="var(--color-on-primary)" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">' +
    '<circle cx="-5.2" cy="3.6" r="2.6"/><circle cx="5.4" cy="3.6" r="2.6"/><path d="M-5.2 3.6H1L4.2 -4.6H1.6M5.4 3.6L3.2 -2M-6.4 -1.4H-2.4"/></g></svg>';
  const dial = element.querySelector<SVGGElement>('.dial');
  if (dial === null) throw new Error('the rider marker has no dial');
  return { element, dial: dial as unknown as HTMLElement };
}
