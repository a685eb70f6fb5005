import type { Enums } from '@linli/database';
import { Radio } from 'antd';
import { useText } from '../../providers/use-text.ts';

const parties = ['merchant', 'rider', 'platform'] as const;

/** Who bears a refund. What nobody is at fault for, the platform gives. */
export function LiableChoice({
  value,
  onChange,
  proposed,
}: {
  value: Enums<'liable_party'> | undefined;
  onChange: (party: Enums<'liable_party'>) => void;
  /** Whom the reason names. */
  proposed: Enums<'liable_party'> | undefined;
}) {
  const text = useText();
  return (
    <>
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
      {proposed !== undefined && (
        <span className="liable-note muted" data-testid="liable-proposed">
          {text(value === proposed ? 'refund.liable_proposed' : 'refund.liable_other', {
            party: text(`liable_party.${proposed}`),
          })}
        </span>
      )}
    </>
  );
}
