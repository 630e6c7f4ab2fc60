import type { Program } from '../../kernel/program.ts';
import { awk } from './awk/awk.ts';
import { cat, tac } from './cat.ts';
import { column } from './column.ts';
import { comm } from './comm.ts';
import { cut } from './cut.ts';
import { grep } from './grep.ts';
import { head } from './head.ts';
import { join } from './join.ts';
import { fold, nl, paste, rev } from './lines.ts';
import { sed } from './sed/sed.ts';
import { seq, yes } from './seq.ts';
import { sort } from './sort.ts';
import { factor, tsort } from './sorts.ts';
import { expand, unexpand } from './tabs.ts';
import { tail } from './tail.ts';
import { tee } from './tee.ts';
import { tr } from './tr.ts';
import { uniq } from './uniq.ts';
import { wc } from './wc.ts';
import { xargs } from './xargs.ts';

/** The text tools of a guest, by the names their files say. */
export const textPrograms: ReadonlyMap<string, Program> = new Map(Object.entries({
  cat, tac, head, tail, sed, grep, egrep: grep, fgrep: grep, wc, sort, uniq, cut, tr, tee, rev, fold, nl, paste, column, comm, expand, factor, join, tsort, unexpand, seq, yes, xargs, awk, mawk: awk,
}));
