import { Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { TicketPictures } from '../../components/ticket/ticket-pictures.tsx';
import { localField } from '../../lib/local-name.ts';
import { testId } from '../../lib/test-id.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useReasonCodes } from '../../queries/platform/use-reason-codes.ts';
import { useOpenTicket } from '../../queries/support/use-open-ticket.ts';

type Props = {
  open: boolean;
  storeId: string;
  /** The order that it is about. */
  order: { id: string; number: string } | undefined;
  onClose: () => void;
  onOpened: (ticketId: string) => void;
};

/** A store asks support: about what, in words, with pictures. */
export function NewTicketModal({ open, storeId, order, onClose, onOpened }: Props) {
  const text = useText();
  const locale = useLocale();
  const { send, busy } = useOpenTicket(storeId);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [words, setWords] = useState('');
  const [pictures, setPictures] = useState<string[]>([]);
  const subjects = (useReasonCodes().data ?? []).filter(
    (row) => row.is_active && row.applies_to === 'ticket' && row.actor === 'merchant',
  );
  const subject = chosen ?? (order === undefined ? undefined : 'store_order');
  const submit = async (): Promise<void> => {
    if (subject === undefined) return;
    try {
      const ticket = await send({ subject, body: words.trim(), orderId: order?.id, attachments: pictures });
      onOpened(ticket.id);
    } catch {
      // The command has shown its error; the dialog stays for another try.
    }
  };
  return (
    <Modal
      open={open}
      title={order ? text('tickets.new_for', { number: order.number }) : text('tickets.new')}
      okText={text('tickets.send')}
      okButtonProps={{
        loading: busy,
        disabled: subject === undefined || (words.trim() === '' && pictures.length === 0),
        ...testId('ticket-send'),
      }}
      onOk={() => void submit()}
      onCancel={onClose}
      afterClose={() => {
        setChosen(undefined);
        setWords('');
        setPictures([]);
      }}
    >
      <Form layout="vertical" data-testid="ticket-form">
        <Form.Item label={text('tickets.subject')}>
          <Radio.Group
            className="reason-list"
            aria-label={text('tickets.subject')}
            value={subject}
            onChange={(event) => setChosen(event.target.value as string)}
            options={subjects.map((row) => ({
              value: row.code,
              label: (
                <span data-testid={`subject-${row.code}`}>
                  {localField(row.label, row.translations, 'label', locale)}
                </span>
              ),
            }))}
          />
        </Form.Item>
        <Form.Item label={text('tickets.words')} htmlFor="ticket-words">
          <Input.TextArea
            id="ticket-words"
            rows={4}
            maxLength={4000}
            placeholder={text('tickets.words_hint')}
            value={words}
            data-testid="ticket-words"
            onChange={(event) => setWords(event.target.value)}
          />
        </Form.Item>
        <TicketPictures names={pictures} onChange={setPictures} />
      </Form>
    </Modal>
  );
}
