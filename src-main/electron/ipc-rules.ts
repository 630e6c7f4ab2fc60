import { basename } from 'node:path';
import * as z from 'zod';
import type { MenuAction } from '../../sim/contract/shell.ts';
import { isOwnPage } from './url-safety.ts';

/** As much of Electron's IPC event as the judgement needs. A frame that has gone has no sender. */
export type Sender = { readonly senderFrame: { readonly url: string; readonly parent: unknown } | null };

/** Only the control room's own top frame is heard; a frame within it, were there one, is not. */
export function isTrustedSender(sender: Sender, origin: string | null): boolean {
  const frame = sender.senderFrame;
  return frame !== null && frame.parent === null && isOwnPage(frame.url, origin);
}

const menuActionSchema: z.ZodType<MenuAction> = z.strictObject({
  id: z.string().min(1).max(80),
  title: z.string().min(1).max(80),
  section: z.string().min(1).max(40),
  shortcut: z.string().min(1).max(40).nullable(),
  enabled: z.boolean(),
});

/** Null where the page sent something that is no menu. */
export function readMenuActions(input: unknown): readonly MenuAction[] | null {
  const parsed = z.array(menuActionSchema).max(400).safeParse(input);
  if (!parsed.success) return null;
  const ids = new Set(parsed.data.map((action) => action.id));
  return ids.size === parsed.data.length ? parsed.data : null;
}

/** A bare file name for the save dialog to start from; whatever folder the page put before it is dropped. */
export function readSuggestedName(input: unknown): string {
  const text = typeof input === 'string' ? input : '';
  const name = basename(text.replaceAll('\\', '/'))
    .replaceAll(/[\p{Cc}<>:"|?*]/gu, '')
    .replace(/^\.+/, '')
    .trim()
    .slice(0, 120);
  if (name === '') return 'lab.coldaisle';
  return name.endsWith('.coldaisle') ? name : `${name}.coldaisle`;
}
