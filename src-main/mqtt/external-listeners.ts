import type { ISubscriptionGrant, MqttClient } from 'mqtt';
import type { Log } from '../host/log.ts';
import type { MessageListener } from './broker.ts';
import { createFilterTrie } from './filter-trie.ts';
import { createSeldom } from './rate.ts';
import { fewestFilters } from './topic-filters.ts';

type ListenerOptions = { readonly client: MqttClient; readonly log: Log; readonly now: () => number };

/** MQTT 3.1.1 forwards no message with its retain flag, nor its sender. */
const unmarked = { retain: false, client: null } as const;

// MQTT 3.1.1, 3.9.3.
const subscribeFailure = 128;

function refuseRefusals(granted: readonly ISubscriptionGrant[]): void {
  const refused = granted.filter(({ qos }) => qos >= subscribeFailure).map(({ topic }) => topic);
  if (refused.length > 0) throw new Error(`not allowed to subscribe to ${refused.join(', ')}`);
}

/** Our listeners, and what of them the broker must know. */
export function createExternalListeners(
  { client, log, now }: ListenerOptions,
  onMessage: (topic: string) => void,
) {
  const trie = createFilterTrie<MessageListener>();
  const filters = new Map<string, number>();
  const asked = new Set<string>();
  const isNews = createSeldom(60_000, now);
  const ask = async (): Promise<void> => {
    const wanted = fewestFilters(filters.keys());
    const added = [...wanted].filter((filter) => !asked.has(filter));
    const dropped = [...asked].filter((filter) => !wanted.has(filter));
    for (const filter of added) asked.add(filter);
    for (const filter of dropped) asked.delete(filter);
    // The wider filter first, so that no message falls between the two.
    if (added.length > 0) refuseRefusals(await client.subscribeAsync(added, { qos: 1 }));
    if (dropped.length > 0) await client.unsubscribeAsync(dropped);
  };
  const askSoon = (): void => {
    if (!client.connected) return;
    ask().catch((fault: unknown) => log.warn('the MQTT broker did not take a subscription', { fault }));
  };
  client.on('message', (topic, payload, packet) => {
    // The retain flag marks what was there before we asked.
    if (packet.retain) return;
    onMessage(topic);
    for (const listener of trie.match(topic)) {
      try {
        listener(topic, payload, unmarked);
      } catch (fault) {
        if (isNews(topic)) log.error('a listener failed on an MQTT message', { topic, fault });
      }
    }
  });
  return {
    ask,
    forget: () => asked.clear(),
    subscribe: (filter: string, heard: MessageListener): (() => void) => {
      // One function may listen under several filters; the trie tells items apart by identity.
      const listener: MessageListener = (topic, payload, mark) => heard(topic, payload, mark);
      trie.add(filter, listener);
      filters.set(filter, (filters.get(filter) ?? 0) + 1);
      askSoon();
      return () => {
        trie.remove(filter, listener);
        const left = (filters.get(filter) ?? 1) - 1;
        if (left > 0) filters.set(filter, left);
        else filters.delete(filter);
        askSoon();
      };
    },
  };
}
