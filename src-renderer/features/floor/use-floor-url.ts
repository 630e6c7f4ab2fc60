/** Keeps the address and the floor the same: a link, and going back, show what they say; a choice rewrites the address. */
import { useEffect, useEffectEvent } from 'react';
import { NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router';
import { leaveEdit, useFloorEdit } from './floor-edit.ts';
import { type FloorPlace, isStep, placeIn, saysPlace, searchWithPlace } from './floor-place.ts';
import { useFloorTime } from './floor-time.ts';
import { useFloorView } from './floor-view-state.ts';

/** Elsewhere, as on a wall, the address is not the floor's. */
const ownPath = '/floor';

function placeNow(): FloorPlace {
  const { layer, mode, face } = useFloorView.getState();
  return { layer, mode, face, isEditing: useFloorEdit.getState().isOn, at: useFloorTime.getState().at };
}

function follow({ layer, mode, face, isEditing, at }: FloorPlace): void {
  const before = placeNow();
  if (before.layer !== layer || before.mode !== mode || before.face !== face)
    useFloorView.setState({ layer, mode, face });
  if (before.isEditing && !isEditing) leaveEdit();
  if (!before.isEditing && isEditing) useFloorEdit.setState({ isOn: true });
  if (before.at !== at) useFloorTime.setState({ at, isOpen: at !== null });
}

export function useFloorUrl(): void {
  const { pathname, search, key } = useLocation();
  const navigationType = useNavigationType();
  const navigate = useNavigate();
  const layer = useFloorView((state) => state.layer);
  const mode = useFloorView((state) => state.mode);
  const face = useFloorView((state) => state.face);
  const isEditing = useFloorEdit((state) => state.isOn);
  const at = useFloorTime((state) => state.at);

  useEffect(() => {
    // A way inside the app that says nothing of it leaves the floor as it was; so does the first page.
    const isBack = navigationType === NavigationType.Pop && key !== 'default';
    if (pathname === ownPath && (saysPlace(search) || isBack)) follow(placeIn(search));
  }, [pathname, search, navigationType, key]);

  const write = useEffectEvent(() => {
    if (pathname !== ownPath) return;
    // As it is by now: what a link asked for a moment ago must not be taken out of the address again.
    const place = placeNow();
    const next = searchWithPlace(search, place);
    if (next === searchWithPlace(search, placeIn(search))) return;
    void navigate({ pathname, search: next }, { replace: !isStep(placeIn(search), place) });
  });
  useEffect(() => write(), [layer, mode, face, isEditing, at, pathname, search]);
}
