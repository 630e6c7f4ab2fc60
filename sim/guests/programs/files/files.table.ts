import type { Program } from '../../kernel/program.ts';
import { chgrp, chmod, chown } from './change.ts';
import { cp } from './cp.ts';
import { du } from './du.ts';
import { find } from './find.ts';
import { install } from './install.ts';
import { ln } from './ln.ts';
import { ls } from './ls.ts';
import { mkdir, mkfifo, mknod, mktemp } from './make.ts';
import { mv } from './mv.ts';
import { basename, dirname, link, readlink, realpath } from './names.ts';
import { rm, rmdir, unlink } from './remove.ts';
import { df, pwd } from './space.ts';
import { stat } from './stat.ts';
import { touch } from './touch.ts';

/** Programs that look at files, make, move and remove them. */
export const filePrograms: ReadonlyMap<string, Program> = new Map(
  Object.entries({
    basename, chgrp, chmod, chown, cp, df, dirname, du, find, install, link, ln, ls, mkdir, mkfifo, mknod, mktemp, mv, pwd, readlink, realpath,
    rm, rmdir, stat, touch, unlink,
  }),
);
