import { quick, slow, type Builtin } from './builtin.ts';
import { declare } from './declare.ts';
import { cd, dirs, popd, pushd, pwd } from './directory.ts';
import { echo } from './echo.ts';
import { leaveLoop, leaveShell, returnFrom, shift } from './flow.ts';
import { background, disown, foreground, jobs, suspend } from './jobs.ts';
import { kill } from './kill.ts';
import { mapfile } from './mapfile.ts';
import { fc, history } from './history.ts';
import { ulimit, umask } from './limits.ts';
import { alias, caller, compgen, complete, enable, help, times, unalias } from './misc.ts';
import { specialNames } from './names.table.ts';
import { printf } from './printf.ts';
import { read } from './read.ts';
import { getopts } from './getopts.ts';
import { builtin, command, evaluateWords, execute, source } from './run.ts';
import { letBuiltin, set, shopt, unsetAll } from './set.ts';
import { test } from './test.ts';
import { trap } from './trap.ts';
import { hash, type } from './type.ts';
import { waitFor } from './wait-for.ts';

export const specialBuiltins = specialNames;

export const builtins: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  [':', quick(() => 0)],
  ['true', quick(() => 0)],
  ['false', quick(() => 1)],
  ['.', slow(source)],
  ['source', slow(source)],
  ['[', quick(test)],
  ['test', quick(test)],
  ['alias', quick(alias)],
  ['unalias', quick(unalias)],
  ['bg', quick(background)],
  ['fg', slow(foreground)],
  ['bind', quick(() => 0)],
  ['break', quick(leaveLoop)],
  ['continue', quick(leaveLoop)],
  ['builtin', slow(builtin)],
  ['command', slow(command)],
  ['caller', quick(caller)],
  ['cd', quick(cd)],
  ['pwd', quick(pwd)],
  ['dirs', quick(dirs)],
  ['pushd', quick(pushd)],
  ['popd', quick(popd)],
  ['compgen', quick(compgen)],
  ['complete', quick(complete)],
  ['compopt', quick(() => 0)],
  ['declare', slow(declare)],
  ['typeset', slow(declare)],
  ['local', slow(declare)],
  ['export', slow(declare)],
  ['readonly', slow(declare)],
  ['disown', quick(disown)],
  ['echo', quick(echo)],
  ['enable', quick(enable)],
  ['eval', slow(evaluateWords)],
  ['exec', slow(execute)],
  ['exit', quick(leaveShell)],
  ['logout', quick(leaveShell)],
  ['fc', quick(fc)],
  ['getopts', quick(getopts)],
  ['hash', quick(hash)],
  ['help', quick(help)],
  ['history', quick(history)],
  ['jobs', slow(jobs)],
  ['kill', slow(kill)],
  ['let', quick(letBuiltin)],
  ['mapfile', slow(mapfile)],
  ['readarray', slow(mapfile)],
  ['printf', quick(printf)],
  ['read', slow(read)],
  ['return', quick(returnFrom)],
  ['set', quick(set)],
  ['shift', quick(shift)],
  ['shopt', quick(shopt)],
  ['suspend', quick(suspend)],
  ['times', quick(times)],
  ['trap', quick(trap)],
  ['type', quick(type)],
  ['ulimit', quick(ulimit)],
  ['umask', quick(umask)],
  ['unset', quick(unsetAll)],
  ['wait', slow(waitFor)],
]);
