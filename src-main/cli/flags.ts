/** How a verb declares its flags and operands. The parser, the help and the completion all read this. */

/** What Tab offers for a value; the names come from the running host. */
export type Completes = 'file' | 'verb' | `get ${string}`;

type Valued = {
  /** How the help calls the value: ROOM, X,Y, FILE. */
  readonly label: string;
  readonly choices?: readonly string[];
  /** Taken too, but not offered. */
  readonly synonyms?: readonly string[];
  readonly completes?: Completes;
};

export type Takes =
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'text' } & Valued)
  | ({ readonly kind: 'number' } & Valued)
  /** May be given more than once, or with commas. */
  | ({ readonly kind: 'list' } & Valued);

export type Flag = { readonly takes: Takes; readonly help: string; readonly short?: string };
export type Flags = Readonly<Record<string, Flag>>;

export type Operand = Valued & {
  readonly times: 'once' | 'maybe' | 'some' | 'any';
  readonly help: string;
};

/** What a flag gives: true or false, a text, a number or a list, by what it takes. */
type GivenOf<F extends Flag> = F['takes'] extends { kind: 'nothing' }
  ? boolean
  : F['takes'] extends { kind: 'list' }
    ? readonly string[]
    : F['takes'] extends { kind: 'number' }
      ? number | undefined
      : string | undefined;
export type Given<F extends Flags> = { readonly [Name in keyof F]: GivenOf<F[Name]> };

export type GivenValue = boolean | string | number | readonly string[] | undefined;

type Value = { readonly label: string; readonly help: string; readonly short?: string } & Omit<
  Valued,
  'label'
>;

export const toggle = (help: string, short?: string) =>
  ({ takes: { kind: 'nothing' }, help, ...(short === undefined ? {} : { short }) }) as const;

export const text = ({ help, short, ...valued }: Value) =>
  ({ takes: { kind: 'text', ...valued }, help, ...(short === undefined ? {} : { short }) }) as const;

export const list = ({ help, short, ...valued }: Value) =>
  ({ takes: { kind: 'list', ...valued }, help, ...(short === undefined ? {} : { short }) }) as const;

export const quantity = ({ help, short, ...valued }: Value) =>
  ({ takes: { kind: 'number', ...valued }, help, ...(short === undefined ? {} : { short }) }) as const;
