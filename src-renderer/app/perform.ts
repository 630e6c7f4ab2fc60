/** A command from a button or a key: a refusal is said as a toast, with how to mend it. */
import type { CommandInput, Receipt } from '../../sim/contract/commands.ts';
import type { DeskCommandInput, DeskReceipt } from '../../sim/contract/desk.ts';
import { execute } from '../data/client.ts';
import { showDone, showRefusal } from '../ui/toasts.ts';

/** The receipt, or null where it was refused. */
export async function perform(
  command: CommandInput | DeskCommandInput,
  done: string | null = null,
): Promise<Receipt | DeskReceipt | null> {
  const result = await execute(command);
  if (!result.ok) {
    showRefusal(result.refusal);
    return null;
  }
  if (done !== null) showDone(done);
  return result.value;
}
