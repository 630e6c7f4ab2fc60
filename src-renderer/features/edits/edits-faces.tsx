import type { ReactNode } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../text/text.ts';
import { inFace } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import { sampleEdits } from './edits-samples.ts';
import { EditsView } from './edits-view.tsx';

const nothing = (): void => undefined;
const revision = 0 as never;

export function EditsFace({ face }: { readonly face: FaceName }): ReactNode {
  const words = useText().edits;
  return (
    <Panel title={words.list} className="m-3 flex-1">
      <div className="flex min-h-0 flex-1 flex-col overflow-auto px-4 py-2">
        <EditsView
          edits={inFace(face, { items: [...sampleEdits], revision }, { items: [], revision })}
          onWalk={nothing}
        />
      </div>
    </Panel>
  );
}
