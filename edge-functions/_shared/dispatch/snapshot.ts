/** A point of the map: WGS-84 degrees, and metres around the city's middle. */
export interface SnapshotPlace {
  lon: number;
  lat: number;
  x: number;
  y: number;
  /** Whether somebody may have to go there; only then is the travel table filled towards it. */
  is_target: boolean;
}

/** Seconds between places by index, or how to guess them. `guessed_count` pairs are straight lines. */
export type SnapshotTravel =
  | {
      kind: 'table';
      table: number[][];
      source: 'road' | 'straight_line' | 'osrm';
      factor?: number;
      guessed_count?: number;
    }
  | { kind: 'straight'; metersPerMinute: number; detour: number; source: 'straight_line' };

/** A delivery that is open. Times are seconds since 1970. */
export interface SnapshotDelivery {
  id: string;
  store_id: string;
  status: 'unassigned' | 'offered' | 'assigned' | 'arrived_at_store' | 'picked_up';
  pickup_place: number;
  dropoff_place: number;
  placed_at: number;
  ready_at: number;
  promised_at: number;
  needs: string[];
  /** Who has it, is being asked, or was named by ops. */
  only_rider_id: string | null;
  /** Who carries the goods. */
  holder_id: string | null;
  excluded_rider_ids: string[];
}

/** A rider online; `open_count` counts all tasks, also the one at whose door they stand. */
export interface SnapshotRider {
  id: string;
  place: number;
  free_at: number;
  off_at: number;
  open_count: number;
  has_offer: boolean;
  has: string[];
  guaranteed_left: number | null;
}

/** What a zone is dispatched by; seconds and metres. */
export interface SnapshotSettings {
  max_in_hand: number;
  radius_meters: number;
  commit_lead_seconds: number;
  pickup_service_seconds: number;
  dropoff_service_seconds: number;
  search_steps: number;
  /** Costs of the engine by name; what is missing keeps its default. */
  weights: Record<string, number>;
}

/** What `begin_dispatch_tick` answers for a zone that has something to decide; kept with the tick. */
export interface Snapshot {
  tick_id: string;
  zone_id: string;
  at: number;
  seed: number;
  settings: SnapshotSettings;
  places: SnapshotPlace[];
  /** Null when the caller asked for a snapshot without ways. */
  travel: SnapshotTravel | null;
  deliveries: SnapshotDelivery[];
  riders: SnapshotRider[];
  /** The busiest stores. */
  demand: { place: number; weight: number; store_id: string }[];
  tasks_per_hour: number;
  previous: { rider: string; stops: string[] }[];
}
