import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Money } from '../../components/money.tsx';
import { fromLocalField, toLocalField } from '../../lib/local-datetime.ts';
import { localField, localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { modeKinds } from '../../queries/dispatch/use-incident-mode.ts';
import { usePaySample } from '../../queries/dispatch/use-pay-sample.ts';
import type { ZoneName } from '../../queries/dispatch/use-zones.ts';
import type { PayRule } from './list.tsx';

/** What one delivery would pay, line by line, at a distance and time of one's choice; and what an hour pays at least. */
export function PaySample({ zones, rules }: { zones: readonly ZoneName[]; rules: readonly PayRule[] }) {
  const text = useText();
  const locale = useLocale();
  const { currency, timezone } = useCity();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [kilometers, setKilometers] = useState(2.4);
  const [at, setAt] = useState(() => toLocalField(new Date().toISOString(), timezone));
  const [mode, setMode] = useState<string | undefined>(undefined);
  const zoneId = chosen ?? zones[0]?.id;
  const query = usePaySample(
    zoneId,
    Math.round(kilometers * 1000),
    fromLocalField(at, timezone),
    mode,
    rules,
  );
  const sum = query.data?.reduce((total, line) => total + line.amount_cents, 0) ?? 0;
  const guarantee = Math.max(
    0,
    ...rules
      .filter((rule) => rule.zone_id === zoneId && rule.kind === 'guarantee' && rule.is_active)
      .map((rule) => rule.amount_cents),
  );
  return (
    <section className="pay-sample" aria-label={text('pay.sample')} data-testid="pay-sample">
      <h2>{text('pay.sample')}</h2>
      <label>
        {text('ticks.zone')}
        <Select
          value={zoneId}
          aria-label={text('ticks.zone')}
          onChange={setChosen}
          options={zones.map((zone) => ({ value: zone.id, label: localName(zone, locale) }))}
        />
      </label>
      <label>
        {text('pay.distance')}
        <InputNumber
          min={0}
          max={50}
          step={0.1}
          value={kilometers}
          suffix={text('unit.kilometer')}
          onChange={(value) => setKilometers(value ?? 0)}
        />
      </label>
      <label>
        {text('field.when')}
        <Input
          type="datetime-local"
          value={at}
          onChange={(event) => event.target.value && setAt(event.target.value)}
        />
      </label>
      <label>
        {text('mode.button')}
        <Select
          allowClear
          value={mode}
          aria-label={text('mode.button')}
          placeholder={text('pay.no_mode')}
          onChange={setMode}
          options={modeKinds.map((value) => ({ value, label: text(`mode_kind.${value}`) }))}
        />
      </label>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <table className="ledger-table">
        <caption className="visually-hidden">{text('pay.sample')}</caption>
        <tbody>
          {query.data?.map((line) => (
            <tr key={`${line.kind} ${line.rule_id}`}>
              <th scope="row">{localField(line.label, line.translations, 'label', locale)}</th>
              <td className="number">
                <Money cents={line.amount_cents} currency={currency} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text('pay.sum')}</th>
            <td className="number" data-testid="pay-sum" data-cents={sum}>
              <Money cents={sum} currency={currency} strong />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="muted">{text('pay.tip_hint')}</p>
      {guarantee > 0 && (
        <p className="muted">
          {text('pay.guarantee_sample', { tasks: sum > 0 ? Math.ceil(guarantee / sum) : 0 })}{' '}
          <Money cents={guarantee} currency={currency} />
        </p>
      )}
    </section>
  );
}
