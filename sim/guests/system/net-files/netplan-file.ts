/** /etc/netplan, as Ubuntu keeps its network. */
import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import type { CardPlan, FileFault, Plans } from './plan.ts';
import { emptyPlan } from './plan.ts';
import type { Entry, Node } from './yaml.ts';
import { readYaml } from './yaml.ts';

const netplanDirectory = '/etc/netplan';

type Wrong = { readonly at: Pick<Entry, 'line' | 'column'>; readonly text: Bytes };

export function netplanFiles({ files }: System): readonly Bytes[] {
  const listed = files.list(netplanDirectory);
  const names = listed.ok ? listed.value.map(({ name }) => name) : [];
  return names
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => `${netplanDirectory}/${name}`);
}

/** Later files say more of the same cards, or say it otherwise. */
export function readNetplan(system: System): Plans {
  const plans = new Map<Bytes, CardPlan>();
  for (const path of netplanFiles(system)) {
    const content = system.files.readFile(path);
    const wrong = content.ok ? takeFile(plans, content.value) : null;
    if (content.ok && wrong !== null) return faultAt(path, content.value, wrong);
  }
  return [...plans.values()];
}

/** With the line itself, and a mark under the place. */
function faultAt(path: Bytes, content: Bytes, { at, text }: Wrong): FileFault {
  const line = content.split('\n')[at.line - 1] ?? '';
  return {
    path,
    line: at.line,
    text: `${at.column}: ${text}`,
    about: `${line}\n${' '.repeat(Math.max(0, at.column - 1))}^`,
  };
}

function takeFile(plans: Map<Bytes, CardPlan>, content: Bytes): Wrong | null {
  const tree = readYaml(content);
  if (!('kind' in tree)) return { at: tree, text: tree.text };
  for (const top of entriesIn(tree)) {
    if (top.key !== 'network') return unknown(top);
    for (const entry of entriesIn(top.value)) {
      if (['version', 'renderer'].includes(entry.key)) continue;
      if (entry.key !== 'ethernets') return unknown(entry);
      for (const card of entriesIn(entry.value)) {
        const wrong = takeCard(plans, card);
        if (wrong !== null) return wrong;
      }
    }
  }
  return null;
}

const entriesIn = (node: Node): readonly Entry[] => (node.kind === 'map' ? node.entries : []);
const textIn = (node: Node | undefined): Bytes => (node?.kind === 'text' ? node.text : '');
const textsIn = (node: Node): readonly Bytes[] => (node.kind === 'list' ? node.items.map(textIn) : []);
const unknown = (entry: Entry): Wrong => ({
  at: entry,
  text: `Error in network definition: unknown key '${entry.key}'`,
});

const yes: readonly Bytes[] = ['true', 'yes', 'on', 'y'];
const passedOver: readonly Bytes[] = [
  'dhcp6',
  'optional',
  'match',
  'set-name',
  'link-local',
  'accept-ra',
  'wakeonlan',
  'dhcp-identifier',
  'critical',
];

function takeCard(plans: Map<Bytes, CardPlan>, { key: card, value }: Entry): Wrong | null {
  let plan: CardPlan = plans.get(card) ?? { ...emptyPlan(card), method: 'none', isAutomatic: true };
  for (const entry of entriesIn(value)) {
    if (passedOver.includes(entry.key)) continue;
    const next = withEntry(plan, entry);
    if ('at' in next) return next;
    plan = next;
  }
  plans.set(card, plan);
  return null;
}

function withEntry(plan: CardPlan, entry: Entry): CardPlan | Wrong {
  const { key, value } = entry;
  switch (key) {
    case 'dhcp4':
      return {
        ...plan,
        method: yes.includes(textIn(value)) ? 'given' : plan.addresses.length > 0 ? 'static' : 'none',
      };
    case 'addresses':
      return withAddresses(plan, entry);
    case 'gateway4':
      return { ...plan, gateway: textIn(value) };
    case 'mtu':
      return { ...plan, mtu: Number(textIn(value)) };
    case 'nameservers':
      return withServers(plan, value);
    case 'routes':
      return withRoutes(plan, value);
    default:
      return unknown(entry);
  }
}

function withAddresses(plan: CardPlan, entry: Entry): CardPlan | Wrong {
  const addresses: { address: Bytes; prefix: number }[] = [];
  for (const text of textsIn(entry.value)) {
    const [address = '', prefix] = text.split('/');
    if (address.includes(':')) continue;
    if (prefix === undefined)
      return { at: entry, text: `Error in network definition: address '${text}' is missing /prefixlength` };
    if (!/^\d+(\.\d+){3}$/.test(address))
      return {
        at: entry,
        text: `Error in network definition: malformed address '${text}', must be X.X.X.X/NN or X:X:X:X:X:X:X:X/NN`,
      };
    addresses.push({ address, prefix: Number(prefix) });
  }
  return { ...plan, addresses, method: plan.method === 'given' ? 'given' : 'static' };
}

function withServers(plan: CardPlan, value: Node): CardPlan | Wrong {
  let next = plan;
  for (const entry of entriesIn(value)) {
    if (entry.key === 'addresses') next = { ...next, servers: textsIn(entry.value) };
    else if (entry.key === 'search') next = { ...next, search: textsIn(entry.value) };
    else return unknown(entry);
  }
  return next;
}

function withRoutes(plan: CardPlan, value: Node): CardPlan | Wrong {
  const routes: CardPlan['routes'][number][] = [];
  for (const item of value.kind === 'list' ? value.items : []) {
    const of = new Map(entriesIn(item).map(({ key, value: said }) => [key, textIn(said)]));
    const to = of.get('to') ?? '';
    const via = of.get('via') ?? null;
    const metric = Number(of.get('metric') ?? '0');
    routes.push({ to: to === 'default' ? '0.0.0.0/0' : to.includes('/') ? to : `${to}/32`, via, metric });
  }
  return { ...plan, routes };
}
