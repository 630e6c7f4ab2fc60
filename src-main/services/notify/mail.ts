import { createTransport } from 'nodemailer';
import type { Bulletin } from './bulletin.ts';
import type { NotifySettings } from './destinations.ts';
import type { Delivery } from './delivery.ts';

const waitMillis = 10_000;
/** A server on this machine is trusted with whatever certificate it shows. */
const isLoopback = (host: string): boolean => /^(?:localhost|127\..*|::1)$/.test(host);

/** One mail, over a connection of its own: mails are seldom and servers hang up on idle ones. */
export async function sendMail(
  smtp: NotifySettings['smtp'],
  to: readonly string[],
  bulletin: Bulletin,
): Promise<Delivery> {
  const { host, port, user, password, from } = smtp;
  const transport = createTransport({
    host,
    port,
    // 465 speaks TLS from the first byte; elsewhere STARTTLS is used where it is offered.
    secure: port === 465,
    tls: { rejectUnauthorized: !isLoopback(host) },
    connectionTimeout: waitMillis,
    greetingTimeout: waitMillis,
    socketTimeout: waitMillis,
    ...(user === '' ? {} : { auth: { user, pass: password } }),
  });
  try {
    await transport.sendMail({
      from,
      to: [...to],
      subject: `[Coldaisle, simulated] ${bulletin.title}`,
      text: bulletin.body,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return { state: 'sent' };
  } catch (error) {
    return { state: 'failed', again: mayTryAgain(error), detail: `${host}:${port}: ${wordsOf(error)}` };
  } finally {
    transport.close();
  }
}

/** 5xx: the server knows us and will not; a wrong password does not become right by itself. */
function mayTryAgain(error: unknown): 'later' | 'never' {
  const { responseCode, code } = error as { readonly responseCode?: unknown; readonly code?: unknown };
  if (code === 'EAUTH' || code === 'EENVELOPE') return isTemporary(responseCode) ? 'later' : 'never';
  return typeof responseCode === 'number' && responseCode >= 500 ? 'never' : 'later';
}

const isTemporary = (code: unknown): boolean => typeof code === 'number' && code >= 400 && code < 500;

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
