import type { Broker, BrokerState, Message } from '../broker.ts';

/** Keeps what was retained, as a broker does, and what was said since last asked. */
export function fakeBroker() {
  const retained = new Map<string, string>();
  const sent: Message[] = [];
  let state: BrokerState['state'] = 'up';
  const broker: Pick<Broker, 'publish' | 'state'> = {
    state: () => ({ state, address: '', detail: '' }),
    publish: (message) => {
      sent.push(message);
      if (!message.retain) return;
      if (message.payload === '') retained.delete(message.topic);
      else retained.set(message.topic, String(message.payload));
    },
  };
  return {
    broker: broker as Broker,
    retained,
    take: () => sent.splice(0),
    become: (next: BrokerState['state']): void => {
      state = next;
    },
  };
}
