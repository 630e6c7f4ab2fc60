import type { Program } from '../../kernel/program.ts';
import { date } from './date.ts';
import { groups, id, uptime, w, who, whoami } from './identity.ts';
import { kill, killall, pgrep, pidof, pkill } from './kill.ts';
import { arch, free, hostname, lscpu, nproc, sysctl, uname } from './machine.ts';
import { renice } from './renice.ts';
import { ps } from './ps.ts';
import { env, nice, nohup, printenv, sleep, timeout } from './run.ts';
import { echo, falseProgram, sync, trueProgram, which } from './simple.ts';
import { stress, stressNg } from './stress.ts';
import { top } from './top.ts';
import { clear, reset, stty, tty } from './terminal.ts';
import { runParts, setsid } from './locks.ts';
import { vmstat } from './vmstat.ts';
import { watch } from './watch.ts';

/** Programs about processes, people and the machine itself. */
export const processPrograms: ReadonlyMap<string, Program> = new Map(
  Object.entries({
    arch, clear, date, echo, env, false: falseProgram, free, groups, hostname, id, kill, killall, lscpu, nice, nohup,
    nproc, pgrep, pidof, pkill, printenv, ps, renice, reset, 'run-parts': runParts, setsid, sleep, stress, 'stress-ng': stressNg, stty, sync, sysctl,
    timeout, top, true: trueProgram, tty, uname, uptime, vmstat, w, watch, which, who, whoami,
  }),
);
