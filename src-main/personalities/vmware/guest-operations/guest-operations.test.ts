import type { EntityId } from '../../../../sim/contract/ids.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { textIn } from '../vmware-lab.fixture.ts';
import type { SoapAnswer } from '../vmware-lab.fixture.ts';
import { loginOf, openGuestLab } from './guest-lab.fixture.ts';
import type { GuestLab } from './guest-lab.fixture.ts';

let lab: GuestLab;
beforeAll(async () => {
  lab = await openGuestLab();
});
afterAll(() => lab.close());

const spec = (program: string, words: string, more = ''): string =>
  `<spec><programPath>${program}</programPath><arguments>${words}</arguments>${more}</spec>`;

const value = ({ values }: SoapAnswer): string => values[0]?.text ?? '';

/** The row of a process, once it has ended. */
async function ended(pid: string): Promise<SoapAnswer> {
  for (;;) {
    const found = await lab.inside('ListProcessesInGuest', `<pids>${pid}</pids>`);
    if (textIn(found.values[0], 'exitCode') !== undefined) return found;
  }
}

/** Its task is over. */
async function reconfigured(spec: string): Promise<void> {
  const begun = await lab.soap.call('ReconfigVM_Task', `VirtualMachine:${lab.vm}`, `<spec>${spec}</spec>`);
  const task = () => lab.vc.tasks.get(value(begun));
  await vi.waitUntil(() => (task()?.completedAt ?? null) !== null, { timeout: 10_000 });
  expect(task()?.fault).toBe(null);
}

test('FR-020-130 who has an account in the guest is let in by its password, and nobody else', async () => {
  expect((await lab.inside('ValidateCredentialsInGuest', '')).fault).toBe('');
  const logins: readonly (readonly [string, string])[] = [
    ['root', 'wrong'],
    ['nobody-here', 'coldaisle'],
    ['daemon', ''],
  ];
  for (const [user, password] of logins)
    expect((await lab.inside('ValidateCredentialsInGuest', '', loginOf(user, password))).fault).toBe(
      'InvalidGuestLogin',
    );
  const token =
    '<auth xsi:type="SAMLTokenAuthentication"><interactiveSession>false</interactiveSession><token>x</token></auth>';
  expect((await lab.inside('ValidateCredentialsInGuest', '', token)).fault).toBe(
    'OperationNotSupportedByGuest',
  );
});

test('FR-020-131 a program runs in the guest as its user, is listed while it runs and told of after its end, and is ended', async () => {
  const asUser = loginOf('debian', 'coldaisle');
  const pid = value(
    await lab.inside(
      'StartProgramInGuest',
      spec(
        '/bin/bash',
        "-c 'id -un; pwd; echo $COLOUR; exit 3' &gt; /tmp/said 2&gt;&amp;1",
        '<workingDirectory>/var/tmp</workingDirectory><envVariables>COLOUR=red</envVariables><envVariables>PATH=/usr/bin:/bin</envVariables>',
      ),
      asUser,
    ),
  );
  const row = (await ended(pid)).values[0];
  expect([textIn(row, 'exitCode'), textIn(row, 'owner'), textIn(row, 'name')]).toEqual([
    '3',
    'debian',
    'bash',
  ]);
  expect(await lab.shell('cat /tmp/said')).toBe('debian\n/var/tmp\nred\n');

  const sleeper = value(await lab.inside('StartProgramInGuest', spec('/bin/sleep', '1000')));
  const running = await lab.inside('ListProcessesInGuest', '');
  const shown = running.values.find((one) => textIn(one, 'pid') === sleeper);
  expect([textIn(shown, 'cmdLine'), textIn(shown, 'exitCode')]).toEqual(['"/bin/sleep" 1000', undefined]);
  expect(running.values.some((one) => textIn(one, 'name') === 'vmtoolsd')).toBe(true);
  expect((await lab.inside('TerminateProcessInGuest', `<pid>${sleeper}</pid>`, asUser)).fault).toBe(
    'GuestPermissionDenied',
  );
  expect((await lab.inside('TerminateProcessInGuest', `<pid>${sleeper}</pid>`)).fault).toBe('');
  await ended(sleeper);
  expect((await lab.inside('TerminateProcessInGuest', `<pid>${sleeper}</pid>`)).fault).toBe(
    'GuestProcessNotFound',
  );
  expect((await lab.inside('StartProgramInGuest', spec('/bin/nothing', ''))).fault).toBe('FileNotFound');
  expect((await lab.inside('StartProgramInGuest', spec('/etc/passwd', ''))).fault).toBe(
    'GuestPermissionDenied',
  );
  const variables = await lab.inside('ReadEnvironmentVariableInGuest', '<names>HOME</names>', asUser);
  expect(variables.values.map(({ text }) => text)).toEqual(['HOME=/home/debian']);
});

test('FR-020-134 guestinfo is read and written inside and outside', async () => {
  await reconfigured(
    '<extraConfig><key>guestinfo.colour</key><value xsi:type="xsd:string">blue</value></extraConfig>',
  );
  const ask = "vmware-rpctool 'info-get guestinfo.colour'; vmtoolsd --cmd 'info-get guestinfo.none'; echo $?";
  expect(await lab.shell(ask)).toBe('blue\nNo value found\n1\n');
  expect(
    await lab.shell(
      "vmtoolsd --cmd 'info-set guestinfo.answer forty two'; vmware-rpctool 'info-get guestinfo.answer'",
    ),
  ).toBe('\nforty two\n');
  await lab.run(1);
  const { extra } = lab.world.papers.get('vmware', `vm/${lab.vm}`) as { extra: Record<string, string> };
  expect(extra).toMatchObject({ 'guestinfo.colour': 'blue', 'guestinfo.answer': 'forty two' });
});

test('FR-020-136 what the tools tell is what the guest is now: its name, its addresses and its disks', async () => {
  await lab.shell('hostnamectl set-hostname other; head -c 20971520 /dev/zero > /var/big');
  const guest = async (): Promise<SoapAnswer> =>
    lab.soap.call('Fetch', `VirtualMachine:${lab.vm}`, '<prop>guest</prop>');
  const seen = (await guest()).values[0];
  const free = Number(textIn(seen, 'disk.freeSpace'));
  expect(textIn(seen, 'hostName')).toBe('other');
  expect(textIn(seen, 'disk.diskPath')).toBe('/');
  await lab.shell('rm /var/big');
  expect(Number(textIn((await guest()).values[0], 'disk.freeSpace')) - free).toBe(20_971_520);
  await lab.shell('hostnamectl set-hostname web-01');
});

test('FR-020-137 a customization is in the guest after its next start: name, address and whom it asks for names', async () => {
  const folder = lab.vc.refs.ofId(lab.estate.folder)?.value ?? '';
  const spec = `<spec><location/><powerOn>true</powerOn><template>false</template><customization>
    <identity xsi:type="CustomizationLinuxPrep"><hostName xsi:type="CustomizationFixedName"><name>db-07</name></hostName><domain>lab.example</domain></identity>
    <globalIPSettings><dnsSuffixList>lab.example</dnsSuffixList><dnsServerList>10.9.9.9</dnsServerList></globalIPSettings>
    <nicSettingMap><adapter><ip xsi:type="CustomizationFixedIp"><ipAddress>10.9.0.7</ipAddress></ip><subnetMask>255.255.255.0</subnetMask></adapter></nicSettingMap>
    </customization></spec>`;
  const clone = await lab.soap.call(
    'CloneVM_Task',
    `VirtualMachine:${lab.vm}`,
    `<folder type="Folder">${folder}</folder><name>copy</name>${spec}`,
  );
  expect(clone.fault).toBe('');
  const copy = (): EntityId | undefined =>
    lab.world.inventory.ofKind('vm').find(({ name }) => name === 'copy')?.id;
  const isDone = (): boolean => lab.vc.events.all().some(({ type }) => type === 'CustomizationSucceeded');
  await lab.run(1);
  await vi.waitUntil(isDone, { timeout: 10_000 });
  const id = copy();
  if (id === undefined) throw new Error('there is no copy');
  expect(lab.world.papers.get('vmware', `vm/${id}/customization`)).toBe(undefined);
  expect(
    await lab.shell(
      'hostname; grep -o "db-07.*" /etc/hosts; cat /etc/hostname /etc/resolv.conf; ip -br a | grep -c 10.9.0.7',
      id,
    ),
  ).toBe('db-07\ndb-07.lab.example\tdb-07\ndb-07\nsearch lab.example\nnameserver 10.9.9.9\n1\n');
  const seen = await lab.soap.call('Fetch', lab.refOf(id), '<prop>guest</prop>');
  expect([textIn(seen.values[0], 'hostName'), textIn(seen.values[0], 'ipAddress')]).toEqual([
    'db-07',
    '10.9.0.7',
  ]);
});

test('FR-020-138 the installer of the tools is put in and taken out, and vApp options are the environment of the guest', async () => {
  const vm = `VirtualMachine:${lab.vm}`;
  const isIn = async (): Promise<string | undefined> =>
    (await lab.soap.call('Fetch', vm, '<prop>runtime.toolsInstallerMounted</prop>')).values[0]?.text;
  expect((await lab.soap.call('MountToolsInstaller', vm)).fault).toBe('');
  expect(await isIn()).toBe('true');
  expect((await lab.soap.call('UnmountToolsInstaller', vm)).fault).toBe('');
  expect(await isIn()).toBe('false');
  expect(
    (await lab.soap.call('AnswerVM', vm, '<questionId>1</questionId><answerChoice>0</answerChoice>')).fault,
  ).toBe('InvalidArgument');
  expect((await lab.soap.call('ExtractOvfEnvironment', vm)).values[0]?.text).toBe('');
  const options =
    '<vAppConfig><property><operation>add</operation><info><key>1</key><id>greeting</id><type>string</type><value>say "hi" &amp; go</value></info></property><ovfEnvironmentTransport>com.vmware.guestInfo</ovfEnvironmentTransport></vAppConfig>';
  await reconfigured(options);
  const property = '<Property oe:key="greeting" oe:value="say &quot;hi&quot; &amp; go"/>';
  expect((await lab.soap.call('ExtractOvfEnvironment', vm)).values[0]?.text).toContain(property);
  expect(await lab.shell("vmtoolsd --cmd 'info-get guestinfo.ovfEnv'")).toContain(property);
});

test('FR-020-135 without tools nobody acts in a guest, and a machine that is off has none', async () => {
  await lab.shell('systemctl stop open-vm-tools');
  expect((await lab.inside('ListProcessesInGuest', '')).fault).toBe('GuestOperationsUnavailable');
  const vm = `VirtualMachine:${lab.vm}`;
  expect((await lab.soap.call('ShutdownGuest', vm)).fault).toBe('ToolsUnavailable');
  await lab.shell('systemctl start open-vm-tools');
  expect((await lab.inside('ListProcessesInGuest', '')).fault).toBe('');
  const [, other] = lab.estate.machines;
  const off = await lab.soap.call(
    'ListProcessesInGuest',
    'GuestProcessManager:guestOperationsProcessManager',
    `<vm type="VirtualMachine">${other}</vm>${loginOf('root', 'coldaisle')}`,
  );
  expect(off.fault).toBe('InvalidPowerState');
});
