/** How much an event of a type matters, as clients colour it. */
export function categoryOf(type: string): 'info' | 'warning' | 'error' | 'user' {
  if (type === 'GeneralUserEvent') return 'user';
  if (/Failed|ConnectionLost|BadUsername|Error|NoPermission/.test(type)) return 'error';
  if (/Disconnected|RestartedOnAlternateHost|Lost|Warning|Conflict/.test(type)) return 'warning';
  return 'info';
}
