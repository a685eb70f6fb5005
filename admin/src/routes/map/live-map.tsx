import { addRouteLayer, type RouteLayer } from '@linli/map/route-layer';
import { addZoneLayer } from '@linli/map/zone-layer';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTownMap } from '../../components/map/use-town-map.ts';
import { localName } from '../../lib/local-name.ts';
import { worstRisk } from '../../lib/order-risk.ts';
import { useTopic } from '../../live/use-topic.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import type { MapRider, MapZone } from '../../queries/dispatch/use-ops-map.ts';
import { useRoute } from '../../queries/dispatch/use-route.ts';
import { orderKeys } from '../../queries/order/order-keys.ts';
import type { RiskyOrder } from './live-panel.tsx';
import { createScene, type Scene } from './scene.ts';
import { zoneBounds } from './zone-bounds.ts';

type Props = {
  city: CityRow;
  zones: readonly MapZone[];
  riders: readonly MapRider[];
  orders: readonly RiskyOrder[];
  selected: RiskyOrder | undefined;
  focusedRiderId: string | undefined;
  onStore: (id: string) => void;
  onRider: (id: string) => void;
};

/** The map itself: zones, stores with open orders, riders gliding as their positions arrive. */
export function LiveMap({ city, zones, riders, orders, selected, focusedRiderId, onStore, onRider }: Props) {
  const text = useText();
  const locale = useLocale();
  const queries = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  const { map, ready } = useTownMap(box, city);
  const scene = useRef<Scene | undefined>(undefined);
  const route = useRef<RouteLayer | undefined>(undefined);
  const clickedStore = useEffectEvent(onStore);
  const clickedRider = useEffectEvent(onRider);
  const path = useRoute(city.id, selected?.store, selected?.dropoff).data;

  useEffect(() => {
    if (map === undefined) return;
    const made = createScene(map, { store: (id) => clickedStore(id), rider: (id) => clickedRider(id) });
    const line = addRouteLayer(map, 'order-route');
    route.current = line;
    scene.current = made;
    return () => {
      scene.current = undefined;
      route.current = undefined;
      line.remove();
      made.remove();
    };
  }, [map]);

  useEffect(() => {
    if (map === undefined || zones.length === 0) return;
    const layer = addZoneLayer(
      map,
      zones.map((zone) => ({ id: zone.id, name: localName(zone, locale), area: zone.area })),
    );
    return () => layer.remove();
  }, [map, zones, locale]);

  const bounds = zoneBounds(zones);
  const boundsText = bounds?.join();
  useEffect(() => {
    const corners = boundsText?.split(',').map(Number);
    if (map === undefined || corners === undefined) return;
    map.fitBounds(corners as [number, number, number, number], { padding: 32, maxZoom: 15, duration: 0 });
  }, [map, boundsText]);

  useEffect(() => {
    scene.current?.setRiders(
      riders.map((rider) => ({
        id: rider.id,
        lon: rider.lon,
        lat: rider.lat,
        heading: rider.heading,
        label: text('map.rider_label', { name: rider.display_name, amount: rider.in_hand }),
      })),
    );
  }, [map, riders, text]);

  useEffect(() => {
    const stores = Map.groupBy(orders, (order) => order.store.id);
    scene.current?.setPins(
      [...stores].flatMap(([id, here]) => {
        const store = here[0]?.store;
        if (store === undefined) return [];
        const risk = worstRisk(here.map((order) => order.risk));
        return {
          id,
          lon: store.lon,
          lat: store.lat,
          count: here.length,
          risk,
          active: selected?.store.id === id,
          label: text('map.store_label', {
            name: localName(store, locale),
            amount: here.length,
            risk: text(`risk.${risk}`),
          }),
        };
      }),
    );
  }, [map, orders, selected?.store.id, text, locale]);

  const selectedId = selected?.id;
  useEffect(() => {
    const target = selected?.dropoff;
    scene.current?.setTarget(target ? { ...target, label: text('map.dropoff') } : undefined);
    route.current?.setRoute(selectedId === undefined ? [] : (path ?? []));
  }, [map, selected?.dropoff, selectedId, path, text]);

  const focusOn = useEffectEvent((): [number, number] | undefined => {
    const rider = riders.find(({ id }) => id === focusedRiderId);
    const place = rider ?? selected?.store;
    return place && [place.lon, place.lat];
  });
  useEffect(() => {
    const center = focusOn();
    if (map && center) map.easeTo({ center, zoom: Math.max(map.getZoom(), 14), duration: 250 });
  }, [map, selectedId, focusedRiderId]);

  useTopic(`city:${city.id}`, (message) => {
    if (message.kind !== 'event' || message.event !== 'rider.moved') return;
    const { rider_id, lon, lat, heading, status } = message.payload;
    const known = riders.some((rider) => rider.id === rider_id);
    if (status !== 'online' || !known)
      return void queries.invalidateQueries({ queryKey: orderKeys.map(city.id) });
    if (typeof lon !== 'number' || typeof lat !== 'number') return;
    scene.current?.moveRider(String(rider_id), [lon, lat], typeof heading === 'number' ? heading : null);
  });

  return (
    <div className="town-map">
      <div ref={box} className="town-map-box" data-testid="ops-map" data-ready={ready} />
    </div>
  );
}
