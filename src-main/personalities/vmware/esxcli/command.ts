/** A command of esxcli: where it stands, what it takes, what it tells, and how it is done. */
import { bySoapOfHost } from './host-call.ts';
import type { Answer } from '../objects/fault.ts';
import { faulted } from '../objects/fault.ts';
import type { Host } from '../objects/host/host.ts';
import type { Call } from '../objects/managed.ts';
import type { Vc } from '../vc.ts';
import type { Data } from '../wire/value.ts';

/** What the command writes where there is no address. */
export const noAddress = '0.0.0.0';

export type FieldKind = 'text' | 'whole' | 'flag' | 'texts';
export type Row = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

export type Param = {
  /** As the interface has it: `worldid`. */
  readonly name: string;
  /** `-w`, `--world-id`. */
  readonly aliases: readonly string[];
  readonly kind: FieldKind;
  readonly isNeeded: boolean;
  /** Said by the word alone, without a value. */
  readonly isSwitch: boolean;
  readonly help: string;
};

/** `name` is that of the structure: `VM`. */
export type Gives =
  | {
      readonly is: 'rows' | 'one';
      readonly name: string;
      readonly fields: Readonly<Record<string, FieldKind>>;
    }
  | { readonly is: 'text' | 'flag' };

export type Ask = {
  readonly call: Call;
  readonly vc: Vc;
  readonly host: Host;
  readonly args: ReadonlyMap<string, readonly string[]>;
};

export type Told = readonly Row[] | Row | string | boolean;

export type Command = {
  /** `network.vm.list` */
  readonly path: string;
  readonly help: string;
  readonly params: readonly Param[];
  readonly gives: Gives;
  /** Columns of the table, in the words of its head; a table where there are any. */
  readonly columns: readonly string[];
  readonly run: (ask: Ask) => Answer<Told> | Promise<Answer<Told>>;
};

type Made = Pick<Command, 'path' | 'help' | 'run'> & {
  readonly params?: readonly Param[];
  readonly columns?: readonly string[];
  readonly gives?: Gives;
};

export const command = (made: Made): Command => ({ params: [], columns: [], gives: { is: 'flag' }, ...made });

/** `text('option', '-o', '--option', 'Its name.')` and alike. */
const param =
  (kind: FieldKind) =>
  (aliases: string, help: string): Param => {
    const both = aliases.split(' ');
    const name = (both.at(-1) ?? '').replaceAll('-', '');
    return { name, aliases: both, kind, isNeeded: false, isSwitch: false, help };
  };

export const textParam = param('text');
export const wholeParam = param('whole');
export const flagParam = param('flag');
export const switchParam = (aliases: string, help: string): Param => ({
  ...flagParam(aliases, help),
  isSwitch: true,
});
export const needed = (of: Param): Param => ({ ...of, isNeeded: true });

export const argOf = ({ args }: Ask, name: string): string | undefined => args.get(name)?.[0];

/** `true`, `1`, `yes`, and the word alone; undefined where it was not said. */
export function flagArg(ask: Ask, name: string): boolean | undefined {
  const said = argOf(ask, name);
  return said === undefined ? undefined : ['true', '1', 'yes', 'on', ''].includes(said.toLowerCase());
}

export const failed = (message: string): Answer<never> => faulted('InvalidArgument', message);

/** What the same host does over its own interface. */
export async function through(
  ask: Ask,
  system: string | null,
  { method, args = {} }: { readonly method: string; readonly args?: Data },
): Promise<Answer<boolean>> {
  const did = await bySoapOfHost(ask, { system, method, args });
  return did.ok ? { ok: true, value: true } : did;
}
