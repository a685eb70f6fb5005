import type { LonLat } from '@linli/map/geometry';

/** What a flat map shows: its centre, zoom (512 px tiles), bearing in degrees and size in pixels. */
export type FlatView = { center: LonLat; zoom: number; bearing: number; width: number; height: number };

const tile = 512;
const equatorMeters = 40_075_016.686;

function mercator([lon, lat]: LonLat): [number, number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** Answers where a place lies on the screen of a map without pitch, in pixels from its upper left corner. Pure. */
export function projector({
  center,
  zoom,
  bearing,
  width,
  height,
}: FlatView): (place: LonLat) => [number, number] {
  const world = tile * 2 ** zoom;
  const [centerX, centerY] = mercator(center);
  const angle = (-bearing * Math.PI) / 180;
  const across = Math.cos(angle) * world;
  const along = Math.sin(angle) * world;
  return (place) => {
    const [x, y] = mercator(place);
    return [
      width / 2 + (x - centerX) * across - (y - centerY) * along,
      height / 2 + (x - centerX) * along + (y - centerY) * across,
    ];
  };
}

/** Metres that a pixel in the middle of the view stands for. */
export function metersPerPixel({ center, zoom }: Pick<FlatView, 'center' | 'zoom'>): number {
  return (Math.cos((center[1] * Math.PI) / 180) * equatorMeters) / (tile * 2 ** zoom);
}
