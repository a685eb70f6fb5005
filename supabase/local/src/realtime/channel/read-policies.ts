import { RealtimeFailure } from '../failure.ts';
import { unasked, type Channel, type Policies } from './channel.ts';

/** What the channel's token may read; throws Unauthorized when that is nothing. */
export async function askReadPolicies(channel: Channel): Promise<Policies> {
  const { topic, token, connection, services, presence } = channel;
  const request = { topic, identity: token.identity, headers: connection.handshake.headers };
  const read = await services.authorization.read(request, presence.isEnabled);
  if (!read.broadcast && !read.presence) {
    throw new RealtimeFailure(
      'Unauthorized',
      `You do not have permissions to read from this Channel topic: ${topic}`,
    );
  }
  return { ...unasked, broadcastRead: read.broadcast, presenceRead: read.presence };
}
