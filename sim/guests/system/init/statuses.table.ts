/** Names of exit statuses as systemd says them. */
export const statusNames: Readonly<Record<number, string>> = {
  0: 'SUCCESS', 1: 'FAILURE', 2: 'INVALIDARGUMENT', 3: 'NOTIMPLEMENTED', 4: 'NOPERMISSION', 5: 'NOTINSTALLED', 6: 'NOTCONFIGURED',
  7: 'NOTRUNNING', 200: 'CHDIR', 202: 'FDS', 203: 'EXEC', 216: 'GROUP', 217: 'USER',
};
