import { newKey } from '@linli/database';
import { Button, Space } from 'antd';
import { useRef, useState } from 'react';
import { useClient } from '../../app/services.ts';
import { useWords } from '../../components/engine/use-words.ts';
import { actionArguments } from '../../lib/engine/action-arguments.ts';
import { rowId } from '../../lib/engine/row-key.ts';
import type { ScreenModel } from '../../lib/engine/screen-model.ts';
import type { ActionPart, AnyRow } from '../../lib/engine/types.ts';
import { anyTable } from '../../queries/engine/any-table.ts';
import { run } from '../../queries/run.ts';
import { ActionModal } from './action-modal.tsx';
import { useBulk } from './use-bulk.tsx';

type Props = { model: ScreenModel; rows: readonly AnyRow[]; onDone: () => void };

/** The actions that ops gave to a resource, for one record or for several; each row answers for itself. */
export function RowActions({ model, rows, onDone }: Props) {
  const words = useWords();
  const client = useClient();
  const bulk = useBulk(model);
  const [open, setOpen] = useState<ActionPart | undefined>(undefined);
  // A repeat after a lost answer asks with the same key, so nothing happens twice.
  const keys = useRef(new Map<string, string>());
  const actions = model.actions.filter((action) => rows.length === 1 || action.is_bulk);
  if (actions.length === 0) return null;

  const perform = async (action: ActionPart, inputs: AnyRow): Promise<void> => {
    setOpen(undefined);
    await bulk(rows, words.label(action.labels) ?? action.key, async (row) => {
      const intent = `${action.key} ${rowId(model.resource, row)}`;
      const key = keys.current.get(intent) ?? newKey();
      keys.current.set(intent, key);
      await run(anyTable(client).rpc(action.rpc, actionArguments(action, row, inputs, key)));
      keys.current.delete(intent);
    });
    onDone();
  };
  return (
    <Space wrap className="row-actions">
      {actions.map((action) => (
        <Button
          key={action.key}
          danger={action.is_danger}
          onClick={() => setOpen(action)}
          data-testid={`action-${action.key}`}
        >
          {words.label(action.labels) ?? action.key}
        </Button>
      ))}
      {open && (
        <ActionModal
          action={open}
          count={rows.length}
          onClose={() => setOpen(undefined)}
          onConfirm={(inputs) => void perform(open, inputs)}
        />
      )}
    </Space>
  );
}
