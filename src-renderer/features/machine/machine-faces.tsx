/** The page of a machine in each of its faces, for /states. */
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { inFace } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import { FilesView } from './files-tab.tsx';
import type { MachinePage } from './machine-page.ts';
import { sampleFiles, samplePage, sampleProcesses } from './machine-samples.ts';
import { MachineView } from './machine-view.tsx';
import { ProcessesView } from './processes-tab.tsx';
import { SnapshotsTab } from './snapshots-tab.tsx';
import { SummaryTab } from './summary-tab.tsx';

type FaceProps = { readonly face: FaceName };
const nothing = (): void => undefined;

type Shown = Pick<Parameters<typeof MachineView>[0], 'tab' | 'renderContent'>;

function Page({ face, tab, renderContent }: FaceProps & Shown): ReactNode {
  const words = useText().machine;
  return (
    <MachineView
      state={inFace<MachinePage | 'none'>(face, samplePage, 'none')}
      tab={tab}
      onTab={nothing}
      renderTools={() => <Button>{words.openConsole}</Button>}
      tasks={null}
      renderContent={renderContent}
    />
  );
}

export const MachineFace = ({ face }: FaceProps): ReactNode => (
  <Page face={face} tab="summary" renderContent={(page) => <SummaryTab page={page} onSelect={nothing} />} />
);

const noSnapshots = (page: MachinePage): MachinePage =>
  page.entity.kind === 'vm'
    ? { ...page, entity: { ...page.entity, spec: { ...page.entity.spec, snapshots: [], snapshot: null } } }
    : page;

/** Empty: a machine without any. */
export const MachineSnapshotsFace = ({ face }: FaceProps): ReactNode => (
  <Page
    face={face === 'empty' ? 'full' : face}
    tab="snapshots"
    renderContent={(page) => <SnapshotsTab page={face === 'empty' ? noSnapshots(page) : page} />}
  />
);

export const MachineFilesFace = ({ face }: FaceProps): ReactNode => (
  <Page
    face="full"
    tab="files"
    renderContent={() => (
      <FilesView
        state={inFace(face, sampleFiles, { ...sampleFiles, items: [], total: 0 })}
        name="web-01"
        path="/etc"
        file={null}
        view={null}
        onGo={nothing}
        onFile={nothing}
      />
    )}
  />
);

export const MachineProcessesFace = ({ face }: FaceProps): ReactNode => (
  <Page
    face="full"
    tab="processes"
    renderContent={() => (
      <ProcessesView state={inFace(face, sampleProcesses, { state: 'asleep', items: [] })} name="web-01" />
    )}
  />
);
