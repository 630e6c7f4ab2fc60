/** What a machine runs, in each of its faces, for /states. */
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { inFace } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import { noTurning, sampleBacked, sampleEngine, sampleFailing, sampleNoEngine } from './backing-samples.ts';
import { BackingView } from './backing-tab.tsx';
import type { MachinePage } from './machine-page.ts';
import { samplePage } from './machine-samples.ts';
import { MachineView } from './machine-view.tsx';

const nothing = (): void => undefined;

/** Empty: there is no engine. Stale: a container that does not start. */
export function MachineBackingFace({ face }: { readonly face: FaceName }): ReactNode {
  const words = useText().machine;
  const page = face === 'stale' ? sampleBacked : samplePage;
  const full = face === 'stale' ? sampleFailing : sampleEngine;
  return (
    <MachineView
      state={inFace<MachinePage | 'none'>('full', page, 'none')}
      tab="backing"
      onTab={nothing}
      renderTools={() => <Button>{words.openConsole}</Button>}
      tasks={null}
      renderContent={(one) => (
        <BackingView page={one} state={inFace(face, full, sampleNoEngine)} turning={noTurning} />
      )}
    />
  );
}
