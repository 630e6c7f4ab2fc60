import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { nothingPicked, setPick } from './asset-pick.ts';
import { usualView, viewIn, withView } from './asset-view.ts';
import type { AssetView } from './asset-view.ts';

type ViewUrl = {
  readonly view: AssetView;
  /** The view alone, without the selection and the rest. */
  readonly search: string;
  readonly change: (part: Partial<AssetView>) => void;
  readonly open: (search: string) => void;
  readonly text: string;
  readonly type: (text: string) => void;
};

const typingMillis = 200;

/** The address holds the view; what is typed reaches it a moment after the last key. */
export function useViewUrl(): ViewUrl {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => viewIn(params), [params]);
  const search = withView(new URLSearchParams(), view).toString();
  const [text, setText] = useState(view.filter.text);
  const put = (next: AssetView): void => {
    setParams((last) => withView(last, next), { replace: true });
  };
  const settle = useEffectEvent((typed: string) => {
    if (typed !== view.filter.text) put({ ...view, filter: { ...view.filter, text: typed } });
  });
  useEffect(() => {
    const timer = setTimeout(() => settle(text), typingMillis);
    return () => clearTimeout(timer);
  }, [text]);
  const asked = JSON.stringify(view.filter);
  // Ticks are of what was asked for: a link, or a step back, asks for something else.
  useEffect(() => () => setPick(nothingPicked), [asked]);
  const open = (next: AssetView): void => {
    setText(next.filter.text);
    put(next);
  };
  return {
    view,
    search,
    change: (part) => open({ ...view, ...part }),
    open: (of) => open(of === '' ? usualView : viewIn(new URLSearchParams(of))),
    text,
    type: setText,
  };
}
