import { Button } from 'antd';
import { Money } from '../../components/money.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { KpiPart } from '../../queries/kpi/use-kpis.ts';

type Props = {
  title: string;
  parts: readonly KpiPart[];
  currency: string;
  chosenId: string | undefined;
  /** Narrows all numbers to this part, or widens them again. */
  onChoose: (part: KpiPart) => void;
};

/** Today by part of the town; a part clicked narrows the whole wall to it. */
export function KpiParts({ title, parts, currency, chosenId, onChoose }: Props) {
  const text = useText();
  const locale = useLocale();
  const most = Math.max(1, ...parts.map((part) => part.gmv_cents));
  return (
    <SectionCard title={title}>
      {parts.length === 0 && <p className="muted">{text('kpi.no_parts')}</p>}
      <ul className="plain-list kpi-parts">
        {parts.map((part) => (
          <li key={part.id}>
            <Button
              type="link"
              size="small"
              className="row-link"
              aria-pressed={part.id === chosenId}
              data-testid="kpi-part"
              onClick={() => onChoose(part)}
            >
              {localName(part, locale)}
            </Button>
            <span className="push tabular muted">
              {text('merchants.orders', { count: part.order_count })}
            </span>
            <Money cents={part.gmv_cents} currency={currency} strong />
            <span
              className="kpi-bar"
              aria-hidden="true"
              style={{ inlineSize: `${(part.gmv_cents / most) * 100}%` }}
            />
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
