import type { Route } from '../personalities/vmware/server/routes.ts';

/** The same part of the face, whose cookies are for TLS only: clients without it keep none. */
export const securely = (route: Route): Route => ({
  ...route,
  handle: (request, answer) =>
    route.handle(request, {
      ...answer,
      header: (name, value) => {
        const isOpen = name.toLowerCase() === 'set-cookie' && !value.includes('; Secure');
        answer.header(name, isOpen ? `${value}; Secure` : value);
      },
    }),
});
