import { Button, Drawer, Form, Input, InputNumber, Segmented } from 'antd';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { leftOf } from '../../lib/stock-line.ts';
import { useText } from '../../providers/use-text.ts';
import { useAdjustStock } from '../../queries/catalog/use-adjust-stock.ts';
import { useStockMovements } from '../../queries/catalog/use-stock-movements.ts';
import { useStockRules } from '../../queries/catalog/use-stock-rules.ts';
import type { StockLine } from '../../queries/catalog/use-store-stock.ts';

type Line = StockLine & { label: string };
type Props = { storeId: string; mayRule: boolean; line: Line | undefined; onClose: () => void };

/** One counted thing: put in or taken out with a reason, its rules, and its history. */
export function StockDrawer({ storeId, mayRule, line, onClose }: Props) {
  return (
    <Drawer
      open={line !== undefined}
      title={line?.label}
      size={520}
      mask={false}
      onClose={onClose}
      destroyOnHidden
    >
      {line && (
        <div key={line.id} className="stock-drawer" data-testid="stock-drawer">
          <Adjust storeId={storeId} line={line} />
          {mayRule && <Rules storeId={storeId} line={line} />}
          <Movements storeId={storeId} itemId={line.id} />
        </div>
      )}
    </Drawer>
  );
}

type Change = { sign: 1 | -1; count: number; reason: string };

function Adjust({ storeId, line }: { storeId: string; line: Line }) {
  const text = useText();
  const [form] = Form.useForm<Change>();
  const { send, busy } = useAdjustStock(storeId);
  const submit = ({ sign, count, reason }: Change): void =>
    void send({ id: line.id, change: sign * count, reason }).then(
      () => form.resetFields(),
      () => undefined,
    );
  const required = [{ required: true, message: text('form.required') }];
  return (
    <section>
      <h3>{text('stock.adjust', { amount: leftOf(line) })}</h3>
      <Form<Change> form={form} layout="vertical" initialValues={{ sign: 1 }} onFinish={submit}>
        <div className="pair">
          <Form.Item name="sign" label={text('stock.direction')}>
            <Segmented
              options={[
                { value: 1, label: text('stock.in') },
                { value: -1, label: text('stock.out') },
              ]}
            />
          </Form.Item>
          <Form.Item name="count" label={text('stock.pieces')} rules={required}>
            <InputNumber min={1} max={1_000_000} precision={0} className="fill" data-testid="stock-change" />
          </Form.Item>
        </div>
        <Form.Item name="reason" label={text('field.reason')} rules={required}>
          <Input maxLength={200} placeholder={text('stock.reason_hint')} data-testid="stock-reason" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy} data-testid="stock-adjust">
          {text('stock.book')}
        </Button>
      </Form>
    </section>
  );
}

type RuleValues = { low: number | null; daily: number | null };

function Rules({ storeId, line }: { storeId: string; line: Line }) {
  const text = useText();
  const { send, busy } = useStockRules(storeId);
  return (
    <section>
      <h3>{text('stock.rules')}</h3>
      <Form<RuleValues>
        layout="vertical"
        initialValues={{ low: line.low_stock_count, daily: line.daily_count }}
        onFinish={({ low, daily }) =>
          void send({ id: line.id, low: low ?? null, daily: daily ?? null }).catch(() => undefined)
        }
      >
        <div className="pair">
          <Form.Item name="low" label={text('stock.warn_at')}>
            <InputNumber min={0} precision={0} className="fill" placeholder={text('stock.never')} />
          </Form.Item>
          <Form.Item name="daily" label={text('stock.daily')}>
            <InputNumber min={0} precision={0} className="fill" placeholder={text('stock.never')} />
          </Form.Item>
        </div>
        <Button htmlType="submit" loading={busy} data-testid="stock-rules">
          {text('action.save')}
        </Button>
      </Form>
    </section>
  );
}

function Movements({ storeId, itemId }: { storeId: string; itemId: string }) {
  const text = useText();
  const movements = useStockMovements(storeId, itemId);
  const kinds = ['counted', 'adjusted', 'sold', 'restocked', 'uncounted'] as const;
  return (
    <section>
      <h3>{text('stock.history')}</h3>
      <DataTable
        label={text('stock.history')}
        inDrawer
        rows={movements.data?.map((row) => ({ ...row, id: String(row.id) }))}
        loading={movements.isPending}
        error={movements.error}
        onRetry={() => void movements.refetch()}
        empty={<EmptyState title={text('stock.no_history')} />}
        columns={[
          { title: text('field.when'), render: (_, row) => <RelativeTime at={row.created_at} /> },
          {
            title: text('stock.kind'),
            render: (_, row) => {
              const kind = kinds.find((name) => name === row.kind);
              return (
                <>
                  {kind ? text(`stock_kind.${kind}`) : row.kind}
                  {row.reason !== '' && <span className="muted"> · {row.reason}</span>}
                </>
              );
            },
          },
          {
            title: text('stock.change'),
            align: 'right',
            className: 'tabular',
            render: (_, row) => (row.change_count > 0 ? `+${row.change_count}` : row.change_count),
          },
          { title: text('stock.on_hand'), align: 'right', className: 'tabular', dataIndex: 'on_hand_count' },
        ]}
      />
    </section>
  );
}
