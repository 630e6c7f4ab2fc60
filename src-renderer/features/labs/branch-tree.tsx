import { GitBranch } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BranchCard } from '../../../sim/contract/desk.ts';
import type { BranchId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { labMoment } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { branchRows } from './branch-rows.ts';

type BranchTreeProps = {
  readonly branches: readonly BranchCard[];
  readonly epoch: number;
  readonly onOpen: (id: BranchId) => void;
};

/** The lines that lead from a branch to the one it left. */
function Rails({ rails }: { readonly rails: readonly boolean[] }): ReactNode {
  const last = rails.length - 1;
  return (
    <svg aria-hidden width={rails.length * 18} height="44" className="shrink-0 text-line-strong">
      {rails.map((goesOn, column) => {
        const x = column * 18 + 8;
        if (column === last)
          return (
            <path
              key={column}
              d={`M${x} 0V22H${x + 10}${goesOn ? `M${x} 22V44` : ''}`}
              fill="none"
              stroke="currentColor"
            />
          );
        return goesOn ? <path key={column} d={`M${x} 0V44`} stroke="currentColor" /> : null;
      })}
    </svg>
  );
}

export function BranchTree({ branches, epoch, onOpen }: BranchTreeProps): ReactNode {
  const words = useText().labs.branches;
  const moment = (tick: number): string => labMoment(epoch + tick * 1000);
  return (
    <ul aria-label={words.title}>
      {branchRows(branches).map(({ branch, rails }) => (
        <li
          key={branch.id}
          aria-current={branch.current}
          className="flex h-11 items-center gap-2 px-3 text-12"
        >
          <Rails rails={rails} />
          <GitBranch aria-hidden size={14} className="shrink-0 text-text-3" />
          <span className="font-mono">{branch.id}</span>
          <span className="min-w-0 flex-1 truncate text-text-2">
            {branch.parent === null
              ? words.root(moment(branch.headTick))
              : words.left(branch.parent, moment(branch.forkTick), moment(branch.headTick))}
          </span>
          {branch.current ? (
            <StatusMark kind="ok" word={words.here} showWord />
          ) : (
            <Button aria-label={words.goOnWith(branch.id)} onClick={() => onOpen(branch.id)}>
              {words.goOn}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
