/** Sessions in which files come to an item or are taken from it: papers too, so that a crash ends none. */
import { randomUUID } from 'node:crypto';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Vc } from '../../vc.ts';
import type { Checksum, PaperItem } from './book.ts';

/** Where a file is fetched from: what lies on a datastore of ours, or another server of this machine. */
export type Source =
  | { readonly is: 'store'; readonly store: EntityId; readonly path: string }
  | { readonly is: 'url'; readonly url: string; readonly thumbprint: string };

export type UpdateFile = {
  readonly session: string;
  /** Whoever knows it may send the file, once. */
  readonly transfer: string;
  readonly name: string;
  /** null: the client sends it. */
  readonly source: Source | null;
  readonly size: number | null;
  readonly checksum: Checksum | null;
  readonly status: 'WAITING_FOR_TRANSFER' | 'TRANSFERRING' | 'READY' | 'ERROR';
  readonly transferred: number;
  readonly sha: string;
  readonly error: string;
  /** Nobody asked for it: a descriptor names it. */
  readonly isNamed: boolean;
};

type Common = {
  readonly id: string;
  readonly item: string;
  readonly user: string;
  readonly state: 'ACTIVE' | 'DONE' | 'ERROR' | 'CANCELED';
  readonly error: string;
  /** Of the wall: lab time may stand still, or run. */
  readonly expires: number;
  readonly progress: number;
};

export type UpdateSession = Common & {
  readonly contentVersion: number;
  /** The client said that it is done, and something is still being fetched. */
  readonly isEnding: boolean;
  /** Names of files that go with its end. */
  readonly removed: readonly string[];
};

export type DownloadSession = Common & {
  readonly files: readonly {
    readonly name: string;
    readonly transfer: string;
    readonly isPrepared: boolean;
  }[];
};

type Kinds = { readonly update: UpdateSession; readonly download: DownloadSession };
export type SessionKind = keyof Kinds;

const lifeMillis = 300_000;
/** What has ended is told for a while longer. */
const memoryMillis = 3_600_000;

type Reading = Pick<Vc, 'papers' | 'wallNow'>;

const keyOf = (kind: SessionKind, id: string): string =>
  `library/${kind}/${encodeURIComponent(id.toWellFormed())}`;
const fileKey = ({ session, transfer }: Pick<UpdateFile, 'session' | 'transfer'>): string =>
  `library/update-file/${session}/${transfer}`;

/** One that nobody spoke to for long is over, and one of which a file cannot be fetched. */
function asOfNow<S extends Common>(vc: Reading, session: S): S {
  if (session.state !== 'ACTIVE') return session;
  const files = filesIn(vc, session.id);
  const failed = files.find(({ source, status }) => source !== null && status === 'ERROR');
  if (failed !== undefined) return { ...session, state: 'ERROR', error: failed.error };
  if (session.expires >= vc.wallNow() || files.some(({ status }) => status === 'TRANSFERRING'))
    return session;
  return { ...session, state: 'ERROR', error: 'Nobody used the session for five minutes: it expired.' };
}

export function sessionsOf<K extends SessionKind>(vc: Reading, kind: K): readonly Kinds[K][] {
  return vc.papers.below(`library/${kind}/`).map(({ value }) => asOfNow(vc, value as unknown as Kinds[K]));
}

export function sessionOf<K extends SessionKind>(vc: Reading, kind: K, id: string): Kinds[K] | undefined {
  const paper = vc.papers.get(keyOf(kind, id)) as unknown as Kinds[K] | undefined;
  return paper === undefined ? undefined : asOfNow(vc, paper);
}

export const later = ({ wallNow }: Pick<Vc, 'wallNow'>): number => wallNow() + lifeMillis;

export const keptSession = <K extends SessionKind>(kind: K, session: Kinds[K]): PaperItem => ({
  key: keyOf(kind, session.id),
  value: session,
});

/** With the files that were to come in it. */
export const goneSession = (
  { papers }: Pick<Vc, 'papers'>,
  kind: SessionKind,
  id: string,
): readonly PaperItem[] => [
  { key: keyOf(kind, id), value: null },
  ...papers.below(`library/update-file/${id}/`).map(({ key }) => ({ key, value: null })),
];

export const newCommon = (
  { vc, caller }: { readonly vc: Vc; readonly caller: { readonly user: string } | null },
  item: string,
): Common => ({
  id: randomUUID(),
  item,
  user: caller?.user ?? '',
  state: 'ACTIVE',
  error: '',
  expires: later(vc),
  progress: 0,
});

export const filesIn = ({ papers }: Pick<Vc, 'papers'>, session: string): readonly UpdateFile[] =>
  papers
    .below(`library/update-file/${session}/`)
    .map(({ value }) => value as unknown as UpdateFile)
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));

export const fileNamed = (vc: Pick<Vc, 'papers'>, session: string, name: string): UpdateFile | undefined =>
  filesIn(vc, session).find((file) => file.name === name);

export const fileSent = ({ papers }: Pick<Vc, 'papers'>, transfer: string): UpdateFile | undefined =>
  papers
    .below('library/update-file/')
    .map(({ value }) => value as unknown as UpdateFile)
    .find((file) => file.transfer === transfer);

export const keptFile = (file: UpdateFile): PaperItem => ({ key: fileKey(file), value: file });
export const goneFile = (file: UpdateFile): PaperItem => ({ key: fileKey(file), value: null });

/** Old ones, to be taken away when a new one comes. */
export const forgotten = (vc: Reading, kind: SessionKind): readonly PaperItem[] =>
  sessionsOf(vc, kind)
    .filter(({ state, expires }) => state !== 'ACTIVE' && expires + memoryMillis < vc.wallNow())
    .flatMap(({ id }) => goneSession(vc, kind, id));
