/** What the host says of its faces. */
export const toldFaces: Readonly<Record<string, string>> = {
  'Container engine': 'Container-Engine',
  'Switched off in the settings': 'In den Einstellungen ausgeschaltet',
  'Containers are switched off in the settings': 'Container sind in den Einstellungen ausgeschaltet',
};
