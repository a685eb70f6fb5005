import { AimOutlined, EnvironmentFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { useTownMap } from './use-town-map.ts';

export type Pin = { lon: number; lat: number };
type Props = { city: CityRow; value?: Pin; onChange?: (pin: Pin) => void };

/** A place on the map: the pin stays in the middle and the map moves under it, by hand or by arrow keys. */
export default function PinField({ city, value, onChange }: Props) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const { map } = useTownMap(box, city);
  const first = useRef(value);
  const told = useRef(onChange);
  useEffect(() => {
    told.current = onChange;
  });
  useEffect(() => {
    if (map === undefined) return;
    const tell = (): void => {
      const { lng, lat } = map.getCenter();
      told.current?.({ lon: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)) });
    };
    if (first.current) map.jumpTo({ center: [first.current.lon, first.current.lat], zoom: 16 });
    map.on('moveend', tell);
    return () => void map.off('moveend', tell);
  }, [map]);

  const locate = (): void =>
    navigator.geolocation.getCurrentPosition(({ coords }) =>
      map?.jumpTo({ center: [coords.longitude, coords.latitude], zoom: 16 }),
    );
  return (
    <div className="pin-field">
      <div ref={box} className="map-field" role="application" aria-label={text('apply.map')} />
      <EnvironmentFilled className="pin-mark" aria-hidden />
      <Button className="pin-locate" icon={<AimOutlined />} onClick={locate}>
        {text('apply.locate')}
      </Button>
    </div>
  );
}
