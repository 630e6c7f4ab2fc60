import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { openPanel } from '../../app/panels.ts';
import { useSelection } from '../../app/selection.ts';
import { useQuery } from '../../data/client.ts';
import { nameOfEntity, useWorld, worldNow } from '../../data/world.ts';
import { useLanguage, useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { useCoolingState } from './cooling-state.ts';
import { CoolingView } from './cooling-view.tsx';
import { applyAdvice, dismissAdvice, setMode, setUnit, undoAdvice } from './do-cooling.ts';
import { liveSources } from './live-sources.tsx';
import { sitesOf } from './plant-of.ts';
import type { CoolingPlant } from './plant-of.ts';
import { useEfficiency, usePlant, useSite, useSupplyTrends } from './use-cooling.ts';

const nothing: CoolingPlant = {
  site: '' as CoolingPlant['site'],
  units: [],
  zones: [],
  loops: [],
  meters: {},
};

export function CoolingScreen(): ReactNode {
  const words = useText().cooling;
  const site = useSite();
  const plant = usePlant(site);
  const of = plant.data ?? nothing;
  const selected = useSelection((state) => state.selected);
  const select = useSelection((state) => state.select);
  useEffect(() => {
    useCoolingState.setState({ isShown: true });
    return () => useCoolingState.setState({ isShown: false });
  }, []);
  const asked = site === null ? null : { site };
  return (
    <CoolingView
      // Numbers write themselves: in another language they are written anew.
      key={useLanguage()}
      plant={plant}
      sources={liveSources}
      advice={useQuery('advice', asked, { every: 2000 })}
      trend={useEfficiency(of)}
      rides={useQuery('ride-through', asked, { every: 5000 })}
      trends={useSupplyTrends(of)}
      selected={selected}
      nameOf={nameOfEntity}
      onSelect={select}
      onSet={(unit, setpoint) => void setUnit(unit, setpoint)}
      onMode={(mode) => void setMode(site, mode)}
      onApply={(advice) => void applyAdvice(advice)}
      onDismiss={(advice) => void dismissAdvice(advice)}
      onUndo={(advice) => void undoAdvice(advice)}
      newLab={
        <Button look="primary" onClick={() => openPanel('new-lab')}>
          {words.newLab}
        </Button>
      }
      siteChoice={<SiteChoice site={site} onChoose={select} />}
    />
  );
}

type SiteChoiceProps = {
  readonly site: CoolingPlant['site'] | null;
  readonly onChoose: (site: CoolingPlant['site']) => void;
};

function SiteChoice({ site, onChoose }: SiteChoiceProps): ReactNode {
  const words = useText().cooling;
  useWorld((state) => state.layout);
  const sites = sitesOf(worldNow());
  if (sites.length < 2) return null;
  return (
    <div role="group" aria-label={words.site} className="flex shrink-0 gap-1">
      {sites.map(({ id, name }) => (
        <Button
          key={id}
          aria-pressed={id === site}
          look={id === site ? 'primary' : 'ghost'}
          onClick={() => onChoose(id)}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}
