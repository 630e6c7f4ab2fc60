/** The page of a device in each of its faces, for /states. */
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { sampleModels, sampleRacks } from '../rack/rack-samples.ts';
import { devicesIn } from '../rack/rack-model.ts';
import { inFace, sampleEpoch, sampleEvents, sampleName } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import { sampleRows, sampleToday } from './asset-samples.ts';
import type { DeviceFacts } from './device-facts.ts';
import { DeviceView } from './device-view.tsx';

const [model] = sampleModels;
const neighbours = model === undefined ? [] : devicesIn(model);
const chosen = neighbours.find(({ name }) => name === 'web-02') ?? neighbours[0];

const documents = [
  { title: 'Handbook', url: 'https://example.org/handbook.pdf' },
  { title: 'Cabling', url: 'share/cabling/b03.drawio' },
];
const asset = {
  owner: 'Platform',
  service: 'Payments',
  tag: 'DC1-00042',
  installed: '2024-03-11',
  warrantyUntil: '2025-11-30',
  notes: 'Left fan was changed.',
  documents,
};

const full: DeviceFacts | 'none' =
  chosen === undefined
    ? 'none'
    : {
        device: { ...chosen, spec: { ...chosen.spec, manufacturer: 'Generic', serial: 'SN-7042', asset } },
        row: sampleRows.at(0),
        story: {
          items: sampleEvents.slice(0, 4),
          lifecycle: [
            { state: 'planned', at: sampleEpoch },
            { state: 'active', at: sampleEpoch },
          ] as NonNullable<DeviceFacts['story']>['lifecycle'],
          isWhole: true,
        },
        neighbours,
      };

const nothing = (): void => undefined;

export function DeviceFace({ face }: { readonly face: FaceName }): ReactNode {
  const words = useText().assets.device;
  return (
    <DeviceView
      state={inFace<DeviceFacts | 'none'>(face, full, 'none')}
      inventory={sampleRacks}
      today={sampleToday}
      epoch={sampleEpoch}
      nameOf={sampleName}
      onSelect={nothing}
      actions={<Button>{words.label}</Button>}
    />
  );
}
