import type { MessageFile, SmsMessage } from './message-file.ts';

/** Newest first; `phone` matches by its digits, with or without +86. */
export function findMessages(messages: MessageFile, phone: string | undefined): SmsMessage[] {
  const all = [...messages.list()].reverse();
  const digits = bare(phone ?? '');
  return digits === '' ? all : all.filter((one) => bare(one.phone).includes(digits));
}

function bare(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '');
}
