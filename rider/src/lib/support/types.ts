import type { Enums, Json } from '@linli/database';

export interface Ticket {
  id: string;
  number: number;
  status: Enums<'ticket_status'>;
  subject: { code: string; label: string; translations: Json };
  order_number: string | null;
  store_name: string | null;
  last_message: { body: string; attachment_count: number; created_at: string } | null;
  resolution: string;
  created_at: string;
}

export interface TicketMessage {
  id: string;
  author_role: Enums<'actor_role'>;
  is_mine: boolean;
  body: string;
  attachments: string[];
  created_at: string;
}

/** A ticket with its conversation; `commands` are what the rider may do now: reply, close, reopen, rate. */
export interface TicketPage {
  ticket: Ticket;
  messages: TicketMessage[];
  commands: string[];
}
