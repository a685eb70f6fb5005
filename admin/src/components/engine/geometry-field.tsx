import { Button, Space } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { TerraDraw, TerraDrawPointMode, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { useWorkspace } from '../../app/workspace.ts';
import { geometryBounds, geometryOf, geometryParts, type Geometry } from '../../lib/engine/geometry.ts';
import { useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { useTownMap } from '../map/use-town-map.ts';

type Props = { type: string; value?: unknown; onChange?: (value: unknown) => void };

/** A point or areas on the map of the city: draw, move corners, start again. */
export default function GeometryField(props: Props) {
  const { city } = useWorkspace();
  return city === undefined ? null : <DrawMap {...props} city={city} />;
}

function DrawMap({ type, value, onChange, city }: Props & { city: CityRow }) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const { map } = useTownMap(box, city);
  const [draw, setDraw] = useState<TerraDraw | undefined>(undefined);
  const isPoint = /point/i.test(type);
  const first = useRef(geometryParts(value));
  const told = useRef(onChange);
  useEffect(() => {
    told.current = onChange;
  });

  useEffect(() => {
    if (map === undefined) return;
    const made = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map }),
      modes: [
        new TerraDrawPointMode(),
        new TerraDrawPolygonMode(),
        new TerraDrawSelectMode({
          flags: {
            polygon: {
              feature: {
                draggable: true,
                coordinates: { midpoints: true, draggable: true, deletable: true },
              },
            },
            point: { feature: { draggable: true } },
          },
        }),
      ],
    });
    made.start();
    made.addFeatures(
      first.current.map((geometry) => ({
        type: 'Feature' as const,
        geometry,
        properties: { mode: geometry.type === 'Point' ? 'point' : 'polygon' },
      })),
    );
    const bounds = geometryBounds(first.current);
    if (bounds) map.fitBounds(bounds, { padding: 40, maxZoom: 16, animate: false });
    made.setMode(first.current.length > 0 ? 'select' : isPoint ? 'point' : 'polygon');
    const tell = (): void => {
      const parts = made
        .getSnapshot()
        .filter(({ properties }) => properties['mode'] === 'point' || properties['mode'] === 'polygon')
        .map(({ geometry }) => geometry as Geometry);
      told.current?.(geometryOf(type, parts));
    };
    made.on('finish', () => {
      made.setMode('select');
      tell();
    });
    setDraw(made);
    return () => made.stop();
  }, [map, isPoint, type]);

  return (
    <div className="geometry-field">
      <Space>
        <Button
          size="small"
          onClick={() => {
            if (isPoint) draw?.clear();
            draw?.setMode(isPoint ? 'point' : 'polygon');
          }}
        >
          {text(isPoint ? 'data.draw_point' : 'data.draw_area')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            draw?.clear();
            draw?.setMode(isPoint ? 'point' : 'polygon');
            onChange?.(null);
          }}
        >
          {text('data.draw_clear')}
        </Button>
      </Space>
      <div ref={box} className="map-field" role="application" aria-label={text('map.title')} />
    </div>
  );
}
