import { PlusOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { useWeekdayText } from '../../components/use-weekday-text.ts';
import { groupWindows } from '../../lib/daypart-windows.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useDayparts, type DaypartRow } from '../../queries/catalog/use-dayparts.ts';
import { DaypartDrawer } from './daypart-drawer.tsx';

type Props = { storeId: string; open: boolean; onClose: () => void };

/** The times of the week that parts of the menu are sold in. */
export function DaypartsDrawer({ storeId, open, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const weekdays = useWeekdayText();
  const dayparts = useDayparts(storeId);
  const [edited, setEdited] = useState<DaypartRow | 'new' | undefined>(undefined);
  return (
    <Drawer open={open} title={text('dayparts.title')} size={560} onClose={onClose} destroyOnHidden>
      <div className="drawer-tools">
        <span className="muted">{text('dayparts.lead')}</span>
        <Button
          type="primary"
          icon={<PlusOutlined />}
          data-testid="daypart-new"
          onClick={() => setEdited('new')}
        >
          {text('dayparts.new')}
        </Button>
      </div>
      <DataTable<DaypartRow>
        label={text('dayparts.title')}
        inDrawer
        rows={dayparts.data}
        loading={dayparts.isPending}
        error={dayparts.error}
        onRetry={() => void dayparts.refetch()}
        onOpen={setEdited}
        empty={<EmptyState title={text('dayparts.none')} hint={text('dayparts.none_hint')} />}
        columns={[
          {
            title: text('field.name'),
            render: (_, row) => <RowLink onClick={() => setEdited(row)}>{localName(row, locale)}</RowLink>,
          },
          {
            title: text('slots.window'),
            render: (_, row) =>
              groupWindows(row.windows).map((window) => (
                <div key={`${window.starts_at}${window.ends_at}`} className="tabular">
                  {weekdays(window.weekdays)} {window.starts_at}–{window.ends_at}
                </div>
              )),
          },
        ]}
      />
      <DaypartDrawer
        storeId={storeId}
        daypart={edited}
        nextOrder={((dayparts.data?.length ?? 0) + 1) * 10}
        onClose={() => setEdited(undefined)}
      />
    </Drawer>
  );
}
