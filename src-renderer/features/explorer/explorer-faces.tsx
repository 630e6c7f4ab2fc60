/** The explorer in each of its faces, for /states. */
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Tasks } from '../machine/task-strip.tsx';
import { inFace, sampleNow } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import {
  noForest,
  noMachines,
  sampleForest,
  sampleMachines,
  sampleOpen,
  sampleRow,
} from './explorer-samples.ts';
import { ExplorerView } from './explorer-view.tsx';
import type { ExplorerViewProps } from './explorer-view.tsx';
import { wishOf } from './list-wish.ts';

const nothing = (): void => undefined;

const task = {
  id: 'task-1',
  verb: 'migrate',
  target: 'vm-1',
  name: 'web-01',
  by: 'operator',
  startedAt: sampleNow - 20_000,
  endsAt: sampleNow + 30_000,
  canCancel: true,
  state: 'running',
  finishedAt: null,
  refusal: null,
  plan: {},
  progress: 0.4,
} as unknown as Parameters<typeof Tasks>[0]['tasks'][number];

const deaf: Pick<
  ExplorerViewProps,
  | 'onChoose'
  | 'onFold'
  | 'onNeed'
  | 'onSeek'
  | 'onWay'
  | 'onWish'
  | 'onSort'
  | 'onTick'
  | 'onTickAll'
  | 'onUntickAll'
  | 'onOpen'
  | 'onPage'
  | 'onShow'
  | 'onSight'
> = {
  onChoose: nothing,
  onFold: nothing,
  onNeed: nothing,
  onSeek: nothing,
  onWay: nothing,
  onWish: nothing,
  onSort: nothing,
  onTick: nothing,
  onTickAll: nothing,
  onUntickAll: nothing,
  onOpen: nothing,
  onPage: nothing,
  onShow: nothing,
  onSight: nothing,
};

export function ExplorerFace({ face }: { readonly face: FaceName }): ReactNode {
  const words = useText().explorer;
  return (
    <ExplorerView
      {...deaf}
      tree={inFace(face, sampleForest, noForest)}
      list={inFace(face, sampleMachines, noMachines)}
      wish={wishOf(new URLSearchParams())}
      open={sampleOpen}
      ticked={face === 'full' ? new Map([[sampleRow.id, sampleRow]]) : new Map()}
      selected={null}
      nodeName={null}
      sought=""
      found={null}
      tasks={face === 'full' ? <Tasks tasks={[task]} /> : null}
      first={<Button>{words.openConsoles}</Button>}
    />
  );
}
