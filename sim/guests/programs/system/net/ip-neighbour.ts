import type { Step } from '../../../kernel/program.ts';
import { actOf } from './ip-acts.ts';
import type { IpCall } from './ip-call.ts';
import { answered, cardNamed, fail, namedIn } from './ip-call.ts';

const acts = ['add', 'change', 'replace', 'delete', 'del', 'show', 'list', 'lst', 'flush'] as const;

export function* ipNeighbour(call: IpCall): Step<number> {
  const [word = 'show', ...words] = call.words;
  const act = actOf(acts, word);
  if (act === null) return yield* fail(call, `Command "${word}" is unknown, try "ip neigh help".`, 255);
  const { values, bare } = namedIn(words, ['dev', 'nud', 'lladdr', 'to']);
  const device = values.get('dev');
  if (device !== undefined && cardNamed(call.system, device) === undefined)
    return yield* fail(call, `Cannot find device "${device}"`, 1);
  switch (act) {
    case 'show':
    case 'list':
    case 'lst':
      return yield* show(call, device);
    case 'flush':
      if (words.length === 0) return yield* fail(call, 'Flush requires arguments.', 1);
      if (call.system.processes.who().uid !== 0) return 0;
      call.system.network.wire.forget(device ?? null);
      return 0;
    case 'add':
    case 'change':
    case 'replace':
    case 'delete':
    case 'del':
      return bare.length === 0 || device === undefined
        ? yield* fail(call, 'Device and destination are required arguments.', 255)
        : yield* fail(call, answered('Operation not supported'), 2);
    default:
      return act satisfies never;
  }
}

function* show({ system, flags }: IpCall, device: string | undefined): Step<number> {
  const met = system.network.wire
    .neighbours()
    .filter((one) => !flags.has('six') && (device === undefined || one.interface === device));
  const text = flags.has('json')
    ? `${JSON.stringify(
        met.map(({ address, interface: dev, hardware }) => ({
          dst: address,
          dev,
          ...(hardware === null ? {} : { lladdr: hardware }),
          state: [hardware === null ? 'FAILED' : 'REACHABLE'],
        })),
      )}\n`
    : met
        .map(({ address, interface: by, hardware }) =>
          hardware === null
            ? `${address} dev ${by} FAILED \n`
            : `${address} dev ${by} lladdr ${hardware} REACHABLE \n`,
        )
        .join('');
  yield* system.descriptors.write(1, text);
  return 0;
}
