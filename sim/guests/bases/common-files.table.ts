import type { FileRow } from './distribution.ts';

const hosts = '127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\nff02::1\tip6-allnodes\nff02::2\tip6-allrouters\n';

const services = `# Names of well-known ports.
ftp\t\t21/tcp
ssh\t\t22/tcp
telnet\t\t23/tcp
smtp\t\t25/tcp\t\tmail
domain\t\t53/tcp
domain\t\t53/udp
http\t\t80/tcp\t\twww
pop3\t\t110/tcp
ntp\t\t123/udp
imap2\t\t143/tcp\timap
snmp\t\t161/udp
https\t\t443/tcp
https\t\t443/udp
syslog\t\t514/udp
imaps\t\t993/tcp
mysql\t\t3306/tcp
postgresql\t5432/tcp
redis\t\t6379/tcp
http-alt\t8080/tcp\twebcache
`;

const protocols = 'ip\t0\tIP\nicmp\t1\tICMP\ntcp\t6\tTCP\nudp\t17\tUDP\nipv6\t41\tIPv6\nipv6-icmp\t58\tIPv6-ICMP\n';

export const commonFiles: readonly FileRow[] = [
  ['/etc/hosts', hosts],
  ['/etc/services', services],
  ['/etc/protocols', protocols],
  ['/etc/shells', '/bin/sh\n/bin/bash\n/usr/bin/sh\n/usr/bin/bash\n'],
  ['/etc/host.conf', 'multi on\n'],
  ['/etc/networks', 'default\t0.0.0.0\nloopback\t127.0.0.0\nlink-local\t169.254.0.0\n'],
  ['/etc/timezone', 'Etc/UTC\n'],
  ['/var/log/lastlog', '', 0o664, 0, 43],
  ['/var/log/wtmp', '', 0o664, 0, 43],
  ['/var/log/btmp', '', 0o660, 0, 43],
];

export const loginProfile = `# Read by shells that log in.
if [ "$(id -u 2>/dev/null)" = "0" ]; then
  PATH="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
else
  PATH="/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games"
fi
export PATH
case $- in
  *i*)
    PS1='\\h:\\w\\$ '
    if [ -f /etc/bash.bashrc ]; then
      . /etc/bash.bashrc
    fi
    ;;
esac
for part in /etc/profile.d/*.sh; do
  if [ -r "$part" ]; then
    . "$part"
  fi
done
unset part
`;

export const debianBashrc = `# Read by every interactive bash.
case $- in
  *i*) ;;
    *) return;;
esac
shopt -s checkwinsize
PS1='\${debian_chroot:+($debian_chroot)}\\u@\\h:\\w\\$ '
`;

export const userBashrc = `# ~/.bashrc: read by bash where it does not log in.
case $- in
  *i*) ;;
    *) return;;
esac
HISTCONTROL=ignoreboth
HISTSIZE=1000
HISTFILESIZE=2000
shopt -s histappend
shopt -s checkwinsize
PS1='\\u@\\h:\\w\\$ '
alias ls='ls --color=auto'
alias grep='grep --color=auto'
alias ll='ls -alF'
alias la='ls -A'
alias l='ls -CF'
`;

export const userProfile = `# ~/.profile: read by the shell that logs in.
if [ -n "$BASH_VERSION" ]; then
  if [ -f "$HOME/.bashrc" ]; then
    . "$HOME/.bashrc"
  fi
fi
if [ -d "$HOME/bin" ]; then
  PATH="$HOME/bin:$PATH"
fi
`;

export const rootBashrc = `# ~/.bashrc of root.
case $- in
  *i*) ;;
    *) return;;
esac
PS1='\\u@\\h:\\w\\$ '
alias ls='ls --color=auto'
alias ll='ls -l'
`;

export const sudoersOf = (group: string): string => `# Who may become whom. Change it with visudo.
Defaults\tenv_reset
Defaults\tmail_badpass
Defaults\tsecure_path="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

root\tALL=(ALL:ALL) ALL
%${group}\tALL=(ALL:ALL) ALL

@includedir /etc/sudoers.d
`;

export const sshServer = (sftp: string): string => `# The server's settings; sshd_config(5) lists them all.
Include /etc/ssh/sshd_config.d/*.conf

#Port 22
#AddressFamily any
#ListenAddress 0.0.0.0

#PermitRootLogin prohibit-password
#PubkeyAuthentication yes
#AuthorizedKeysFile\t.ssh/authorized_keys .ssh/authorized_keys2
#PasswordAuthentication yes
KbdInteractiveAuthentication no
UsePAM yes
X11Forwarding yes
PrintMotd no
AcceptEnv LANG LC_*
Subsystem\tsftp\t${sftp}
`;

export const sshClient = 'Include /etc/ssh/ssh_config.d/*.conf\n\nHost *\n    SendEnv LANG LC_*\n    HashKnownHosts yes\n';

export const loginDefaults = `# What useradd, passwd and login go by.
MAIL_DIR\t/var/mail
PASS_MAX_DAYS\t99999
PASS_MIN_DAYS\t0
PASS_WARN_AGE\t7
UID_MIN\t\t1000
UID_MAX\t\t60000
SYS_UID_MIN\t100
SYS_UID_MAX\t999
GID_MIN\t\t1000
GID_MAX\t\t60000
UMASK\t\t022
USERGROUPS_ENAB\tyes
ENCRYPT_METHOD\tSHA512
SHA_CRYPT_MIN_ROUNDS\t1000
SHA_CRYPT_MAX_ROUNDS\t1000
`;

export const rotation = 'weekly\nrotate 4\ncreate\ninclude /etc/logrotate.d\n';
