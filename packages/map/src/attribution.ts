import { AttributionControl } from 'maplibre-gl';

/**
 * The control that shows the city's map credit, which `baseStyle` carries in its source. Create the map with
 * `attributionControl: false` and add this; it folds on narrow maps but starts open, as the ODbL asks.
 */
export function attributionControl(): AttributionControl {
  return new AttributionControl({ compact: false });
}
