import { useUpdate } from '@refinedev/core';
import { Button, Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { ClockTime } from '../../components/clock-time.tsx';
import { DatetimeField } from '../../components/engine/datetime-field.tsx';
import { addDays, dayIn, startOfDay } from '../../lib/day-time.ts';
import { localName } from '../../lib/local-name.ts';
import { useNow } from '../../live/use-now.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { ProductRow } from '../../queries/catalog/use-menu.ts';

type Props = { product: ProductRow; timeZone: string; readOnly: boolean };

/** Takes a product off for an hour, for today or until a time: it comes back by itself. */
export function SoldOutCell({ product, timeZone, readOnly }: Props) {
  const text = useText();
  const locale = useLocale();
  const now = useNow();
  const { mutate, mutation } = useUpdate();
  const [until, setUntil] = useState<string | null | undefined>(undefined);
  const isOut = product.sold_out_until !== null && Date.parse(product.sold_out_until) > now;
  const name = localName(product, locale);
  const write = (at: string | null): void =>
    mutate({
      resource: 'products',
      id: product.id,
      values: { sold_out_until: at },
      successNotification: false,
    });
  const hours = (amount: number): string => new Date(Date.now() + amount * 3_600_000).toISOString();
  const tomorrow = (): string => startOfDay(addDays(dayIn(new Date(), timeZone), 1), timeZone).toISOString();
  const choices: Record<string, () => void> = {
    hour: () => write(hours(1)),
    hours: () => write(hours(3)),
    today: () => write(tomorrow()),
    until: () => setUntil(tomorrow()),
  };
  return (
    <span className="sold-out">
      {isOut && (
        <span className="danger-text">
          {text('menu.until')} <ClockTime at={product.sold_out_until} />
        </span>
      )}
      {!readOnly && isOut && (
        <Button
          size="small"
          loading={mutation.isPending}
          aria-label={text('menu.back_named', { name })}
          data-testid="product-sold-out"
          onClick={() => write(null)}
        >
          {text('menu.back')}
        </Button>
      )}
      {!readOnly && !isOut && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'hour', label: text('menu.sold_out_hours', { amount: 1 }) },
              { key: 'hours', label: text('menu.sold_out_hours', { amount: 3 }) },
              {
                key: 'today',
                label: <span data-testid="sold-out-today">{text('menu.sold_out_today')}</span>,
              },
              { key: 'until', label: text('menu.sold_out_until') },
            ],
            onClick: ({ key }) => choices[key]?.(),
          }}
        >
          <Button
            size="small"
            loading={mutation.isPending}
            aria-label={text('menu.sold_out_named', { name })}
            data-testid="product-sold-out"
          >
            {text('menu.sold_out')}
          </Button>
        </Dropdown>
      )}
      <Modal
        open={until !== undefined}
        title={text('menu.sold_out_named', { name })}
        width={360}
        okButtonProps={{ disabled: !until || Date.parse(until) <= now }}
        onOk={() => {
          if (until) write(until);
          setUntil(undefined);
        }}
        onCancel={() => setUntil(undefined)}
      >
        <label htmlFor={`until-${product.id}`}>{text('menu.sold_out_until')}</label>
        <DatetimeField id={`until-${product.id}`} timeZone={timeZone} value={until} onChange={setUntil} />
      </Modal>
    </span>
  );
}
