/** How SFTP is told what came of a request. */
import type { SFTPWrapper } from 'ssh2';
import { messageOf } from '../../../sim/guests/answer.ts';
import type { Answer, Errno } from '../../../sim/guests/answer.ts';
import type { Step, System } from '../../../sim/guests/kernel/program.ts';

/** Done inside the guest; what it gives is said to the client. */
export type FileTask = (system: System) => Step<() => void>;
export type Ask = (task: FileTask) => void;

export const status = { ok: 0, eof: 1, missing: 2, denied: 3, failure: 4, unsupported: 8 } as const;

const codeOf = (errno: Errno): number => {
  if (errno === 'ENOENT') return status.missing;
  return errno === 'EACCES' || errno === 'EPERM' ? status.denied : status.failure;
};

export const refuse = (sftp: SFTPWrapper, id: number, errno: Errno): void =>
  sftp.status(id, codeOf(errno), messageOf(errno));

export const settle = (sftp: SFTPWrapper, id: number, answer: Answer<unknown>): void =>
  answer.ok ? sftp.status(id, status.ok) : refuse(sftp, id, answer.errno);

/** Answers with what the request gave, or says why not. */
export const reply =
  (sftp: SFTPWrapper, id: number) =>
  <Value>(answer: Answer<Value>, give: (value: Value) => void) =>
  (): void =>
    answer.ok ? give(answer.value) : refuse(sftp, id, answer.errno);
