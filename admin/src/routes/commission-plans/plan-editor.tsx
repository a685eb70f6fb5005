import { HistoryOutlined } from '@ant-design/icons';
import { Alert, App, Button, Form, Input, Space, Switch } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCity } from '../../app/workspace.ts';
import { Page } from '../../components/page.tsx';
import { useMay } from '../../components/use-may.ts';
import { VersionsDrawer } from '../../components/versions/versions-drawer.tsx';
import { ruleFault, type PlanDraft } from '../../lib/commission/plan-draft.ts';
import { localName } from '../../lib/local-name.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { PlanRow } from '../../queries/ledger/use-plans.ts';
import { useSavePlan } from '../../queries/ledger/use-save-plan.ts';
import { PlanRuleList } from './rule-list.tsx';
import { SplitPanel } from './split-panel.tsx';

type Props = { plan: PlanRow | undefined; initial: PlanDraft };

/** A plan's rules in order on one side, who gets what of a sample order on the other. */
export function PlanEditor({ plan, initial }: Props) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const city = useCity();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(initial);
  const [isTried, setTried] = useState(false);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const save = useSavePlan();
  const isReadOnly = !useMay('commission-plans', 'edit');
  const isNameMissing = draft.name.trim() === '';
  const isRight =
    !isNameMissing && draft.rules.length > 0 && draft.rules.every((rule) => ruleFault(rule) === undefined);
  const change = (part: Partial<PlanDraft>): void => setDraft({ ...draft, ...part });
  const write = async (next: PlanDraft): Promise<void> => {
    const saved = await save.mutateAsync({ id: plan?.id, draft: next, key: crypto.randomUUID() });
    void message.success(text('state.saved'));
    if (plan === undefined) void navigate(`/commission-plans/${saved.id}`, { replace: true });
  };
  const submit = (): void => {
    setTried(true);
    // A refused plan is told by `save.error`.
    if (isRight) void write(draft).catch(() => undefined);
  };
  return (
    <Page
      title={plan ? localName(plan, locale) : text('plans.new')}
      lead={
        <Button type="link" className="row-link" onClick={() => void navigate('/commission-plans')}>
          {text('plans.back')}
        </Button>
      }
      actions={
        <Space wrap>
          {plan && (
            <Button
              icon={<HistoryOutlined />}
              onClick={() => setHistoryOpen(true)}
              data-testid="open-versions"
            >
              {text('versions.open')}
            </Button>
          )}
          {!isReadOnly && (
            <Button type="primary" loading={save.isPending} onClick={submit} data-testid="plan-save">
              {text('action.save')}
            </Button>
          )}
        </Space>
      }
    >
      {save.error && <Alert type="error" showIcon className="page-alert" title={errorText(save.error)} />}
      {isTried && !isRight && (
        <Alert type="warning" showIcon className="page-alert" title={text('promotions.incomplete')} />
      )}
      <div className="builder">
        <Form layout="vertical" component={false} disabled={isReadOnly}>
          <div className="builder-form" data-testid="plan-form">
            <section className="rule-section">
              <h2>{text('plans.section_plan')}</h2>
              <div className="pair">
                <Form.Item
                  label={text('field.name')}
                  htmlFor="plan-name"
                  validateStatus={isTried && isNameMissing ? 'error' : undefined}
                  help={isTried && isNameMissing ? text('form.required') : undefined}
                >
                  <Input
                    id="plan-name"
                    maxLength={60}
                    value={draft.name}
                    onChange={(event) => change({ name: event.target.value })}
                    data-testid="field-name"
                  />
                </Form.Item>
                <Form.Item label={text('field.name_en')} htmlFor="plan-name-en">
                  <Input
                    id="plan-name-en"
                    maxLength={60}
                    lang="en"
                    value={draft.translations['en']?.['name'] ?? ''}
                    onChange={(event) =>
                      change({ translations: { ...draft.translations, en: { name: event.target.value } } })
                    }
                  />
                </Form.Item>
                <Form.Item
                  label={text('plans.default')}
                  htmlFor="plan-default"
                  extra={text('plans.default_hint')}
                >
                  <Switch
                    id="plan-default"
                    disabled={isReadOnly || initial.is_default}
                    checked={draft.is_default}
                    onChange={(is_default) => change({ is_default })}
                  />
                </Form.Item>
                <Form.Item label={text('field.is_active')} htmlFor="plan-active">
                  <Switch
                    id="plan-active"
                    disabled={isReadOnly || draft.is_default}
                    checked={draft.is_active}
                    onChange={(is_active) => change({ is_active })}
                  />
                </Form.Item>
              </div>
            </section>
            <section className="rule-section">
              <h2>{text('rates.rules')}</h2>
              <p className="muted">{text('plans.rules_hint')}</p>
              <PlanRuleList
                city={city}
                rules={draft.rules}
                isReadOnly={isReadOnly}
                onChange={(rules) => change({ rules })}
              />
            </section>
            {plan && (
              <section className="rule-section">
                <h2>{text('plans.contracts')}</h2>
                {plan.merchant_contracts.length === 0 && (
                  <p className="muted">{text('plans.no_contracts')}</p>
                )}
                <ul className="bare-list" data-testid="plan-contracts">
                  {plan.merchant_contracts.map((contract) => (
                    <li key={contract.id} className="contract-line">
                      <span>{contract.merchants?.name ?? '–'}</span>
                      <span className="muted">{contract.number}</span>
                      <span className="tabular">
                        {contract.starts_on} – {contract.ends_on ?? text('promotions.open_end')}
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        </Form>
        <SplitPanel city={city} draft={draft} />
      </div>
      {plan && (
        <VersionsDrawer
          table="commission_plans"
          rowKey={plan.id}
          open={isHistoryOpen}
          currency={city.currency}
          ignored={['id']}
          onClose={() => setHistoryOpen(false)}
          onRestore={isReadOnly ? undefined : (content) => write(content as unknown as PlanDraft)}
        />
      )}
    </Page>
  );
}
