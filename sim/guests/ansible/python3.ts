import { messageOf } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { Program, Step, System } from '../kernel/program.ts';
import { jsonOf } from './json.ts';
import { modules } from './modules.table.ts';
import { readOptions } from './options.ts';
import type { Payload } from './payload.ts';
import { payloadIn } from './payload.ts';
import { failure } from './result.ts';
import type { Result } from './result.ts';

const version = 'Python 3.11.2';
const mostSource = 33_554_432;

/** Python as far as Ansible needs one: it knows the modules that Ansible sends by their names, and runs ours. */
export const python3: Program = function* (system) {
  const [, ...words] = system.arguments;
  const asked = words.find((word) => !/^-[BEIOSsu]+$/.test(word));
  if (asked === '-V' || asked === '--version') return yield* say(system, 1, `${version}\n`, 0);
  if (asked !== undefined && asked !== '-' && asked.startsWith('-')) return yield* decline(system);
  const source = yield* sourceFrom(system, asked);
  if (!source.ok)
    return yield* say(
      system,
      2,
      `python3: can't open file '${asked ?? '-'}': ${messageOf(source.errno)}\n`,
      2,
    );
  if (source.value.trim() === '') return 0;
  if (source.value.includes('platform_dist_result')) return yield* tellPlatform(system);
  const payload = payloadIn(source.value);
  return payload === null ? yield* decline(system) : yield* runModule(system, payload);
};

function* say(system: System, to: 1 | 2, ...[text, status]: readonly [Bytes, number]): Step<number> {
  yield* system.descriptors.write(to, text);
  return status;
}

const refusal =
  "python3: this guest is simulated, and its Python runs nothing but Ansible's modules.\n" +
  'Write the script for bash, or make the machine a container, which has a Python of its own.\n';

const decline = (system: System): Step<number> => say(system, 2, refusal, 1);

function* sourceFrom(system: System, file: Bytes | undefined): Step<Answer<Bytes>> {
  if (file !== undefined && file !== '-') return system.files.readFile(file);
  if (system.descriptors.isTerminal(0)) return { ok: true, value: '>>>' };
  const portions: Bytes[] = [];
  for (let size = 0; size < mostSource;) {
    const read = yield* system.descriptors.read(0, 65_536);
    if (!read.ok) return read;
    if (read.value === '') break;
    size += read.value.length;
    portions.push(read.value);
  }
  return { ok: true, value: portions.join('') };
}

/** What Ansible asks first, to choose an interpreter. */
function* tellPlatform(system: System): Step<number> {
  const release = system.files.readFile('/etc/os-release');
  const content = release.ok ? release.value : null;
  return yield* say(system, 1, `${jsonOf({ platform_dist_result: [], osrelease_content: content })}\n`, 0);
}

function* runModule(system: System, { module: name, parameters }: Payload): Step<number> {
  const result = yield* resultOf(system, name, parameters);
  yield* system.descriptors.write(1, `\n${jsonOf(result)}\n`);
  return result.failed === true ? 1 : 0;
}

function* resultOf(system: System, name: string, given: Payload['parameters']): Step<Result> {
  const module = modules.get(name);
  if (module === undefined)
    return failure(
      `the module ${name} is not among those that Coldaisle's guests know: ${[...modules.keys()].toSorted().join(', ')}`,
    );
  const { _ansible_check_mode: isTrial, _ansible_module_name: called } = given;
  const shortened = typeof called === 'string' ? called : name;
  const read = readOptions({ system, module: shortened, table: module.options, given });
  if (!read.ok) return read.result;
  const { options } = read;
  const result = yield* module.run({ system, options, isTrial: isTrial === true });
  return { ...result, invocation: { module_args: options.shown } };
}
