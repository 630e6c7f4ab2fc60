"""Hosts, the cluster, and what a vCenter keeps for itself."""

import datetime

from pyVmomi import vim, vmodl

from lab import check, equal, refused, step


@step("host: maintenance and back")
def _(lab):
    host = lab.kept["cluster"].host[2]
    lab.wait(host.EnterMaintenanceMode_Task(0, True))
    equal("mode", host.runtime.inMaintenanceMode, True)
    lab.wait(host.ExitMaintenanceMode_Task(0))
    equal("mode", host.runtime.inMaintenanceMode, False)


@step("host: disconnected and back")
def _(lab):
    host = lab.kept["cluster"].host[2]
    lab.wait(host.DisconnectHost_Task())
    equal("state", host.runtime.connectionState, "disconnected")
    lab.wait(host.ReconnectHost_Task())
    equal("state", host.runtime.connectionState, "connected")


@step("host: services, date and firewall are told")
def _(lab):
    manager = lab.kept["host"].configManager
    services = {each.key for each in manager.serviceSystem.serviceInfo.service}
    check(f"ntpd among {sorted(services)}", "ntpd" in services)
    check("date", manager.dateTimeSystem.QueryDateTime())
    check("firewall", manager.firewallSystem.firewallInfo.ruleset)


@step("host: switches and port groups, one more and gone")
def _(lab):
    network = lab.kept["host"].configManager.networkSystem
    network.AddVirtualSwitch("vSwitchProbe", vim.host.VirtualSwitch.Specification(numPorts=64))
    check("switch", "vSwitchProbe" in [each.name for each in network.networkInfo.vswitch])
    spec = vim.host.PortGroup.Specification(
        name="probe net", vlanId=7, vswitchName="vSwitchProbe", policy=vim.host.NetworkPolicy()
    )
    network.AddPortGroup(spec)
    check("group", "probe net" in [each.spec.name for each in network.networkInfo.portgroup])
    check("network", "probe net" in [each.name for each in lab.kept["host"].network])
    network.RemovePortGroup("probe net")
    network.RemoveVirtualSwitch("vSwitchProbe")


@step("cluster: DRS and HA are configured")
def _(lab):
    spec = vim.cluster.ConfigSpecEx(
        drsConfig=vim.cluster.DrsConfigInfo(enabled=True, defaultVmBehavior="manual"),
        dasConfig=vim.cluster.DasConfigInfo(enabled=True),
    )
    lab.wait(lab.kept["cluster"].ReconfigureComputeResource_Task(spec, True))
    config = lab.kept["cluster"].configurationEx
    equal("drs", (config.drsConfig.enabled, config.drsConfig.defaultVmBehavior), (True, "manual"))
    equal("ha", config.dasConfig.enabled, True)


@step("cluster: what its machines may be configured with")
def _(lab):
    browser = lab.kept["cluster"].environmentBrowser
    option = browser.QueryConfigOption(None, None)
    check("guests", len(option.guestOSDescriptor) > 20)
    check("version", option.version.startswith("vmx-"))
    check("processors", option.hardwareOptions.numCPU)


@step("options: read and set")
def _(lab):
    setting = lab.content.setting
    setting.UpdateOptions([vim.option.OptionValue(key="config.probe", value="there")])
    equal("value", setting.QueryOptions("config.probe")[0].value, "there")
    refused(vim.fault.InvalidName, lambda: setting.QueryOptions("nothing.of.the.kind"))


@step("licences: told, and one added")
def _(lab):
    manager = lab.content.licenseManager
    check("licences", manager.licenses)
    manager.AddLicense("00000-00000-00000-00000-00001")
    check("added", "00000-00000-00000-00000-00001" in [each.licenseKey for each in manager.licenses])
    manager.RemoveLicense("00000-00000-00000-00000-00001")


@step("extensions: registered, found, gone")
def _(lab):
    manager = lab.content.extensionManager
    words = vim.Description(label="Probe", summary="of the probe")
    now = datetime.datetime.now(datetime.timezone.utc)
    manager.RegisterExtension(
        vim.Extension(key="lab.probe", version="1.0", description=words, lastHeartbeatTime=now)
    )
    equal("found", manager.FindExtension("lab.probe").version, "1.0")
    manager.UnregisterExtension("lab.probe")
    equal("gone", manager.FindExtension("lab.probe"), None)


@step("customization: a specification is kept")
def _(lab):
    manager = lab.content.customizationSpecManager
    spec = vim.vm.customization.Specification(
        identity=vim.vm.customization.LinuxPrep(
            hostName=vim.vm.customization.VirtualMachineNameGenerator(), domain="lab.example"
        ),
        globalIPSettings=vim.vm.customization.GlobalIPSettings(),
        nicSettingMap=[
            vim.vm.customization.AdapterMapping(
                adapter=vim.vm.customization.IPSettings(ip=vim.vm.customization.DhcpIpGenerator())
            )
        ],
    )
    info = vim.CustomizationSpecInfo(name="probe spec", description="of the probe", type="Linux")
    manager.CreateCustomizationSpec(vim.CustomizationSpecItem(info=info, spec=spec))
    found = manager.GetCustomizationSpec("probe spec")
    equal("domain", found.spec.identity.domain, "lab.example")
    manager.DeleteCustomizationSpec("probe spec")
    equal("gone", manager.DoesCustomizationSpecExist("probe spec"), False)


@step("a method that is not known to an object is refused as such")
def _(lab):
    refused(vmodl.MethodFault, lambda: lab.kept["vm"].CreateSecondaryVM_Task(None))
