import { Button, Popconfirm, Space } from 'antd';
import { rowId } from '../../lib/engine/row-key.ts';
import type { ScreenModel } from '../../lib/engine/screen-model.ts';
import type { AnyRow } from '../../lib/engine/types.ts';
import { useText } from '../../providers/use-text.ts';
import { useSaveRow } from '../../queries/engine/use-save-row.ts';
import { RowActions } from './row-actions.tsx';
import { useBulk } from './use-bulk.tsx';

type Props = { model: ScreenModel; rows: readonly AnyRow[]; onDone: () => void };

/** What can be done to the chosen rows at once. */
export function BulkBar({ model, rows, onDone }: Props) {
  const text = useText();
  const bulk = useBulk(model);
  const saver = useSaveRow(model.resource);
  const done = (): void => {
    void saver.again();
    onDone();
  };
  return (
    <div className="bulk-bar" role="region" aria-label={text('data.chosen', { count: rows.length })}>
      <span>{text('data.chosen', { count: rows.length })}</span>
      <Space>
        <RowActions model={model} rows={rows} onDone={done} />
        {model.resource.rights.delete !== 'none' && (
          <Popconfirm
            title={text('data.delete_question', { count: rows.length })}
            okText={text('action.delete')}
            okButtonProps={{ danger: true }}
            onConfirm={async () => {
              await bulk(rows, text('action.delete'), (row) => saver.remove(rowId(model.resource, row)));
              done();
            }}
          >
            <Button danger data-testid="bulk-delete">
              {text('action.delete')}
            </Button>
          </Popconfirm>
        )}
        <Button type="text" onClick={onDone}>
          {text('action.cancel')}
        </Button>
      </Space>
    </div>
  );
}
