import { newKey } from '@linli/database';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useClient } from '../../app/services.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { orderKeys } from '../order/order-keys.ts';
import { run } from '../run.ts';

export const modeKinds = ['rain', 'shortage', 'road_closed', 'event'] as const;
export type ModeKind = (typeof modeKinds)[number];

export type ModeDraft = {
  zoneIds: string[];
  kind: ModeKind;
  minutes: number;
  travel_factor: number;
  extra_promise_minutes: number;
  extra_in_hand: number;
  radius_factor: number;
  note: string;
};

/** Switches incident modes on, one zone after the other, and off again. */
export function useIncidentMode() {
  const client = useClient();
  const text = useText();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const shared = {
    onError: (error: unknown) => void message.error(errorText(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: orderKeys.all }),
  };
  const start = useMutation({
    ...shared,
    mutationFn: async ({ zoneIds, kind, minutes, ...change }: ModeDraft) => {
      for (const zoneId of zoneIds)
        await run(
          client.rpc('start_incident_mode', {
            p_zone_id: zoneId,
            p_kind: kind,
            p_minutes: minutes,
            p_change: change,
            p_idempotency_key: newKey(),
          }),
        );
    },
    onSuccess: () => void message.success(text('mode.started')),
  });
  const end = useMutation({
    ...shared,
    mutationFn: async (modeIds: readonly string[]) => {
      for (const id of modeIds) await run(client.rpc('end_incident_mode', { p_mode_id: id }));
    },
    onSuccess: () => void message.success(text('mode.ended')),
  });
  return { start: start.mutateAsync, end: end.mutateAsync, busy: start.isPending || end.isPending };
}
