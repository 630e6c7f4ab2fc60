import { createGuestBench } from '../system/guest.fixture.ts';
import type { GuestBench, GuestBenchOptions, GuestRan } from '../system/guest.fixture.ts';

type ModuleBench = GuestBench & {
  /** A module with what it is told, as ansible-core 2.14 sends it. */
  readonly module: (name: string, given: Readonly<Record<string, unknown>>) => Told;
  readonly read: (path: string) => string;
};
type Told = Readonly<Record<string, unknown>>;

const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** JSON of Python's: nothing but ASCII. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\x7f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** The parts of the program by which it is known; the archive of the real module is not looked at. */
export const oldPayload = (module: string, given: Told): string =>
  `#!/usr/bin/python3
def _ansiballz_main():
    ZIPDATA = """UEsDBBQAAAAIAA=="""
        runpy.run_module(mod_name='${module}', init_globals=dict(_module_fqn='${module}', _modlib_path=modlib_path))
    ANSIBALLZ_PARAMS = ${literal(asciiJson({ ANSIBLE_MODULE_ARGS: given }))}
    if PY3:
        ANSIBALLZ_PARAMS = ANSIBALLZ_PARAMS.encode('utf-8')
`;

/** As ansible-core 2.19 and later send it. */
export const newPayload = (module: string, given: Told): string =>
  `#!/usr/bin/python3
def _ansiballz_main(
    zip_data: str,
    params: str,
) -> None:
    pass

if __name__ == "__main__":
    _ansiballz_main(
ansible_module='x',
module_fqn='${module}',
profile='legacy',
params=${literal(asciiJson({ ANSIBLE_MODULE_ARGS: given }))},
zip_data='UEsDBBQAAAAIAA==',
)
`;

export const toldBy = ({ output }: GuestRan): Told => JSON.parse(output.trim()) as Told;

export function createModuleBench(options: GuestBenchOptions): ModuleBench {
  const bench = createGuestBench(options);
  return {
    ...bench,
    module: (name, given) => {
      const full = name.includes('.')
        ? `ansible_collections.${name.replace(/\.(\w+)$/, '.plugins.modules.$1')}`
        : `ansible.modules.${name}`;
      return toldBy(bench.run('/usr/bin/python3', { input: oldPayload(full, given) }));
    },
    read: (path) => bench.run(`cat '${path}'`).output,
  };
}
