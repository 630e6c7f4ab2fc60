import { useEffect } from 'react';
import { useWorld } from '../data/world.ts';
import { showToast } from '../ui/toasts.ts';

/**
 * Shows what the host wants seen: in the corner of the system where this page is hidden and may do so,
 * else in its own corner.
 */
export function Notices(): null {
  const notice = useWorld((state) => state.notice);
  useEffect(() => {
    if (notice === null) return undefined;
    const isAllowed = typeof Notification !== 'undefined' && Notification.permission === 'granted';
    if (!document.hidden || !isAllowed) {
      showToast({
        kind: notice.kind === 'test' ? 'done' : 'refused',
        title: notice.title,
        hint: notice.body,
      });
      return undefined;
    }
    const shown = new Notification(notice.title, { body: notice.body, tag: `coldaisle-${notice.id}` });
    return () => shown.close();
  }, [notice]);
  return null;
}
