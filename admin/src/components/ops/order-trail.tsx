import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { humanize } from '../../lib/engine/humanize.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useOrderTrail } from '../../queries/order/use-order-trail.ts';
import { ClockTime } from '../clock-time.tsx';
import { Money } from '../money.tsx';

/** Payments, the promotions that applied or not and why, and the messages that were sent about an order. */
export function OrderTrail({ orderId, currency }: { orderId: string; currency: string }) {
  const text = useText();
  const locale = useLocale();
  const { i18n } = useTranslation();
  const trail = useOrderTrail(orderId).data;
  if (trail === undefined) return null;
  const reason = (key: string): string =>
    i18n.exists(`error.${key}`)
      ? text(`error.${key as 'promotion.excluded'}`)
      : humanize(key.replaceAll('.', '_'));
  return (
    <>
      {trail.payments.length > 0 && (
        <section data-testid="order-payments">
          <h3>{text('trail.payments')}</h3>
          <ul className="plain-list trail">
            {trail.payments.map((payment) => (
              <li key={payment.id}>
                <span>
                  {text(`payment_provider.${payment.provider}`)} · {text(`payment_status.${payment.status}`)}
                  <span className="muted clip tabular">{payment.transaction_id ?? payment.out_trade_no}</span>
                </span>
                <span className="push">
                  <Money cents={payment.amount_cents} currency={currency} />
                </span>
                <ClockTime at={payment.captured_at ?? payment.created_at} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {(trail.explanations?.length ?? 0) > 0 && (
        <section data-testid="order-promotions">
          <h3>{text('trail.promotions')}</h3>
          <ul className="plain-list trail">
            {trail.explanations?.map((row, index) => (
              <li key={row.promotion_id ?? index}>
                {row.is_applied ? (
                  <CheckCircleFilled className="ledger-even" aria-hidden />
                ) : (
                  <MinusCircleOutlined className="muted" aria-hidden />
                )}
                <span>
                  {localName(row, locale)}
                  {!row.is_applied && row.reason && <span className="muted clip">{reason(row.reason)}</span>}
                </span>
                {row.is_applied && (
                  <span className="push">
                    <Money cents={row.amount_cents} currency={currency} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section data-testid="order-messages">
        <h3>{text('trail.messages')}</h3>
        {trail.messages.length === 0 && <p className="muted">{text('trail.no_messages')}</p>}
        <ul className="plain-list trail">
          {trail.messages.map((message) => (
            <li key={message.id}>
              <span>
                {message.title}
                <span className="muted clip">{message.body}</span>
              </span>
              <span className="push muted">
                {text(message.is_customer ? 'actor.customer' : 'actor.merchant')} ·{' '}
                {text(message.read_at === null ? 'trail.unread' : 'trail.read')}
              </span>
              <ClockTime at={message.created_at} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
