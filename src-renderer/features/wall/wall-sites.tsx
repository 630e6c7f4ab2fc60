import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Overview } from '../../../sim/contract/queries.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { numberText } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { fixed, worstOf } from './wall-figures.tsx';

const mostSites = 6;

type SiteFiguresProps = { readonly name: string; readonly overview: QueryState<Overview> };

function SiteFigures({ name, overview: state }: SiteFiguresProps): ReactNode {
  const words = useText().wall;
  return (
    <section aria-label={name} className="flex min-h-0 flex-col rounded-lg border bg-surface p-[1.2vw]">
      <h2 className="wall-title font-semibold">{name}</h2>
      <Face state={state} what={words.what} still={words.still}>
        {({ score, totalPower, pue, maxInlet, alarms }) => (
          <dl className="wall-label grid flex-1 auto-rows-fr grid-cols-[repeat(auto-fit,minmax(8em,1fr))] items-center gap-x-[1.5vw] [&_dd]:text-[length:clamp(30px,2.8vw,90px)] [&_dd]:leading-tight [&_dd]:font-semibold [&_dt]:text-text-2">
            <div>
              <dt>{words.score}</dt>
              <dd>{numberText(score, 0)}</dd>
            </div>
            <div>
              <dt>{words.totalPower}</dt>
              <dd>{fixed(totalPower, 1, 'kW')}</dd>
            </div>
            <div>
              <dt>{words.pue}</dt>
              <dd>{fixed(pue, 2, '')}</dd>
            </div>
            <div>
              <dt>{words.maxInlet}</dt>
              <dd>{fixed(maxInlet, 1, '°C')}</dd>
            </div>
            <div>
              <dt>{words.activeAlarms}</dt>
              <dd className="flex items-center gap-3">
                <StatusMark kind={worstOf(alarms) ?? 'ok'} size={32} />
                {alarms.critical + alarms.major + alarms.minor + alarms.info}
              </dd>
            </div>
          </dl>
        )}
      </Face>
    </section>
  );
}

function LiveSite({ id, name }: { readonly id: EntityId; readonly name: string }): ReactNode {
  return <SiteFigures name={name} overview={useQuery('overview', { site: id }, { every: 3000 })} />;
}

type WallSitesProps = { readonly sites: readonly { readonly id: EntityId; readonly name: string }[] };

/** Each site in five numbers. */
export function WallSites({ sites }: WallSitesProps): ReactNode {
  const words = useText().wall;
  return (
    <div className="flex min-h-0 flex-1 flex-col p-[1vw]">
      <div className="grid min-h-0 flex-1 auto-rows-fr grid-cols-[repeat(auto-fit,minmax(30vw,1fr))] gap-[1vw]">
        {sites.slice(0, mostSites).map(({ id, name }) => (
          <LiveSite key={id} id={id} name={name} />
        ))}
      </div>
      {sites.length > mostSites && (
        <p className="wall-label pt-2 text-text-2">{words.more(sites.length - mostSites)}</p>
      )}
    </div>
  );
}
