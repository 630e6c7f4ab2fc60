import type { ReactNode } from 'react';
import { inFace } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import { sampleCalls, sampleVsphere, sampleWire, vsphereOff } from './vsphere-samples.ts';
import { VsphereView } from './vsphere-view.tsx';
import type { VsphereTab } from './vsphere-view.tsx';

const nothing = (): void => undefined;

const faceOf =
  (tab: VsphereTab) =>
  ({ face }: { readonly face: FaceName }): ReactNode => (
    <VsphereView
      vsphere={inFace(
        face,
        sampleVsphere,
        tab === 'use' ? vsphereOff : { ...sampleVsphere, sessions: [], ownHosts: 'off', hosts: [] },
      )}
      tab={tab}
      pause={face === 'full' ? { onRun: nothing } : null}
      list={{
        calls: inFace(face, { items: [...sampleCalls], total: sampleCalls.length }, { items: [], total: 0 }),
        wish: { text: '', onlyFaults: false, isLive: true },
        chosen: face === 'full' ? sampleWire.number : null,
        onWish: nothing,
        onOpen: nothing,
        onClear: nothing,
      }}
      call={
        face === 'full'
          ? { call: inFace(face, sampleWire, sampleWire), onCopy: nothing, onClose: nothing }
          : null
      }
      strip={{ onSwitch: nothing, onCopy: nothing, onSave: nothing }}
      onTab={nothing}
      onEnd={nothing}
      onHostsOn={nothing}
    />
  );

export const VsphereCallsFace = faceOf('calls');
export const VsphereSessionsFace = faceOf('sessions');
export const VsphereHostsFace = faceOf('hosts');
export const VsphereUseFace = faceOf('use');
