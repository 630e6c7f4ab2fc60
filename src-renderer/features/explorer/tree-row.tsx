import { ChevronRight } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import type { TreeNode } from '../../../sim/contract/machine-tree.ts';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { countText } from '../../ui/numbers.ts';
import { StateMark } from '../machine/state-mark.tsx';
import { useMachineDrag } from '../machines/machine-drag.ts';
import { kindIcons } from '../topology/kind-icons.table.ts';
import type { TreeLine } from './tree-model.ts';

type TreeRowProps = {
  readonly id: string;
  readonly line: TreeLine;
  readonly index: number;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  readonly style: CSSProperties;
};

const indent = 14;

function useNodeName(): (node: TreeNode) => string {
  const words = useText();
  return ({ is, kind, name }) => (is === 'thing' ? name : (words.explorer.groups[kind] ?? words.kinds[kind]));
}

export function TreeRow({ id, line, index, isActive, isChosen, style }: TreeRowProps): ReactNode {
  const words = useText();
  const nameOf = useNodeName();
  const { node, depth, of, isOpen } = line;
  const drag = useMachineDrag(node?.is === 'thing' ? { id: node.node, kind: node.kind } : null);
  const common = { 'aria-level': depth + 1, 'aria-setsize': of, 'aria-posinset': line.index + 1 };
  const placed = { ...style, paddingLeft: 8 + depth * indent };
  if (node === null) {
    return (
      <div
        id={id}
        role="treeitem"
        {...common}
        className="absolute inset-x-0 flex items-center pr-2"
        style={placed}
      >
        <span className="sr-only">{words.explorer.coming}</span>
        <span aria-hidden className="skeleton h-3 w-2/3" />
      </div>
    );
  }
  const hasChildren = node.children > 0;
  return (
    <div
      id={id}
      role="treeitem"
      {...common}
      {...(hasChildren ? { 'aria-expanded': isOpen } : {})}
      aria-selected={isChosen}
      data-line={index}
      {...drag.props}
      className={classNames(
        drag.isOver && 'outline-2 -outline-offset-2 outline-accent outline-dashed',
        'absolute inset-x-0 flex cursor-default items-center gap-1.5 pr-2 text-12 hover:bg-hover',
        isChosen && 'bg-hover font-medium',
        isActive && 'group-focus-visible:bg-hover group-focus-visible:shadow-[inset_2px_0_0_var(--accent)]',
      )}
      style={placed}
      title={`${words.kinds[node.kind]} ${node.name}`}
    >
      <Fold state={hasChildren ? (isOpen ? 'open' : 'closed') : 'none'} />
      <Sign node={node} />
      <span className={classNames('min-w-0 truncate', node.is === 'group' && 'text-text-2')}>
        {nameOf(node)}
      </span>
      {node.isTemplate && <span className="text-11 text-text-3">{words.explorer.template}</span>}
      <Count node={node} />
    </div>
  );
}

function Fold({ state }: { readonly state: 'open' | 'closed' | 'none' }): ReactNode {
  if (state === 'none') return <span className="size-6 shrink-0" />;
  return (
    <span data-fold="" className="grid size-6 shrink-0 place-items-center text-text-3">
      <ChevronRight
        aria-hidden
        size={14}
        className={classNames('transition-transform', state === 'open' && 'rotate-90')}
      />
    </span>
  );
}

function Sign({ node }: { readonly node: TreeNode }): ReactNode {
  const Icon = kindIcons[node.kind];
  if (node.state !== null) return <StateMark state={node.state} />;
  return <Icon aria-hidden size={14} className="shrink-0 text-text-3" />;
}

/** Machines below where there are some, else whatever stands there. */
function Count({ node }: { readonly node: TreeNode }): ReactNode {
  const words = useText().explorer;
  const count = node.machines > 0 ? node.machines : node.children;
  if (count === 0 || (node.kind === 'vm' && node.is === 'thing')) return null;
  const said =
    node.machines > 0 ? words.machinesBelow(countText(count)) : words.thingsBelow(countText(count));
  return (
    <span className="ml-auto shrink-0 pl-2 text-11 text-text-3 tabular-nums">
      <span aria-hidden>{countText(count)}</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
