import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { Money } from '../../../components/money.tsx';
import { localName } from '../../../lib/local-name.ts';
import { useErrorText } from '../../../providers/use-error-text.ts';
import { useLocale, useText } from '../../../providers/use-text.ts';
import type { PromotionPreview } from '../../../queries/promotion/use-promotion-preview.ts';

type Props = { preview: PromotionPreview; name: string; currency: string };

/** The sum of a cart, and of each promotion why it applies or not. */
export function ExplanationList({ preview, name, currency }: Props) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const goods = preview.lines.reduce((sum, line) => sum + line.total_cents, 0);
  return (
    <div aria-live="polite">
      <dl className="panel-sum">
        <div>
          <dt>{text('order.subtotal')}</dt>
          <dd>
            <Money cents={goods} currency={currency} />
          </dd>
        </div>
        <div>
          <dt>{text('preview.saves')}</dt>
          <dd className="accent-text" data-testid="preview-discount">
            <Money cents={-preview.discount_cents} currency={currency} />
          </dd>
        </div>
      </dl>
      <ul className="bare-list explanations">
        {preview.explanations.map((one) => (
          <li key={one.promotion_id} data-testid="explanation" data-applied={one.is_applied}>
            {one.is_applied ? (
              <CheckCircleFilled className="yes-mark" aria-hidden />
            ) : (
              <MinusCircleOutlined className="muted" aria-hidden />
            )}
            <span className="explanation-name">
              {localName(one, locale)}
              {one.name === name && <span className="muted"> · {text('preview.this_one')}</span>}
            </span>
            <span className={one.is_applied ? 'accent-text' : 'muted'}>
              {one.is_applied ? (
                <Money cents={one.amount_cents} currency={currency} />
              ) : (
                <>
                  {errorText({ key: one.reason ?? '', detail: {} })}
                  {one.detail.by !== undefined && ` ${text('preview.because_of', { name: one.detail.by })}`}
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
