import { Alert, Button, Card, Popconfirm, Space } from 'antd';
import { useMemo, useState } from 'react';
import { useStore } from '../../app/workspace.ts';
import DrawMap from '../../components/map/draw-map.tsx';
import {
  areasGeometry,
  areasOf,
  squareAround,
  squareKilometers,
  type Areas,
} from '../../lib/area-corners.ts';
import { useText } from '../../providers/use-text.ts';
import { useSetDeliveryArea } from '../../queries/store/use-set-delivery-area.ts';
import type { StoreDetail } from '../../queries/store/use-store-detail.ts';
import { AreaCorners } from './area-corners.tsx';

/** Where the store delivers: drawn on the map by hand, or corner by corner with the keyboard. */
export default function AreaCard({ store }: { store: StoreDetail }) {
  const text = useText();
  const { city } = useStore();
  const save = useSetDeliveryArea(store.id);
  const stored = useMemo(() => areasOf(store.delivery_area), [store.delivery_area]);
  const [history, setHistory] = useState<Areas[]>([stored]);
  const [revision, setRevision] = useState(0);
  const [corner, setCorner] = useState<{ area: number; index: number } | undefined>(undefined);
  const areas = history.at(-1) ?? [];
  const changed = JSON.stringify(areas) !== JSON.stringify(stored);
  const change = (next: Areas, fromMap = false): void => {
    setHistory((all) => [...all.slice(-49), next]);
    if (!fromMap) setRevision((number) => number + 1);
  };
  const at = corner && areas[corner.area]?.[corner.index];
  const marks = [
    { at: [store.lon, store.lat] as const, className: 'area-store' },
    ...(at ? [{ at, className: 'area-corner' }] : []),
  ];
  return (
    <Card
      size="small"
      title={<h2 className="card-title">{text('area.title')}</h2>}
      extra={
        <span className="muted tabular">
          {areas.length === 0
            ? text('area.none')
            : text('area.size', { amount: squareKilometers(areas).toFixed(2), count: areas.length })}
        </span>
      }
      data-testid="area-card"
    >
      <p className="muted">{text('area.lead')}</p>
      <div className="area-map">
        <DrawMap
          type="multipolygon"
          city={city}
          value={areasGeometry(areas)}
          revision={revision}
          marks={marks}
          onChange={(value) => change(areasOf(value), true)}
          tools={
            <>
              <Button
                size="small"
                data-testid="area-square"
                onClick={() => change([...areas, squareAround([store.lon, store.lat], 1500)])}
              >
                {text('area.square')}
              </Button>
              <Button
                size="small"
                disabled={history.length < 2}
                data-testid="area-undo"
                onClick={() => {
                  setHistory((all) => all.slice(0, -1));
                  setRevision((number) => number + 1);
                }}
              >
                {text('area.undo')}
              </Button>
            </>
          }
        />
      </div>
      <AreaCorners areas={areas} chosen={corner} onChoose={setCorner} onChange={change} />
      {areas.length === 0 && <Alert type="info" showIcon title={text('area.none_hint')} />}
      <Space className="area-foot">
        {areas.length === 0 ? (
          <Popconfirm
            title={text('area.clear_question')}
            okText={text('action.save')}
            disabled={!changed}
            onConfirm={() => save.mutateAsync(null)}
          >
            <Button type="primary" disabled={!changed} loading={save.isPending} data-testid="area-save">
              {text('action.save')}
            </Button>
          </Popconfirm>
        ) : (
          <Button
            type="primary"
            disabled={!changed}
            loading={save.isPending}
            data-testid="area-save"
            onClick={() => save.mutate(areasGeometry(areas))}
          >
            {text('action.save')}
          </Button>
        )}
      </Space>
    </Card>
  );
}
