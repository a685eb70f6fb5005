import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { MoneyInput } from '../../../components/money-input.tsx';
import { checkTiers, type PromotionKind, type TierDraft } from '../../../lib/tiers.ts';
import { useText } from '../../../providers/use-text.ts';

type Props = {
  kind: PromotionKind;
  currency: string;
  value: TierDraft[];
  onChange: (tiers: TierDraft[]) => void;
};

/** From how much on, how much off: one line a tier, in currency units. */
export function TiersField({ kind, currency, value, onChange }: Props) {
  const text = useText();
  const problems = checkTiers(kind, value);
  const change = (row: number, part: TierDraft): void =>
    onChange(value.map((tier, index) => (index === row ? { ...tier, ...part } : tier)));
  return (
    <div className="tiers">
      {value.map((tier, row) => {
        const problem = problems.find((found) => found.row === row)?.problem;
        return (
          <div key={row} className="tier" data-testid="tier">
            <span>{text('tier.from')}</span>
            <MoneyInput
              currency={currency}
              aria-label={text('tier.min')}
              value={tier.min_cents}
              onChange={(min_cents) => change(row, { min_cents })}
              data-testid="tier-min"
            />
            <span>{text(kind === 'spend_and_save' ? 'tier.off' : 'tier.fee_off')}</span>
            <MoneyInput
              currency={currency}
              aria-label={text('tier.discount')}
              value={tier.discount_cents}
              onChange={(discount_cents) => change(row, { discount_cents })}
              data-testid="tier-discount"
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              disabled={value.length === 1}
              aria-label={text('tier.remove')}
              onClick={() => onChange(value.filter((_, index) => index !== row))}
            />
            {problem && problem !== 'amount' && (
              <span className="danger-text" role="alert">
                {text(`tier.problem_${problem}`)}
              </span>
            )}
          </div>
        );
      })}
      <Button
        type="dashed"
        size="small"
        icon={<PlusOutlined />}
        disabled={value.length >= 10}
        data-testid="tier-add"
        onClick={() => onChange([...value, {}])}
      >
        {text('tier.add')}
      </Button>
    </div>
  );
}
