"""In the guest: who may log in, programs, files up and down, what the tools tell."""

import time
import urllib.request

from pyVmomi import vim

from lab import check, equal, refused, step


def machine(lab):
    """One that is on, with its tools running."""
    vm = lab.vm("DC0_C0_RP0_VM1")
    if vm.runtime.powerState != vim.VirtualMachine.PowerState.poweredOn:
        lab.wait(vm.PowerOnVM_Task())
    return vm


def login(password="coldaisle"):
    return vim.vm.guest.NamePasswordAuthentication(interactiveSession=False, username="root", password=password)


def managers(lab):
    return lab.content.guestOperationsManager


def run(lab, program, words):
    """A program to its end; answers how it ended."""
    vm, processes = machine(lab), managers(lab).processManager
    spec = vim.vm.guest.ProcessManager.ProgramSpec(programPath=program, arguments=words)
    pid = processes.StartProgramInGuest(vm, login(), spec)
    end = time.monotonic() + 60
    while time.monotonic() < end:
        (found,) = processes.ListProcessesInGuest(vm, login(), [pid])
        if found.endTime is not None:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{program} {words} does not end")


def fetched(lab, path):
    file = managers(lab).fileManager.InitiateFileTransferFromGuest(machine(lab), login(), path)
    with urllib.request.urlopen(file.url, context=lab.trusting) as answer:
        return answer.read()


@step("guest: whoever has the password is let in, and nobody without")
def _(lab):
    auth = managers(lab).authManager
    auth.ValidateCredentialsInGuest(machine(lab), login())
    refused(vim.fault.InvalidGuestLogin, lambda: auth.ValidateCredentialsInGuest(machine(lab), login("")))


@step("guest: a program runs, and its end is told")
def _(lab):
    ended = run(lab, "/bin/sh", "-c 'echo said > /tmp/probe; exit 7'")
    equal("exit code", ended.exitCode, 7)
    equal("what it wrote", fetched(lab, "/tmp/probe"), b"said\n")


@step("guest: its processes are listed, and one is ended")
def _(lab):
    vm, processes = machine(lab), managers(lab).processManager
    spec = vim.vm.guest.ProcessManager.ProgramSpec(programPath="/bin/sleep", arguments="600")
    pid = processes.StartProgramInGuest(vm, login(), spec)
    check("init", any(each.pid == 1 for each in processes.ListProcessesInGuest(vm, login(), [])))
    processes.TerminateProcessInGuest(vm, login(), pid)
    refused(vim.fault.GuestProcessNotFound, lambda: processes.TerminateProcessInGuest(vm, login(), pid))


@step("guest: variables of its user are read")
def _(lab):
    found = managers(lab).processManager.ReadEnvironmentVariableInGuest(machine(lab), login(), ["HOME"])
    equal("variables", list(found), ["HOME=/root"])


@step("guest: directories and files come, move and go")
def _(lab):
    vm, files = machine(lab), managers(lab).fileManager
    files.MakeDirectoryInGuest(vm, login(), "/srv/probe/below", True)
    name = files.CreateTemporaryFileInGuest(vm, login(), "pre", ".txt", "/srv/probe")
    files.MoveFileInGuest(vm, login(), name, "/srv/probe/file", False)
    listed = files.ListFilesInGuest(vm, login(), "/srv/probe", 0, 10, None)
    equal("names", [each.path for each in listed.files], [".", "..", "below", "file"])
    files.DeleteDirectoryInGuest(vm, login(), "/srv/probe", True)
    refused(vim.fault.FileNotFound, lambda: files.ListFilesInGuest(vm, login(), "/srv/probe", 0, 10, None))


@step("guest: a file goes up with its mode, and down again")
def _(lab):
    vm, files = machine(lab), managers(lab).fileManager
    content = bytes(range(256)) * 500
    attributes = vim.vm.guest.FileManager.PosixFileAttributes(permissions=0o640)
    url = files.InitiateFileTransferToGuest(vm, login(), "/tmp/up", attributes, len(content), True)
    request = urllib.request.Request(url, data=content, method="PUT")
    equal("status", urllib.request.urlopen(request, context=lab.trusting).status, 200)
    equal("content", fetched(lab, "/tmp/up"), content)
    (file,) = files.ListFilesInGuest(vm, login(), "/tmp/up", 0, 1, None).files
    equal("mode", file.attributes.permissions, 0o640)


@step("guest: guestinfo is read inside and outside")
def _(lab):
    vm = machine(lab)
    option = vim.option.OptionValue(key="guestinfo.question", value="six times nine")
    lab.wait(vm.ReconfigVM_Task(vim.vm.ConfigSpec(extraConfig=[option])))
    run(lab, "/bin/sh", "-c \"vmware-rpctool 'info-get guestinfo.question' > /tmp/asked\"")
    equal("inside", fetched(lab, "/tmp/asked"), b"six times nine\n")
    run(lab, "/usr/bin/vmtoolsd", "--cmd 'info-set guestinfo.answer 42'")
    found = {each.key: each.value for each in vm.config.extraConfig}
    equal("outside", found.get("guestinfo.answer"), "42")


def until(is_so):
    end = time.monotonic() + 30
    while not is_so() and time.monotonic() < end:
        time.sleep(0.05)


def answers(processes, vm):
    try:
        processes.ListProcessesInGuest(vm, login(), [])
        return True
    except vim.fault.GuestOperationsUnavailable:
        return False


@step("guest: without its tools nobody acts in it")
def _(lab):
    vm = machine(lab)
    processes = managers(lab).processManager
    # Nobody can be asked how it ends.
    spec = vim.vm.guest.ProcessManager.ProgramSpec(
        programPath="/bin/sh", arguments="-c 'systemctl --no-block stop open-vm-tools'"
    )
    processes.StartProgramInGuest(vm, login(), spec)
    until(lambda: vm.guest.toolsRunningStatus != "guestToolsRunning")
    refused(vim.fault.GuestOperationsUnavailable, lambda: processes.ListProcessesInGuest(vm, login(), []))
    refused(vim.fault.ToolsUnavailable, vm.ShutdownGuest)
    lab.wait(vm.ResetVM_Task())
    # Until it is up again, nobody answers in it.
    until(lambda: vm.guest.toolsRunningStatus == "guestToolsRunning" and answers(processes, vm))
    processes.ListProcessesInGuest(vm, login(), [])
