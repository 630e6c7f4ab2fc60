/** Whether this browser lets the page speak in the corner of the screen. Electron has the same API. */
import { useEffect, useState } from 'react';

export type Permission = NotificationPermission | 'unknown here';

const permissionNow = (): Permission =>
  typeof Notification === 'undefined' ? 'unknown here' : Notification.permission;

type Asking = { readonly permission: Permission; readonly ask: () => Promise<void> };

/** It may be changed in the browser's own settings meanwhile: looked at anew when the page is. */
export function useDesktopPermission(): Asking {
  const [permission, setPermission] = useState(permissionNow);
  useEffect(() => {
    const look = (): void => setPermission(permissionNow());
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return {
    permission,
    ask: async () => {
      if (typeof Notification !== 'undefined') setPermission(await Notification.requestPermission());
    },
  };
}
