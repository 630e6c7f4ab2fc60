"""Snapshots, clones, templates, moves and the end of machines."""

from pyVmomi import vim, vmodl

from lab import check, equal, refused, step


@step("snapshot: taken")
def _(lab):
    made = lab.wait(lab.kept["probe"].CreateSnapshot_Task("first", "before all", False, False))
    equal("type", type(made), vim.vm.Snapshot)
    root = lab.kept["probe"].snapshot.rootSnapshotList
    equal("tree", [(each.name, each.description) for each in root], [("first", "before all")])
    equal("current", lab.kept["probe"].snapshot.currentSnapshot, root[0].snapshot)


@step("snapshot: a second one below the first")
def _(lab):
    lab.wait(lab.kept["probe"].CreateSnapshot_Task("second", "", False, False))
    root = lab.kept["probe"].snapshot.rootSnapshotList[0]
    equal("below", [each.name for each in root.childSnapshotList], ["second"])


@step("snapshot: gone back to")
def _(lab):
    lab.wait(lab.kept["probe"].ReconfigVM_Task(vim.vm.ConfigSpec(memoryMB=2048)))
    first = lab.kept["probe"].snapshot.rootSnapshotList[0].snapshot
    lab.wait(first.RevertToSnapshot_Task())
    equal("current", lab.kept["probe"].snapshot.currentSnapshot, first)


@step("snapshot: the configuration came back with it")
def _(lab):
    equal("memory", lab.kept["probe"].config.hardware.memoryMB, 1024)


@step("snapshot: another name")
def _(lab):
    lab.kept["probe"].snapshot.rootSnapshotList[0].snapshot.RenameSnapshot("renamed", "new words")
    root = lab.kept["probe"].snapshot.rootSnapshotList[0]
    equal("name", (root.name, root.description), ("renamed", "new words"))


@step("snapshot: all of them removed")
def _(lab):
    lab.wait(lab.kept["probe"].RemoveAllSnapshots_Task())
    equal("tree", lab.kept["probe"].snapshot, None)


@step("clone: a machine out of a machine")
def _(lab):
    spec = vim.vm.CloneSpec(
        location=vim.vm.RelocateSpec(pool=lab.kept["cluster"].resourcePool), powerOn=False, template=False
    )
    copy = lab.wait(lab.kept["probe"].CloneVM_Task(lab.kept["folder"], "probe-copy", spec))
    lab.kept["copy"] = copy
    equal("name", copy.name, "probe-copy")
    check("its own identity", copy.config.uuid != lab.kept["probe"].config.uuid)
    equal("its hardware", copy.config.hardware.memoryMB, 1024)


@step("template: marked, refuses power, marked back")
def _(lab):
    copy = lab.kept["copy"]
    copy.MarkAsTemplate()
    equal("template", copy.config.template, True)
    refused(vmodl.fault.NotSupported, lambda: lab.wait(copy.PowerOnVM_Task()))
    copy.MarkAsVirtualMachine(lab.kept["cluster"].resourcePool, None)
    equal("template", copy.config.template, False)


@step("migrate: to another host while it runs")
def _(lab):
    lab.wait(lab.kept["probe"].PowerOnVM_Task())
    there = lab.kept["probe"].runtime.host
    other = next(each for each in lab.kept["cluster"].host if each != there)
    lab.wait(lab.kept["probe"].MigrateVM_Task(None, other, "defaultPriority"))
    equal("host", lab.kept["probe"].runtime.host, other)
    check("among its machines", lab.kept["probe"] in other.vm)


@step("migrate: to another datastore")
def _(lab):
    target = lab.one(vim.Datastore, "LocalDS_1")
    lab.wait(lab.kept["probe"].RelocateVM_Task(vim.vm.RelocateSpec(datastore=target)))
    equal("datastore", list(lab.kept["probe"].datastore), [target])
    check("its files", lab.kept["probe"].config.files.vmPathName.startswith("[LocalDS_1]"))


@step("migrate: into another folder")
def _(lab):
    lab.wait(lab.kept["dc"].vmFolder.MoveIntoFolder_Task([lab.kept["copy"]]))
    equal("parent", lab.kept["copy"].parent, lab.kept["dc"].vmFolder)


@step("destroy: refused while it runs")
def _(lab):
    refused(vim.fault.InvalidPowerState, lambda: lab.wait(lab.kept["probe"].Destroy_Task()))


@step("destroy: unregistered and registered again")
def _(lab):
    path = lab.kept["copy"].config.files.vmPathName
    lab.kept["copy"].UnregisterVM()
    pool = lab.kept["cluster"].resourcePool
    again = lab.wait(lab.kept["folder"].RegisterVM_Task(path, "probe-again", False, pool))
    equal("name", again.name, "probe-again")
    lab.kept["copy"] = again


@step("destroy: a machine and then its folder with the rest")
def _(lab):
    lab.wait(lab.kept["copy"].Destroy_Task())
    refused(vmodl.fault.ManagedObjectNotFound, lambda: lab.kept["copy"].name)
