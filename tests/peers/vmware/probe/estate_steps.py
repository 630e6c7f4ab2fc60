"""Events, tasks, metrics, custom fields, roles and alarms."""

import datetime

from pyVmomi import vim

from lab import check, equal, refused, step


@step("events: a machine's own, the newest of them")
def _(lab):
    manager = lab.content.eventManager
    about = vim.event.EventFilterSpec.ByEntity(entity=lab.kept["probe"], recursion="self")
    events = manager.QueryEvents(vim.event.EventFilterSpec(entity=about))
    kinds = [type(each).__name__.rsplit(".", 1)[-1] for each in events]
    for kind in ("VmCreatedEvent", "VmPoweredOnEvent", "VmPoweredOffEvent", "VmReconfiguredEvent"):
        check(f"{kind} among {kinds}", kind in kinds)
    check("whose", all(each.vm.vm == lab.kept["probe"] for each in events if each.vm))


@step("events: only those of a type")
def _(lab):
    spec = vim.event.EventFilterSpec(eventTypeId=["VmPoweredOnEvent"])
    events = lab.content.eventManager.QueryEvents(spec)
    check("some", events)
    equal("types", {type(each) for each in events}, {vim.event.VmPoweredOnEvent})


@step("events: they have keys, times, users and words")
def _(lab):
    event = lab.content.eventManager.latestEvent
    check("key", event.key > 0)
    check("time", isinstance(event.createdTime, datetime.datetime))
    check("words", event.fullFormattedMessage)


@step("events: a history collector pages through them")
def _(lab):
    collector = lab.content.eventManager.CreateCollectorForEvents(vim.event.EventFilterSpec())
    collector.SetCollectorPageSize(5)
    check("page", 0 < len(collector.latestPage) <= 5)
    collector.RewindCollector()
    check("from the oldest", collector.ReadNextEvents(3))
    collector.DestroyCollector()


@step("events: one of the user's own is logged")
def _(lab):
    entity = vim.event.VmEventArgument(name=lab.kept["vm"].name, vm=lab.kept["vm"])
    event = vim.event.GeneralUserEvent(
        key=0, chainId=0, createdTime=datetime.datetime.now(datetime.timezone.utc), userName="", message="the probe was here", vm=entity
    )
    lab.content.eventManager.PostEvent(event)
    found = lab.content.eventManager.QueryEvents(vim.event.EventFilterSpec(eventTypeId=["GeneralUserEvent"]))
    check("found", any(each.message == "the probe was here" for each in found))


@step("events: descriptions of the kinds there are")
def _(lab):
    check("kinds", len(lab.content.eventManager.description.eventInfo) > 20)


@step("tasks: a history collector tells what was done")
def _(lab):
    collector = lab.content.taskManager.CreateCollectorForTasks(vim.TaskFilterSpec())
    names = [each.descriptionId for each in collector.latestPage]
    check(f"power on among {names[:10]}", any("powerOn" in name for name in names))
    collector.DestroyCollector()


@step("tasks: the recent ones of a machine")
def _(lab):
    check("recent", lab.content.taskManager.recentTask is not None)
    check("its own", lab.kept["probe"].recentTask is not None)


@step("metrics: the counters by name")
def _(lab):
    counters = lab.content.perfManager.perfCounter
    lab.kept["counters"] = {f"{c.groupInfo.key}.{c.nameInfo.key}.{c.rollupType}": c.key for c in counters}
    for name in ("cpu.usage.average", "cpu.usagemhz.average", "mem.usage.average", "net.usage.average", "disk.usage.average"):
        check(name, name in lab.kept["counters"])


@step("metrics: real time every twenty seconds")
def _(lab):
    summary = lab.content.perfManager.QueryPerfProviderSummary(lab.kept["vm"])
    equal("rate", summary.refreshRate, 20)
    equal("current", summary.currentSupported, True)


@step("metrics: what a machine can tell")
def _(lab):
    available = lab.content.perfManager.QueryAvailablePerfMetric(lab.kept["vm"], None, None, 20)
    keys = {each.counterId for each in available}
    check("cpu.usage", lab.kept["counters"]["cpu.usage.average"] in keys)


def query(lab, entity, form="normal"):
    metric = vim.PerformanceManager.MetricId(counterId=lab.kept["counters"]["cpu.usage.average"], instance="")
    spec = vim.PerformanceManager.QuerySpec(entity=entity, metricId=[metric], intervalId=20, maxSample=6, format=form)
    return lab.content.perfManager.QueryPerf([spec])


@step("metrics: samples of a machine that runs")
def _(lab):
    (answer,) = query(lab, lab.kept["vm"])
    equal("entity", answer.entity, lab.kept["vm"])
    check("samples", 0 < len(answer.sampleInfo) <= 6)
    equal("values", len(answer.value[0].value), len(answer.sampleInfo))
    check("percent", all(0 <= value <= 10000 for value in answer.value[0].value))


@step("metrics: samples of a host, and as CSV")
def _(lab):
    (answer,) = query(lab, lab.kept["host"], "csv")
    check("times", "," in answer.sampleInfoCSV)
    check("values", answer.value[0].value)


@step("metrics: historical intervals")
def _(lab):
    periods = [each.samplingPeriod for each in lab.content.perfManager.historicalInterval]
    equal("periods", periods, [300, 1800, 7200, 86400])


@step("fields: a custom field, its value, and gone")
def _(lab):
    manager = lab.content.customFieldsManager
    field = manager.AddCustomFieldDef("probe owner", vim.VirtualMachine)
    manager.SetField(lab.kept["vm"], field.key, "night shift")
    values = {each.key: each.value for each in lab.kept["vm"].customValue}
    equal("value", values.get(field.key), "night shift")
    check("available", field.key in [each.key for each in lab.kept["vm"].availableField])
    manager.RenameCustomFieldDef(field.key, "probe keeper")
    check("renamed", "probe keeper" in [each.name for each in manager.field])
    manager.RemoveCustomFieldDef(field.key)
    check("gone", field.key not in [each.key for each in manager.field])


@step("fields: the same name twice is refused")
def _(lab):
    manager = lab.content.customFieldsManager
    field = manager.AddCustomFieldDef("probe twice", None)
    refused(vim.fault.DuplicateName, lambda: manager.AddCustomFieldDef("probe twice", None))
    manager.RemoveCustomFieldDef(field.key)


@step("roles: those that are always there")
def _(lab):
    names = {each.name for each in lab.content.authorizationManager.roleList}
    for name in ("Admin", "ReadOnly", "NoAccess"):
        check(f"{name} in {sorted(names)}", name in names)


@step("roles: made, changed")
def _(lab):
    manager = lab.content.authorizationManager
    role = manager.AddAuthorizationRole("probe role", ["VirtualMachine.Interact.PowerOn"])
    manager.UpdateAuthorizationRole(role, "probe role", ["VirtualMachine.Interact.PowerOff"])
    found = next(each for each in manager.roleList if each.roleId == role)
    check("privileges", "VirtualMachine.Interact.PowerOff" in found.privilege)
    lab.kept["role"] = role


@step("roles: a permission on the tree, retrieved and removed")
def _(lab):
    manager, folder = lab.content.authorizationManager, lab.kept["folder"]
    user = lab.content.sessionManager.currentSession.userName
    permission = vim.AuthorizationManager.Permission(
        principal="probe-user", group=False, roleId=lab.kept["role"], propagate=True
    )
    check("user", user)
    manager.SetEntityPermissions(folder, [permission])
    found = manager.RetrieveEntityPermissions(folder, False)
    check("found", any(each.roleId == lab.kept["role"] for each in found))
    manager.RemoveEntityPermission(folder, "probe-user", False)
    left = manager.RetrieveEntityPermissions(folder, False)
    check("left", not any(each.roleId == lab.kept["role"] for each in left))


@step("roles: gone")
def _(lab):
    manager = lab.content.authorizationManager
    manager.RemoveAuthorizationRole(lab.kept["role"], False)
    check("gone", lab.kept["role"] not in [each.roleId for each in manager.roleList])


@step("roles: what the session may do")
def _(lab):
    session = lab.content.sessionManager.currentSession.key
    asked = ["VirtualMachine.Interact.PowerOn"]
    (may,) = lab.content.authorizationManager.HasPrivilegeOnEntity(lab.kept["vm"], session, asked)
    equal("may", may, True)


@step("alarms: those that are always there")
def _(lab):
    alarms = lab.content.alarmManager.GetAlarm(None)
    check("alarms", len(alarms) > 5)
    check("named", all(each.info.name for each in alarms[:5]))


@step("alarms: one of the user's own, by a metric")
def _(lab):
    metric = vim.PerformanceManager.MetricId(counterId=lab.kept["counters"]["cpu.usage.average"], instance="")
    expression = vim.alarm.MetricAlarmExpression(
        operator="isAbove", type=vim.VirtualMachine, metric=metric, yellow=7500, red=9000
    )
    spec = vim.alarm.AlarmSpec(
        name="probe alarm",
        description="too busy",
        enabled=True,
        expression=vim.alarm.OrAlarmExpression(expression=[expression]),
        setting=vim.alarm.AlarmSetting(toleranceRange=0, reportingFrequency=0),
    )
    alarm = lab.content.alarmManager.CreateAlarm(lab.kept["dc"], spec)
    equal("name", alarm.info.name, "probe alarm")
    equal("entity", alarm.info.entity, lab.kept["dc"])
    lab.kept["alarm"] = alarm


@step("alarms: on the entity, and gone")
def _(lab):
    found = lab.content.alarmManager.GetAlarm(lab.kept["dc"])
    check("found", lab.kept["alarm"] in found)
    lab.kept["alarm"].RemoveAlarm()
    check("gone", lab.kept["alarm"] not in lab.content.alarmManager.GetAlarm(lab.kept["dc"]))
