/** How new racks would be fed, and what is short. */
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { Feed, FeedPlans } from './rack-feeds.ts';

type FeedWordsProps = { readonly feeds: FeedPlans; readonly count: number };

export function FeedWords({ feeds, count }: FeedWordsProps): ReactNode {
  const words = useText().floor.feeds;
  const { A: a, B: b } = feeds;
  if (a.panel !== null && b.panel !== null && a.count === count && b.count === count)
    return <span>{words.all(a.panel.name, b.panel.name)}</span>;
  const short = (feed: Feed): string | null => {
    const plan = feeds[feed];
    if (plan.panel === null) return feed === 'B' && a.panel !== null ? words.second : words.none(feed);
    return plan.count === count
      ? null
      : words.some({ feed, count: plan.count, of: count, panel: plan.panel.name });
  };
  return (['A', 'B'] as const).map((feed) => {
    const word = short(feed);
    return word === null ? null : <StatusMark key={feed} kind="minor" showWord word={word} />;
  });
}
