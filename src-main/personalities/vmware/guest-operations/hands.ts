/** What the tools do in a guest for somebody who showed his password. Paths and names are texts. */
import type { Bytes } from '../../../../sim/guests/bytes.ts';
import type { Answer } from '../objects/fault.ts';

export type FileNode = {
  readonly kind: 'file' | 'directory' | 'link' | 'other';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
  readonly accessedAt: number;
  readonly goal: string | null;
};

/** What is left out stays. */
export type FileChange = {
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly modifiedAt?: number;
  readonly accessedAt?: number;
};

export type ProcessRow = {
  readonly pid: number;
  readonly name: string;
  readonly owner: string;
  readonly command: string;
  /** Lab time. */
  readonly startedAt: number;
  readonly end: { readonly at: number; readonly status: number } | null;
};

export type ProgramOrder = {
  readonly program: string;
  readonly arguments: string;
  /** null: the user's home. */
  readonly directory: string | null;
  /** `NAME=value`; null: the user's own. */
  readonly environment: readonly string[] | null;
};

export type TemporaryOrder = {
  readonly kind: 'file' | 'directory';
  /** null: where such files belong. */
  readonly directory: string | null;
  readonly prefix: string;
  readonly suffix: string;
};

export type WriteOrder = {
  readonly bytes: Bytes;
  readonly isReplaced: boolean;
  readonly change: FileChange;
};

type Done<T = null> = Promise<Answer<T>>;

export type Hands = {
  /** Of a link itself. */
  readonly look: (path: string) => Done<FileNode>;
  readonly list: (path: string) => Done<readonly (FileNode & { readonly name: string })[]>;
  readonly read: (path: string) => Done<Bytes>;
  readonly write: (path: string, order: WriteOrder) => Done;
  readonly makeDirectory: (path: string, parents: 'made' | 'there') => Done;
  readonly remove: (path: string) => Done;
  readonly removeDirectory: (path: string, what: 'empty' | 'whole') => Done;
  readonly move: (from: string, to: string, over: 'file' | 'nothing') => Done;
  readonly change: (path: string, change: FileChange) => Done;
  /** Answers where it is. */
  readonly makeTemporary: (order: TemporaryOrder) => Done<string>;
  readonly processes: () => Done<readonly ProcessRow[]>;
  /** Answers its number. */
  readonly start: (order: ProgramOrder) => Done<number>;
  readonly end: (pid: number) => Done;
  /** `NAME=value`. */
  readonly environment: () => Done<readonly string[]>;
};

/** What runs the tools in a guest. */
export type Agent = {
  /** null: no such user, or not his password. */
  readonly admit: (user: string, password: string) => Promise<Answer<Hands | null>>;
  /** For who has shown otherwise that he is this user; null: no such user. */
  readonly as: (user: string) => Promise<Answer<Hands | null>>;
  /** Does what the hypervisor wants of the guest, which it does at its start otherwise; null: nobody tells it anything. */
  readonly obey: (() => Promise<Answer<null>>) | null;
};
