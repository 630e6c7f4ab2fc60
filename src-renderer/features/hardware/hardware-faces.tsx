import type { ReactNode } from 'react';
import { inFace, sampleNow } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import { sampleHardware, sampleSourceOf } from './hardware-samples.ts';
import { HardwareView } from './hardware-view.tsx';

const nothing = (): void => undefined;

export const HardwareFace = ({ face }: { readonly face: FaceName }): ReactNode => (
  <HardwareView
    hardware={inFace(face, { items: sampleHardware }, { items: [] })}
    sourceOf={sampleSourceOf}
    chosen="hall-probes"
    now={sampleNow}
    removed={face === 'full' ? 'old-gateway' : null}
    onChoose={nothing}
    onAdd={nothing}
    onEdit={nothing}
    onSwitch={nothing}
    onRemove={nothing}
    onUndo={nothing}
    onBot={nothing}
  />
);
