import { PercentageOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { newCommissionRule, type PlanDraft } from '../../lib/commission/plan-draft.ts';
import { useText } from '../../providers/use-text.ts';
import { usePlans } from '../../queries/ledger/use-plans.ts';
import { PlanEditor } from './plan-editor.tsx';

const fresh: PlanDraft = {
  name: '',
  translations: {},
  is_default: false,
  is_active: true,
  rules: [newCommissionRule()],
};

/** One plan, or a new one. */
export function PlanPage() {
  const { id } = useParams();
  const text = useText();
  const plans = usePlans();
  if (plans.isError && plans.data === undefined)
    return <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />;
  if (plans.data === undefined) return <Skeleton active paragraph={{ rows: 10 }} />;
  if (id === 'new') return <PlanEditor plan={undefined} initial={fresh} />;
  const plan = plans.data.find((one) => one.id === id);
  if (plan === undefined)
    return <Notice page icon={<PercentageOutlined />} title={text('error.ledger.plan_not_found')} />;
  const initial: PlanDraft = {
    name: plan.name,
    translations: cleanTranslations(plan.translations),
    is_default: plan.is_default,
    is_active: plan.is_active,
    rules: plan.commission_rules.map((rule) => ({
      id: rule.id,
      name: rule.name,
      category_id: rule.category_id,
      fulfillment_type: rule.fulfillment_type,
      promotion_id: rule.promotion_id,
      percent_bps: rule.percent_bps,
      fixed_cents: rule.fixed_cents,
      minimum_cents: rule.minimum_cents,
      maximum_cents: rule.maximum_cents,
      is_active: rule.is_active,
    })),
  };
  return <PlanEditor key={`${plan.id} ${plan.updated_at}`} plan={plan} initial={initial} />;
}
