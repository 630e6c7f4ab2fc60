import { createTransport } from 'nodemailer';
import type { Settings } from '../../../sim/contract/settings.ts';
import type { Rendered } from './render.ts';

const waitMillis = 10_000;
const isLoopback = (host: string): boolean => /^(?:localhost|127\..*|::1)$/.test(host);

export type ReportMail = {
  readonly smtp: Settings['notify']['smtp'];
  readonly to: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly file: Rendered;
};

/** By the mail server of the notifications. Why it was not sent, in words; null where it was. */
export async function mailReport({ smtp, to, title, text, file }: ReportMail): Promise<string | null> {
  const { host, port, user, password, from } = smtp;
  if (smtp.state === 'off') return 'mail is switched off in the settings of the notifications';
  const transport = createTransport({
    host,
    port,
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
      subject: `[Coldaisle, simulated] ${title}`,
      text,
      headers: { 'Auto-Submitted': 'auto-generated' },
      attachments: [{ filename: file.name, content: file.body, contentType: file.type }],
    });
    return null;
  } catch (error) {
    return `mail by ${host}:${port}: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    transport.close();
  }
}
