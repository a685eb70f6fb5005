import { Button, Modal, Skeleton, Tooltip } from 'antd';
import { useState } from 'react';
import { isMovable } from '../../lib/board-lane.ts';
import { testId } from '../../lib/test-id.ts';
import { useText } from '../../providers/use-text.ts';
import { useCandidates } from '../../queries/dispatch/use-candidates.ts';
import { useDispatchCommand } from '../../queries/dispatch/use-dispatch-command.ts';
import type { MapOrder } from '../../queries/dispatch/use-ops-map.ts';
import { EmptyState } from '../empty-state.tsx';
import { ErrorState } from '../error-state.tsx';
import { CandidateTable } from './candidate-table.tsx';

type Props = {
  /** One order, or several that one rider shall take together. */
  orders: readonly MapOrder[];
  /** The rider on whom they were dropped. */
  riderId?: string;
  onClose: () => void;
  onDone?: () => void;
};

/** Chooses the rider of a task among those online, each with when they would be there and what stands against it. */
export function AssignDialog({ orders, riderId, onClose, onDone }: Props) {
  const text = useText();
  const { send, busy } = useDispatchCommand();
  const [picked, setPicked] = useState(riderId);
  const tasks = orders.flatMap(({ delivery }) => (delivery && isMovable(delivery.status) ? [delivery] : []));
  const [first] = tasks;
  const query = useCandidates(first?.id);
  const chosen = query.data?.find((candidate) => candidate.rider_id === picked);
  const isBound = tasks.length === 1 && (first?.status === 'unassigned' || first?.status === 'offered');

  const assign = async (): Promise<void> => {
    if (chosen === undefined) return;
    // One after the other, each with its own answer: a task that has moved on does not keep the rest.
    for (const task of tasks)
      await send(task.id, { command: 'assign', riderId: chosen.rider_id }).catch(() => undefined);
    onDone?.();
    onClose();
  };
  const bind = (change: Record<string, string[] | string>): Promise<unknown> =>
    first === undefined
      ? Promise.resolve()
      : send(first.id, { command: 'override', change }).catch(() => undefined);

  return (
    <Modal
      open
      title={text('assign.title', { numbers: orders.map(({ number }) => number.slice(-4)).join(' #') })}
      width={720}
      onCancel={onClose}
      footer={[
        isBound && (
          <Tooltip key="ask" title={text('assign.ask_only_hint')}>
            <Button
              disabled={chosen === undefined}
              data-testid="assign-ask"
              onClick={() => void bind({ pinned_rider_id: chosen?.rider_id ?? '' }).then(onClose)}
            >
              {text('assign.ask_only')}
            </Button>
          </Tooltip>
        ),
        <Button
          key="assign"
          type="primary"
          disabled={chosen === undefined}
          loading={busy}
          onClick={() => void assign()}
          {...testId('assign-confirm')}
        >
          {chosen ? text('assign.confirm', { name: chosen.display_name }) : text('assign.confirm_none')}
        </Button>,
      ]}
    >
      <p className="muted" data-testid="assign-dialog">
        {tasks.length > 1 ? text('assign.batch_hint', { amount: tasks.length }) : text('assign.lead')}
      </p>
      <div className="candidate-scroll">
        {query.isError && query.data === undefined && (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        )}
        {query.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
        {query.data?.length === 0 && (
          <EmptyState title={text('assign.nobody')} hint={text('assign.nobody_hint')} />
        )}
        {query.data !== undefined && query.data.length > 0 && (
          <CandidateTable
            candidates={query.data}
            promisedAt={first?.dropoff_expected_at ?? ''}
            value={picked}
            onChange={setPicked}
            onExclude={
              isBound
                ? (candidate, isExcluded) =>
                    void bind({
                      [isExcluded ? 'exclude_rider_ids' : 'include_rider_ids']: [candidate.rider_id],
                    })
                : undefined
            }
          />
        )}
      </div>
    </Modal>
  );
}
