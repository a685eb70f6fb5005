import { newKey } from '@linli/database';

/** The commands of a task in hand; each is a function of the database with the same name. */
export const taskCommandNames = [
  'arrive_at_store',
  'pick_up_delivery',
  'arrive_at_customer',
  'deliver_delivery',
] as const;

export type TaskCommandName = (typeof taskCommandNames)[number];

/** What the rider did, kept until the platform has heard it. */
export interface TaskCommand {
  /** Idempotency key: sending it twice does it once. */
  key: string;
  riderId: string;
  deliveryId: string;
  name: TaskCommandName;
  /** The phone's clock, ISO: when it happened, however late it is sent. */
  clientAt: string;
  /** What shows the hand-over; it is sent before the command. */
  photo?: Blob;
}

/** What the rider does now, with a key of its own. */
export function createTaskCommand(
  riderId: string,
  deliveryId: string,
  name: TaskCommandName,
  photo?: Blob,
): TaskCommand {
  const command = { key: newKey(), riderId, deliveryId, name, clientAt: new Date().toISOString() };
  return photo ? { ...command, photo } : command;
}
