import { Copy, FilePlus2, FolderInput, FolderOutput } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { openPanel } from '../../app/panels.ts';
import { perform } from '../../app/perform.ts';
import { useQuery } from '../../data/client.ts';
import { nameOfEntity, useWorld } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { tellRewound } from '../machine/tell-rewound.ts';
import { LabsView } from './labs-view.tsx';

function Tools(): ReactNode {
  const words = useText().labs.tools;
  return (
    <>
      <Button icon={FolderInput} onClick={() => openPanel('import')}>
        {words.import}
      </Button>
      <Button icon={FolderOutput} onClick={() => openPanel('export')}>
        {words.export}
      </Button>
      <Button icon={Copy} onClick={() => openPanel('save-as')}>
        {words.saveAs}
      </Button>
      <Button icon={FilePlus2} look="primary" onClick={() => openPanel('new-lab')}>
        {words.create}
      </Button>
    </>
  );
}

export function LabsScreen(): ReactNode {
  const words = useText().labs;
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === 'history' ? 'history' : 'labs';
  const labs = useQuery('labs', {}, { every: 5000 });
  const events = useQuery('events', tab === 'history' ? { limit: 1000 } : null, { every: 5000 });
  const branches = useQuery('branches', tab === 'history' ? {} : null, { every: 5000 });
  const operations = useWorld((state) => state.operations);
  const epoch = useWorld((state) => state.status?.clock.epoch ?? 0);
  const head = useWorld((state) => state.status?.clock.tick ?? 0);
  return (
    <LabsView
      tab={tab}
      onTab={(next) =>
        setSearch(
          (last) => {
            last.set('tab', next);
            return last;
          },
          { replace: true },
        )
      }
      labs={labs}
      events={events}
      branches={branches}
      operations={operations}
      epoch={epoch}
      head={head}
      nameOf={nameOfEntity}
      onOpen={(lab) => void perform({ type: 'desk.open', lab }, words.done.opened)}
      onRepair={(lab) => void perform({ type: 'desk.repair', lab }, words.done.repaired).then(labs.retry)}
      onDelete={(lab) => void perform({ type: 'desk.delete', lab }, words.done.deleted).then(labs.retry)}
      onBranch={(branch) => void perform({ type: 'desk.branch', branch }, words.done.branch)}
      onRewind={(tick) =>
        void perform({ type: 'desk.rewind', tick }, words.done.rewound).then((done) =>
          done === null ? undefined : tellRewound(),
        )
      }
      tools={<Tools />}
      newLab={
        <Button look="primary" onClick={() => openPanel('new-lab')}>
          {words.newFromTemplate}
        </Button>
      }
    />
  );
}
