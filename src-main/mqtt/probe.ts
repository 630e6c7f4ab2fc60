import { connect } from 'node:net';

export type ProbeTarget = { readonly host: string; readonly port: number };

export type ProbeOptions = {
  readonly clientId: string;
  readonly topic: string;
  readonly payload: string;
  readonly timeoutMillis: number;
  /** Publishes the payload on the topic from inside. */
  readonly publish: () => void;
};

const withLength = (text: string): Buffer => {
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from([body.length >> 8, body.length & 255]), body]);
};

// Both packets stay under 128 bytes, so their length is one byte.
const packet = (type: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.from([type, body.length]), body]);

/** Protocol level 4 (MQTT 3.1.1), clean session, keep-alive of 30 s. */
const connectPacket = (clientId: string): Buffer =>
  packet(0x10, Buffer.concat([withLength('MQTT'), Buffer.from([4, 2, 0, 30]), withLength(clientId)]));

const subscribePacket = (topic: string): Buffer =>
  packet(0x82, Buffer.concat([Buffer.from([0, 1]), withLength(topic), Buffer.from([0])]));

/** CONNACK and SUBACK, both accepting. */
const welcome = Buffer.from([0x20, 2, 0, 0, 0x90, 3, 0, 1, 0]);

/**
 * Goes the way hardware goes: over the socket, through connect and subscribe, to a message.
 * Written by hand, because a client library would be slower to load than the broker.
 */
export function probeBroker(target: ProbeTarget, options: ProbeOptions): Promise<'well' | 'silent'> {
  return new Promise((resolve) => {
    const socket = connect(target);
    let heard = Buffer.alloc(0);
    const finish = (verdict: 'well' | 'silent'): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(verdict);
    };
    const timer = setTimeout(() => finish('silent'), options.timeoutMillis);
    socket.on('error', () => finish('silent'));
    socket.on('close', () => finish('silent'));
    socket.on('connect', () => {
      socket.write(Buffer.concat([connectPacket(options.clientId), subscribePacket(options.topic)]));
    });
    socket.on('data', (chunk) => {
      const wasWelcome = heard.length >= welcome.length;
      heard = Buffer.concat([heard, chunk]);
      if (!wasWelcome && heard.length >= welcome.length) {
        if (!heard.subarray(0, welcome.length).equals(welcome)) return finish('silent');
        options.publish();
      }
      if (heard.includes(options.payload)) finish('well');
    });
  });
}
