import type { Enums } from '@linli/database';

export type TicketStatus = Enums<'ticket_status'>;
export type TicketPriority = Enums<'ticket_priority'>;

/** A ticket as `list_tickets` shows it; what support owes and who has it are for the operator alone. */
export type Ticket = {
  id: string;
  number: number;
  status: TicketStatus;
  priority: TicketPriority;
  subject: { code: string; label: string; translations: unknown };
  opened_as: 'customer' | 'merchant' | 'rider';
  opened_by: string;
  opener_name: string | null;
  order_id: string | null;
  order_number: string | null;
  store_name: string | null;
  /** Since when the store is part of a customer's or rider's ticket. */
  store_asked_at: string | null;
  last_message: { body: string; author_role: string; attachment_count: number; created_at: string } | null;
  resolution: string;
  rating: number | null;
  rating_note: string;
  created_at: string;
  assignee_id?: string | null;
  assignee_name?: string | null;
  due_at?: string | null;
  is_overdue?: boolean;
};

/** Who looks at a ticket: support, or the staff of a store. */
export type TicketSide = 'ops' | 'merchant';

export type TicketCounts = Record<
  'open' | 'waiting' | 'answered' | 'overdue' | 'unassigned' | 'mine',
  number
>;

export type TicketMessage = {
  id: string;
  author_role: 'customer' | 'merchant' | 'rider' | 'ops' | 'system';
  author_name: string | null;
  is_mine: boolean;
  is_internal: boolean;
  body: string;
  attachments: string[];
  created_at: string;
};

export type TicketPage = {
  ticket: Ticket;
  messages: TicketMessage[];
  commands: string[];
  other_ticket_count?: number;
};
