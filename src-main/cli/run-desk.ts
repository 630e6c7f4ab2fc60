import type { DeskCommandInput, DeskReceipt } from '../../sim/contract/desk.ts';
import type { Operation } from '../../sim/contract/operations.ts';
import type { Client } from './client.ts';
import { failed, type Outcome } from './outcome.ts';
import type { Call } from './verb.ts';

const pause = 200;

/** Asks for long work and stays until it is done; a person at a terminal sees how far it is. */
export async function runDesk(
  call: Call,
  client: Client,
  command: DeskCommandInput,
): Promise<Outcome<DeskReceipt>> {
  const receipt = await client.desk(command);
  if (!receipt.ok) return receipt;
  for (let said = ''; ;) {
    const operations = await client.query('operations', {});
    if (!operations.ok) return operations;
    const operation = operations.value.items.find((each) => each.id === receipt.value.operation);
    if (operation === undefined || isOver(operation)) return finished(receipt.value, operation);
    const progress = progressText(operation);
    if (progress !== said) call.console.words(progress);
    said = progress;
    await rest(client.signal);
    if (client.signal.aborted) return failed({ kind: 'interrupted' });
  }
}

const isOver = ({ state }: Operation): boolean =>
  state === 'succeeded' || state === 'failed' || state === 'cancelled';

/** In tenths, so that a log holds ten lines of it at most. */
const progressText = ({ title, progress }: Operation): string =>
  progress === null ? `${title} …` : `${title}: ${Math.floor(progress * 10) * 10} %`;

function finished(receipt: DeskReceipt, operation: Operation | undefined): Outcome<DeskReceipt> {
  if (operation === undefined || operation.state === 'succeeded')
    return { ok: true, value: { ...receipt, ...operation?.result } };
  const message = `${operation.title}: ${operation.state}`;
  return failed({ kind: 'refused', refusal: operation.refusal ?? { code: 'unsupported', message } });
}

function rest(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, pause);
    signal.addEventListener('abort', wake, { once: true });
  });
}
