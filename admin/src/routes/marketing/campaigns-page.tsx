import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useStore } from '../../app/workspace.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useLogicText } from '../../components/logic/use-logic-text.ts';
import { Page } from '../../components/page.tsx';
import { RelativeTime } from '../../components/relative-time.tsx';
import { ToneTag } from '../../components/status-tag.tsx';
import { localName } from '../../lib/local-name.ts';
import { testId } from '../../lib/test-id.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useCampaignCommands } from '../../queries/promotion/use-campaign-commands.ts';
import { useCampaigns, type CampaignRow } from '../../queries/promotion/use-campaigns.ts';
import { usePromotionFacts } from '../../queries/rules/use-facts.ts';
import { useOfferText } from '../promotions/use-offer-text.ts';
import { MarketingViews } from './marketing-views.tsx';

/** The operator's campaigns that invite stores: what customers get, what the store bears, join or leave. */
export function CampaignsPage() {
  const text = useText();
  const locale = useLocale();
  const { store, city } = useStore();
  const campaigns = useCampaigns(store.id, city.id);
  const facts = usePromotionFacts();
  const { join, leave } = useCampaignCommands(store.id);
  const [busyId, setBusyId] = useState<string | undefined>(undefined);
  const offerText = useOfferText(city.currency);
  const logic = useLogicText(facts.data ?? [], city.currency);
  const percent = (bps: number): string => `${bps / 100}%`;
  const perform = async (work: Promise<unknown>, id: string): Promise<void> => {
    setBusyId(id);
    // What went wrong has been shown by the command.
    await work.catch(() => undefined);
    setBusyId(undefined);
  };
  return (
    <Page title={text('screen.marketing')} lead={text('campaigns.lead')}>
      <MarketingViews current="campaigns" />
      <DataTable<CampaignRow>
        label={text('marketing.campaigns')}
        testId="campaign-table"
        rows={campaigns.data}
        loading={campaigns.isPending}
        error={campaigns.error}
        onRetry={() => void campaigns.refetch()}
        empty={<EmptyState title={text('campaigns.none')} hint={text('campaigns.none_hint')} />}
        columns={[
          {
            title: text('field.name'),
            render: (_, row) => (
              <>
                {localName(row, locale)} <span className="muted">{text(`promotion_kind.${row.kind}`)}</span>
              </>
            ),
          },
          {
            title: text('promotions.rule'),
            render: (_, row) => <span className="accent-text">{offerText(row)}</span>,
          },
          {
            title: text('campaigns.condition'),
            render: (_, row) => (facts.data === undefined ? '–' : logic.rule(row.conditions)),
          },
          {
            title: text('promotions.runs'),
            render: (_, row) => (
              <>
                <RelativeTime at={row.starts_at} /> –{' '}
                {row.ends_at ? <RelativeTime at={row.ends_at} /> : text('promotions.open_end')}
              </>
            ),
          },
          {
            title: text('campaigns.share'),
            align: 'right',
            className: 'tabular',
            render: (_, row) => percent(row.share_bps ?? row.enrolment_share_bps),
          },
          {
            title: text('field.status'),
            render: (_, row) =>
              row.share_bps === undefined ? (
                <ToneTag tone="quiet">{text('campaigns.is_out')}</ToneTag>
              ) : (
                <ToneTag tone="success">{text('campaigns.is_in')}</ToneTag>
              ),
          },
          {
            title: <span className="visually-hidden">{text('campaigns.action')}</span>,
            // Within reach on a phone, where the table scrolls.
            fixed: 'right',
            align: 'right',
            render: (_, row) =>
              row.share_bps === undefined ? (
                <Popconfirm
                  title={text('campaigns.join_question')}
                  description={text('campaigns.join_detail', { share: percent(row.enrolment_share_bps) })}
                  okText={text('campaigns.join')}
                  okButtonProps={testId('campaign-confirm')}
                  onConfirm={() => perform(join.send(row), row.id)}
                >
                  <Button size="small" loading={busyId === row.id} data-testid="campaign-join">
                    {text('campaigns.join')}
                  </Button>
                </Popconfirm>
              ) : (
                <Popconfirm
                  title={text('campaigns.leave_question')}
                  description={text('campaigns.leave_detail')}
                  okText={text('campaigns.leave')}
                  okButtonProps={{ danger: true, ...testId('campaign-confirm') }}
                  onConfirm={() => perform(leave.send(row), row.id)}
                >
                  <Button
                    size="small"
                    type="text"
                    danger
                    loading={busyId === row.id}
                    data-testid="campaign-leave"
                  >
                    {text('campaigns.leave')}
                  </Button>
                </Popconfirm>
              ),
          },
        ]}
      />
    </Page>
  );
}
