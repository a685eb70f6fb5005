import { Button, Descriptions, Drawer } from 'antd';
import { useState } from 'react';
import { localName } from '../../lib/local-name.ts';
import { penaltyCommands, type PenaltyCommand } from '../../lib/penalty-commands.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { usePenaltyCommand } from '../../queries/penalty/use-penalty-command.ts';
import type { PenaltyRow } from '../../queries/penalty/use-penalties.ts';
import { Money } from '../money.tsx';
import { NoteModal } from '../note-modal.tsx';
import { RelativeTime } from '../relative-time.tsx';
import { useMay } from '../use-may.ts';
import { useReasonText } from '../use-reason-text.ts';

type Props = { penalty: PenaltyRow | undefined; side: 'merchant' | 'ops'; onClose: () => void };

/** One penalty: what happened, what the merchant says to it, and what was decided. */
export function PenaltyDrawer({ penalty, side, onClose }: Props) {
  const text = useText();
  const reasonText = useReasonText();
  return (
    <Drawer
      open={penalty !== undefined}
      title={penalty ? reasonText(penalty.reason_code) : text('penalties.title')}
      onClose={onClose}
      size={460}
      destroyOnHidden
    >
      {penalty && <Detail key={penalty.id} penalty={penalty} side={side} />}
    </Drawer>
  );
}

function Detail({ penalty, side }: { penalty: PenaltyRow; side: 'merchant' | 'ops' }) {
  const text = useText();
  const locale = useLocale();
  const mayDecide = useMay('merchants', 'edit');
  const { send, busy } = usePenaltyCommand();
  const [asked, setAsked] = useState<PenaltyCommand | undefined>(undefined);
  const commands = side === 'ops' && !mayDecide ? [] : penaltyCommands(penalty, side, new Date());
  return (
    <div
      className="order-drawer"
      role="region"
      aria-label={text('penalties.title')}
      tabIndex={0}
      data-testid="penalty-drawer"
    >
      {commands.length > 0 && (
        <div className="order-actions">
          {commands.map((command) => (
            <Button
              key={command}
              type={command === 'withdraw' ? 'default' : 'primary'}
              loading={busy}
              data-testid={`penalty-${command}`}
              onClick={() => setAsked(command)}
            >
              {text(`penalties.${command}`)}
            </Button>
          ))}
        </div>
      )}
      <Descriptions
        column={1}
        size="small"
        className="facts"
        items={[
          { key: 'status', label: text('field.status'), children: text(`penalty_status.${penalty.status}`) },
          {
            key: 'kind',
            label: text(`penalty_kind.${penalty.kind}`),
            children:
              penalty.amount_cents === null ? (
                text('penalties.no_amount')
              ) : (
                <Money cents={penalty.amount_cents} currency={penalty.currency} strong />
              ),
          },
          {
            key: 'store',
            label: text('penalties.store'),
            children: penalty.store ? localName(penalty.store, locale) : text('merchants.all_stores'),
          },
          ...(penalty.order
            ? [{ key: 'order', label: text('penalties.order'), children: penalty.order.number }]
            : []),
          { key: 'at', label: text('penalties.at'), children: <RelativeTime at={penalty.created_at} /> },
          { key: 'note', label: text('penalties.note'), children: penalty.note },
          ...(penalty.appeal === ''
            ? [
                {
                  key: 'until',
                  label: text('penalties.appeal_until'),
                  children: <RelativeTime at={penalty.appeal_due_at} />,
                },
              ]
            : [{ key: 'appeal', label: text('penalties.appeal'), children: penalty.appeal }]),
          ...(penalty.answer === ''
            ? []
            : [{ key: 'answer', label: text('penalties.answer'), children: penalty.answer }]),
        ]}
      />
      <NoteModal
        open={asked !== undefined}
        title={text(`penalties.${asked ?? 'appeal'}`)}
        detail={text(`penalties.${asked ?? 'appeal'}_detail`)}
        confirmText={text(`penalties.${asked ?? 'appeal'}`)}
        isDanger={false}
        onConfirm={(words) => (asked ? send({ id: penalty.id, command: asked, words }) : Promise.resolve())}
        onClose={() => setAsked(undefined)}
      />
    </div>
  );
}
