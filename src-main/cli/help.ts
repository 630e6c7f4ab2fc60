/** The help, written from what the verbs declare. */
import type { Console } from './console.ts';
import { displayWidth } from './display-width.ts';
import type { Flags, Operand, Takes } from './flags.ts';
import { globalFlags } from './global-flags.ts';
import type { Branch, Leaf, Verb } from './verb.ts';

type Stage = Pick<Console, 'paint' | 'width'>;

export function generalHelp(verbs: readonly Verb[], stage: Stage): string {
  const { paint } = stage;
  return [
    `${paint('strong', 'dvm')}: the command line of Coldaisle. It talks to the running host.`,
    '',
    paint('strong', 'Usage'),
    '  dvm VERB …',
    '',
    paint('strong', 'Verbs'),
    ...aligned(
      verbs.map((verb) => [verb.name, verb.summary]),
      stage,
    ),
    '',
    paint('strong', 'Flags of all verbs'),
    ...flagLines(globalFlags, stage),
    '',
    paint('strong', 'Exit codes'),
    '  0 done, 1 refused, 2 wrong usage, 3 no host is running, 4 connection lost, 130 interrupted',
    '',
    'dvm help VERB explains a verb. dvm completion bash|zsh|fish teaches your shell.',
  ].join('\n');
}

export function branchHelp(branch: Branch, stage: Stage): string {
  const { paint } = stage;
  const fallback =
    branch.fallback === undefined ? [] : ['', `Alone it means dvm ${branch.name} ${branch.fallback}.`];
  return [
    `${paint('strong', `dvm ${branch.name}`)}: ${branch.summary}`,
    '',
    paint('strong', 'Usage'),
    ...aligned(
      branch.leaves.map((leaf) => [usage(leaf, `${branch.name} ${leaf.name}`), leaf.summary]),
      stage,
    ),
    ...fallback,
    '',
    `dvm help ${branch.name} WORD explains one of them.`,
  ].join('\n');
}

export function leafHelp(leaf: Leaf, words: string, stage: Stage): string {
  const { paint } = stage;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', paint('strong', title), ...lines];
  return [
    `${paint('strong', `dvm ${words}`)}: ${leaf.summary}`,
    ...section('Usage', [`  ${usage(leaf, words)}`]),
    ...(leaf.about === undefined ? [] : ['', leaf.about]),
    ...section(
      'Words',
      aligned(
        leaf.operands.map((operand) => [operand.label, operandHelp(operand)]),
        stage,
      ),
    ),
    ...section('Flags', flagLines(leaf.flags, stage)),
    ...section('Flags of all verbs', flagLines(globalFlags, stage)),
    ...section(
      'Examples',
      leaf.examples.map((example) => `  ${example}`),
    ),
  ].join('\n');
}

export function usage(leaf: Leaf, words: string): string {
  const operands = leaf.operands.map(({ label, times }) => {
    const many = times === 'some' || times === 'any' ? '…' : '';
    return times === 'maybe' || times === 'any' ? `[${label}${many}]` : `${label}${many}`;
  });
  const flags = Object.keys(leaf.flags).length === 0 ? [] : ['[flags]'];
  return ['dvm', words, ...operands, ...flags].join(' ');
}

/** Long lists of choices are told in the text above them. */
function operandHelp({ help, choices }: Operand): string {
  return choices === undefined || choices.length > 12 ? help : `${help}: ${choices.join(', ')}`;
}

function flagLines(flags: Flags, stage: Stage): string[] {
  const lines = Object.entries(flags).map(([name, flag]): [string, string] => {
    const short = flag.short === undefined ? '    ' : `-${flag.short}, `;
    const choices =
      flag.takes.kind === 'nothing' || flag.takes.choices === undefined
        ? ''
        : `: ${flag.takes.choices.join(', ')}`;
    return [`${short}--${name}${valueLabel(flag.takes)}`, `${flag.help}${choices}`];
  });
  return aligned(lines, stage);
}

function valueLabel(takes: Takes): string {
  if (takes.kind === 'nothing') return '';
  return takes.kind === 'list' ? ` ${takes.label},…` : ` ${takes.label}`;
}

/** Two columns, the second wrapped to the terminal. */
function aligned(lines: readonly (readonly [left: string, right: string])[], { width }: Stage): string[] {
  const indent = Math.min(34, Math.max(0, ...lines.map(([left]) => displayWidth(left))));
  const room = Math.max(24, (width ?? 100) - indent - 4);
  return lines.flatMap(([left, right]) => {
    const [first = '', ...rest] = wrapped(right, room);
    const overflows = displayWidth(left) > indent;
    const head = overflows
      ? [`  ${left}`, `${' '.repeat(indent + 4)}${first}`]
      : [`  ${left.padEnd(indent)}  ${first}`];
    return [...head, ...rest.map((more) => `${' '.repeat(indent + 4)}${more}`)];
  });
}

function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (displayWidth(longer) <= room || current === '') {
      current = longer;
      continue;
    }
    lines.push(current);
    current = word;
  }
  return [...lines, current];
}
