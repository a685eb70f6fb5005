import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One message as it would arrive. `phone` is as sent (11 digits for mainland numbers). */
export interface SmsMessage {
  id: string;
  phone: string;
  text: string;
  template: string;
  params: Record<string, string>;
  sent_at: string;
}

/** The messages on disk, oldest first. */
export interface MessageFile {
  list(): readonly SmsMessage[];
  add(message: SmsMessage): void;
}

const kept = 2000;

/** Opens `<dataDir>/messages.json`; the last 2,000 messages are kept. Writing replaces the file atomically. */
export function openMessages(dataDir: string): MessageFile {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'messages.json');
  let messages: SmsMessage[] = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as SmsMessage[])
    : [];
  return {
    list: () => messages,
    add(message) {
      messages = [...messages, message].slice(-kept);
      writeFileSync(`${file}.draft`, JSON.stringify(messages), { mode: 0o600 });
      renameSync(`${file}.draft`, file);
    },
  };
}
