import type { Enums } from '@linli/database';
import { Radio } from 'antd';
import { useState } from 'react';
import { liableOfReason } from '../lib/liable-of-reason.ts';
import { localField } from '../lib/local-name.ts';
import { useLocale, useText } from '../providers/use-text.ts';
import { useReasonCodes } from '../queries/platform/use-reason-codes.ts';
import { AskModal, type AskProps } from './ask-modal.tsx';
import { LiableChoice } from './ops/liable-choice.tsx';

type Props = AskProps & {
  appliesTo: 'order_cancel' | 'order_reject';
  actor: 'merchant' | 'ops';
  /** Asks too who bears the money that goes back; the reason proposes it. */
  asksLiable?: boolean;
  onConfirm: (code: string, liable: Enums<'liable_party'> | undefined) => Promise<unknown>;
};

/** Asks why before something is taken back; the reason is kept with the order. */
export function ReasonModal({ appliesTo, actor, asksLiable = false, onConfirm, ...ask }: Props) {
  const text = useText();
  const locale = useLocale();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [picked, setLiable] = useState<Enums<'liable_party'> | undefined>(undefined);
  const all = (useReasonCodes().data ?? []).filter((row) => row.is_active && row.applies_to === appliesTo);
  // Ops may name any reason that a person gives, their own first.
  const offered = all
    .filter((row) => (actor === 'ops' ? row.actor !== 'system' : row.actor === actor))
    .sort((one, other) => Number(other.actor === actor) - Number(one.actor === actor));
  const code = chosen ?? (offered.length === 1 ? offered[0]?.code : undefined);
  const proposed = liableOfReason(offered, code) ?? (code === undefined ? undefined : 'platform');
  const liable = asksLiable ? (picked ?? proposed) : undefined;
  return (
    <AskModal
      {...ask}
      name="reason"
      isReady={code !== undefined}
      onConfirm={() => (code === undefined ? Promise.resolve() : onConfirm(code, liable))}
      onReset={() => {
        setChosen(undefined);
        setLiable(undefined);
      }}
    >
      <Radio.Group
        className="reason-list"
        aria-label={text('reason.label')}
        value={code}
        onChange={(event) => {
          setChosen(event.target.value as string);
          setLiable(undefined);
        }}
      >
        {offered.map((row) => (
          <Radio key={row.code} value={row.code} data-testid={`reason-${row.code}`}>
            {localField(row.label, row.translations, 'label', locale)}
          </Radio>
        ))}
      </Radio.Group>
      {asksLiable && code !== undefined && (
        <div className="liable-asked">
          <strong>{text('refund.liable')}</strong>
          <LiableChoice value={liable} onChange={setLiable} proposed={proposed} />
        </div>
      )}
    </AskModal>
  );
}
