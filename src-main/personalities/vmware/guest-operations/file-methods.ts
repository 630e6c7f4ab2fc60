/** GuestFileManager: what lies in a guest. */
import type { Answer } from '../objects/fault.ts';
import { done, faulted, invalidArgument } from '../objects/fault.ts';
import { service } from '../objects/managed.ts';
import type { AnyManaged, Call, Method } from '../objects/managed.ts';
import { dataAt, flagAt, numberAt, textAt } from '../wire/ask.ts';
import { isoOf } from '../wire/value.ts';
import type { Data, Value } from '../wire/value.ts';
import { enter } from './enter.ts';
import type { Entered } from './enter.ts';
import type { FileChange, FileNode, TemporaryOrder } from './hands.ts';

const typeWords = { file: 'file', directory: 'directory', link: 'symlink', other: 'file' } as const;

const attributesOf = ({ mode, uid, gid, modifiedAt, accessedAt, goal }: FileNode): Data => ({
  _type: 'GuestPosixFileAttributes',
  modificationTime: isoOf(modifiedAt),
  accessTime: isoOf(accessedAt),
  symlinkTarget: goal ?? '',
  ownerId: uid,
  groupId: gid,
  permissions: mode,
});

const fileData = (path: string, node: FileNode): Data => ({
  _type: 'GuestFileInfo',
  path,
  type: typeWords[node.kind],
  size: node.size,
  attributes: attributesOf(node),
});

/** Of Windows only times are taken: its other attributes mean nothing here. */
function changeIn(attributes: Value): FileChange {
  const timeAt = (name: string): number | undefined => {
    const at = Date.parse(textAt(attributes, name) ?? '');
    return Number.isNaN(at) ? undefined : at;
  };
  return Object.fromEntries(
    Object.entries({
      mode: numberAt(attributes, 'permissions'),
      uid: numberAt(attributes, 'ownerId'),
      gid: numberAt(attributes, 'groupId'),
      modifiedAt: timeAt('modificationTime'),
      accessedAt: timeAt('accessTime'),
    }).filter(([, value]) => value !== undefined),
  );
}

type Work = (entered: Entered, path: string, call: Call) => Promise<Answer>;

/** A path that the tools take is one from the root. */
const onPath =
  (argument: string, work: Work): Method<null> =>
  async (call) => {
    const path = textAt(call.args, argument) ?? '';
    if (!path.startsWith('/'))
      return invalidArgument(argument, `A path from the root is needed, not '${path}'.`);
    const entered = await enter(call);
    return entered.ok ? work(entered.value, path, call) : entered;
  };

const silently = async (did: Promise<Answer<null>>): Promise<Answer> => {
  const answer = await did;
  return answer.ok ? done(undefined) : answer;
};

const usualResults = 50;

const list: Work = async ({ hands }, path, { args }) => {
  const node = await hands.look(path);
  if (!node.ok) return node;
  const isTree = node.value.kind === 'directory' || (node.value.kind === 'link' && path.endsWith('/'));
  const listed = isTree ? await hands.list(path) : done([{ ...node.value, name: path }]);
  if (!listed.ok) return listed;
  const pattern = patternOf(textAt(args, 'matchPattern'));
  if (!pattern.ok) return pattern;
  const matching = listed.value.filter(({ name }) => pattern.value.test(name));
  const first = Math.max(0, numberAt(args, 'index') ?? 0);
  const asked = numberAt(args, 'maxResults') ?? usualResults;
  const shown = matching.slice(first, asked < 0 ? undefined : first + asked);
  return done({
    _type: 'GuestListFileInfo',
    files: shown.map((one) => fileData(one.name, one)),
    remaining: Math.max(0, matching.length - first - shown.length),
  });
};

function patternOf(text: string | undefined): Answer<RegExp> {
  try {
    return done(new RegExp(text === undefined || text === '' ? '' : text));
  } catch {
    return invalidArgument('matchPattern', `${text ?? ''} is no regular expression.`);
  }
}

const temporary =
  (kind: TemporaryOrder['kind']): Method<null> =>
  async (call) => {
    const entered = await enter(call);
    if (!entered.ok) return entered;
    const directory = textAt(call.args, 'directoryPath') ?? '';
    return entered.value.hands.makeTemporary({
      kind,
      directory: directory === '' ? null : directory,
      prefix: textAt(call.args, 'prefix') ?? '',
      suffix: textAt(call.args, 'suffix') ?? '',
    });
  };

const move =
  (kind: 'file' | 'directory', fields: readonly [from: string, to: string]): Method<null> =>
  (call, thing) =>
    onPath(fields[0], async ({ hands }, from) => {
      const to = textAt(call.args, fields[1]) ?? '';
      if (!to.startsWith('/')) return invalidArgument(fields[1], `A path from the root is needed: ${to}`);
      const node = await hands.look(from);
      if (!node.ok) return node;
      const isTree = node.value.kind === 'directory';
      if (isTree !== (kind === 'directory')) return wrongKind(kind, from);
      const over = kind === 'file' && flagAt(call.args, 'overwrite') === true ? 'file' : 'nothing';
      return silently(hands.move(from, to, over));
    })(call, thing);

const wrongKind = (wanted: 'file' | 'directory', file: string): Answer<never> =>
  wanted === 'file'
    ? faulted('NotAFile', `${file} is not a file.`, { file })
    : faulted('NotADirectory', `${file} is not a directory.`, { file });

/** Where the client fetches or puts it: reached as the client reached us. */
function addressOf({ vc, origin }: Call, transfer: Parameters<typeof vc.guests.transfers.put>[0]): string {
  const token = vc.guests.transfers.put(transfer, vc.wallNow());
  return `${origin}/guestFile?id=${encodeURIComponent(transfer.machine)}&token=${token}`;
}

const download: Work = async ({ vm, hands }, path, call) => {
  const node = await hands.look(path);
  if (!node.ok) return node;
  const read = await hands.read(path);
  if (!read.ok) return read;
  return done({
    _type: 'FileTransferInformation',
    attributes: attributesOf(node.value),
    size: read.value.length,
    url: addressOf(call, { way: 'from', machine: vm.id, path, hands }),
  });
};

/** As much as one guest may keep. */
export const mostFileBytes = 67_108_864;

const upload: Work = async ({ vm, hands }, path, call) => {
  const size = numberAt(call.args, 'fileSize') ?? 0;
  const isReplaced = flagAt(call.args, 'overwrite') === true;
  if (size > mostFileBytes)
    return faulted('FileTooLarge', `${path} is larger than the ${mostFileBytes} bytes that a guest keeps.`, {
      file: path,
      datastore: '',
      fileSize: size,
      maxFileSize: mostFileBytes,
    });
  const node = await hands.look(path);
  if (node.ok && node.value.kind === 'directory') return wrongKind('file', path);
  if (node.ok && !isReplaced)
    return faulted('FileAlreadyExists', `The file ${path} already exists.`, { file: path });
  const folder = path.slice(0, path.lastIndexOf('/'));
  const above = await hands.list(folder === '' ? '/' : folder);
  if (!above.ok) return above;
  const change = changeIn(dataAt(call.args, 'fileAttributes'));
  return done(addressOf(call, { way: 'to', machine: vm.id, path, hands, size, isReplaced, change }));
};

export const guestFilesType = (): AnyManaged =>
  service('GuestFileManager', {
    methods: {
      ListFilesInGuest: onPath('filePath', list),
      MakeDirectoryInGuest: onPath('directoryPath', ({ hands }, path, { args }) =>
        silently(
          hands.makeDirectory(path, flagAt(args, 'createParentDirectories') === true ? 'made' : 'there'),
        ),
      ),
      DeleteFileInGuest: onPath('filePath', ({ hands }, path) => silently(hands.remove(path))),
      DeleteDirectoryInGuest: onPath('directoryPath', ({ hands }, path, { args }) =>
        silently(hands.removeDirectory(path, flagAt(args, 'recursive') === true ? 'whole' : 'empty')),
      ),
      MoveFileInGuest: move('file', ['srcFilePath', 'dstFilePath']),
      MoveDirectoryInGuest: move('directory', ['srcDirectoryPath', 'dstDirectoryPath']),
      CreateTemporaryFileInGuest: temporary('file'),
      CreateTemporaryDirectoryInGuest: temporary('directory'),
      ChangeFileAttributesInGuest: onPath('guestFilePath', ({ hands }, path, { args }) =>
        silently(hands.change(path, changeIn(dataAt(args, 'fileAttributes')))),
      ),
      InitiateFileTransferFromGuest: onPath('guestFilePath', download),
      InitiateFileTransferToGuest: onPath('guestFilePath', upload),
    },
  });
