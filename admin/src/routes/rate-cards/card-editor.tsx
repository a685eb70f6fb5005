import { HistoryOutlined } from '@ant-design/icons';
import { Alert, App, Button, Form, Input, InputNumber, Popconfirm, Segmented, Space } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DatetimeField } from '../../components/engine/datetime-field.tsx';
import { Page } from '../../components/page.tsx';
import { useMay } from '../../components/use-may.ts';
import { VersionsDrawer } from '../../components/versions/versions-drawer.tsx';
import { rateRuleFault, writtenRateRule } from '../../lib/rates/rate-rule.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { useRateCardCommands, type RateCardDraft } from '../../queries/city/use-rate-card-commands.ts';
import type { RateCardRow } from '../../queries/city/use-rate-cards.ts';
import { RowPicker } from '../promotions/fields/row-picker.tsx';
import { draftOfCard } from './draft-of-card.ts';
import { RateRuleList } from './rule-list.tsx';
import { RateSamplePanel } from './sample-panel.tsx';
import { useScopeName } from './use-scope-name.ts';
import { ZoneSelect } from './zone-select.tsx';

type Props = { city: CityRow; card: RateCardRow | undefined; initial: RateCardDraft };
type Scope = 'city' | 'zone' | 'store';

/** A card's rules in order on one side, what a delivery would cost by them on the other. */
export function RateCardEditor({ city, card, initial }: Props) {
  const text = useText();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const scopeName = useScopeName();
  const [draft, setDraft] = useState(initial);
  const [scope, setScope] = useState<Scope>('city');
  const [isTried, setTried] = useState(false);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const { save, end } = useRateCardCommands(city.id);
  const isReadOnly = !useMay('rate-cards', 'edit');
  const faults = draft.rules.map(rateRuleFault);
  const isScopeMissing =
    card === undefined && ((scope === 'zone' && !draft.zoneId) || (scope === 'store' && !draft.storeId));
  const isEndWrong =
    draft.endsAt !== null &&
    Date.parse(draft.endsAt) <= Date.parse(draft.startsAt ?? new Date().toISOString());
  const isRight =
    draft.rules.length > 0 && faults.every((fault) => fault === undefined) && !isScopeMissing && !isEndWrong;
  const change = (part: Partial<RateCardDraft>): void => setDraft({ ...draft, ...part });
  const write = async (next: RateCardDraft): Promise<void> => {
    const rules = next.rules.map(writtenRateRule);
    const saved = await save.mutateAsync({ draft: { ...next, rules }, key: crypto.randomUUID() });
    void message.success(text('state.saved'));
    void navigate(`/rate-cards/${saved.id}`, { replace: true });
  };
  const submit = (): void => {
    setTried(true);
    // A refused card is told by `save.error`.
    if (isRight) void write(draft).catch(() => undefined);
  };
  const failed = save.error ?? end.error;
  return (
    <Page
      title={card ? scopeName(card) : text('rates.new')}
      lead={
        <>
          <Button type="link" className="row-link" onClick={() => void navigate('/rate-cards')}>
            {text('rates.back')}
          </Button>
          {card && ` · ${text('design.version', { version: card.version })}`}
        </>
      }
      actions={
        <Space wrap>
          {card && (
            <Button
              icon={<HistoryOutlined />}
              onClick={() => setHistoryOpen(true)}
              data-testid="open-versions"
            >
              {text('versions.open')}
            </Button>
          )}
          {card && !isReadOnly && (card.zone_id !== null || card.store_id !== null) && (
            <Popconfirm
              title={text('rates.end_question')}
              onConfirm={() => end.mutate(card.id, { onSuccess: () => void navigate('/rate-cards') })}
            >
              <Button danger loading={end.isPending}>
                {text('promotions.end')}
              </Button>
            </Popconfirm>
          )}
          {!isReadOnly && (
            <Button type="primary" loading={save.isPending} onClick={submit} data-testid="rate-card-save">
              {text('rates.save')}
            </Button>
          )}
        </Space>
      }
    >
      {failed && <Alert type="error" showIcon className="page-alert" title={errorText(failed)} />}
      {isTried && !isRight && (
        <Alert type="warning" showIcon className="page-alert" title={text('promotions.incomplete')} />
      )}
      <div className="builder">
        <Form layout="vertical" component={false} disabled={isReadOnly}>
          <div className="builder-form" data-testid="rate-card-form">
            <section className="rule-section">
              <h2>{text('rates.section_rules')}</h2>
              <p className="muted">{text('rates.rules_hint')}</p>
              <RateRuleList
                city={city}
                rules={draft.rules}
                faults={isTried ? faults : []}
                isReadOnly={isReadOnly}
                onChange={(rules) => change({ rules })}
              />
            </section>
            <section className="rule-section">
              <h2>{text('rates.section_card')}</h2>
              {card === undefined && (
                <Form.Item
                  label={text('rates.scope')}
                  validateStatus={isTried && isScopeMissing ? 'error' : undefined}
                  help={isTried && isScopeMissing ? text('form.required') : text('rates.scope_hint')}
                >
                  <Segmented<Scope>
                    aria-label={text('rates.scope')}
                    value={scope}
                    options={(['city', 'zone', 'store'] as const).map((value) => ({
                      value,
                      label: text(`rates.scope_${value}`),
                    }))}
                    onChange={(next) => {
                      setScope(next);
                      change({ zoneId: null, storeId: null });
                    }}
                  />
                </Form.Item>
              )}
              {card === undefined && scope === 'zone' && (
                <Form.Item label={text('rates.scope_zone')}>
                  <ZoneSelect
                    cityId={city.id}
                    value={draft.zoneId}
                    onChange={(zoneId) => change({ zoneId })}
                  />
                </Form.Item>
              )}
              {card === undefined && scope === 'store' && (
                <Form.Item label={text('rates.scope_store')}>
                  <RowPicker
                    table="stores"
                    cityId={city.id}
                    label={text('rates.scope_store')}
                    value={draft.storeId}
                    onChange={(next) => change({ storeId: typeof next === 'string' ? next : null })}
                  />
                </Form.Item>
              )}
              <div className="pair">
                <Form.Item label={text('field.name')} htmlFor="rate-name">
                  <Input
                    id="rate-name"
                    maxLength={60}
                    placeholder={text('rates.name_hint')}
                    value={draft.name}
                    onChange={(event) => change({ name: event.target.value })}
                  />
                </Form.Item>
                <Form.Item label={text('fee.reach')} htmlFor="rate-reach">
                  <InputNumber
                    id="rate-reach"
                    className="fill"
                    min={100}
                    max={50_000}
                    step={100}
                    precision={0}
                    suffix={text('unit.meter')}
                    value={draft.reachMeters}
                    onChange={(next) => change({ reachMeters: next ?? 6000 })}
                  />
                </Form.Item>
                <Form.Item
                  label={text('rates.starts')}
                  htmlFor="rate-starts"
                  extra={text('rates.starts_hint')}
                >
                  <DatetimeField
                    id="rate-starts"
                    timeZone={city.timezone}
                    value={draft.startsAt}
                    onChange={(startsAt) => change({ startsAt })}
                  />
                </Form.Item>
                <Form.Item
                  label={text('promotions.ends')}
                  htmlFor="rate-ends"
                  validateStatus={isEndWrong ? 'error' : undefined}
                  help={isEndWrong ? text('promotion_problem.order') : undefined}
                  extra={text('rates.ends_hint')}
                >
                  <DatetimeField
                    id="rate-ends"
                    timeZone={city.timezone}
                    value={draft.endsAt}
                    onChange={(endsAt) => change({ endsAt })}
                  />
                </Form.Item>
              </div>
            </section>
          </div>
        </Form>
        <RateSamplePanel
          city={city}
          draft={draft}
          storeId={draft.storeId}
          isRight={faults.every((one) => !one)}
        />
      </div>
      {card && (
        <VersionsDrawer
          table="rate_cards"
          rowKey={card.id}
          open={isHistoryOpen}
          currency={city.currency}
          ignored={[
            'id',
            'version',
            'created_at',
            'created_by',
            'starts_at',
            'ends_at',
            'position',
            'city_id',
          ]}
          onClose={() => setHistoryOpen(false)}
          onRestore={
            isReadOnly
              ? undefined
              : ({ rules, ...older }) =>
                  write(draftOfCard({ ...older, rate_card_rules: rules } as unknown as RateCardRow))
          }
        />
      )}
    </Page>
  );
}
