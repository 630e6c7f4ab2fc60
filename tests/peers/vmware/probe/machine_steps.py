"""Folders, pools and machines: made, powered, reconfigured."""

from pyVmomi import vim

from lab import check, equal, refused, step


@step("folder: made, renamed, filled")
def _(lab):
    folder = lab.kept["dc"].vmFolder.CreateFolder("probe")
    lab.kept["folder"] = folder
    lab.wait(folder.Rename("probe machines"))
    equal("name", folder.name, "probe machines")
    check("among the children", folder in lab.kept["dc"].vmFolder.childEntity)


@step("folder: a name that is there is refused")
def _(lab):
    refused(vim.fault.DuplicateName, lambda: lab.kept["dc"].vmFolder.CreateFolder("probe machines"))


@step("pool: made with shares and limits, changed, gone")
def _(lab):
    share = lambda limit: vim.ResourceAllocationInfo(
        reservation=0, limit=limit, expandableReservation=True, shares=vim.SharesInfo(level="normal", shares=4000)
    )
    spec = vim.ResourceConfigSpec(cpuAllocation=share(-1), memoryAllocation=share(-1))
    pool = lab.kept["cluster"].resourcePool.CreateResourcePool("probe pool", spec)
    pool.UpdateConfig(None, vim.ResourceConfigSpec(cpuAllocation=share(4000), memoryAllocation=share(-1)))
    equal("limit", pool.config.cpuAllocation.limit, 4000)
    lab.wait(pool.Destroy())
    check("gone", "probe pool" not in [each.name for each in lab.all(vim.ResourcePool)])


@step("create: a machine with a disk and a card")
def _(lab):
    device = vim.vm.device
    scsi = device.ParaVirtualSCSIController(key=-101, busNumber=0, sharedBus="noSharing")
    disk = device.VirtualDisk(
        key=-102,
        controllerKey=-101,
        unitNumber=0,
        capacityInKB=4 * 1024 * 1024,
        backing=device.VirtualDisk.FlatVer2BackingInfo(fileName="", diskMode="persistent", thinProvisioned=True),
    )
    card = device.VirtualVmxnet3(
        key=-103,
        addressType="generated",
        backing=device.VirtualEthernetCard.NetworkBackingInfo(deviceName="VM Network"),
        connectable=device.VirtualDevice.ConnectInfo(startConnected=True, allowGuestControl=True, connected=True),
    )
    config = vim.vm.ConfigSpec(
        name="probe-01",
        guestId="debian11_64Guest",
        numCPUs=1,
        memoryMB=512,
        files=vim.vm.FileInfo(vmPathName="[LocalDS_0]"),
        deviceChange=[add(scsi), add(disk, "create"), add(card)],
    )
    pool = lab.kept["cluster"].resourcePool
    made = lab.wait(lab.kept["folder"].CreateVM_Task(config, pool, lab.kept["host"]))
    lab.kept["probe"] = made
    equal("type", type(made), vim.VirtualMachine)


def add(device, files=None):
    spec = vim.vm.device.VirtualDeviceSpec(device=device, operation="add")
    if files:
        spec.fileOperation = files
    return spec


@step("create: what was asked for is what is there")
def _(lab):
    config = lab.kept["probe"].config
    equal("hardware", (config.hardware.numCPU, config.hardware.memoryMB), (1, 512))
    equal("guest", config.guestId, "debian11_64Guest")
    disk = device_of(lab, vim.vm.device.VirtualDisk)
    equal("disk", disk.capacityInKB, 4 * 1024 * 1024)
    check("its file", disk.backing.fileName.startswith("[LocalDS_0] probe-01/"))
    card = device_of(lab, vim.vm.device.VirtualVmxnet3)
    check("its address", len(card.macAddress.split(":")) == 6)
    check("keys", disk.key > 0 and card.key > 0 and disk.controllerKey > 0)


def device_of(lab, kind, vm="probe"):
    found = [each for each in lab.kept[vm].config.hardware.device if isinstance(each, kind)]
    check(kind.__name__, found)
    return found[0]


@step("create: in vcsim a second of the same name gets a number behind it, and none is given it by a rename")
def _(lab):
    config = vim.vm.ConfigSpec(
        name="probe-01", guestId="otherGuest", files=vim.vm.FileInfo(vmPathName="[LocalDS_0]")
    )
    pool = lab.kept["cluster"].resourcePool
    twin = lab.wait(lab.kept["folder"].CreateVM_Task(config, pool))
    equal("its name", twin.name, "probe-01 (2)")
    refused(vim.fault.DuplicateName, lambda: lab.wait(twin.Rename_Task("probe-01")))
    lab.wait(twin.Destroy_Task())


@step("power: on")
def _(lab):
    lab.wait(lab.kept["probe"].PowerOnVM_Task())
    equal("state", lab.kept["probe"].runtime.powerState, "poweredOn")
    check("since", lab.kept["probe"].runtime.bootTime)


@step("power: on again is refused")
def _(lab):
    refused(vim.fault.InvalidPowerState, lambda: lab.wait(lab.kept["probe"].PowerOnVM_Task()))


@step("power: suspended and back")
def _(lab):
    lab.wait(lab.kept["probe"].SuspendVM_Task())
    equal("state", lab.kept["probe"].runtime.powerState, "suspended")
    lab.wait(lab.kept["probe"].PowerOnVM_Task())


@step("power: reset")
def _(lab):
    lab.wait(lab.kept["probe"].ResetVM_Task())
    equal("state", lab.kept["probe"].runtime.powerState, "poweredOn")


@step("power: off, told by WaitForUpdates")
def _(lab):
    lab.wait_for_updates(lab.kept["probe"].PowerOffVM_Task())
    equal("state", lab.kept["probe"].runtime.powerState, "poweredOff")


@step("power: a cluster powers several at once")
def _(lab):
    done = lab.wait(lab.kept["dc"].PowerOnMultiVM_Task([lab.kept["probe"]]))
    check("answer", done is not None)
    equal("state", lab.kept["probe"].runtime.powerState, "poweredOn")
    lab.wait(lab.kept["probe"].PowerOffVM_Task())


@step("guest: what it tells while it runs")
def _(lab):
    guest = lab.kept["vm"].guest
    check("state", guest.guestState in ("running", "notRunning"))
    check("tools", guest.toolsStatus)


@step("reconfigure: processors, memory and notes")
def _(lab):
    spec = vim.vm.ConfigSpec(numCPUs=2, memoryMB=1024, annotation="of the probe")
    lab.wait(lab.kept["probe"].ReconfigVM_Task(spec))
    config = lab.kept["probe"].config
    equal("hardware", (config.hardware.numCPU, config.hardware.memoryMB), (2, 1024))
    equal("notes", config.annotation, "of the probe")
    equal("summary", lab.kept["probe"].summary.config.memorySizeMB, 1024)


@step("reconfigure: extra configuration, set and removed")
def _(lab):
    option = lambda key, value: vim.option.OptionValue(key=key, value=value)
    extra = lambda: {each.key: each.value for each in lab.kept["probe"].config.extraConfig}
    change = lambda value: lab.kept["probe"].ReconfigVM_Task(
        vim.vm.ConfigSpec(extraConfig=[option("guestinfo.probe", value)])
    )
    lab.wait(change("one"))
    equal("value", extra().get("guestinfo.probe"), "one")
    lab.wait(change(""))
    check("gone", not extra().get("guestinfo.probe"))


@step("reconfigure: a second disk")
def _(lab):
    first = device_of(lab, vim.vm.device.VirtualDisk)
    backing = vim.vm.device.VirtualDisk.FlatVer2BackingInfo(fileName="", diskMode="persistent")
    disk = vim.vm.device.VirtualDisk(
        key=-1, controllerKey=first.controllerKey, unitNumber=1, capacityInKB=1024 * 1024, backing=backing
    )
    lab.wait(lab.kept["probe"].ReconfigVM_Task(vim.vm.ConfigSpec(deviceChange=[add(disk, "create")])))
    equal("disks", len(disks(lab)), 2)


def disks(lab):
    return [each for each in lab.kept["probe"].config.hardware.device if isinstance(each, vim.vm.device.VirtualDisk)]


@step("reconfigure: the second disk grows")
def _(lab):
    disk = disks(lab)[1]
    disk.capacityInKB = 2 * 1024 * 1024
    edit = vim.vm.device.VirtualDeviceSpec(device=disk, operation="edit")
    lab.wait(lab.kept["probe"].ReconfigVM_Task(vim.vm.ConfigSpec(deviceChange=[edit])))
    equal("size", disks(lab)[1].capacityInKB, 2 * 1024 * 1024)


@step("reconfigure: the second disk goes, with its file")
def _(lab):
    remove = vim.vm.device.VirtualDeviceSpec(device=disks(lab)[1], operation="remove", fileOperation="destroy")
    lab.wait(lab.kept["probe"].ReconfigVM_Task(vim.vm.ConfigSpec(deviceChange=[remove])))
    equal("disks", len(disks(lab)), 1)


@step("reconfigure: the card moves to the port group")
def _(lab):
    group = lab.one(vim.dvs.DistributedVirtualPortgroup, "DC0_DVPG0")
    card = device_of(lab, vim.vm.device.VirtualVmxnet3)
    port = vim.dvs.PortConnection(portgroupKey=group.key, switchUuid=group.config.distributedVirtualSwitch.uuid)
    card.backing = vim.vm.device.VirtualEthernetCard.DistributedVirtualPortBackingInfo(port=port)
    edit = vim.vm.device.VirtualDeviceSpec(device=card, operation="edit")
    lab.wait(lab.kept["probe"].ReconfigVM_Task(vim.vm.ConfigSpec(deviceChange=[edit])))
    equal("group", device_of(lab, vim.vm.device.VirtualVmxnet3).backing.port.portgroupKey, group.key)
    check("its networks", group in lab.kept["probe"].network)


@step("reconfigure: another name")
def _(lab):
    lab.wait(lab.kept["probe"].Rename_Task("probe-02"))
    equal("name", (lab.kept["probe"].name, lab.kept["probe"].config.name), ("probe-02", "probe-02"))
