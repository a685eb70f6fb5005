import { Radio } from 'antd';
import { useState } from 'react';
import { localField } from '../lib/local-name.ts';
import { useLocale, useText } from '../providers/use-text.ts';
import { useReasonCodes } from '../queries/platform/use-reason-codes.ts';
import { AskModal, type AskProps } from './ask-modal.tsx';

type Props = AskProps & {
  appliesTo: 'order_cancel' | 'order_reject';
  actor: 'merchant' | 'ops';
  onConfirm: (code: string) => Promise<unknown>;
};

/** Asks why before something is taken back; the reason is kept with the order. */
export function ReasonModal({ appliesTo, actor, onConfirm, ...ask }: Props) {
  const text = useText();
  const locale = useLocale();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const all = (useReasonCodes().data ?? []).filter((row) => row.is_active && row.applies_to === appliesTo);
  const own = all.filter((row) => row.actor === actor);
  const offered = own.length > 0 ? own : all.filter((row) => row.actor === 'merchant');
  const code = chosen ?? (offered.length === 1 ? offered[0]?.code : undefined);
  return (
    <AskModal
      {...ask}
      name="reason"
      isReady={code !== undefined}
      onConfirm={() => (code === undefined ? Promise.resolve() : onConfirm(code))}
      onReset={() => setChosen(undefined)}
    >
      <Radio.Group
        className="reason-list"
        aria-label={text('reason.label')}
        value={code}
        onChange={(event) => setChosen(event.target.value as string)}
      >
        {offered.map((row) => (
          <Radio key={row.code} value={row.code} data-testid={`reason-${row.code}`}>
            {localField(row.label, row.translations, 'label', locale)}
          </Radio>
        ))}
      </Radio.Group>
    </AskModal>
  );
}
