import type { Extension } from '../database/authorization.ts';
import type { Channel } from './channel.ts';

/** Whether the channel may send; asked once for each token and kept. Public channels always may. */
export function askWritePolicy(channel: Channel, extension: Extension): Promise<boolean> | boolean {
  if (!channel.config.isPrivate) return true;
  const field = extension === 'broadcast' ? 'broadcastWrite' : 'presenceWrite';
  return channel.policies[field] ?? ask(channel, extension, field);
}

async function ask(
  channel: Channel,
  extension: Extension,
  field: 'broadcastWrite' | 'presenceWrite',
): Promise<boolean> {
  const { topic, token, connection, services } = channel;
  const request = { topic, identity: token.identity, headers: connection.handshake.headers };
  const answer = await services.authorization.write(request, extension);
  channel.policies[field] = answer;
  return answer;
}
