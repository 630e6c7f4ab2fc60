/** Bytes from another server of this machine: nothing here speaks to other machines. */
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { request as ask } from '../../../../host/node-http.ts';
import type { Chunks } from '../../files/blobs.ts';
import { refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';

type Trust = { readonly thumbprint: string; readonly user: string; readonly password: string };
export const noTrust: Trust = { thumbprint: '', user: '', password: '' };

const idleMillis = 30_000;
const mostText = 33_554_432;

const isHere = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

const cannot = (url: string, why: string): Reply<never> =>
  refuse('invalid_argument', `${url} cannot be read: ${why}`, 'com.vmware.vdcs.cls-main.invalid_url');

export async function fetchFrom(url: string, trust: Trust): Promise<Reply<Chunks>> {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  if (target === undefined || !/^https?:$/.test(target.protocol))
    return cannot(url, 'it is no address of http or https.');
  if (!isHere(target.hostname))
    return cannot(url, 'a lab reaches servers of its own machine (127.0.0.1, localhost) only.');
  try {
    const socket = target.protocol === 'https:' ? await secured(target, trust.thumbprint) : null;
    const response = await answerOf(target, trust, socket);
    if (response.statusCode === 200) return told(response);
    response.destroy();
    return cannot(url, `the server answered ${response.statusCode}.`);
  } catch (error) {
    return cannot(url, error instanceof Error ? `${error.message}.` : 'the connection failed.');
  }
}

const portOf = ({ port, protocol }: URL): number => Number(port) || (protocol === 'https:' ? 443 : 80);
const hostOf = ({ hostname }: URL): string => hostname.replaceAll(/[[\]]/g, '');

/** Whom to trust is told by the thumbprint, else by authorities: it is looked at before a word is said. */
const secured = (target: URL, thumbprint: string): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const socket = connect({
      host: hostOf(target),
      port: portOf(target),
      rejectUnauthorized: thumbprint === '',
    });
    const fail = (why: string): void => {
      socket.destroy();
      reject(new Error(why));
    };
    socket.setTimeout(idleMillis, () => fail('nothing was heard for 30 seconds'));
    socket.once('error', ({ message }) => {
      const isDistrusted = thumbprint === '' && /certificate|altnames/i.test(message);
      fail(isDistrusted ? 'its certificate is not trusted: give its SHA-1 thumbprint' : message);
    });
    socket.once('secureConnect', () => {
      const { fingerprint } = socket.getPeerCertificate();
      if (thumbprint === '' || fingerprint.toUpperCase() === thumbprint.trim().toUpperCase()) resolve(socket);
      else fail(`its certificate has another thumbprint (${fingerprint})`);
    });
  });

const answerOf = (
  target: URL,
  { user, password }: Trust,
  socket: TLSSocket | null,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const options = {
      host: hostOf(target),
      port: portOf(target),
      path: `${target.pathname}${target.search}`,
      headers: { host: target.host, connection: 'close', ...(password === '' ? {} : { authorization }) },
      timeout: idleMillis,
    };
    const request = ask(socket === null ? options : { ...options, createConnection: () => socket }, resolve);
    request.on('timeout', () => request.destroy(new Error('nothing was heard for 30 seconds')));
    request.on('error', reject);
    request.end();
  });

export async function jsonFrom(url: string, trust: Trust): Promise<Reply> {
  const found = await fetchFrom(url, trust);
  if (!found.ok) return found;
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of found.value) {
      pieces.push(chunk);
      size += chunk.length;
      if (size > mostText) return cannot(url, 'it is too large for a list.');
    }
    return told(JSON.parse(Buffer.concat(pieces).toString()) as unknown);
  } catch (error) {
    return cannot(url, error instanceof Error ? `${error.message}.` : 'it is no JSON.');
  }
}
