import type { Bytes } from '../../../bytes.ts';
import type { Program, Step } from '../../../kernel/program.ts';
import { ipAddress } from './ip-address.ts';
import type { IpCall, IpFlag } from './ip-call.ts';
import { fail } from './ip-call.ts';
import { ipLink } from './ip-link.ts';
import { ipNeighbour } from './ip-neighbour.ts';
import { ipRoute } from './ip-route.ts';

const objects: readonly (readonly [name: string, run: (call: IpCall) => Step<number>])[] = [
  ['address', ipAddress],
  ['route', ipRoute],
  ['link', ipLink],
  ['neighbour', ipNeighbour],
  ['neighbor', ipNeighbour],
];

const flagOf: Readonly<Record<string, IpFlag | null>> = {
  br: 'brief',
  brief: 'brief',
  o: 'oneline',
  oneline: 'oneline',
  s: 'counted',
  stats: 'counted',
  statistics: 'counted',
  j: 'json',
  json: 'json',
  6: 'six',
  4: null,
  c: null,
  color: null,
  p: null,
  pretty: null,
  d: null,
  details: null,
  h: null,
};

const usage = `Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }
where  OBJECT := { address | link | neighbour | route }
       OPTIONS := { -V[ersion] | -s[tatistics] | -d[etails] | -j[son] | -p[retty] |
                    -4 | -6 | -br[ief] | -o[neline] | -c[olor] }
`;

/** `ip a`, `ip addr add`, `ip link set`, `ip route add`, `ip neigh`: what is set holds until the next start. */
export const ip: Program = function* (system) {
  const words = system.arguments.slice(1);
  const flags = new Set<IpFlag>();
  let at = 0;
  for (; words[at]?.startsWith('-') === true; at += 1) {
    const word = (words[at] ?? '').replace(/^--?/, '').replace(/^color=.*/, 'color');
    if (word === 'V' || word === 'Version') return yield* version(system.machine.kernelRelease, { system });
    const flag = flagOf[word];
    if (flag === undefined)
      return yield* fail({ system }, `Option "${words[at] ?? ''}" is unknown, try "ip -help".`, 255);
    if (flag !== null) flags.add(flag);
  }
  const object = words[at];
  if (object === undefined || object === 'help') {
    yield* system.descriptors.write(2, usage);
    return 255;
  }
  const found = objects.find(([name]) => name.startsWith(object));
  if (found === undefined) return yield* fail({ system }, `Object "${object}" is unknown, try "ip help".`, 1);
  return yield* found[1]({ system, flags, words: words.slice(at + 1) });
};

function* version(kernel: Bytes, { system }: Pick<IpCall, 'system'>): Step<number> {
  yield* system.descriptors.write(1, `ip utility, iproute2-${kernel.split('.').slice(0, 2).join('.')}.0\n`);
  return 0;
}
