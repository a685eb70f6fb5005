import type { Marker } from 'maplibre-gl';
import { addRouteLayer, type RouteLayer } from '@linli/map/route-layer';
import { addZoneLayer } from '@linli/map/zone-layer';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState, type DragEvent } from 'react';
import { useTownMap } from '../../components/map/use-town-map.ts';
import { localName } from '../../lib/local-name.ts';
import { worstRisk } from '../../lib/order-risk.ts';
import { useTopic } from '../../live/use-topic.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import type { MapRider, MapZone } from '../../queries/dispatch/use-ops-map.ts';
import { useRoute } from '../../queries/dispatch/use-route.ts';
import { orderKeys } from '../../queries/order/order-keys.ts';
import { LayerSwitch } from './layer-switch.tsx';
import { orderDragType } from './order-drag.ts';
import type { RiskyOrder } from './risky-order.ts';
import { targetMarker } from './target-marker.ts';
import type { LayerName } from './town-parts.ts';
import { createTownScene, type TownScene } from './town-scene.ts';
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
  onDropOrder: (orderId: string, riderId: string) => void;
};

/** The map itself: zones, stores with open orders, doors, heat, late risk, riders gliding as their positions arrive. */
export function LiveMap(props: Props) {
  const { city, zones, riders, orders, selected, focusedRiderId } = props;
  const text = useText();
  const locale = useLocale();
  const queries = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  const { map, ready } = useTownMap(box, city);
  const [shown, setShown] = useState<ReadonlySet<LayerName>>(() => new Set(['zones', 'riders', 'orders']));
  const scene = useRef<TownScene | undefined>(undefined);
  const route = useRef<RouteLayer | undefined>(undefined);
  const clickedStore = useEffectEvent(props.onStore);
  const clickedRider = useEffectEvent(props.onRider);
  const path = useRoute(city.id, selected?.store, selected?.dropoff).data;
  const hasZones = shown.has('zones');

  useEffect(() => {
    if (map === undefined) return;
    const line = addRouteLayer(map, 'order-route');
    const made = createTownScene(map, { store: (id) => clickedStore(id), rider: (id) => clickedRider(id) });
    route.current = line;
    scene.current = made;
    return () => {
      scene.current = undefined;
      route.current = undefined;
      line.remove();
      made.remove();
    };
  }, [map]);

  useEffect(() => scene.current?.show(shown), [map, shown]);

  useEffect(() => {
    if (map === undefined || zones.length === 0 || !hasZones) return;
    const layer = addZoneLayer(
      map,
      zones.map((zone) => ({ id: zone.id, name: localName(zone, locale), area: zone.area })),
    );
    return () => layer.remove();
  }, [map, zones, locale, hasZones]);

  const boundsText = zoneBounds(zones)?.join();
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
        in_hand: rider.in_hand,
        label: text('map.rider_label', { name: rider.display_name, amount: rider.in_hand }),
      })),
    );
  }, [map, riders, text]);

  useEffect(() => {
    const stores = Map.groupBy(orders, (order) => order.store.id);
    scene.current?.setStores(
      [...stores].flatMap(([id, here]) => {
        const store = here[0]?.store;
        if (store === undefined) return [];
        const risk = worstRisk(here.map((order) => order.risk));
        const label = text('map.store_label', {
          name: localName(store, locale),
          amount: here.length,
          risk: text(`risk.${risk}`),
        });
        const active = selected?.store.id === id;
        return { id, lon: store.lon, lat: store.lat, count: here.length, risk, active, label };
      }),
    );
    scene.current?.setDoors(
      orders.flatMap(({ id, risk, store, dropoff }) => (dropoff ? { id, risk, store, door: dropoff } : [])),
    );
  }, [map, orders, selected?.store.id, text, locale]);

  const selectedId = selected?.id;
  useEffect(() => {
    route.current?.setRoute(selectedId === undefined ? [] : (path ?? []));
    const door = selected?.dropoff;
    if (map === undefined || !door) return;
    const marker: Marker = targetMarker(map, [door.lon, door.lat], text('map.dropoff'));
    return () => void marker.remove();
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

  const over = (event: DragEvent): string | undefined => {
    if (!event.dataTransfer.types.includes(orderDragType)) return undefined;
    event.preventDefault();
    return scene.current?.riderAt(event.clientX, event.clientY);
  };
  return (
    <div className="town-map">
      <div
        ref={box}
        className="town-map-box"
        data-testid="ops-map"
        data-ready={ready}
        onDragOver={(event) => {
          const riderId = over(event);
          event.dataTransfer.dropEffect = riderId ? 'move' : 'none';
          scene.current?.aim(riderId);
        }}
        onDragLeave={() => scene.current?.aim(undefined)}
        onDrop={(event) => {
          const riderId = over(event);
          scene.current?.aim(undefined);
          if (riderId) props.onDropOrder(event.dataTransfer.getData(orderDragType), riderId);
        }}
      />
      <LayerSwitch shown={shown} onChange={setShown} />
    </div>
  );
}
