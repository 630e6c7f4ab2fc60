import { ArrowRight, Compass } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Action } from '../../app/actions.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { GuideText } from './guide-text.tsx';
import { guideTable } from './guide.table.ts';
import type { ScreenNoun } from './guide.table.ts';
import { commandsOf } from './guide.ts';
import type { Guide } from './guide.ts';
import { SideList } from './side-list.tsx';
import type { Document } from './documents.ts';

export type GuidedScreen = {
  readonly path: string;
  readonly noun: ScreenNoun;
  readonly icon: LucideIcon;
  readonly shortcut: string;
};

export type ScreensTabProps = {
  readonly guide: QueryState<Guide>;
  readonly screens: readonly GuidedScreen[];
  readonly actions: readonly Action[];
  readonly about: string | null;
  readonly onAbout: (noun: ScreenNoun) => void;
  readonly onGo: (path: string) => void;
  readonly documents: readonly Document[];
  /** Begins the tour or goes on with it, in words. */
  readonly tour: { readonly label: string; readonly start: () => void };
};

function Commands({ actions }: { readonly actions: readonly Action[] }): ReactNode {
  const words = useText().help;
  if (actions.length === 0) return <p className="text-13 text-text-2">{words.noKeys}</p>;
  return (
    <dl className="max-w-2xl">
      {actions.map((action) => (
        <div key={action.id} className="flex min-h-8 items-center justify-between gap-4 border-t text-13">
          <dt>{action.title}</dt>
          <dd>{action.shortcut !== null && <Kbd keys={action.shortcut} />}</dd>
        </div>
      ))}
    </dl>
  );
}

function ReadMore({
  noun,
  documents,
}: {
  readonly noun: ScreenNoun;
  readonly documents: readonly Document[];
}) {
  const words = useText().help;
  const mine = guideTable[noun].documents.flatMap((name) => documents.filter((one) => one.name === name));
  if (mine.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-13 font-semibold">{words.readMore}</h3>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-13">
        {mine.map(({ name, title }) => (
          <li key={name}>
            <Link to={`/help?doc=${name}`} className="inline-flex min-h-6 items-center underline">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What each screen is for, with its keys and what there is to read about it. */
export function ScreensTab(props: ScreensTabProps): ReactNode {
  const { guide, screens, actions, about, onAbout, onGo, documents, tour } = props;
  const all = useText();
  const words = all.help;
  const screen = screens.find(({ noun }) => noun === about) ?? screens[0];
  if (screen === undefined) return null;
  const name = all.shell.screens[screen.noun];
  return (
    <div className="flex min-h-0 flex-1 flex-col @min-[720px]:flex-row">
      <SideList
        label={words.screenList}
        items={screens.map(({ noun, icon }) => ({ id: noun, title: all.shell.screens[noun], icon }))}
        chosen={screen.noun}
        onChoose={(id) => onAbout(id as ScreenNoun)}
      />
      <Face state={guide} what={words.textsWhat} still={words.documentsStill}>
        {(texts) => (
          <ScrollRegion label={name}>
            <article className="flex flex-col gap-5 p-4">
              <header className="flex flex-wrap items-center gap-3">
                <h2 className="text-16 font-semibold">{name}</h2>
                <Button icon={ArrowRight} onClick={() => onGo(screen.path)}>
                  {words.openScreen(name)}
                </Button>
                <Kbd keys={screen.shortcut} />
                <Button look="ghost" icon={Compass} className="ml-auto" onClick={tour.start}>
                  {tour.label}
                </Button>
              </header>
              <GuideText sentences={texts[screen.noun]} />
              <section>
                <h3 className="mb-1 text-13 font-semibold">{words.keys}</h3>
                <Commands actions={commandsOf(actions, screen.noun)} />
              </section>
              <ReadMore noun={screen.noun} documents={documents} />
            </article>
          </ScrollRegion>
        )}
      </Face>
    </div>
  );
}
