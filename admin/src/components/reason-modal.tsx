import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { localField } from '../lib/local-name.ts';
import { testId } from '../lib/test-id.ts';
import { useLocale, useText } from '../providers/use-text.ts';
import { useReasonCodes } from '../queries/platform/use-reason-codes.ts';

type Props = {
  open: boolean;
  title: string;
  detail: string;
  appliesTo: 'order_cancel' | 'order_reject';
  actor: 'merchant' | 'ops';
  confirmText: string;
  onConfirm: (code: string) => Promise<unknown>;
  onClose: () => void;
};

/** Asks why before something is taken back; the reason is kept with the order. */
export function ReasonModal({
  open,
  title,
  detail,
  appliesTo,
  actor,
  confirmText,
  onConfirm,
  onClose,
}: Props) {
  const text = useText();
  const locale = useLocale();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const all = (useReasonCodes().data ?? []).filter((row) => row.is_active && row.applies_to === appliesTo);
  const own = all.filter((row) => row.actor === actor);
  const offered = own.length > 0 ? own : all.filter((row) => row.actor === 'merchant');
  const code = chosen ?? (offered.length === 1 ? offered[0]?.code : undefined);

  const confirm = async (): Promise<void> => {
    if (code === undefined) return;
    setBusy(true);
    try {
      await onConfirm(code);
      onClose();
    } catch {
      // The command has shown its error; the dialog stays for another try.
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={open}
      title={title}
      okText={confirmText}
      okButtonProps={{
        danger: true,
        disabled: code === undefined,
        loading: busy,
        ...testId('reason-confirm'),
      }}
      onOk={() => void confirm()}
      onCancel={onClose}
      afterClose={() => setChosen(undefined)}
      width={420}
    >
      <p data-testid="reason-modal">{detail}</p>
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
    </Modal>
  );
}
