import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Status } from '../../../sim/contract/queries.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import type { Settings } from '../../../sim/contract/settings.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { StaleNote } from '../../ui/states.tsx';
import { AppearancePart } from './appearance-part.tsx';
import { DesktopPart } from './desktop-part.tsx';
import type { Permission } from './desktop-permission.ts';
import { HistoryPart } from './history-part.tsx';
import { SectionForm } from './section-form.tsx';
import type { SectionFormProps } from './section-form.tsx';
import { editsIn, savedText, textAt } from './settings-draft.ts';
import type { Edits } from './settings-draft.ts';
import { SectionList } from './section-list.tsx';
import type { PlaceId } from './section-list.tsx';
import { sections } from './settings-fields.table.ts';
import type { Section, SectionId } from './settings-fields.table.ts';

export type SettingsViewProps = Pick<SectionFormProps, 'onEdit' | 'onSave' | 'onRevert'> & {
  readonly settings: QueryState<Settings>;
  readonly status: QueryState<Pick<Status, 'faces' | 'storage'>>;
  readonly edits: Edits;
  readonly refusals: Readonly<Partial<Record<SectionId, Refusal>>>;
  readonly saved: SectionId | null;
  readonly permission: Permission;
  /** Where to go to at once. */
  readonly place: PlaceId | null;
  readonly onAsk: () => void;
  readonly onTest: () => void;
};

type PartProps = { readonly settings: Settings; readonly props: SettingsViewProps };

/** Pixels above a section that was gone to. */
const margin = 12;

/** What a section has besides its fields. */
function moreOf(section: Section, { settings, props }: PartProps): ReactNode {
  const { edits, status, permission, onAsk, onTest } = props;
  if (section.id === 'history') {
    return (
      <HistoryPart
        rawDays={textAt(settings, edits, 'history.rawDays')}
        bucketDays={textAt(settings, edits, 'history.bucketDays')}
        storage={status.data?.storage ?? null}
      />
    );
  }
  if (section.id !== 'desktop') return null;
  const isOn = savedText(settings, 'notify.desktop') === 'on';
  return <DesktopPart permission={permission} isOn={isOn} onAsk={onAsk} onTest={onTest} />;
}

/** Its own region scrolls and nothing else: `scrollIntoView` would move the window with it. */
function bringUp(place: HTMLElement): void {
  const region = place.closest<HTMLElement>('[role="region"]');
  if (region !== null)
    region.scrollTop += place.getBoundingClientRect().top - region.getBoundingClientRect().top - margin;
  place.focus({ preventScroll: true });
}

function Place({
  id,
  isHere,
  children,
}: {
  readonly id: PlaceId;
  readonly isHere: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isHere) return;
    if (ref.current !== null) bringUp(ref.current);
  }, [isHere]);
  return (
    <div ref={ref} tabIndex={-1} data-place={id} className="rounded-lg">
      {children}
    </div>
  );
}

const About = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <p className="border-b px-4 py-2 text-12 text-text-2">{children}</p>
);

const link = 'inline-flex min-h-6 items-center underline';

const elsewhere = [
  { noun: 'alarms', to: '/alarms?tab=notifications' },
  { noun: 'hardware', to: '/hardware' },
  { noun: 'labs', to: '/labs' },
] as const;

function Elsewhere(): ReactNode {
  const words = useText().settings.elsewhere;
  return (
    <ul className="flex flex-col gap-1 px-4 py-3 text-12">
      {elsewhere.map(({ noun, to }) => (
        <li key={noun}>
          <Link className={link} to={to}>
            {words[noun]}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Sections({ settings, props }: PartProps): ReactNode {
  const words = useText().settings;
  const { edits, refusals, saved, status, place } = props;
  return (
    <div className="relative flex w-full max-w-5xl flex-col gap-3 p-3">
      {sections.map((section) => (
        <Place key={section.id} id={section.id} isHere={place === section.id}>
          <Panel title={words.sections[section.id].title}>
            <About>{words.sections[section.id].about}</About>
            <SectionForm
              section={section}
              settings={settings}
              edits={edits}
              faces={status.data?.faces ?? null}
              refusal={refusals[section.id] ?? null}
              isSaved={saved === section.id}
              more={moreOf(section, { settings, props })}
              onEdit={props.onEdit}
              onSave={props.onSave}
              onRevert={props.onRevert}
            />
          </Panel>
        </Place>
      ))}
      <Place id="appearance" isHere={place === 'appearance'}>
        <Panel title={words.appearance.title}>
          <About>{words.appearance.about}</About>
          <AppearancePart />
        </Panel>
      </Place>
      <Place id="elsewhere" isHere={place === 'elsewhere'}>
        <Panel title={words.elsewhere.title}>
          <Elsewhere />
        </Panel>
      </Place>
    </div>
  );
}

export function SettingsView(props: SettingsViewProps): ReactNode {
  const words = useText().settings;
  const { settings, status, edits, place } = props;
  const root = useRef<HTMLElement>(null);
  const go = (id: PlaceId): void => {
    const found = root.current?.querySelector<HTMLElement>(`[data-place="${id}"]`);
    if (found !== undefined && found !== null) bringUp(found);
  };
  const changed = sections.filter((section) => Object.keys(editsIn(section, edits)).length > 0);
  return (
    <section ref={root} aria-label={words.title} className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">{words.title}</h1>
      <Face state={settings} what={words.what} still={words.still}>
        {(data) => (
          <div className="grid min-h-0 flex-1 grid-cols-[208px_minmax(0,1fr)] max-[760px]:grid-cols-1 max-[760px]:grid-rows-[auto_minmax(0,1fr)]">
            <SectionList place={place} changed={changed.map(({ id }) => id)} onGo={go} />
            <div className="flex min-h-0 flex-col">
              {status.refusal !== null && settings.phase === 'ready' && (
                <StaleNote text={words.facesNotRead(status.refusal.message)} onRetry={status.retry} />
              )}
              <ScrollRegion label={words.all}>
                <Sections settings={data} props={props} />
              </ScrollRegion>
            </div>
          </div>
        )}
      </Face>
    </section>
  );
}
