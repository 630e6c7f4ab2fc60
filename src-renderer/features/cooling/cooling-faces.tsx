import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { readableWord } from '../../ui/value-words.ts';
import { inFace, noHistory } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import {
  emptyPlant,
  noAdvice,
  sampleAdvice,
  sampleEfficiency,
  samplePlant,
  sampleRides,
  sampleTrends,
  sampleValue,
} from './cooling-samples.ts';
import type { CoolingSources } from './cooling-sources.ts';
import { CoolingView } from './cooling-view.tsx';

const nothing = (): void => undefined;

const sampleSources: CoolingSources = {
  value: ({ sensor, metric }) => (sensor === undefined ? '–' : sampleValue(metric)),
  state: () => readableWord('running'),
  difference: () => '13.1 K',
  age: () => '4 s',
  watchZone: (_, listener) => {
    listener({ cold: 23.4, hot: 35.2, warmest: 24.3 });
    return nothing;
  },
};

export function CoolingFace({ face }: { readonly face: FaceName }): ReactNode {
  const words = useText().cooling;
  return (
    <CoolingView
      plant={inFace(face, samplePlant, emptyPlant)}
      sources={sampleSources}
      advice={inFace(face, sampleAdvice, noAdvice)}
      trend={inFace(face, sampleEfficiency, noHistory)}
      rides={inFace(face, { items: sampleRides }, { items: [] })}
      trends={sampleTrends}
      selected={null}
      nameOf={(id) => id}
      onSelect={nothing}
      onSet={nothing}
      onMode={nothing}
      onApply={nothing}
      onDismiss={nothing}
      onUndo={nothing}
      newLab={<Button look="primary">{words.newLab}</Button>}
      siteChoice={null}
    />
  );
}
