/** Pairs of code points (or of bytes, where the text is read as bytes), first and last. */
export type Ranges = readonly (readonly [first: number, last: number])[];

export type Place =
  | 'lineStart'
  | 'lineEnd'
  | 'textStart'
  | 'textEnd'
  | 'edge'
  | 'noEdge'
  | 'wordStart'
  | 'wordEnd'
  | 'noWordBefore'
  | 'noWordAfter';

export type Repeat = {
  readonly kind: 'repeat';
  readonly node: Node;
  readonly least: number;
  readonly most: number;
};

/** What an expression says, whatever it was written in. */
export type Node =
  /** A byte that is no character. */
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'set'; readonly ranges: Ranges }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'row'; readonly nodes: readonly Node[] }
  | { readonly kind: 'choice'; readonly nodes: readonly Node[] }
  | { readonly kind: 'group'; readonly number: number; readonly node: Node }
  | { readonly kind: 'back'; readonly number: number }
  | Repeat;

export type Dialect = {
  readonly syntax: 'basic' | 'extended' | 'awk' | 'fixed';
  readonly letters: 'exact' | 'fold';
  /** Whether `^` and `$` also hold at line feeds inside. */
  readonly anchors: 'text' | 'lines';
  readonly units: 'characters' | 'bytes';
  /** What stands where it can mean nothing stands for itself. */
  readonly isLenient?: true;
  /** What it matches is a whole line or a whole word. */
  readonly bounds?: 'line' | 'word';
};
