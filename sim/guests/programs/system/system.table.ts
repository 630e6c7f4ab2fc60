import type { Program } from '../../kernel/program.ts';
import { init } from '../../system/init/init.ts';
import { cron } from './cron/cron.ts';
import { crontab } from './cron/crontab.ts';
import { journalctl } from './journalctl.ts';
import { login } from './login.ts';
import { arp } from './net/arp.ts';
import { curl } from './net/curl.ts';
import { dig } from './net/dig.ts';
import { host, nslookup } from './net/host.ts';
import { ifdown, ifup } from './net/ifup.ts';
import { ip } from './net/ip.ts';
import { netplan } from './net/netplan.ts';
import { ping } from './net/ping.ts';
import { netcat } from './net/netcat.ts';
import { ss } from './net/ss.ts';
import { traceroute } from './net/traceroute.ts';
import { wget } from './net/wget.ts';
import { nginx } from './nginx/nginx.ts';
import { halt, poweroff, reboot, shutdown } from './power.ts';
import { service } from './service.ts';
import { ssh } from './ssh/client.ts';
import { sshCopyId } from './ssh/copy-id.ts';
import { sshKeygen } from './ssh/keygen.ts';
import { sshd } from './sshd.ts';
import { systemctl } from './systemctl.ts';
import { chronyc } from './time/chronyc.ts';
import { chronyd } from './time/chronyd.ts';
import { timedatectl } from './time/timedatectl.ts';
import { getent, gpasswd, groupadd, groupdel } from './users/groups.ts';
import { chage } from './users/chage.ts';
import { chpasswd, passwd } from './users/passwd.ts';
import { su } from './users/su.ts';
import { sudo } from './users/sudo.ts';
import { useradd } from './users/useradd.ts';
import { userdel, usermod } from './users/usermod.ts';
import { visudo } from './users/visudo.ts';

/** What makes a machine a system: its first process, who may do what, services. */
export const systemPrograms: ReadonlyMap<string, Program> = new Map([
  ['systemd', init],
  ['login', login],
  ['systemctl', systemctl],
  ['timedatectl', timedatectl],
  ['chronyd', chronyd],
  ['chronyc', chronyc],
  ['journalctl', journalctl],
  ['service', service],
  ['poweroff', poweroff],
  ['reboot', reboot],
  ['halt', halt],
  ['shutdown', shutdown],
  ['nginx', nginx],
  ['sshd', sshd],
  ['ssh', ssh],
  ['ssh-keygen', sshKeygen],
  ['ssh-copy-id', sshCopyId],
  ['cron', cron],
  ['crond', cron],
  ['crontab', crontab],
  ['ip', ip],
  ['ifup', ifup],
  ['ifdown', ifdown],
  ['netplan', netplan],
  ['ss', ss],
  ['ping', ping],
  ['curl', curl],
  ['wget', wget],
  ['dig', dig],
  ['host', host],
  ['nslookup', nslookup],
  ['traceroute', traceroute],
  ['arp', arp],
  ['nc', netcat],
  ['netcat', netcat],
  ['su', su],
  ['sudo', sudo],
  ['visudo', visudo],
  ['passwd', passwd],
  ['chpasswd', chpasswd],
  ['chage', chage],
  ['useradd', useradd],
  ['usermod', usermod],
  ['userdel', userdel],
  ['groupadd', groupadd],
  ['groupdel', groupdel],
  ['gpasswd', gpasswd],
  ['getent', getent],
]);
