/** `HostKernelModuleSystem`: what a host has loaded, and the options that its modules get when it starts. */
import type { Vc } from '../../vc.ts';
import { textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted } from '../fault.ts';
import type { Answer } from '../fault.ts';
import type { AnyManaged, Call } from '../managed.ts';
import { hostSystem } from './config-desk.ts';
import type { Host } from './host.ts';
import { kernelModules } from './kernel-modules.table.ts';
import { productOf } from './summary.ts';
import { hostKey, settingOf, writePaper } from './settings.ts';

type Options = Readonly<Record<string, string>>;

const keyOf = ({ id }: Host): string => hostKey(id, 'modules');
const optionsOf = (vc: Vc, host: Host): Options => settingOf<Options>(vc, keyOf(host), {});

/** Each has its own stretch of memory, one behind the other. */
const section = (at: number, part: number): Data => ({
  address: 0x41_8000_0000 + at * 0x10_0000 + part * 0x1_0000,
  length: 0x1_0000,
});

function modulesOf(vc: Vc, host: Host): readonly Data[] {
  const options = optionsOf(vc, host);
  const { version } = productOf(vc, host);
  return kernelModules.map(({ name, uses }, at) => ({
    _type: 'KernelModuleInfo',
    id: at,
    name,
    version,
    filename: `/usr/lib/vmware/vmkmod/${name}`,
    optionString: options[name] ?? '',
    loaded: true,
    enabled: true,
    useCount: uses,
    readOnlySection: section(at, 0),
    writableSection: section(at, 1),
    textSection: section(at, 2),
    dataSection: section(at, 3),
    bssSection: section(at, 4),
  }));
}

function nameAsked({ args }: Call, host: Host): Answer<string> {
  const name = textAt(args, 'name') ?? '';
  return kernelModules.some((module) => module.name === name)
    ? done(name)
    : faulted('NotFound', `${host.name} has no kernel module ${name}.`);
}

export const kernelModuleSystem = (): AnyManaged =>
  hostSystem('kernelModuleSystem', {
    methods: {
      QueryModules: ({ vc }, host) => done(modulesOf(vc, host)),
      QueryConfiguredModuleOptionString: (call, host) => {
        const name = nameAsked(call, host);
        return name.ok ? done(optionsOf(call.vc, host)[name.value] ?? '') : name;
      },
      UpdateModuleOptionString: async (call, host) => {
        const name = nameAsked(call, host);
        if (!name.ok) return name;
        const options = textAt(call.args, 'options') ?? '';
        return writePaper(call, keyOf(host), { ...optionsOf(call.vc, host), [name.value]: options });
      },
    },
  });
