/** Keywords of sshd_config, in small letters. */
export const sshKeywords: ReadonlySet<string> = new Set([
  'acceptenv', 'addressfamily', 'allowagentforwarding', 'allowgroups', 'allowstreamlocalforwarding', 'allowtcpforwarding', 'allowusers',
  'authenticationmethods', 'authorizedkeyscommand', 'authorizedkeyscommanduser', 'authorizedkeysfile', 'banner', 'challengeresponseauthentication',
  'chrootdirectory', 'ciphers', 'clientalivecountmax', 'clientaliveinterval', 'compression', 'denygroups', 'denyusers', 'exposeauthinfo',
  'forcecommand', 'gatewayports', 'gssapiauthentication', 'gssapicleanupcredentials', 'hostbasedauthentication', 'hostkey', 'hostkeyalgorithms',
  'ignorerhosts', 'ignoreuserknownhosts', 'include', 'ipqos', 'kbdinteractiveauthentication', 'kerberosauthentication', 'kexalgorithms',
  'listenaddress', 'logingracetime', 'loglevel', 'macs', 'match', 'maxauthtries', 'maxsessions', 'maxstartups', 'passwordauthentication',
  'permitemptypasswords', 'permitopen', 'permitrootlogin', 'permittty', 'permittunnel', 'permituserenvironment', 'pidfile', 'port',
  'printlastlog', 'printmotd', 'pubkeyacceptedalgorithms', 'pubkeyauthentication', 'rekeylimit', 'strictmodes', 'subsystem', 'syslogfacility',
  'tcpkeepalive', 'trustedusercakeys', 'usedns', 'usepam', 'versionaddendum', 'x11displayoffset', 'x11forwarding', 'x11uselocalhost', 'xauthlocation',
]);
