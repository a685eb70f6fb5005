import { Button, Form, Input, Space } from 'antd';
import { useState } from 'react';
import { useText } from '../../providers/use-text.ts';
import type { Invoice } from '../../queries/invoice/use-invoice.ts';
import { useInvoiceCommands } from '../../queries/invoice/use-invoice-commands.ts';
import { NoteModal } from '../note-modal.tsx';
import { PrivateFile } from '../private-file.tsx';

type Values = { number: string; path: string };

/** Issues an invoice with its number and file, declines it, or takes an issued one back. */
export function InvoiceActions({ invoice }: { invoice: Invoice }) {
  const text = useText();
  const commands = useInvoiceCommands(invoice.id);
  const [dialog, setDialog] = useState<'decline' | 'void' | undefined>(undefined);
  const mayIssue = invoice.owed_cents > 0 && (invoice.status === 'requested' || invoice.is_outdated);
  const mayVoid = invoice.status === 'issued';
  if (!mayIssue && !mayVoid && invoice.status !== 'requested') return null;
  return (
    <>
      {mayIssue && (
        <Form<Values>
          layout="vertical"
          className="invoice-form"
          requiredMark={false}
          // What went wrong has been shown by the command.
          onFinish={(values) =>
            void commands.issue
              .send({ number: values.number.trim(), path: values.path })
              .catch(() => undefined)
          }
        >
          <Form.Item
            name="number"
            label={text('invoice.number')}
            rules={[{ required: true, whitespace: true, message: text('form.required') }]}
          >
            <Input maxLength={60} autoComplete="off" data-testid="invoice-number" />
          </Form.Item>
          <Form.Item
            name="path"
            label={text('invoice.file')}
            extra={text('invoice.file_hint')}
            rules={[{ required: true, message: text('invoice.file_required') }]}
          >
            <PrivateFile bucket="invoices" folder={invoice.store_id} />
          </Form.Item>
          <Space wrap>
            <Button
              type="primary"
              htmlType="submit"
              loading={commands.issue.busy}
              data-testid="invoice-issue"
            >
              {text(invoice.status === 'issued' ? 'invoice.issue_anew' : 'invoice.issue')}
            </Button>
            {invoice.status === 'requested' && (
              <Button danger type="text" data-testid="invoice-decline" onClick={() => setDialog('decline')}>
                {text('invoice.decline')}
              </Button>
            )}
          </Space>
        </Form>
      )}
      {mayVoid && (
        <div>
          <Button danger data-testid="invoice-void" onClick={() => setDialog('void')}>
            {text('invoice.void')}
          </Button>
        </div>
      )}
      <NoteModal
        open={dialog === 'decline'}
        title={text('invoice.decline')}
        detail={text('invoice.decline_detail')}
        confirmText={text('invoice.decline')}
        phrases={[text('invoice.phrase_title'), text('invoice.phrase_tax'), text('invoice.phrase_paper')]}
        onConfirm={commands.decline.send}
        onClose={() => setDialog(undefined)}
      />
      <NoteModal
        open={dialog === 'void'}
        title={text('invoice.void')}
        detail={text('invoice.void_detail')}
        confirmText={text('invoice.void')}
        phrases={[text('invoice.phrase_wrong'), text('invoice.phrase_refunded')]}
        onConfirm={commands.void.send}
        onClose={() => setDialog(undefined)}
      />
    </>
  );
}
