import { Button, Card, Form, InputNumber, Popconfirm, Segmented, Skeleton, Space, Switch } from 'antd';
import { ErrorState } from '../../components/error-state.tsx';
import { useText } from '../../providers/use-text.ts';
import { usePrinter } from '../../queries/print/use-printer.ts';
import { useSavePrinter, type PrinterValues } from '../../queries/print/use-save-printer.ts';

/** How the store prints its tickets: paper, language, by itself or by hand, how many. */
export function PrinterCard({ storeId }: { storeId: string }) {
  const text = useText();
  const printer = usePrinter(storeId);
  const save = useSavePrinter(storeId);
  if (printer.isError && printer.data === undefined) {
    return <ErrorState error={printer.error} onRetry={() => void printer.refetch()} />;
  }
  if (printer.data === undefined) return <Skeleton active paragraph={{ rows: 4 }} />;
  const row = printer.data;
  return (
    <Card
      size="small"
      title={<h2 className="card-title">{text('printer.title')}</h2>}
      data-testid="printer-card"
    >
      <p className="muted">{text('printer.lead')}</p>
      <Form<PrinterValues>
        key={row?.updated_at ?? 'none'}
        layout="vertical"
        initialValues={row ?? { paper_mm: 80, locale: 'zh-CN', is_auto: true, copy_count: 1 }}
        onFinish={(values) => save.mutate({ values, isKnown: row !== null })}
      >
        <div className="pair">
          <Form.Item name="paper_mm" label={text('printer.paper')}>
            <Segmented
              options={[58, 80].map((value) => ({ value, label: text('printer.mm', { amount: value }) }))}
            />
          </Form.Item>
          <Form.Item name="locale" label={text('printer.language')}>
            <Segmented
              options={(['zh-CN', 'en'] as const).map((value) => ({
                value,
                label: text(`language.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="copy_count" label={text('printer.copies')} rules={[{ required: true }]}>
            <InputNumber min={1} max={5} precision={0} />
          </Form.Item>
          <Form.Item name="is_auto" label={text('printer.auto')} valuePropName="checked">
            <Switch />
          </Form.Item>
        </div>
        <Space>
          <Button type="primary" htmlType="submit" loading={save.isPending} data-testid="printer-save">
            {text(row ? 'action.save' : 'printer.start')}
          </Button>
          {row && (
            <Popconfirm
              title={text('printer.stop_question')}
              onConfirm={() => save.mutateAsync({ remove: true })}
            >
              <Button type="text" danger>
                {text('printer.stop')}
              </Button>
            </Popconfirm>
          )}
        </Space>
      </Form>
    </Card>
  );
}
