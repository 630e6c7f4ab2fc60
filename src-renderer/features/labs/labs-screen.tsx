import { Copy, FilePlus2, FolderInput, FolderOutput } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { openPanel } from '../../app/panels.ts';
import { perform } from '../../app/perform.ts';
import { useQuery } from '../../data/client.ts';
import { nameOfEntity, useWorld } from '../../data/world.ts';
import { Button } from '../../ui/button.tsx';
import { LabsView } from './labs-view.tsx';

const tools = (
  <>
    <Button icon={FolderInput} onClick={() => openPanel('import')}>
      Import…
    </Button>
    <Button icon={FolderOutput} onClick={() => openPanel('export')}>
      Export…
    </Button>
    <Button icon={Copy} onClick={() => openPanel('save-as')}>
      Save as…
    </Button>
    <Button icon={FilePlus2} look="primary" onClick={() => openPanel('new-lab')}>
      New lab…
    </Button>
  </>
);

export function LabsScreen(): ReactNode {
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
      onOpen={(lab) => void perform({ type: 'desk.open', lab }, 'Lab opened')}
      onRepair={(lab) => void perform({ type: 'desk.repair', lab }, 'Lab repaired').then(labs.retry)}
      onDelete={(lab) => void perform({ type: 'desk.delete', lab }, 'Lab deleted').then(labs.retry)}
      onBranch={(branch) => void perform({ type: 'desk.branch', branch }, 'Gone on with the other branch')}
      onRewind={(tick) => void perform({ type: 'desk.rewind', tick }, 'Gone back; a new branch begins here')}
      tools={tools}
      newLab={
        <Button look="primary" onClick={() => openPanel('new-lab')}>
          New lab from a template…
        </Button>
      }
    />
  );
}
