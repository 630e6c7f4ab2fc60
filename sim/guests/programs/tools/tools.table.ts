import type { Program } from '../../kernel/program.ts';
import { dmesg, hostnamectl, logger } from './about.ts';
import { addgroup, adduser, delgroup, deluser } from './adduser.ts';
import { bc } from '../bc/bc.ts';
import { cmp } from './cmp.ts';
import { dd } from './dd.ts';
import { diff } from './diff.ts';
import { hexdump, od, xxd } from './dump.ts';
import { expr } from './expr.ts';
import { jq } from '../jq/jq.ts';
import { logrotate } from '../logrotate/logrotate.ts';
import { script } from './script.ts';
import { loginctl, users } from './sessions.ts';
import { shuf, split, truncate } from './pieces.ts';
import { strings } from './strings.ts';
import { tree } from './tree.ts';

/** What an administrator's hands reach for beside the text tools. */
export const handTools: ReadonlyMap<string, Program> = new Map(Object.entries({
  addgroup, adduser, bc, cmp, dd, delgroup, deluser, diff, dmesg, expr, hexdump, hostnamectl, jq, logger, loginctl, logrotate, script, od, shuf, split, strings, tree, truncate, users, xxd,
}));
