import type { LinliClient } from '@linli/database';
import type { RealtimeChannel } from '@supabase/supabase-js';

export type TopicMessage =
  | { kind: 'event'; event: string; payload: Record<string, unknown> }
  /** The channel (re)joined: something may have been missed, so read again. */
  | { kind: 'joined' };
export type TopicHandler = (message: TopicMessage) => void;
export type LiveState = 'idle' | 'connecting' | 'live' | 'broken';
type Topic = { channel: RealtimeChannel; handlers: Set<TopicHandler>; state: LiveState; closing?: number };

export type TopicHub = {
  /** Listens to a private broadcast topic, sharing one channel among all listeners; answers how to stop. */
  listen: (topic: string, handler: TopicHandler) => () => void;
  /** The worst state among the topics in use. */
  state: () => LiveState;
  onState: (listener: () => void) => () => void;
};

/** A topic nobody listens to stays open this long, so that a page change does not rejoin it. */
const lingerMs = 5000;

/** Keeps one channel for each private broadcast topic. */
export function createTopicHub(client: LinliClient): TopicHub {
  const topics = new Map<string, Topic>();
  const listeners = new Set<() => void>();

  const setState = (topic: Topic, state: LiveState): void => {
    topic.state = state;
    listeners.forEach((listener) => listener());
  };

  const open = (name: string): Topic => {
    const channel = client.channel(name, { config: { private: true } });
    const topic: Topic = { channel, handlers: new Set(), state: 'connecting' };
    topics.set(name, topic);
    channel.on('broadcast', { event: '*' }, (message: { event: string; payload?: unknown }) => {
      const payload = (message.payload ?? {}) as Record<string, unknown>;
      topic.handlers.forEach((handler) => handler({ kind: 'event', event: message.event, payload }));
    });
    channel.subscribe((status) => {
      if (topics.get(name) !== topic) return;
      if (status === 'SUBSCRIBED') {
        setState(topic, 'live');
        topic.handlers.forEach((handler) => handler({ kind: 'joined' }));
      } else setState(topic, status === 'CLOSED' ? 'connecting' : 'broken');
    });
    return topic;
  };

  const close = (name: string, topic: Topic): void => {
    if (topic.handlers.size > 0) return;
    topics.delete(name);
    void client.removeChannel(topic.channel);
    listeners.forEach((listener) => listener());
  };

  return {
    listen(name, handler) {
      const topic = topics.get(name) ?? open(name);
      window.clearTimeout(topic.closing);
      topic.handlers.add(handler);
      return () => {
        topic.handlers.delete(handler);
        if (topic.handlers.size === 0) topic.closing = window.setTimeout(() => close(name, topic), lingerMs);
      };
    },
    state() {
      const states = [...topics.values()].map((topic) => topic.state);
      return (['broken', 'connecting', 'live'] as const).find((state) => states.includes(state)) ?? 'idle';
    },
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
