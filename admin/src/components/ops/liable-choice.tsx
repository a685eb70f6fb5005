import type { Enums } from '@linli/database';
import { Radio } from 'antd';
import { useText } from '../../providers/use-text.ts';

const parties = ['merchant', 'rider', 'platform'] as const;

/** Who bears a refund. What nobody is at fault for, the platform gives. */
export function LiableChoice({
  value,
  onChange,
}: {
  value: Enums<'liable_party'>;
  onChange: (party: Enums<'liable_party'>) => void;
}) {
  const text = useText();
  return (
    <Radio.Group
      optionType="button"
      aria-label={text('refund.liable')}
      value={value}
      onChange={(event) => onChange(event.target.value as Enums<'liable_party'>)}
      options={parties.map((party) => ({
        value: party,
        label: <span data-testid={`liable-${party}`}>{text(`liable_party.${party}`)}</span>,
      }))}
    />
  );
}
