import { leaf } from './brush.ts';
import { group, path } from './shapes.ts';

/** A pointed leaf that grows from (x, y) toward `angle` degrees. */
export function leafAt(x: number, y: number, angle: number, color = leaf): string {
  return group(`translate(${x} ${y}) rotate(${angle})`, path('M0 0Q14 -18 38 -10Q26 12 0 0Z', color));
}
