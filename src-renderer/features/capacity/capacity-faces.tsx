import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { inFace } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import { sampleLines, samplePlan } from './capacity-samples.ts';
import { CapacityView } from './capacity-view.tsx';
import { usualPlacement } from './placement-draft.ts';

const nothing = (): void => undefined;

export function CapacityFace({ face }: { readonly face: FaceName }): ReactNode {
  const words = useText().capacity;
  return (
    <CapacityView
      state={inFace(face, sampleLines, [])}
      order="place"
      selected={null}
      draft={{ ...usualPlacement, count: '3' }}
      plan={samplePlan}
      isBusy={false}
      where={words.fit.everywhere}
      onOrder={nothing}
      onToggle={nothing}
      onSelect={nothing}
      onDraft={nothing}
      onAsk={nothing}
      onReserve={nothing}
      first={<Button look="primary">{words.newLab}</Button>}
    />
  );
}
