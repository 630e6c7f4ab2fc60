import type { Bytes } from '../../bytes.ts';
import { bytesOf } from '../../bytes.ts';
import type { Program } from '../../kernel/program.ts';
import { atOnce } from '../../kernel/program-tools.ts';
import { unescaped } from '../../shell/builtins/echo.ts';
import { breathe, commandOf } from '../files/command.ts';
import { has } from '../files/options.ts';
import { lookUp } from './launch.ts';

export const trueProgram = atOnce(() => 0);
export const falseProgram = atOnce(() => 1);

export const echo: Program = function* (system) {
  let words = system.arguments.slice(1);
  let [hasEnd, isEscaped] = [true, false];
  while (/^-[neE]+$/.test(words[0] ?? '')) {
    for (const letter of (words[0] ?? '').slice(1)) {
      if (letter === 'n') hasEnd = false;
      else isEscaped = letter === 'e';
    }
    words = words.slice(1);
  }
  let text: Bytes = words.join(' ');
  if (isEscaped) {
    const { bytes, stops } = unescaped(text, 'echo');
    text = bytes;
    if (stops) hasEnd = false;
  }
  yield* system.descriptors.write(1, text + (hasEnd ? '\n' : ''));
  return 0;
};

export const sync: Program = commandOf({
  short: 'df',
  long: { data: 'd', 'file-system': 'f' },
  usage: '[OPTION] [FILE]...',
  version: '(GNU coreutils) 9.1',
  order: 'anywhere',
  misuse: 1,
  least: 0,
  *run(call) {
    yield* breathe(call);
    for (const path of call.operands)
      if (!call.system.files.stat(path).ok) {
        call.complaints += `sync: error opening ${bytesOf(`'${path}'`)}: No such file or directory\n`;
        call.status = 1;
      }
  },
});

export const which = commandOf({
  short: 'as',
  long: {},
  usage: '[-as] args',
  version: '',
  order: 'first',
  misuse: 2,
  least: 0,
  *run(call) {
    yield* breathe(call);
    const { system } = call;
    if (call.operands.length === 0) call.status = 1;
    for (const name of call.operands) {
      const found = lookUp(system, name, system.environment);
      if (found.ok && system.files.mayAccess(found.value, 'run') && system.files.stat(found.value).ok) {
        if (!has(call.options, 's')) call.output += `${found.value}\n`;
      } else call.status = 1;
    }
  },
});
