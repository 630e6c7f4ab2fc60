import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Peer, System } from '../../../kernel/program.ts';
import { haproxyWords } from './settings.table.ts';

export type Front = {
  readonly name: Bytes;
  readonly at: Peer;
  readonly servers: readonly Peer[];
  readonly mode: 'http' | 'tcp';
};
export type Proxy = { readonly fronts: readonly Front[]; readonly faults: readonly Bytes[] };

type Section = {
  readonly kind: string;
  readonly name: Bytes;
  readonly binds: Peer[];
  readonly servers: Peer[];
  mode: 'http' | 'tcp' | null;
  goal: { readonly name: Bytes; readonly line: number } | null;
};

export function readProxy(system: System, file: Bytes): Proxy {
  const content = system.files.readFile(file);
  if (!content.ok)
    return {
      fronts: [],
      faults: [`Cannot open configuration file/directory ${file} : ${messageOf(content.errno)}`],
    };
  const sections: Section[] = [];
  const faults: Bytes[] = [];
  content.value.split('\n').forEach((raw, at) => {
    const words = raw
      .replace(/#.*$/, '')
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '');
    const fault = words.length === 0 ? null : readLine(sections, words, at + 1);
    if (fault !== null) faults.push(`parsing [${file}:${at + 1}] : ${fault}`);
  });
  for (const { goal, name } of sections)
    if (goal !== null && !sections.some((one) => one.kind === 'backend' && one.name === goal.name))
      faults.push(`Proxy '${name}': unable to find required default_backend: '${goal.name}'.`);
  return { fronts: faults.length > 0 ? [] : frontsOf(sections), faults };
}

/** A text is the fault. */
function readLine(sections: Section[], [word = '', ...rest]: readonly Bytes[], line: number): Bytes | null {
  if (haproxyWords[word] !== undefined) {
    sections.push({ kind: word, name: rest[0] ?? '', binds: [], servers: [], mode: null, goal: null });
    return null;
  }
  const section = sections.at(-1);
  if (section === undefined) return `unknown keyword '${word}' out of section.`;
  if (haproxyWords[section.kind]?.has(word) !== true)
    return `unknown keyword '${word}' in '${section.kind}' section`;
  return readWord(section, { word, rest, line });
}

type Line = { readonly word: Bytes; readonly rest: readonly Bytes[]; readonly line: number };

function readWord(section: Section, { word, rest: [first = '', second = ''], line }: Line): Bytes | null {
  switch (word) {
    case 'mode':
      section.mode = first === 'http' ? 'http' : 'tcp';
      return null;
    case 'default_backend':
      section.goal = { name: first, line };
      return null;
    case 'bind':
      return addPeer(section.binds, first, "'bind' expects");
    case 'server':
      return addPeer(section.servers, second, `'server ${first}' : invalid address:`);
    default:
      return null;
  }
}

function addPeer(peers: Peer[], text: Bytes, complaint: Bytes): Bytes | null {
  const found = /^(.*):(\d+)$/.exec(text);
  if (found === null) return `${complaint} missing port number in '${text}'.`;
  const [, host = '', port] = found;
  peers.push({ address: host === '' || host === '*' ? '0.0.0.0' : host, port: Number(port) });
  return null;
}

function frontsOf(sections: readonly Section[]): readonly Front[] {
  const usual = sections.find(({ kind }) => kind === 'defaults')?.mode ?? 'tcp';
  return sections
    .filter(({ kind }) => kind === 'frontend' || kind === 'listen')
    .flatMap((section) => {
      const servers =
        section.goal === null
          ? section.servers
          : (sections.find(({ kind, name }) => kind === 'backend' && name === section.goal?.name)?.servers ??
            []);
      return section.binds.map((at): Front => ({
        name: section.name,
        at,
        servers,
        mode: section.mode ?? usual,
      }));
    });
}
