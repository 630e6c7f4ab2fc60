import { accepted, refused, type Result } from '../../sim/contract/result.ts';

const protocols: readonly string[] = ['mqtt:', 'mqtts:', 'ws:', 'wss:'];

export type BrokerTarget = {
  readonly url: string;
  readonly credentials: { username?: string; password?: string };
};

/** Credentials are taken out, so that no log and no screen shows them. */
export function readBrokerUrl(text: string): Result<BrokerTarget> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !protocols.includes(url.protocol) || url.hostname === '') {
    return refused(
      'invalid-input',
      `${JSON.stringify(text.replace(/\/\/.*@/, '//'))} is not the address of an MQTT broker.`,
      {
        hint: 'Write it as mqtt://HOST:PORT, or mqtts://USER:PASSWORD@HOST:PORT.',
      },
    );
  }
  const credentials = {
    ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
  };
  url.username = '';
  url.password = '';
  return accepted({ url: url.href, credentials });
}
