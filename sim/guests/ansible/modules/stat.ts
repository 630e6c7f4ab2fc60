import { messageOf } from '../../answer.ts';
import type { Stat } from '../../files/node.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { toBase64 } from '../../base64.ts';
import { groupName, modeText, ownerName } from '../file-facts.ts';
import type { Module, Task } from '../module.ts';
import type { Result } from '../result.ts';
import { failure } from '../result.ts';
import { sha1 } from '../sha1.ts';

export const stat: Module = {
  options: {
    path: { type: 'path', isRequired: true, also: ['dest', 'name'] },
    follow: { type: 'flag', usual: false },
    get_checksum: { type: 'flag', usual: true },
    get_mime: { type: 'unused', usual: true, also: ['mime', 'mime_type', 'mime-type'] },
    get_attributes: { type: 'unused', usual: true, also: ['attr', 'attributes'] },
    checksum_algorithm: { type: 'text', usual: 'sha1', also: ['checksum', 'checksum_algo'] },
  },
  run: look,
};

function* look(task: Task): Step<Result> {
  const { system, options } = task;
  const path = options.text('path') ?? '';
  const found = options.flag('follow') ? system.files.stat(path) : system.files.linkStat(path);
  if (!found.ok)
    return found.errno === 'ENOENT' || found.errno === 'ENOTDIR'
      ? { changed: false, stat: { exists: false } }
      : failure(messageOf(found.errno));
  const { kind } = found.value;
  const algorithm = options.text('checksum_algorithm') ?? '';
  const isSummed = kind === 'file' && options.flag('get_checksum');
  if (isSummed && algorithm !== 'sha1')
    return failure(`the stat module of Coldaisle's guests knows the checksum sha1, not ${algorithm}`);
  const more = {
    ...accessOf(system, path),
    ...(kind === 'link' ? goalOf(system, path) : {}),
    ...(isSummed ? yield* sumOf(system, path) : {}),
    mimetype: 'unknown',
    charset: 'unknown',
  };
  return { changed: false, stat: { ...factsOf(system, path, found.value), ...more } };
}

function goalOf({ files }: Task['system'], path: Bytes): Result {
  const goal = files.readLink(path);
  const end = files.resolve(path);
  return { lnk_target: goal.ok ? goal.value : null, lnk_source: end.ok ? end.value : null };
}

function* sumOf(system: Task['system'], path: Bytes): Step<Result> {
  const content = system.files.readFile(path);
  return content.ok ? { checksum: yield* sha1(system, content.value) } : {};
}

function factsOf(system: Task['system'], path: Bytes, of: Stat): Result {
  const { kind, mode } = of;
  const bit = (one: number): boolean => (mode & one) !== 0;
  return {
    exists: true,
    path,
    mode: modeText(mode).padStart(4, '0'),
    isdir: kind === 'directory',
    ischr: kind === 'character',
    isblk: kind === 'block',
    isreg: kind === 'file',
    isfifo: kind === 'pipe',
    islnk: kind === 'link',
    issock: kind === 'socket',
    uid: of.uid,
    gid: of.gid,
    size: of.size,
    inode: of.inode,
    dev: of.device,
    nlink: of.links,
    atime: of.accessedAt / 1000,
    mtime: of.modifiedAt / 1000,
    ctime: of.changedAt / 1000,
    wusr: bit(0o200),
    rusr: bit(0o400),
    xusr: bit(0o100),
    wgrp: bit(0o020),
    rgrp: bit(0o040),
    xgrp: bit(0o010),
    woth: bit(0o002),
    roth: bit(0o004),
    xoth: bit(0o001),
    isuid: bit(0o4000),
    isgid: bit(0o2000),
    blocks: Math.ceil(of.allocated / 512),
    block_size: 4096,
    pw_name: ownerName(system, of.uid),
    gr_name: groupName(system, of.gid),
  };
}

const accessOf = ({ files }: Task['system'], path: Bytes): Result => ({
  readable: files.mayAccess(path, 'read'),
  writeable: files.mayAccess(path, 'write'),
  executable: files.mayAccess(path, 'run'),
});

/** The bytes of a file for the controller: `fetch` and differences of files ask for them. */
export const slurp: Module = {
  options: { src: { type: 'path', isRequired: true, also: ['path'] } },
  run: function* ({ system, options }) {
    yield* [];
    const source = options.text('src') ?? '';
    const read = system.files.readFile(source);
    if (!read.ok) {
      const why = read.errno === 'ENOENT' ? 'file not found' : messageOf(read.errno);
      return failure(`${why}: ${source}`);
    }
    return { changed: false, content: toBase64(read.value), source, encoding: 'base64' };
  },
};
