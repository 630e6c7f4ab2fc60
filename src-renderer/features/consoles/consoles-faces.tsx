import type { ReactNode } from 'react';
import { inFace } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import { ConsolesView } from './consoles-view.tsx';
import type { Machine } from './machine-list.tsx';

const powers = ['on', 'on', 'off', 'suspended', 'paused'] as const;
const items = powers.map(
  (power, at) =>
    ({
      id: `vm-${at + 1}`,
      kind: 'vm',
      name: `web-0${at + 1}`,
      spec: { power, isTemplate: false },
    }) as unknown as Machine,
);

export const ConsolesFace = ({ face }: { readonly face: FaceName }): ReactNode => (
  <ConsolesView machines={inFace(face, { items }, { items: [] })} />
);
