import { newKey } from '@linli/database';
import { useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../app/services.ts';
import type { Definition } from '../../lib/engine/types.ts';
import { anyTable } from './any-table.ts';
import { screenKey } from './use-screen.ts';
import { versionsKey } from './use-screen-versions.ts';
import { run } from '../run.ts';

type Answer = { id: string; version: number; updated_at: string };

/** The commands that change a resource's screen. All throw AppError `screen.*`. */
export function useScreenCommands(resource: string) {
  const client = anyTable(useClient());
  const queries = useQueryClient();
  const again = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: versionsKey(resource) });
    await queries.invalidateQueries({ queryKey: screenKey(resource) });
  };
  return {
    /** Keeps the draft. `seenAt` is the `updated_at` of the draft that the author began with. */
    async save(definition: Definition, seenAt: string | null): Promise<Answer> {
      const answer = (await run(
        client.rpc('save_screen_draft', {
          p_resource: resource,
          p_definition: definition,
          p_seen_at: seenAt,
        }),
      )) as Answer;
      await again();
      return answer;
    },
    async publish(draftId: string): Promise<void> {
      await run(client.rpc('publish_screen', { p_draft_id: draftId, p_idempotency_key: newKey() }));
      await again();
    },
    async rollBack(screenId: string): Promise<void> {
      await run(client.rpc('roll_back_screen', { p_screen_id: screenId, p_idempotency_key: newKey() }));
      await again();
    },
    async discard(): Promise<void> {
      await run(client.rpc('discard_screen_draft', { p_resource: resource }));
      await again();
    },
  };
}
