import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useLogicText } from '../../components/logic/use-logic-text.ts';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { RowLink } from '../../components/row-link.tsx';
import { SwitchCell } from '../../components/switch-cell.tsx';
import { useMay } from '../../components/use-may.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useSegments, type SegmentRow } from '../../queries/member/use-segments.ts';
import { SegmentDrawer } from './segment-drawer.tsx';
import { useCustomerFacts } from './use-customer-facts.ts';

/** Groups of customers by rule, for promotions, coupons and banners. */
export default function SegmentsPage() {
  const text = useText();
  const locale = useLocale();
  const city = useCity();
  const may = useMay('segments', 'edit');
  const segments = useSegments();
  const facts = useCustomerFacts();
  const words = useLogicText(facts, city.currency);
  const [open, setOpen] = useState<SegmentRow | 'new' | undefined>(undefined);
  return (
    <Page
      title={text('screen.segments')}
      lead={text('segments.lead')}
      actions={
        may && (
          <Button
            type="primary"
            icon={<PlusOutlined />}
            data-testid="segment-new"
            onClick={() => setOpen('new')}
          >
            {text('segments.new')}
          </Button>
        )
      }
    >
      <DataTable<SegmentRow>
        label={text('screen.segments')}
        testId="segment-table"
        rows={segments.rows}
        loading={segments.loading}
        error={segments.error}
        onRetry={() => void segments.refetch()}
        onOpen={setOpen}
        empty={<EmptyState title={text('segments.none')} hint={text('segments.none_hint')} />}
        columns={[
          {
            title: text('field.name'),
            render: (_, row) => (
              <RowLink onClick={() => setOpen(row)} testId="segment-open">
                {localName(row, locale)}
              </RowLink>
            ),
          },
          {
            title: text('segments.rule'),
            render: (_, row) => <span className="rule-words">{words.rule(row.conditions)}</span>,
          },
          { title: text('segments.code'), render: (_, row) => <code>{row.slug}</code> },
          { title: text('segments.changed'), render: (_, row) => <RelativeTime at={row.updated_at} /> },
          {
            title: text('field.is_active'),
            align: 'center',
            render: (_, row) => (
              <SwitchCell
                resource="segments"
                id={row.id}
                field="is_active"
                disabled={!may}
                checked={row.is_active}
                label={text('categories.active_named', { name: localName(row, locale) })}
              />
            ),
          },
        ]}
      />
      <SegmentDrawer city={city} facts={facts} segment={open} onClose={() => setOpen(undefined)} />
    </Page>
  );
}
