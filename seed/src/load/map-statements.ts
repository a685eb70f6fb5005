import type { Town } from '../town.ts';
import { geoJson } from './json-rows.ts';

export type Statement = {
  /** What a progress line says. */
  label: string;
  /** Takes its rows as one jsonb array in `$1`. */
  sql: string;
  rows: (town: Town) => object[];
};

const geometry = (column: string) =>
  `extensions.st_setsrid(extensions.st_geomfromgeojson(r.${column}), 4326)`;
const area = (column: string) =>
  `extensions.st_multi(extensions.st_collectionextract(extensions.st_makevalid(${geometry(column)}), 3))`;

/** The map of a town. Everything but the city and its zones is replaced whole. */
export const mapStatements: readonly Statement[] = [
  {
    label: 'city',
    sql: `
      insert into public.cities (id, slug, name, translations, timezone, currency, lon, lat, attribution, is_demo)
      select id, slug, name, translations, timezone, currency, lon, lat, attribution, is_demo
      from jsonb_to_recordset($1) as r (id uuid, slug text, name text, translations jsonb, timezone text,
        currency text, lon float8, lat float8, attribution text, is_demo boolean)
      on conflict (id) do update set name = excluded.name, translations = excluded.translations,
        timezone = excluded.timezone, lon = excluded.lon, lat = excluded.lat, attribution = excluded.attribution`,
    rows: ({ city: { isDemo, ...city } }) => [{ ...city, is_demo: isDemo }],
  },
  {
    label: 'rate card',
    sql: `
      insert into public.rate_cards (id, city_id, currency, reach_meters, starts_at)
      select id, city_id, currency, reach_meters, '2026-01-01'
      from jsonb_to_recordset($1) as r (id uuid, city_id uuid, currency text, reach_meters int)
      on conflict do nothing`,
    rows: ({ rateCard, city }) => [
      { id: rateCard.id, city_id: city.id, currency: city.currency, reach_meters: rateCard.reachMeters },
    ],
  },
  {
    label: 'rate card rules',
    sql: `
      insert into public.rate_card_rules (rate_card_id, position, kind, label, translations, amount_cents,
        from_meters, per_km_cents)
      select rate_card_id, position, kind::public.rate_rule_kind, label, translations, amount_cents,
        from_meters, per_km_cents
      from jsonb_to_recordset($1) as r (rate_card_id uuid, position int, kind text, label text, translations jsonb,
        amount_cents bigint, from_meters int, per_km_cents bigint)
      on conflict do nothing`,
    rows: ({ rateCard }) => [
      {
        rate_card_id: rateCard.id,
        position: 1,
        kind: 'base',
        label: '起步价',
        translations: { en: { label: 'Base fee' } },
        amount_cents: rateCard.baseCents,
      },
      {
        rate_card_id: rateCard.id,
        position: 2,
        kind: 'distance',
        label: '里程费',
        translations: { en: { label: 'Distance' } },
        amount_cents: 0,
        from_meters: rateCard.includedMeters,
        per_km_cents: rateCard.perKmCents,
      },
    ],
  },
  {
    label: 'zones',
    sql: `
      insert into public.zones (id, city_id, name, translations, area, rider_base_pay_cents, rider_pay_per_km_cents)
      select id, city_id, name, translations, ${area('area')}, base_pay, pay_per_km
      from jsonb_to_recordset($1) as r (id uuid, city_id uuid, name text, translations jsonb, area text,
        base_pay bigint, pay_per_km bigint)
      on conflict (id) do update set name = excluded.name, translations = excluded.translations, area = excluded.area`,
    rows: ({ zones, city }) =>
      zones.map((zone) => ({
        id: zone.id,
        city_id: city.id,
        name: zone.name,
        translations: zone.translations,
        area: geoJson.multiPolygon(zone.area),
        base_pay: zone.riderBasePayCents,
        pay_per_km: zone.riderPayPerKmCents,
      })),
  },
  {
    label: 'road nodes',
    sql: `
      insert into private.road_nodes (id, city_id, geom)
      select id, city_id, ${geometry('geom')}
      from jsonb_to_recordset($1) as r (id bigint, city_id uuid, geom text)`,
    rows: ({ roadNodes, city }) =>
      roadNodes.map((node) => ({ id: node.id, city_id: city.id, geom: geoJson.point(node.lon, node.lat) })),
  },
  {
    label: 'roads',
    sql: `
      insert into private.road_edges (id, city_id, source_id, target_id, geom, name, translations, class,
        is_oneway, length_meters, speed_mps)
      select id, city_id, source_id, target_id, ${geometry('geom')}, name, translations, class,
        is_oneway, length_meters, speed_mps
      from jsonb_to_recordset($1) as r (id bigint, city_id uuid, source_id bigint, target_id bigint, geom text,
        name text, translations jsonb, class text, is_oneway boolean, length_meters float8, speed_mps float8)`,
    rows: ({ roadEdges, city }) =>
      roadEdges.map((edge) => ({
        id: edge.id,
        city_id: city.id,
        source_id: edge.sourceId,
        target_id: edge.targetId,
        geom: geoJson.line(edge.line),
        name: edge.name,
        translations: edge.translations,
        class: edge.class,
        is_oneway: edge.isOneway,
        length_meters: edge.lengthMeters,
        speed_mps: edge.speedMps,
      })),
  },
  {
    label: 'areas',
    sql: `
      insert into private.map_areas (city_id, kind, name, translations, geom)
      select city_id, kind, name, translations, ${area('geom')}
      from jsonb_to_recordset($1) as r (city_id uuid, kind text, name text, translations jsonb, geom text)`,
    rows: ({ areas, city }) =>
      areas.map(({ kind, name, translations, polygons }) => ({
        city_id: city.id,
        kind,
        name,
        translations,
        geom: geoJson.multiPolygon(polygons),
      })),
  },
  {
    label: 'places',
    sql: `
      insert into private.map_places (city_id, kind, name, translations, geom)
      select city_id, kind, name, translations, ${geometry('geom')}
      from jsonb_to_recordset($1) as r (city_id uuid, kind text, name text, translations jsonb, geom text)`,
    rows: ({ places, city }) =>
      places.map(({ kind, name, translations, lon, lat }) => ({
        city_id: city.id,
        kind,
        name,
        translations,
        geom: geoJson.point(lon, lat),
      })),
  },
];
