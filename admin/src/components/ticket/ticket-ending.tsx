import { newKey } from '@linli/database';
import { App, Button, Rate, Space } from 'antd';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import type { Ticket } from '../../queries/support/types.ts';
import { useTicketCommand } from '../../queries/support/use-ticket-command.ts';

/** How a store ends its own ticket: it needs no more help, or says how it was. */
export function TicketEnding({ ticket, commands }: { ticket: Ticket; commands: readonly string[] }) {
  const text = useText();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const { mutate, isPending } = useTicketCommand();
  const mayRate = commands.includes('rate');
  const mayClose = commands.includes('close') && !mayRate;
  if (!mayRate && !mayClose) return null;
  const fail = { onError: (error: unknown) => void message.error(errorText(error)) };
  return (
    <Space wrap className="talk-tools">
      {mayClose && (
        <Button
          size="small"
          loading={isPending}
          data-testid="ticket-close"
          onClick={() => mutate({ command: 'close', id: ticket.id, key: newKey() }, fail)}
        >
          {text('support.close')}
        </Button>
      )}
      {mayRate && (
        <>
          <span className="muted">{text('support.rate')}</span>
          <Rate
            aria-label={text('support.rate')}
            disabled={isPending}
            onChange={(rating) =>
              rating > 0 && mutate({ command: 'rate', id: ticket.id, rating, key: newKey() }, fail)
            }
          />
        </>
      )}
    </Space>
  );
}
