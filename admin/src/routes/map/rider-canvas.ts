import type { LonLat } from '@linli/map/geometry';
import { hexColors, type Theme } from '@linli/ui/tokens';
import type { Map as MapLibre } from 'maplibre-gl';
import { metersPerPixel, projector, type FlatView } from '../../lib/flat-view.ts';
import { riderScale } from '../../lib/fleet.ts';
import { createRiderSprites, riderSize, type RiderSprites } from './rider-sprites.ts';

/** Somebody to draw. */
export type DrawnRider = { id: string; position: LonLat; heading: number; inHand: number };

export type RiderCanvas = {
  setTheme: (theme: Theme) => void;
  /** Draws these in this order, one of them perhaps with a ring. */
  draw: (riders: readonly DrawnRider[], ringed: string | undefined) => void;
  setShown: (shown: boolean) => void;
  /** Who was last drawn nearest to a point of the map's box (CSS pixels), within `reach`. */
  nearest: (x: number, y: number, reach: number) => string | undefined;
  metersPerPixel: () => number;
  remove: () => void;
};

/**
 * A canvas over the map for riders alone. Riders move all the time and the town does not: with them in a layer of the
 * map every step of one rider would draw streets, areas and names again.
 */
export function createRiderCanvas(map: MapLibre): RiderCanvas {
  const canvas = document.createElement('canvas');
  canvas.className = 'town-riders';
  map.getCanvas().after(canvas);
  // Kept in memory: it is only ever copied onto, and a machine without a graphics card would carry it to and fro.
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  let theme: Theme = 'light';
  let sprites: { scale: number; ratio: number; theme: Theme; of: RiderSprites['of'] } | undefined;
  let drawn: { id: string; x: number; y: number }[] = [];

  const view = (): FlatView => {
    const { lng, lat } = map.getCenter();
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    return { center: [lng, lat], zoom: map.getZoom(), bearing: map.getBearing(), width, height };
  };
  const spritesFor = (scale: number, ratio: number): RiderSprites => {
    if (sprites?.scale !== scale || sprites.ratio !== ratio || sprites.theme !== theme)
      sprites = { scale, ratio, theme, of: createRiderSprites(theme, scale, ratio).of };
    return sprites;
  };
  const drawRing = (on: CanvasRenderingContext2D, x: number, y: number, radius: number): void => {
    const { persimmon } = hexColors(theme);
    on.beginPath();
    on.arc(x, y, radius, 0, 2 * Math.PI);
    on.fillStyle = `${persimmon}4d`;
    on.strokeStyle = persimmon;
    on.lineWidth = radius / 7;
    on.fill();
    on.stroke();
  };

  return {
    setTheme(next) {
      theme = next;
    },
    draw(riders, ringed) {
      if (pen === null) return;
      const now = view();
      const ratio = Math.min(2, window.devicePixelRatio);
      const [width, height] = [Math.round(now.width * ratio), Math.round(now.height * ratio)];
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
      } else pen.clearRect(0, 0, width, height);
      const scale = riderScale(now.zoom, riders.length);
      const pictures = spritesFor(scale, ratio);
      const place = projector(now);
      const reach = (riderSize * scale) / 2;
      drawn = [];
      for (const { id, position, heading, inHand } of riders) {
        const [x, y] = place(position);
        if (x < -reach || y < -reach || x > now.width + reach || y > now.height + reach) continue;
        drawn.push({ id, x, y });
        if (id === ringed) drawRing(pen, x * ratio, y * ratio, reach * ratio);
        // Whole pixels: a picture between pixels is computed anew, one on them is copied.
        const picture = pictures.of(heading - now.bearing, inHand);
        pen.drawImage(picture, Math.round((x - reach) * ratio), Math.round((y - reach) * ratio));
      }
    },
    setShown(shown) {
      canvas.hidden = !shown;
    },
    nearest(x, y, reach) {
      let best: string | undefined;
      let closest = reach;
      if (canvas.hidden) return best;
      for (const rider of drawn) {
        const away = Math.hypot(rider.x - x, rider.y - y);
        if (away <= closest) [best, closest] = [rider.id, away];
      }
      return best;
    },
    metersPerPixel: () => metersPerPixel(view()),
    remove: () => canvas.remove(),
  };
}
