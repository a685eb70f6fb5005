import { Button, Space } from 'antd';
import { Marker } from 'maplibre-gl';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { TerraDraw, TerraDrawPointMode, TerraDrawPolygonMode, TerraDrawSelectMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { geometryBounds, geometryOf, geometryParts, type Geometry } from '../../lib/engine/geometry.ts';
import { useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { useTownMap } from './use-town-map.ts';

type Mark = { at: readonly [lon: number, lat: number]; className: string };
type Props = {
  type: string;
  city: CityRow;
  value?: unknown;
  onChange?: (value: unknown) => void;
  /** Another number draws `value` anew: somebody else than the map changed it. */
  revision?: number;
  /** Places that are shown and not changed, as [lon, lat] with the class of their mark. */
  marks?: readonly Mark[];
  /** Further buttons beside those for drawing. */
  tools?: ReactNode;
};

/** A point or areas on the map of a city: draw, move corners, start again. */
export default function DrawMap({ type, value, onChange, city, revision = 0, marks, tools }: Props) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const { map } = useTownMap(box, city);
  const [draw, setDraw] = useState<TerraDraw | undefined>(undefined);
  const isPoint = /point/i.test(type);
  const first = useRef(geometryParts(value));
  const current = useRef(value);
  const told = useRef(onChange);
  const shown = useRef(revision);
  useEffect(() => {
    told.current = onChange;
    current.current = value;
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
    addParts(made, first.current);
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

  useEffect(() => {
    if (draw === undefined || shown.current === revision) return;
    shown.current = revision;
    const parts = geometryParts(current.current);
    draw.clear();
    addParts(draw, parts);
    draw.setMode(parts.length > 0 ? 'select' : isPoint ? 'point' : 'polygon');
  }, [draw, revision, isPoint]);

  const shownMarks = JSON.stringify(marks ?? []);
  useEffect(() => {
    if (map === undefined) return;
    const made = (JSON.parse(shownMarks) as Mark[]).map(({ at, className }) => {
      const element = document.createElement('span');
      element.className = className;
      return new Marker({ element }).setLngLat([at[0], at[1]]).addTo(map);
    });
    return () => made.forEach((marker) => marker.remove());
  }, [map, shownMarks]);

  return (
    <div className="geometry-field">
      <Space wrap>
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
        {tools}
      </Space>
      <div ref={box} className="map-field" role="application" aria-label={text('map.title')} />
    </div>
  );
}

function addParts(draw: TerraDraw, parts: readonly Geometry[]): void {
  draw.addFeatures(
    parts.map((geometry) => ({
      type: 'Feature' as const,
      geometry,
      properties: { mode: geometry.type === 'Point' ? 'point' : 'polygon' },
    })),
  );
}
