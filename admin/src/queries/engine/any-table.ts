import type { LinliClient } from '@linli/database';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { AnyRow } from '../../lib/engine/types.ts';

type AnyDatabase = {
  public: {
    Tables: Record<string, { Row: AnyRow; Insert: AnyRow; Update: AnyRow; Relationships: [] }>;
    Views: Record<string, never>;
    Functions: Record<string, { Args: AnyRow; Returns: unknown }>;
  };
};

/** The client for tables and functions that are known only when the app runs. */
export function anyTable(client: LinliClient): SupabaseClient<AnyDatabase, 'public'> {
  return client as unknown as SupabaseClient<AnyDatabase, 'public'>;
}
