import { useWorkspace } from '../../app/workspace.ts';
import DrawMap from '../map/draw-map.tsx';

type Props = { type: string; value?: unknown; onChange?: (value: unknown) => void };

/** A point or areas on the map of the city that is worked on. */
export default function GeometryField(props: Props) {
  const { city } = useWorkspace();
  return city === undefined ? null : <DrawMap {...props} city={city} />;
}
