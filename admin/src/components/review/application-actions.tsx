import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useText } from '../../providers/use-text.ts';
import { useApplicationCommand } from '../../queries/onboarding/use-application-command.ts';
import type { ApplicationRow } from '../../queries/onboarding/use-applications.ts';
import { useMay } from '../use-may.ts';
import { NoteModal } from '../note-modal.tsx';
import { useReviewKeys } from './use-review-keys.ts';

/** The next step of an application: begin to read, then approve, hand back or decline. */
export function ApplicationActions({ application }: { application: ApplicationRow }) {
  const text = useText();
  const may = useMay('approvals', 'edit');
  const { send, busy } = useApplicationCommand();
  const [asking, setAsking] = useState<'return' | 'reject' | undefined>(undefined);
  const [isSure, setSure] = useState(false);
  const { id, status } = application;
  const isRead = status === 'in_review';
  useReviewKeys(
    !may
      ? {}
      : status === 'applied'
        ? { s: () => void send({ command: 'review', id }).catch(() => undefined) }
        : isRead
          ? { a: () => setSure(true), m: () => setAsking('return'), r: () => setAsking('reject') }
          : {},
  );
  if (!may || !['applied', 'in_review', 'returned'].includes(status)) return null;
  return (
    <div className="order-actions">
      {status === 'applied' && (
        <Button
          type="primary"
          block
          loading={busy}
          data-testid="application-review"
          onClick={() => void send({ command: 'review', id }).catch(() => undefined)}
        >
          {text('approvals.start')} <kbd>S</kbd>
        </Button>
      )}
      {isRead && (
        <>
          <Popconfirm
            open={isSure}
            onOpenChange={setSure}
            title={text('approvals.approve_question')}
            description={text('approvals.approve_detail')}
            okText={text('approvals.approve')}
            onConfirm={() => send({ command: 'approve', id }).catch(() => undefined)}
          >
            <Button type="primary" block loading={busy} data-testid="application-approve">
              {text('approvals.approve')} <kbd>A</kbd>
            </Button>
          </Popconfirm>
          <Button disabled={busy} data-testid="application-return" onClick={() => setAsking('return')}>
            {text('approvals.return')} <kbd>M</kbd>
          </Button>
        </>
      )}
      {status !== 'applied' && (
        <Button
          danger
          type="text"
          disabled={busy}
          data-testid="application-reject"
          onClick={() => setAsking('reject')}
        >
          {text('approvals.reject')} {isRead && <kbd>R</kbd>}
        </Button>
      )}
      <NoteModal
        open={asking !== undefined}
        title={text(asking === 'reject' ? 'approvals.reject_title' : 'approvals.return_title')}
        detail={text('approvals.reason_detail')}
        confirmText={text(asking === 'reject' ? 'approvals.reject' : 'approvals.return')}
        isDanger={asking === 'reject'}
        phrases={[
          text('approvals.phrase_blurred'),
          text('approvals.phrase_name'),
          text('approvals.phrase_scope'),
        ]}
        onConfirm={(reason) => send({ command: asking ?? 'return', id, reason })}
        onClose={() => setAsking(undefined)}
      />
    </div>
  );
}
