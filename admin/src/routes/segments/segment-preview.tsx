import { Form, Progress } from 'antd';
import { useTypedLater } from '../../components/engine/use-typed-later.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Money } from '../../components/money.tsx';
import { checkLogic } from '../../lib/logic/check-logic.ts';
import { parseLogic } from '../../lib/logic/parse-logic.ts';
import type { Fact } from '../../lib/logic/types.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import {
  useSegmentPreview,
  type SegmentPreview as Preview,
} from '../../queries/member/use-segment-preview.ts';

/** How many customers the rule of the form means, and some of them. */
export function SegmentPreview({ facts, currency }: { facts: readonly Fact[]; currency: string }) {
  const text = useText();
  const errorText = useErrorText();
  const rule: unknown = Form.useWatch('conditions');
  const settled = useTypedLater(JSON.stringify(rule ?? true), 500);
  const isWhole = checkLogic(parseLogic(JSON.parse(settled), facts)).length === 0;
  const preview = useSegmentPreview(JSON.parse(settled), isWhole);
  if (preview.error)
    return (
      <p className="field-fault" role="alert">
        {errorText(preview.error)}
      </p>
    );
  const data = preview.data;
  if (data === undefined) return null;
  const share = data.total_count === 0 ? 0 : Math.round((data.count / data.total_count) * 100);
  return (
    <section className="segment-preview" aria-live="polite" data-testid="segment-preview">
      <p>
        <strong className="big-number tabular">
          {data.is_estimate ? '≈ ' : ''}
          {data.count}
        </strong>{' '}
        {text('segments.of', { total: data.total_count })}
      </p>
      <Progress percent={share} size="small" aria-label={text('segments.share')} />
      <DataTable<Preview['sample'][number]>
        inDrawer
        label={text('segments.sample')}
        rows={data.sample}
        empty={<p className="muted">{text('segments.nobody')}</p>}
        columns={[
          { title: text('segments.sample'), render: (_, one) => one.display_name || one.id.slice(0, 8) },
          { title: text('segments.orders'), align: 'right', render: (_, one) => one.facts.order_count },
          {
            title: text('segments.spent'),
            align: 'right',
            render: (_, one) => <Money cents={one.facts.spent_cents} currency={currency} />,
          },
          {
            title: text('segments.last'),
            align: 'right',
            render: (_, one) =>
              one.facts.days_since_order === null
                ? '–'
                : text('segments.days', { count: one.facts.days_since_order }),
          },
        ]}
      />
    </section>
  );
}
