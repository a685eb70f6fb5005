import { formatDistance } from '@linli/ui/distance';
import { Form } from 'antd';
import { Money } from '../../components/money.tsx';
import { deliveryFee, type SimpleRateCard } from '../../lib/delivery-fee.ts';
import { useLocale, useText } from '../../providers/use-text.ts';

const distances = [500, 1500, 2500, 4000, 6000];

/** What customers would pay at a few distances. */
export function FeeSample({ currency }: { currency: string }) {
  const text = useText();
  const locale = useLocale();
  const card = Form.useWatch((values: Partial<SimpleRateCard>) => values) as SimpleRateCard | undefined;
  if (card === undefined || Object.values(card).some((value) => typeof value !== 'number')) return null;
  return (
    <dl className="fee-sample" aria-label={text('fee.sample')}>
      {distances.map((meters) => {
        const fee = deliveryFee(card, meters);
        return (
          <div key={meters}>
            <dt>{formatDistance(meters, locale)}</dt>
            <dd>
              {fee === undefined ? (
                <span className="muted">{text('fee.too_far')}</span>
              ) : (
                <Money cents={fee} currency={currency} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
