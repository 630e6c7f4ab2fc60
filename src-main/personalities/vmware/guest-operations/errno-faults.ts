/** What a guest's system answers, said as vSphere says it. */
import { faulted } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';

type Saying = {
  readonly type: string;
  readonly words: (path: string) => string;
  readonly file: 'told' | 'not';
};

const denied: Saying = {
  type: 'GuestPermissionDenied',
  words: (path) => `Permission to perform this operation was denied in the guest: ${path}.`,
  file: 'not',
};

const sayings: Readonly<Record<string, Saying>> = {
  ENOENT: { type: 'FileNotFound', words: (path) => `File ${path} was not found.`, file: 'told' },
  EEXIST: { type: 'FileAlreadyExists', words: (path) => `The file ${path} already exists.`, file: 'told' },
  EACCES: denied,
  EPERM: denied,
  EROFS: denied,
  ENOTDIR: { type: 'NotADirectory', words: (path) => `${path} is not a directory.`, file: 'told' },
  EISDIR: { type: 'NotAFile', words: (path) => `${path} is not a file.`, file: 'told' },
  ENOTEMPTY: { type: 'DirectoryNotEmpty', words: (path) => `Directory ${path} not empty.`, file: 'told' },
  ENAMETOOLONG: { type: 'FileNameTooLong', words: (path) => `File name ${path} is too long.`, file: 'told' },
};

export function refusedInGuest(errno: string, path: string): Answer<never> {
  const saying = sayings[errno];
  if (saying !== undefined)
    return faulted(saying.type, saying.words(path), saying.file === 'told' ? { file: path } : {});
  const words = errno === 'ENOSPC' ? 'its disk is full' : errno;
  return faulted('FileFault', `The guest could not do it with ${path}: ${words}.`, { file: path });
}

export const noProcess = (pid: number): Answer<never> =>
  faulted('GuestProcessNotFound', `There is no process ${pid} in the guest.`, { pid });
