/** What is known of libraries: papers `library/…`, told apart by what follows. The bytes lie on datastores. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { PaperValue } from '../../../../../sim/contract/papers.ts';
import type { Blobs } from '../../files/blobs.ts';
import { faultOf } from '../../objects/faults.ts';
import type { Vc } from '../../vc.ts';
import { refusedAs, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { RestCall } from '../rest-call.ts';

export type Publication = {
  readonly isPublished: boolean;
  readonly user: string;
  /** Of the password; '': whoever asks may read it. */
  readonly hash: string;
};

export type Subscription = {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly thumbprint: string;
  readonly onDemand: boolean;
  readonly isAutomatic: boolean;
};

export type Library = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: 'LOCAL' | 'SUBSCRIBED';
  /** Lab time, as all times here. */
  readonly created: number;
  readonly modified: number;
  readonly synced: number | null;
  readonly version: number;
  readonly store: EntityId;
  readonly publication: Publication | null;
  readonly subscription: Subscription | null;
  /** Of whoever made it: asked for twice with the same token, it is made once. */
  readonly token: string;
};

export type Checksum = { readonly algorithm: string; readonly checksum: string };

export type LibraryFile = {
  readonly name: string;
  readonly size: number;
  readonly version: number;
  readonly checksum: Checksum;
  /** '': not here yet, it comes when somebody asks for it. */
  readonly sha: string;
};

export type Item = {
  readonly id: string;
  readonly library: string;
  readonly name: string;
  readonly description: string;
  /** `ovf`, `iso`, `vm-template`, or a word of its maker's. */
  readonly type: string;
  readonly created: number;
  readonly modified: number;
  readonly synced: number | null;
  readonly metadataVersion: number;
  readonly contentVersion: number;
  /** Of the publisher's item; ''. */
  readonly source: string;
  readonly files: readonly LibraryFile[];
  /** The machine that it is, where it is a template. */
  readonly template: EntityId | null;
  readonly token: string;
};

/** Of a published library, whom its templates are handed to. */
export type Subscriber = {
  readonly id: string;
  readonly library: string;
  readonly subscribed: string;
  readonly placement: Readonly<Record<string, string>>;
};

/** Who does it, and where contents are kept. */
export type Hand = Pick<RestCall, 'vc' | 'caller'> & { readonly blobs: Blobs };

type Reading = Pick<Vc, 'papers'>;
export type PaperItem = { readonly key: string; readonly value: PaperValue };

type Kinds = {
  readonly lib: Library;
  readonly item: Item;
  readonly subscriber: Subscriber;
};

const keyOf = (kind: string, id: string): string =>
  `library/${kind}/${encodeURIComponent(id.toWellFormed())}`;

/** Their shapes are what `kept` wrote. */
const one = <K extends keyof Kinds>({ papers }: Reading, kind: K, id: string): Kinds[K] | undefined =>
  papers.get(keyOf(kind, id)) as unknown as Kinds[K] | undefined;
const all = <K extends keyof Kinds>({ papers }: Reading, kind: K): readonly Kinds[K][] =>
  papers.below(`library/${kind}/`).map(({ value }) => value as unknown as Kinds[K]);

export const kept = <K extends keyof Kinds>(kind: K, thing: Kinds[K]): PaperItem => ({
  key: keyOf(kind, thing.id),
  value: thing,
});
export const gone = (kind: keyof Kinds, id: string): PaperItem => ({ key: keyOf(kind, id), value: null });

export const librariesOf = (vc: Reading): readonly Library[] => all(vc, 'lib');
export const libraryOf = (vc: Reading, id: string): Library | undefined => one(vc, 'lib', id);
export const subscribersOf = (vc: Reading, library: string): readonly Subscriber[] =>
  all(vc, 'subscriber').filter((each) => each.library === library);

/** A template whose machine was removed is no item any more. */
const isThere = ({ world }: Pick<Vc, 'world'>, { template }: Item): boolean =>
  template === null || world().inventory.get(template)?.kind === 'vm';

export const itemsOf = (vc: Pick<Vc, 'papers' | 'world'>, library?: string): readonly Item[] =>
  all(vc, 'item').filter((item) => (library === undefined || item.library === library) && isThere(vc, item));

export function itemOf(vc: Pick<Vc, 'papers' | 'world'>, id: string): Item | undefined {
  const item = one(vc, 'item', id);
  return item !== undefined && isThere(vc, item) ? item : undefined;
}

export async function write(
  { vc, caller }: Pick<Hand, 'vc' | 'caller'>,
  items: readonly PaperItem[],
): Promise<Reply<undefined>> {
  if (items.length === 0) return told(undefined);
  const did = await vc.papers.write(items, caller);
  return did.ok ? told(undefined) : refusedAs(faultOf(did.refusal));
}

/** Something in it is another: who follows it sees that by its version. */
export const touched = (vc: Pick<Vc, 'now'>, library: Library): Library => ({
  ...library,
  modified: vc.now(),
  version: library.version + 1,
});

export const sizeOf = ({ files }: Item): number => files.reduce((sum, { size }) => sum + size, 0);
export const isCached = ({ files }: Item): boolean => files.every(({ sha }) => sha !== '');
