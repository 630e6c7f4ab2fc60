import type { Actor } from '../../sim/contract/actors.ts';
import type { Receipt } from '../../sim/contract/commands.ts';
import type { DeskReceipt } from '../../sim/contract/desk.ts';
import type { Refusal, Result } from '../../sim/contract/result.ts';
import type { Host } from '../host/host.ts';
import { liesIn } from './confined-path.ts';
import { refusalOfFault } from './faults.ts';

/** A command as it arrived, by HTTP or by socket. */
export type Asked = {
  readonly command: unknown;
  readonly key: string | null;
  readonly actor: Actor;
  /** It came with an Origin: from a page, which a browser lets do less than a program of this user. */
  readonly fromPage: boolean;
};

export type Knock = (asked: Asked) => Promise<Result<Receipt | DeskReceipt>>;

type KnockOptions = {
  readonly host: Host;
  readonly uploadsDirectory: string;
  readonly exportsDirectory: string;
  /** Paths the user chose in a dialog of the shell. */
  readonly mayUse: (file: string) => boolean;
};

/** Both ways into the host: each command with its actor, and files only where its sender may have them. */
export function createKnock(options: KnockOptions): Knock {
  const folders = [options.uploadsDirectory, options.exportsDirectory];
  return async (asked) => {
    const file = fileOf(asked.command);
    if (asked.fromPage && file !== null && !liesIn(folders, file) && !options.mayUse(file)) {
      return { ok: false, refusal: foreignPath() };
    }
    return options.host.execute(asked.command, asked.actor, asked.key);
  };
}

/** Where a desk command names a file: in itself; to a container engine in the order that it carries. */
function fileOf(command: unknown): string | null {
  if (!isRecord(command) || typeof command.type !== 'string' || !command.type.startsWith('desk.'))
    return null;
  const holder = command.type === 'desk.engine' ? command.order : command;
  const named = isRecord(holder) ? holder.file : undefined;
  return typeof named === 'string' ? named : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

export function foreignPath(): Refusal {
  return refusalOfFault(
    'foreign-path',
    'A page may only name files it uploaded, or files in the exports folder.',
    {
      where: 'file',
      hint: 'Send the file to POST /api/v1/upload and use the path it answers; leave the path of an export out.',
    },
  );
}
