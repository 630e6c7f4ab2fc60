/** /etc/network/interfaces, as ifupdown reads it on Debian and Alpine. */
import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import type { CardPlan, FileFault, Plans } from './plan.ts';
import { emptyPlan, isFault } from './plan.ts';

export const interfacesFile = '/etc/network/interfaces';

type Row = {
  readonly path: Bytes;
  readonly line: number;
  readonly words: readonly Bytes[];
  readonly rest: Bytes;
};
type Reading = {
  readonly plans: Map<Bytes, CardPlan>;
  readonly automatic: Set<Bytes>;
  /** Whose options follow; null: nobody's. `lo`: they are passed over. */
  current: Bytes | null;
  isOther: boolean;
};

export function readInterfaces(system: System): Plans {
  const reading: Reading = { plans: new Map(), automatic: new Set(), current: null, isOther: false };
  const rows = rowsOf(system, interfacesFile);
  for (const row of rows) {
    const wrong = take(reading, row);
    if (wrong !== null) return fault(row, wrong);
  }
  return [...reading.plans.values()].map((plan) => ({
    ...plan,
    isAutomatic: reading.automatic.has(plan.card),
  }));
}

const fault = ({ path, line, rest }: Row, text: Bytes): FileFault => ({ path, line, text, about: rest });

/** With the files that it names, in their place. */
function rowsOf(system: System, path: Bytes): readonly Row[] {
  const content = system.files.readFile(path);
  const lines = (content.ok ? content.value : '').split('\n');
  return lines.flatMap((line, at): readonly Row[] => {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#')) return [];
    const [word = '', ...words] = trimmed.split(/\s+/);
    if (word === 'source' || word === 'source-directory')
      return filesAt(system, words[0] ?? '').flatMap((one) => rowsOf(system, one));
    const rest = trimmed.slice(word.length).trim();
    return [{ path, line: at + 1, words: [word, ...words], rest }];
  });
}

/** `DIR/*`, or one file. */
function filesAt({ files }: System, pattern: Bytes): readonly Bytes[] {
  const directory = pattern.endsWith('/*') ? pattern.slice(0, -2) : pattern;
  const listed = files.list(directory);
  if (!listed.ok) return pattern.endsWith('/*') ? [] : [pattern];
  const names = listed.value.map(({ name }) => name).filter((name) => /^[A-Za-z0-9_-]+(\.cfg)?$/.test(name));
  return names.toSorted().map((name) => `${directory}/${name}`);
}

/** null: it was understood. */
function take(reading: Reading, row: Row): Bytes | null {
  const [word = '', ...names] = row.words;
  if (word === 'iface') return begin(reading, row);
  if (word === 'auto' || word.startsWith('allow-')) {
    for (const name of names) reading.automatic.add(name);
    reading.current = null;
    return null;
  }
  const isSomebodys = reading.current !== null || reading.isOther;
  return isSomebodys ? option(reading, word, row.rest) : 'misplaced option';
}

const methods: Readonly<Record<string, CardPlan['method']>> = {
  dhcp: 'given',
  static: 'static',
  manual: 'none',
};

function begin(reading: Reading, { words }: Row): Bytes | null {
  const [, card = '', family = '', method = ''] = words;
  reading.isOther = card === 'lo' || family === 'inet6';
  reading.current = reading.isOther ? null : card;
  if (method === '') return 'too few parameters for iface line';
  if (family !== 'inet' && family !== 'inet6') return 'unknown address type';
  if (reading.isOther) return null;
  const meant = methods[method];
  if (meant === undefined) return 'unknown method';
  const before = reading.plans.get(card);
  reading.plans.set(card, before ?? { ...emptyPlan(card), method: meant });
  return null;
}

const commands: Readonly<Record<string, 'ups' | 'downs'>> = {
  up: 'ups',
  'post-up': 'ups',
  down: 'downs',
  'pre-down': 'downs',
};

function option(reading: Reading, word: Bytes, rest: Bytes): Bytes | null {
  const plan = reading.current === null ? undefined : reading.plans.get(reading.current);
  if (plan === undefined) return null;
  const when = commands[word];
  reading.plans.set(
    plan.card,
    when === undefined ? withOption(plan, word, rest) : { ...plan, [when]: [...plan[when], rest] },
  );
  return null;
}

/** Options that nobody here knows are somebody's own scripts', as in the real one. */
function withOption(plan: CardPlan, word: Bytes, rest: Bytes): CardPlan {
  switch (word) {
    case 'address': {
      const [address = '', prefix = '24'] = rest.split('/');
      return { ...plan, addresses: [...plan.addresses, { address, prefix: Number(prefix) }] };
    }
    case 'netmask':
      return { ...plan, addresses: plan.addresses.map((one) => ({ ...one, prefix: prefixOfMask(rest) })) };
    case 'gateway':
      return { ...plan, gateway: rest };
    case 'mtu':
      return { ...plan, mtu: Number(rest) };
    default:
      return plan;
  }
}

/** `255.255.255.0`, or a number. */
function prefixOfMask(mask: Bytes): number {
  if (!mask.includes('.')) return Number(mask);
  const bits = mask.split('.').map((part) => Number(part).toString(2).padStart(8, '0'));
  return bits.join('').indexOf('0') === -1 ? 32 : bits.join('').indexOf('0');
}

export const plansOrNone = (plans: Plans): readonly CardPlan[] => (isFault(plans) ? [] : plans);
