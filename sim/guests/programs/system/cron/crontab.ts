import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import { accountNamed, accountOfUid } from '../../../system/users/accounts.ts';
import { readTable } from './schedule.ts';

const place = (system: System): Bytes =>
  system.files.stat('/var/spool/cron/crontabs').ok ? '/var/spool/cron/crontabs' : '/var/spool/cron';

/** `crontab -l`, `-e`, `-r`, `crontab file`, `crontab -`. Set-uid root: the tables are in a directory nobody else reads. */
export const crontab: Program = function* (system) {
  const words = system.arguments.slice(1);
  const caller = system.processes.realWho().uid;
  const at = words.indexOf('-u');
  const name = at < 0 ? accountOfUid(system, caller)?.name : words[at + 1];
  if (at >= 0 && caller !== 0) return yield* say(system, 'must be privileged to use -u', 1);
  if (name === undefined || accountNamed(system, name) === null)
    return yield* say(system, `user \`${name ?? ''}' unknown`, 1);
  const rest = at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 2)];
  return yield* act(system, { name, rest });
};

function* act(
  system: System,
  { name, rest }: { readonly name: Bytes; readonly rest: readonly Bytes[] },
): Step<number> {
  const path = `${place(system)}/${name}`;
  const [word = '-', ...more] = rest;
  switch (word) {
    case '-l':
      return yield* show(system, path, name);
    case '-r':
      return system.files.remove(path).ok ? 0 : yield* none(system, name);
    case '-e':
      return yield* edit(system, path);
    default:
      if ((word.startsWith('-') && word !== '-') || more.length > 0) return yield* usage(system, word);
      return yield* install(system, path, { file: word, text: yield* source(system, word) });
  }
}

function* say(system: System, message: Bytes, status: number): Step<number> {
  yield* system.descriptors.write(2, `${message}\n`);
  return status;
}

const none = (system: System, name: Bytes): Step<number> => say(system, `no crontab for ${name}`, 1);
const usage = (system: System, act: Bytes): Step<number> =>
  say(
    system,
    `crontab: invalid option -- '${act.slice(1, 2)}'\ncrontab: usage error: unrecognized option\nusage:\tcrontab [-u user] file\n\tcrontab [ -u user ] { -l | -r | -e }`,
    1,
  );

function* show(system: System, path: Bytes, name: Bytes): Step<number> {
  const content = system.files.readFile(path);
  if (!content.ok) return yield* none(system, name);
  yield* system.descriptors.write(1, content.value);
  return 0;
}

/** With the rights of who asks: a table is no way to read what one may not. */
function* source(system: System, file: Bytes): Step<Bytes | null> {
  if (file !== '-') {
    const me = system.processes.who();
    const stat = system.files.stat(file);
    const real = system.processes.realWho();
    if (
      !stat.ok ||
      (real.uid !== 0 && stat.value.uid !== real.uid && (stat.value.mode & 0o004) === 0) ||
      me.uid !== 0
    )
      return null;
    const content = system.files.readFile(file);
    return content.ok ? content.value : null;
  }
  let text = '';
  for (;;) {
    const bytes = yield* system.descriptors.read(0, 65_536);
    if (!bytes.ok || bytes.value === '') return text;
    text += bytes.value;
  }
}

function* install(
  system: System,
  path: Bytes,
  { file, text }: { readonly file: Bytes; readonly text: Bytes | null },
): Step<number> {
  if (text === null) return yield* say(system, `${file}: No such file or directory`, 1);
  const { errors } = readTable(text, 'root');
  for (const { line, what } of errors) yield* system.descriptors.write(2, `"${file}":${line}: ${what}\n`);
  if (errors.length > 0) return yield* say(system, "errors in crontab file, can't install.", 1);
  const written = system.files.writeFile(path, text, 0o600);
  return written.ok ? 0 : yield* say(system, `${path}: ${messageOf(written.errno)}`, 1);
}

function* edit(system: System, path: Bytes): Step<number> {
  const editor = system.environment.get('VISUAL') ?? system.environment.get('EDITOR') ?? 'vi';
  const file = editor.includes('/') ? editor : `/usr/bin/${editor}`;
  const draft = `/tmp/crontab.${system.pid}`;
  const before = system.files.readFile(path);
  const real = system.processes.realWho();
  system.files.writeFile(draft, before.ok ? before.value : '# m h  dom mon dow   command\n', 0o600);
  system.files.changeOwner(draft, real.uid, real.gid);
  const started = system.processes.fork({
    name: editor,
    descriptors: new Map([
      [0, 0],
      [1, 1],
      [2, 2],
    ]),
    group: 'parent',
    program: function* (own) {
      own.processes.become(real);
      const descriptors = new Map([
        [0, 0],
        [1, 1],
        [2, 2],
      ]);
      yield* own.processes.execute({
        file,
        arguments: [editor, draft],
        environment: own.environment,
        descriptors,
      });
      return yield* say(own, `/bin/sh: 1: ${editor}: not found`, 127);
    },
  });
  if (started.ok) yield* system.processes.wait({ pid: started.value, isHanging: true, alsoStopped: false });
  const after = system.files.readFile(draft);
  system.files.remove(draft);
  if (!after.ok || (before.ok && after.value === before.value))
    return yield* say(system, 'No modification made', 0);
  return yield* install(system, path, { file: draft, text: after.value });
}
