import { newKey } from '@linli/database';
import { App, Select, Space } from 'antd';
import { useWorkspace } from '../../app/workspace.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import type { Ticket } from '../../queries/support/types.ts';
import { useSupportStaff } from '../../queries/support/use-desk-lists.ts';
import { useTicketCommand } from '../../queries/support/use-ticket-command.ts';

const priorities = ['low', 'normal', 'high', 'urgent'] as const;

/** Who of support has a ticket and how urgent it is. */
export function TicketTools({ ticket, commands }: { ticket: Ticket; commands: readonly string[] }) {
  const text = useText();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const { roles } = useWorkspace();
  const staff = useSupportStaff().data ?? [];
  const { mutate } = useTicketCommand();
  const fail = { onError: (error: unknown) => void message.error(errorText(error)) };
  return (
    <Space wrap className="talk-tools">
      <Select
        size="small"
        aria-label={text('support.assignee')}
        disabled={!commands.includes('assign')}
        value={ticket.assignee_id ?? ''}
        popupMatchSelectWidth={false}
        onChange={(id) =>
          mutate({ command: 'assign', id: ticket.id, assigneeId: id || undefined, key: newKey() }, fail)
        }
        options={[
          { value: '', label: text('support.nobody') },
          ...staff.map((person) => ({
            value: person.user_id,
            label: `${person.user_id === roles.user_id ? text('support.me') : person.display_name || text('support.somebody')} (${person.open_count})`,
          })),
        ]}
        data-testid="ticket-assignee"
      />
      <Select
        size="small"
        aria-label={text('support.priority')}
        disabled={!commands.includes('prioritize')}
        value={ticket.priority}
        onChange={(priority) =>
          mutate({ command: 'prioritize', id: ticket.id, priority, key: newKey() }, fail)
        }
        options={priorities.map((value) => ({ value, label: text(`ticket_priority.${value}`) }))}
      />
    </Space>
  );
}
