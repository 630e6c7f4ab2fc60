/** A report that is asked for, how far it is, and the way to stop it. */
import { useEffect, useMemo, useState } from 'react';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { execute, query, useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';
import { useLanguage } from '../../text/text.ts';
import { labNow } from '../inspector/lab-now.ts';
import { askedFor } from './report-place.ts';
import type { ReportPlace } from './report-place.ts';
import type { FileAsked } from './report-files.ts';

const newTicket = (): string =>
  `ui-${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** `share` is 0 … 1, null before the host knows how much there is to do. */
export type ReportProgress = {
  readonly share: number | null;
  readonly what: string;
  readonly sensors: number;
};

export type MadeReport = {
  readonly report: QueryState<QueryAnswer<'report'>>;
  /** What was asked; null where the range is none yet. */
  readonly asked: FileAsked | null;
  /** How far it is; null while nothing is being made. */
  readonly progress: ReportProgress | null;
  readonly again: () => void;
  readonly cancel: () => void;
};

const lookMillis = 400;

export function useReport(place: ReportPlace): MadeReport {
  const language = useLanguage();
  const story = useWorld((state) => state.story);
  const isReady = useWorld((state) => state.phase === 'ready');
  const [turn, setTurn] = useState(0);
  // A report is of the moment it was asked for: lab time goes on under it.
  const key = JSON.stringify({ place, language, story, turn });
  const asked = useMemo(() => {
    const { place: wanted } = JSON.parse(key) as { place: ReportPlace };
    const found = isReady && labNow() > 0 ? askedFor(wanted, labNow()) : null;
    return found === null ? null : { ...found, language };
  }, [key, language, isReady]);
  const ticket = useMemo(() => (asked === null ? '' : newTicket()), [asked]);
  const report = useQuery('report', asked === null ? null : { ...asked, ticket });
  const isMaking = asked !== null && !isAnswered(report, asked);
  return {
    report,
    asked,
    progress: useProgress(ticket, isMaking),
    again: () => setTurn((last) => last + 1),
    cancel: () => void execute({ type: 'desk.report', order: { act: 'cancel', ticket } }),
  };
}

/** The last report stays while another is being made. */
function isAnswered({ data, refusal }: QueryState<QueryAnswer<'report'>>, asked: FileAsked): boolean {
  if (refusal !== null) return true;
  if (data === null) return false;
  const { meta } = data;
  return (
    meta.kind === asked.kind &&
    meta.language === asked.language &&
    (meta.scope.id ?? undefined) === asked.within &&
    // The host cuts off what lies before the lab began.
    meta.to === Math.min(asked.to, meta.labTime) &&
    (meta.prior === null && meta.priorNote === '') === (asked.compare === 'none')
  );
}

const begun: ReportProgress = { share: null, what: '', sensors: 0 };

function useProgress(ticket: string, isMaking: boolean): ReportProgress | null {
  const [progress, setProgress] = useState(begun);
  useEffect(() => {
    if (!isMaking) return undefined;
    setProgress(begun);
    const look = async (): Promise<void> => {
      const answer = await query('reports', {});
      const mine = answer.ok ? answer.value.running.find((one) => one.ticket === ticket) : undefined;
      if (mine !== undefined) setProgress(mine);
    };
    const timer = setInterval(() => void look(), lookMillis);
    return () => clearInterval(timer);
  }, [ticket, isMaking]);
  return isMaking ? progress : null;
}
