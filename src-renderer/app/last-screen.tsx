import { useEffect, useEffectEvent, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { screens } from './shell.actions.ts';

const storageKey = 'coldaisle.last-screen';

const isScreen = (path: string | null): path is string => screens.some((screen) => screen.path === path);

/** Where a bare address leads: to the screen one was on last. A link that says more is followed as it stands. */
export function startPath(
  at: { readonly pathname: string; readonly search: string },
  start: { readonly last: string | null; readonly how: string },
): string | null {
  const isBare = at.pathname === '/' && at.search === '' && start.how === 'navigate';
  return isBare && isScreen(start.last) && start.last !== '/' ? start.last : null;
}

const howLoaded = (): string => {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming ? entry.type : '';
};

/** Kept in this browser. */
export function LastScreen(): null {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const hasBegun = useRef(false);
  const follow = useEffectEvent(() => {
    const isFirst = !hasBegun.current;
    hasBegun.current = true;
    const last = window.localStorage.getItem(storageKey);
    const path = isFirst ? startPath({ pathname, search }, { last, how: howLoaded() }) : null;
    if (path !== null) void navigate(path, { replace: true });
    else if (isScreen(pathname)) window.localStorage.setItem(storageKey, pathname);
  });
  useEffect(() => follow(), [pathname]);
  return null;
}
