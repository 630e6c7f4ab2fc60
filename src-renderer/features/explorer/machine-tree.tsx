import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { useRowHeight } from '../../theme/preferences.ts';
import { useRowsInSight } from '../../ui/use-rows-in-sight.ts';
import { linesOf, missingIn, stepOf, typedTo } from './tree-model.ts';
import type { Forest, Missing, Step, TreeLine } from './tree-model.ts';
import { TreeRow } from './tree-row.tsx';

export type MachineTreeProps = {
  readonly forest: Forest;
  readonly open: ReadonlySet<string>;
  readonly chosen: string | null;
  readonly onOpen: (node: string, state: 'open' | 'closed') => void;
  readonly onChoose: (line: TreeLine) => void;
  readonly onNeed: (missing: readonly Missing[]) => void;
};

/** Between two letters of one name. */
const typingMillis = 800;

const lineAt = (target: EventTarget): { readonly at: number; readonly isFold: boolean } | null => {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>('[data-line]');
  if (row === null) return null;
  return { at: Number(row.dataset['line']), isFold: target.closest('[data-fold]') !== null };
};

type Walking = Pick<MachineTreeProps, 'onOpen' | 'onChoose'> & {
  readonly lines: readonly TreeLine[];
  readonly active: number;
  readonly page: () => number;
  readonly goTo: (index: number) => void;
};

/** Keys and clicks, as they are meant of a tree; letters lead to the next name that begins so. */
function useTreeHands({ lines, active, page, goTo, onOpen, onChoose }: Walking) {
  const typed = useRef({ text: '', at: 0 });
  const take = (step: Step): void => {
    if (step.kind === 'go') return goTo(step.to);
    if (step.kind === 'open') return onOpen(step.node, 'open');
    if (step.kind === 'close') return onOpen(step.node, 'closed');
    const line = lines[step.to];
    if (line !== undefined && line.node !== null) onChoose(line);
  };
  const type = (letter: string, now: number): void => {
    const isMore = now - typed.current.at < typingMillis;
    typed.current = { text: (isMore ? typed.current.text : '') + letter, at: now };
    const to = typedTo(lines, { at: active, typed: typed.current.text });
    if (to !== null) goTo(to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOf(event.key, { lines, at: active, page: page() });
    if (step !== null) take(step);
    else if (event.key.length === 1) type(event.key, event.timeStamp);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onClick = ({ target }: MouseEvent): void => {
    const hit = lineAt(target);
    const line = hit === null ? undefined : lines[hit.at];
    if (hit === null || line === undefined || line.node === null) return;
    goTo(hit.at);
    if (hit.isFold) onOpen(line.node.node, line.isOpen ? 'closed' : 'open');
    else onChoose(line);
  };
  return { onKeyDown, onClick };
}

/** One tab stop; only the lines in sight are in the page, however many there are. */
export function MachineTree(props: MachineTreeProps): ReactNode {
  const { forest, open, chosen, onOpen, onChoose, onNeed } = props;
  const words = useText().explorer;
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const id = useId();
  const height = useRowHeight();
  const lines = useMemo(() => linesOf(forest, open), [forest, open]);
  const { from, to, page, show } = useRowsInSight(scroller, { count: lines.length, row: height });
  const shown = lines.slice(from, to);
  const wanted = JSON.stringify(missingIn(shown));
  useEffect(() => onNeed(JSON.parse(wanted) as readonly Missing[]), [wanted, onNeed]);
  const active = Math.min(at, lines.length - 1);
  const goTo = (index: number): void => {
    setAt(index);
    show(index);
  };
  useFollowed(lines, chosen, goTo);
  const hands = useTreeHands({ lines, active, page, goTo, onOpen, onChoose });
  return (
    <div
      ref={scroller}
      role="tree"
      aria-label={words.tree}
      tabIndex={0}
      {...hands}
      aria-activedescendant={`${id}-${active}`}
      className="group relative min-h-0 flex-1 overflow-auto -outline-offset-2"
    >
      <div role="presentation" className="relative" style={{ height: lines.length * height }}>
        {shown.map((line, offset) => (
          <TreeRow
            key={line.key}
            id={`${id}-${from + offset}`}
            line={line}
            index={from + offset}
            isActive={from + offset === active}
            isChosen={line.node !== null && line.node.node === chosen}
            style={{ top: (from + offset) * height, height }}
          />
        ))}
      </div>
    </div>
  );
}

/** What was chosen elsewhere comes into sight when its line has been read. */
function useFollowed(lines: readonly TreeLine[], chosen: string | null, goTo: (index: number) => void): void {
  const followed = useRef<string | null>(null);
  const index = chosen === null ? -1 : lines.findIndex(({ node }) => node?.node === chosen);
  const go = useRef(goTo);
  go.current = goTo;
  useEffect(() => {
    if (index < 0 || followed.current === chosen) return;
    followed.current = chosen;
    go.current(index);
  }, [index, chosen]);
}
