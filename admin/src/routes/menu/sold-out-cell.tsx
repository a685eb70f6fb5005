import { useUpdate } from '@refinedev/core';
import { Button } from 'antd';
import { ClockTime } from '../../components/clock-time.tsx';
import { addDays, dayIn, startOfDay } from '../../lib/day-time.ts';
import { localName } from '../../lib/local-name.ts';
import { useNow } from '../../live/use-now.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { ProductRow } from '../../queries/catalog/use-menu.ts';

type Props = { product: ProductRow; timeZone: string; readOnly: boolean };

/** Takes a product off for today: it comes back by itself when the next day begins. */
export function SoldOutCell({ product, timeZone, readOnly }: Props) {
  const text = useText();
  const locale = useLocale();
  const now = useNow();
  const { mutate, mutation } = useUpdate();
  const isOut = product.sold_out_until !== null && Date.parse(product.sold_out_until) > now;
  const name = localName(product, locale);
  const until = isOut ? null : startOfDay(addDays(dayIn(new Date(now), timeZone), 1), timeZone).toISOString();
  return (
    <span className="sold-out">
      {isOut && (
        <span className="danger-text">
          {text('menu.until')} <ClockTime at={product.sold_out_until} />
        </span>
      )}
      {!readOnly && (
        <Button
          size="small"
          loading={mutation.isPending}
          aria-label={text(isOut ? 'menu.back_named' : 'menu.sold_out_named', { name })}
          data-testid="product-sold-out"
          onClick={() =>
            mutate({
              resource: 'products',
              id: product.id,
              values: { sold_out_until: until },
              successNotification: false,
            })
          }
        >
          {text(isOut ? 'menu.back' : 'menu.sold_out_today')}
        </Button>
      )}
    </span>
  );
}
