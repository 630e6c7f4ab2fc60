import type { Bytes } from '../../bytes.ts';
import type { Entry } from '../../system/journal/journal.ts';
import { stampText } from './time-text.ts';

/** `Nov 21 18:30:00 web-01 nginx[42]: text`; further lines are set under the first. */
export function entryText(entry: Entry, host: Bytes): Bytes {
  const head = `${stampText(entry.at)} ${host} ${entry.identifier}${entry.pid === 0 ? '' : `[${entry.pid}]`}: `;
  return head + entry.message.replaceAll('\n', `\n${' '.repeat(head.length)}`);
}
