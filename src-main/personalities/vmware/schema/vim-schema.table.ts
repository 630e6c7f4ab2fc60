// Derived from the type tables of python3-pyvmomi (Apache-2.0), see NOTICE. Made by tools/vim-schema/generate.py.
export const vimSchemaText = `v 2.0 2.5 2.5u2 2.5u2server 4.0 4.1 5.0 5.1 5.5 6.0 6.5 6.7 6.7.1 6.7.2 6.7.3 6.8.7 6.9.1 7.0.0.0 7.0.0.2 7.0.1.0 7.0.1.1 7.0.2.0 7.0.2.1 7.0.3.0 7.0.3.1 7.0.3.2 8.0.0.0 8.0.0.1 8.0.0.2 8.0.1.0 8.0.2.0 8.0.3.0 8.0.3.1 9.0.0.0
d AboutInfo DynamicData 0 name:string fullName:string vendor:string version:string patchLevel:string?@21 build:string localeVersion:string? localeBuild:string? osType:string productLineId:string apiType:string apiVersion:string instanceUuid:string?@4 licenseProductName:string?@4 licenseProductVersion:string?@4
d AccountCreatedEvent HostEvent 0 spec:HostAccountSpec group:boolean
d AccountRemovedEvent HostEvent 0 account:string group:boolean
d AccountUpdatedEvent HostEvent 0 spec:HostAccountSpec group:boolean prevDescription:string?@10
d Action DynamicData 0
d ActiveDirectoryFault VimFault 5 errorCode:int?
d ActiveDirectoryProfile ApplyProfile 5
d ActiveVMsBlockingEVC EVCConfigFault 2 evcMode:string?@4 host:&HostSystem[]?@4 hostName:string[]?@4
d AdminDisabled HostConfigFault 1
d AdminNotDisabled HostConfigFault 1
d AdminPasswordNotChangedEvent HostEvent 1
d AffinityConfigured MigrationFault 0 configuredAffinity:string[]
d AfterStartupTaskScheduler TaskScheduler 0 minute:int
d AgentInstallFailed HostConnectFault 0 reason:string?@4 statusCode:int?@4 installerOutput:string?@4
d AlarmAcknowledgedEvent AlarmEvent 6 source:ManagedEntityEventArgument entity:ManagedEntityEventArgument
d AlarmAction DynamicData 0
d AlarmActionTriggeredEvent AlarmEvent 0 source:ManagedEntityEventArgument entity:ManagedEntityEventArgument
d AlarmClearedEvent AlarmEvent 6 source:ManagedEntityEventArgument entity:ManagedEntityEventArgument from:string
d AlarmCreatedEvent AlarmEvent 0 entity:ManagedEntityEventArgument
d AlarmDescription DynamicData 0 expr:TypeDescription[] stateOperator:ElementDescription[] metricOperator:ElementDescription[] hostSystemConnectionState:ElementDescription[] virtualMachinePowerState:ElementDescription[] datastoreConnectionState:ElementDescription[]@4 hostSystemPowerState:ElementDescription[]@4 virtualMachineGuestHeartbeatStatus:ElementDescription[]@4 entityStatus:ElementDescription[] action:TypeDescription[]
d AlarmEmailCompletedEvent AlarmEvent 0 entity:ManagedEntityEventArgument to:string
d AlarmEmailFailedEvent AlarmEvent 0 entity:ManagedEntityEventArgument to:string reason:LocalizedMethodFault
d AlarmEvent Event 0 alarm:AlarmEventArgument
d AlarmEventArgument EntityEventArgument 0 alarm:&Alarm
d AlarmExpression DynamicData 0
d AlarmFilterSpec DynamicData 11 status:ManagedEntityStatus[]? typeEntity:string? typeTrigger:string?
d AlarmInfo AlarmSpec 0 key:string alarm:&Alarm entity:&ManagedEntity lastModifiedTime:dateTime lastModifiedUser:string creationEventId:int
d AlarmReconfiguredEvent AlarmEvent 0 entity:ManagedEntityEventArgument configChanges:ChangesInfoEventArgument?@10
d AlarmRemovedEvent AlarmEvent 0 entity:ManagedEntityEventArgument
d AlarmScriptCompleteEvent AlarmEvent 0 entity:ManagedEntityEventArgument script:string
d AlarmScriptFailedEvent AlarmEvent 0 entity:ManagedEntityEventArgument script:string reason:LocalizedMethodFault
d AlarmSetting DynamicData 0 toleranceRange:int reportingFrequency:int
d AlarmSnmpCompletedEvent AlarmEvent 0 entity:ManagedEntityEventArgument
d AlarmSnmpFailedEvent AlarmEvent 0 entity:ManagedEntityEventArgument reason:LocalizedMethodFault
d AlarmSpec DynamicData 0 name:string systemName:string?@6 description:string enabled:boolean expression:AlarmExpression action:AlarmAction? actionFrequency:int?@4 setting:AlarmSetting?
d AlarmState DynamicData 0 key:string entity:&ManagedEntity alarm:&Alarm overallStatus:ManagedEntityStatus time:dateTime acknowledged:boolean?@4 acknowledgedByUser:string?@4 acknowledgedTime:dateTime?@4 eventKey:int?@9 disabled:boolean?@16
d AlarmStatusChangedEvent AlarmEvent 0 source:ManagedEntityEventArgument entity:ManagedEntityEventArgument from:string to:string
d AlarmTriggeringAction AlarmAction 0 action:Action transitionSpecs:AlarmTriggeringActionTransitionSpec[]?@4 green2yellow:boolean yellow2red:boolean red2yellow:boolean yellow2green:boolean
d AlarmTriggeringActionTransitionSpec DynamicData 4 startState:ManagedEntityStatus finalState:ManagedEntityStatus repeats:boolean
d AllVirtualMachinesLicensedEvent LicenseEvent 1
d AlreadyAuthenticatedSessionEvent SessionEvent 0
d AlreadyBeingManaged HostConnectFault 0 ipAddress:string
d AlreadyConnected HostConnectFault 0 name:string
d AlreadyExists VimFault 0 name:string?
d AlreadyUpgraded VimFault 0
d AndAlarmExpression AlarmExpression 0 expression:AlarmExpression[]
d AnswerFile DynamicData 6 userInput:ProfileDeferredPolicyOptionParameter[]? createdTime:dateTime modifiedTime:dateTime
d AnswerFileCreateSpec DynamicData 6 validating:boolean?@9
d AnswerFileOptionsCreateSpec AnswerFileCreateSpec 6 userInput:ProfileDeferredPolicyOptionParameter[]?
d AnswerFileSerializedCreateSpec AnswerFileCreateSpec 6 answerFileConfigString:string
d AnswerFileStatusError DynamicData 6 userInputPath:ProfilePropertyPath errMsg:LocalizableMessage
d AnswerFileStatusResult DynamicData 6 checkedTime:dateTime host:&HostSystem status:string error:AnswerFileStatusError[]?
d AnswerFileUpdateFailed VimFault 6 failure:AnswerFileUpdateFailure[]
d AnswerFileUpdateFailure DynamicData 6 userInputPath:ProfilePropertyPath errMsg:LocalizableMessage
d ApplicationQuiesceFault SnapshotFault 0
d ApplyHostProfileConfigurationResult DynamicData 10 startTime:dateTime completeTime:dateTime host:&HostSystem status:string errors:LocalizedMethodFault[]?
d ApplyHostProfileConfigurationSpec ProfileExecuteResult 10 host:&HostSystem taskListRequirement:string[]? taskDescription:LocalizableMessage[]? rebootStateless:boolean? rebootHost:boolean? faultData:LocalizedMethodFault?
d ApplyProfile DynamicData 4 enabled:boolean policy:ProfilePolicy[]? profileTypeName:string?@6 profileVersion:string?@6 property:ProfileApplyProfileProperty[]?@6 favorite:boolean?@10 toBeMerged:boolean?@10 toReplaceWith:boolean?@10 toBeDeleted:boolean?@10 copyEnableStatus:boolean?@10 hidden:boolean?@11
d ApplyStorageRecommendationResult DynamicData 6 vm:&VirtualMachine?
d ArrayUpdateSpec DynamicData 0 operation:ArrayUpdateOperation removeKey:anyType?
d AuthMinimumAdminPermission VimFault 0
d AuthenticationProfile ApplyProfile 5 activeDirectory:ActiveDirectoryProfile?
d AuthorizationDescription DynamicData 0 privilege:ElementDescription[] privilegeGroup:ElementDescription[]
d AuthorizationEvent Event 0
d AuthorizationPrivilege DynamicData 0 privId:string onParent:boolean name:string privGroupName:string
d AuthorizationRole DynamicData 0 roleId:int system:boolean name:string info:Description privilege:string[]?
d AutoStartDefaults DynamicData 0 enabled:boolean? startDelay:int? stopDelay:int? waitForHeartbeat:boolean? stopAction:string?
d AutoStartPowerInfo DynamicData 0 key:&VirtualMachine startOrder:int startDelay:int waitForHeartbeat:AutoStartWaitHeartbeatSetting startAction:string stopDelay:int stopAction:string
d BackupBlobReadFailure DvsFault 7 entityName:string entityType:string fault:LocalizedMethodFault
d BackupBlobWriteFailure DvsFault 7 entityName:string entityType:string fault:LocalizedMethodFault
d BadUsernameSessionEvent SessionEvent 0 ipAddress:string
d BaseConfigInfo DynamicData 10 id:ID name:string createTime:dateTime keepAfterDeleteVm:boolean?@11 relocationDisabled:boolean?@11 nativeSnapshotSupported:boolean?@11 changedBlockTrackingEnabled:boolean?@11 backing:BaseConfigInfoBackingInfo metadata:KeyValue[]?@21 vclock:vslmVClockInfo?@21 iofilter:string[]?@11
d BaseConfigInfoBackingInfo DynamicData 10 datastore:&Datastore
d BaseConfigInfoDiskFileBackingInfo BaseConfigInfoFileBackingInfo 10 provisioningType:string
d BaseConfigInfoFileBackingInfo BaseConfigInfoBackingInfo 10 filePath:string backingObjectId:string? parent:BaseConfigInfoFileBackingInfo? deltaSizeInMB:long? keyId:CryptoKeyId?@17
d BaseConfigInfoRawDiskMappingBackingInfo BaseConfigInfoFileBackingInfo 10 lunUuid:string compatibilityMode:string
d BatchResult DynamicData 9 result:string hostKey:string ds:&Datastore? fault:LocalizedMethodFault?
d BlockedByFirewall HostConfigFault 5
d BoolOption OptionType 0 supported:boolean defaultValue:boolean
d BoolPolicy InheritablePolicy 4 value:boolean?
d CAMServerRefusedConnection InvalidCAMServer 6
d CanceledHostOperationEvent HostEvent 0
d CannotAccessFile FileFault 0
d CannotAccessLocalSource VimFault 0
d CannotAccessNetwork CannotAccessVmDevice 0 network:&Network?@9
d CannotAccessVmComponent VmConfigFault 0
d CannotAccessVmConfig CannotAccessVmComponent 0 reason:LocalizedMethodFault
d CannotAccessVmDevice CannotAccessVmComponent 0 device:string backing:string connected:boolean
d CannotAccessVmDisk CannotAccessVmDevice 0 fault:LocalizedMethodFault
d CannotAddHostWithFTVmAsStandalone HostConnectFault 4
d CannotAddHostWithFTVmToDifferentCluster HostConnectFault 4
d CannotAddHostWithFTVmToNonHACluster HostConnectFault 4
d CannotChangeDrsBehaviorForFtSecondary VmFaultToleranceIssue 5 vm:&VirtualMachine vmName:string
d CannotChangeHaSettingsForFtSecondary VmFaultToleranceIssue 5 vm:&VirtualMachine vmName:string
d CannotChangeVsanClusterUuid VsanFault 8
d CannotChangeVsanNodeUuid VsanFault 8
d CannotComputeFTCompatibleHosts VmFaultToleranceIssue 9 vm:&VirtualMachine vmName:string
d CannotCreateFile FileFault 1
d CannotDecryptPasswords CustomizationFault 0
d CannotDeleteFile FileFault 0
d CannotDisableDrsOnClustersWithVApps RuntimeFault 5
d CannotDisableSnapshot VmConfigFault 1
d CannotDisconnectHostWithFaultToleranceVm VimFault 4 hostName:string
d CannotEnableVmcpForCluster VimFault 9 host:&HostSystem? hostName:string? reason:string?
d CannotModifyConfigCpuRequirements MigrationFault 0
d CannotMoveFaultToleranceVm VimFault 4 moveType:string vmName:string
d CannotMoveHostWithFaultToleranceVm VimFault 4
d CannotMoveVmWithDeltaDisk MigrationFault 6 device:string
d CannotMoveVmWithNativeDeltaDisk MigrationFault 6
d CannotMoveVsanEnabledHost VsanFault 8
d CannotPlaceWithoutPrerequisiteMoves VimFault 7
d CannotPowerOffVmInCluster InvalidState 6 operation:string vm:&VirtualMachine vmName:string
d CannotReconfigureVsanWhenHaEnabled VsanFault 8
d CannotUseNetwork VmConfigFault 8 device:string backing:string connected:boolean reason:string network:&Network?@9
d Capability DynamicData 0 provisioningSupported:boolean multiHostSupported:boolean userShellAccessSupported:boolean@1 supportedEVCMode:EVCMode[]?@4 supportedEVCGraphicsMode:FeatureEVCMode[]?@19 networkBackupAndRestoreSupported:boolean?@7 ftDrsWithoutEvcSupported:boolean?@11 hciWorkflowSupported:boolean?@12 computePolicyVersion:int?@15 clusterPlacementSupported:boolean?@17 lifecycleManagementSupported:boolean?@17 hostSeedingSupported:boolean?@21 scalableSharesSupported:boolean?@17 hadcsSupported:boolean?@20 configMgmtSupported:boolean?@24
d ChangesInfoEventArgument DynamicData 10 modified:string? added:string? deleted:string?
d CheckResult DynamicData 4 vm:&VirtualMachine? host:&HostSystem? warning:LocalizedMethodFault[]? error:LocalizedMethodFault[]?
d ChoiceOption OptionType 0 choiceInfo:ElementDescription[] defaultIndex:int?
d ClockSkew HostConfigFault 5
d CloneFromSnapshotNotSupported MigrationFault 4
d ClusterAction DynamicData 1 type:string target:&ManagedObject?
d ClusterActionHistory DynamicData 1 action:ClusterAction time:dateTime
d ClusterAffinityRuleSpec ClusterRuleInfo 0 vm:&VirtualMachine[]
d ClusterAntiAffinityRuleSpec ClusterRuleInfo 0 vm:&VirtualMachine[]
d ClusterAttemptedVmInfo DynamicData 1 vm:&VirtualMachine task:&Task?
d ClusterClusterInitialPlacementAction ClusterAction 27 targetHost:&HostSystem? pool:&ResourcePool configSpec:VirtualMachineConfigSpec?
d ClusterComplianceCheckedEvent ClusterEvent 4 profile:ProfileEventArgument
d ClusterComputeResourceClusterConfigResult DynamicData 12 failedHosts:FolderFailedHostResult[]? configuredHosts:&HostSystem[]?
d ClusterComputeResourceCryptoModePolicy DynamicData 31 keyId:CryptoKeyId? providerId:KeyProviderId?
d ClusterComputeResourceDVSConfigurationValidation ClusterComputeResourceValidationResultBase 12 isDvsValid:boolean isDvpgValid:boolean
d ClusterComputeResourceDVSSetting DynamicData 12 dvSwitch:&DistributedVirtualSwitch pnicDevices:string[]? dvPortgroupSetting:ClusterComputeResourceDVSSettingDVPortgroupToServiceMapping[]?
d ClusterComputeResourceDVSSettingDVPortgroupToServiceMapping DynamicData 12 dvPortgroup:&DistributedVirtualPortgroup service:string
d ClusterComputeResourceDvsProfile DynamicData 12 dvsName:string? dvSwitch:&DistributedVirtualSwitch? pnicDevices:string[]? dvPortgroupMapping:ClusterComputeResourceDvsProfileDVPortgroupSpecToServiceMapping[]?
d ClusterComputeResourceDvsProfileDVPortgroupSpecToServiceMapping DynamicData 12 dvPortgroupSpec:DVPortgroupConfigSpec? dvPortgroup:&DistributedVirtualPortgroup? service:string
d ClusterComputeResourceHCIConfigInfo DynamicData 12 workflowState:string dvsSetting:ClusterComputeResourceDVSSetting[]? configuredHosts:&HostSystem[]? hostConfigProfile:ClusterComputeResourceHostConfigurationProfile?
d ClusterComputeResourceHCIConfigSpec DynamicData 12 dvsProf:ClusterComputeResourceDvsProfile[]? hostConfigProfile:ClusterComputeResourceHostConfigurationProfile? vSanConfigSpec:SDDCBase? vcProf:ClusterComputeResourceVCProfile?
d ClusterComputeResourceHostConfigurationInput DynamicData 12 host:&HostSystem hostVmkNics:ClusterComputeResourceHostVmkNicInfo[]? allowedInNonMaintenanceMode:boolean?
d ClusterComputeResourceHostConfigurationProfile DynamicData 12 dateTimeConfig:HostDateTimeConfig? lockdownMode:HostLockdownMode?
d ClusterComputeResourceHostConfigurationValidation ClusterComputeResourceValidationResultBase 12 host:&HostSystem isDvsSettingValid:boolean? isVmknicSettingValid:boolean? isNtpSettingValid:boolean? isLockdownModeValid:boolean?
d ClusterComputeResourceHostEvacuationInfo DynamicData 31 host:&HostSystem action:OptionValue[]?
d ClusterComputeResourceHostVmkNicInfo DynamicData 12 nicSpec:HostVirtualNicSpec service:string
d ClusterComputeResourceMaintenanceInfo DynamicData 31 partialMMId:string? hostEvacInfo:ClusterComputeResourceHostEvacuationInfo[]?
d ClusterComputeResourceSummary ComputeResourceSummary 0 currentFailoverLevel:int admissionControlInfo:ClusterDasAdmissionControlInfo?@4 numVmotions:int targetBalance:int?@4 currentBalance:int?@4 drsScore:int?@17 numVmsPerDrsScoreBucket:int[]?@17 usageSummary:ClusterUsageSummary?@9 currentEVCModeKey:string?@4 currentEVCGraphicsModeKey:string?@19 dasData:ClusterDasData?@6 clusterMaintenanceModeStatus:string?@18 vcsHealthStatus:string?@20 vcsSlots:ClusterComputeResourceVcsSlots[]?@20
d ClusterComputeResourceVCProfile DynamicData 12 clusterSpec:ClusterConfigSpecEx? evcModeKey:string? evcGraphicsModeKey:string?@19
d ClusterComputeResourceValidationResultBase DynamicData 12 info:LocalizableMessage[]?
d ClusterComputeResourceVcsSlots DynamicData 20 systemId:string?@23 host:&HostSystem datastore:&Datastore[]?@23 totalSlots:int
d ClusterConfigInfo DynamicData 0 dasConfig:ClusterDasConfigInfo dasVmConfig:ClusterDasVmConfigInfo[]? drsConfig:ClusterDrsConfigInfo drsVmConfig:ClusterDrsVmConfigInfo[]? rule:ClusterRuleInfo[]?
d ClusterConfigInfoEx ComputeResourceConfigInfo 1 systemVMsConfig:ClusterSystemVMsConfigInfo?@23 dasConfig:ClusterDasConfigInfo dasVmConfig:ClusterDasVmConfigInfo[]? drsConfig:ClusterDrsConfigInfo drsVmConfig:ClusterDrsVmConfigInfo[]? rule:ClusterRuleInfo[]? orchestration:ClusterOrchestrationInfo?@10 vmOrchestration:ClusterVmOrchestrationInfo[]?@10 dpmConfigInfo:ClusterDpmConfigInfo? dpmHostConfig:ClusterDpmHostConfigInfo[]? vsanConfigInfo:VsanClusterConfigInfo?@8 vsanHostConfig:VsanHostConfigInfo[]?@8 group:ClusterGroupInfo[]?@5 infraUpdateHaConfig:ClusterInfraUpdateHaConfigInfo?@10 proactiveDrsConfig:ClusterProactiveDrsConfigInfo?@10 cryptoConfig:ClusterCryptoConfigInfo?@17 vsanCoreConfig:VsanClusterCoreConfig?@33
d ClusterConfigSpec DynamicData 0 dasConfig:ClusterDasConfigInfo? dasVmConfigSpec:ClusterDasVmConfigSpec[]? drsConfig:ClusterDrsConfigInfo? drsVmConfigSpec:ClusterDrsVmConfigSpec[]? rulesSpec:ClusterRuleSpec[]?
d ClusterConfigSpecEx ComputeResourceConfigSpec 1 systemVMsConfig:ClusterSystemVMsConfigSpec?@23 dasConfig:ClusterDasConfigInfo? dasVmConfigSpec:ClusterDasVmConfigSpec[]? drsConfig:ClusterDrsConfigInfo? drsVmConfigSpec:ClusterDrsVmConfigSpec[]? rulesSpec:ClusterRuleSpec[]? orchestration:ClusterOrchestrationInfo?@10 vmOrchestrationSpec:ClusterVmOrchestrationSpec[]?@10 dpmConfig:ClusterDpmConfigInfo? dpmHostConfigSpec:ClusterDpmHostConfigSpec[]? vsanConfig:VsanClusterConfigInfo?@8 vsanHostConfigSpec:VsanHostConfigInfo[]?@8 groupSpec:ClusterGroupSpec[]?@5 infraUpdateHaConfig:ClusterInfraUpdateHaConfigInfo?@10 proactiveDrsConfig:ClusterProactiveDrsConfigInfo?@10 inHciWorkflow:boolean?@12 cryptoConfig:ClusterCryptoConfigInfo?@17 vsanCoreConfigSpec:VsanClusterCoreConfigSpec?@33
d ClusterCreatedEvent ClusterEvent 0 parent:FolderEventArgument
d ClusterCryptoConfigInfo DynamicData 17 cryptoMode:string? policy:ClusterComputeResourceCryptoModePolicy?@31
d ClusterDasAamHostInfo ClusterDasHostInfo 4 hostDasState:ClusterDasAamNodeState[]? primaryHosts:string[]?
d ClusterDasAamNodeState DynamicData 4 host:&HostSystem name:string configState:string runtimeState:string
d ClusterDasAdmissionControlInfo DynamicData 4
d ClusterDasAdmissionControlPolicy DynamicData 4 resourceReductionToToleratePercent:int?@10 pMemAdmissionControlEnabled:boolean?@21
d ClusterDasAdvancedRuntimeInfo DynamicData 4 dasHostInfo:ClusterDasHostInfo? vmcpSupported:ClusterDasAdvancedRuntimeInfoVmcpCapabilityInfo?@9 heartbeatDatastoreInfo:DasHeartbeatDatastoreInfo[]?@6
d ClusterDasAdvancedRuntimeInfoVmcpCapabilityInfo DynamicData 9 storageAPDSupported:boolean storagePDLSupported:boolean
d ClusterDasConfigInfo DynamicData 0 enabled:boolean? vmMonitoring:string?@4 hostMonitoring:string?@4 vmComponentProtecting:string?@9 failoverLevel:int? admissionControlPolicy:ClusterDasAdmissionControlPolicy?@4 admissionControlEnabled:boolean? defaultVmSettings:ClusterDasVmSettings?@1 option:OptionValue[]? heartbeatDatastore:&Datastore[]?@6 hBDatastoreCandidatePolicy:string?@6
d ClusterDasData DynamicData 6
d ClusterDasDataSummary ClusterDasData 6 hostListVersion:long clusterConfigVersion:long compatListVersion:long
d ClusterDasFailoverLevelAdvancedRuntimeInfo ClusterDasAdvancedRuntimeInfo 4 slotInfo:ClusterDasFailoverLevelAdvancedRuntimeInfoSlotInfo totalSlots:int usedSlots:int unreservedSlots:int totalVms:int totalHosts:int totalGoodHosts:int hostSlots:ClusterDasFailoverLevelAdvancedRuntimeInfoHostSlots[]? vmsRequiringMultipleSlots:ClusterDasFailoverLevelAdvancedRuntimeInfoVmSlots[]?@7
d ClusterDasFailoverLevelAdvancedRuntimeInfoHostSlots DynamicData 4 host:&HostSystem slots:int
d ClusterDasFailoverLevelAdvancedRuntimeInfoSlotInfo DynamicData 4 numVcpus:int cpuMHz:int memoryMB:int
d ClusterDasFailoverLevelAdvancedRuntimeInfoVmSlots DynamicData 7 vm:&VirtualMachine slots:int
d ClusterDasFdmHostState DynamicData 6 state:string stateReporter:&HostSystem?
d ClusterDasHostInfo DynamicData 4
d ClusterDasHostRecommendation DynamicData 4 host:&HostSystem drsRating:int?
d ClusterDasVmConfigInfo DynamicData 0 key:&VirtualMachine restartPriority:DasVmPriority? powerOffOnIsolation:boolean? dasSettings:ClusterDasVmSettings?@1
d ClusterDasVmConfigSpec ArrayUpdateSpec 0 info:ClusterDasVmConfigInfo?
d ClusterDasVmSettings DynamicData 1 restartPriority:string? restartPriorityTimeout:int?@10 isolationResponse:string? vmToolsMonitoringSettings:ClusterVmToolsMonitoringSettings?@4 vmComponentProtectionSettings:ClusterVmComponentProtectionSettings?@9
d ClusterDatastoreUpdateSpec ArrayUpdateSpec 23 datastore:&Datastore?
d ClusterDependencyRuleInfo ClusterRuleInfo 10 vmGroup:string dependsOnVmGroup:string
d ClusterDestroyedEvent ClusterEvent 0
d ClusterDpmConfigInfo DynamicData 1 enabled:boolean? defaultDpmBehavior:DpmBehavior? hostPowerActionRate:int?@4 option:OptionValue[]?
d ClusterDpmHostConfigInfo DynamicData 1 key:&HostSystem enabled:boolean? behavior:DpmBehavior?
d ClusterDpmHostConfigSpec ArrayUpdateSpec 1 info:ClusterDpmHostConfigInfo?
d ClusterDrsConfigInfo DynamicData 0 enabled:boolean? enableVmBehaviorOverrides:boolean?@4 defaultVmBehavior:DrsBehavior? vmotionRate:int? scaleDescendantsShares:string?@17 option:OptionValue[]?
d ClusterDrsFaults DynamicData 4 reason:string faultsByVm:ClusterDrsFaultsFaultsByVm[]
d ClusterDrsFaultsFaultsByVirtualDisk ClusterDrsFaultsFaultsByVm 6 disk:VirtualDiskId?
d ClusterDrsFaultsFaultsByVm DynamicData 4 vm:&VirtualMachine? fault:LocalizedMethodFault[]
d ClusterDrsMigration DynamicData 0 key:string time:dateTime vm:&VirtualMachine cpuLoad:int? memoryLoad:long? source:&HostSystem sourceCpuLoad:int? sourceMemoryLoad:long? destination:&HostSystem destinationCpuLoad:int? destinationMemoryLoad:long?
d ClusterDrsRecommendation DynamicData 0 key:string rating:int reason:string reasonText:string migrationList:ClusterDrsMigration[]
d ClusterDrsVmConfigInfo DynamicData 0 key:&VirtualMachine enabled:boolean? behavior:DrsBehavior?
d ClusterDrsVmConfigSpec ArrayUpdateSpec 0 info:ClusterDrsVmConfigInfo?
d ClusterEVCManagerCheckResult DynamicData 9 evcModeKey:string error:LocalizedMethodFault host:&HostSystem[]?
d ClusterEVCManagerEVCState DynamicData 9 supportedEVCMode:EVCMode[] currentEVCModeKey:string? guaranteedCPUFeatures:HostCpuIdInfo[]? featureCapability:HostFeatureCapability[]? featureMask:HostFeatureMask[]? featureRequirement:VirtualMachineFeatureRequirement[]?
d ClusterEnterMaintenanceResult DynamicData 6 recommendations:ClusterRecommendation[]? fault:ClusterDrsFaults?
d ClusterEvent Event 0
d ClusterFailoverHostAdmissionControlInfo ClusterDasAdmissionControlInfo 4 hostStatus:ClusterFailoverHostAdmissionControlInfoHostStatus[]?
d ClusterFailoverHostAdmissionControlInfoHostStatus DynamicData 4 host:&HostSystem status:ManagedEntityStatus
d ClusterFailoverHostAdmissionControlPolicy ClusterDasAdmissionControlPolicy 4 failoverHosts:&HostSystem[]? failoverLevel:int?@10
d ClusterFailoverLevelAdmissionControlInfo ClusterDasAdmissionControlInfo 4 currentFailoverLevel:int
d ClusterFailoverLevelAdmissionControlPolicy ClusterDasAdmissionControlPolicy 4 failoverLevel:int slotPolicy:ClusterSlotPolicy?@7
d ClusterFailoverResourcesAdmissionControlInfo ClusterDasAdmissionControlInfo 4 currentCpuFailoverResourcesPercent:int currentMemoryFailoverResourcesPercent:int currentPMemFailoverResourcesPercent:int?@21
d ClusterFailoverResourcesAdmissionControlPolicy ClusterDasAdmissionControlPolicy 4 cpuFailoverResourcesPercent:int memoryFailoverResourcesPercent:int failoverLevel:int?@10 autoComputePercentages:boolean?@10 pMemFailoverResourcesPercent:int?@21 autoComputePMemFailoverResourcesPercent:boolean?@21
d ClusterFixedSizeSlotPolicy ClusterSlotPolicy 7 cpu:int memory:int
d ClusterFtVmHostRuleInfo ClusterRuleInfo 31 vmGroupName:string hostGroupName:string[]?
d ClusterGroupInfo DynamicData 5 name:string userCreated:boolean?@6 uniqueID:string?@9
d ClusterGroupSpec ArrayUpdateSpec 5 info:ClusterGroupInfo?
d ClusterHostGroup ClusterGroupInfo 5 host:&HostSystem[]?
d ClusterHostInfraUpdateHaModeAction ClusterAction 10 operationType:string
d ClusterHostPowerAction ClusterAction 1 operationType:HostPowerOperationType powerConsumptionWatt:int? cpuCapacityMHz:int? memCapacityMB:int?
d ClusterHostRecommendation DynamicData 0 host:&HostSystem rating:int
d ClusterInfraUpdateHaConfigInfo DynamicData 10 enabled:boolean? behavior:string? moderateRemediation:string? severeRemediation:string? providers:string[]?
d ClusterInitialPlacementAction ClusterAction 1 targetHost:&HostSystem pool:&ResourcePool?
d ClusterIoFilterInfo IoFilterInfo 9 opType:string vibUrl:string?@10
d ClusterMigrationAction ClusterAction 1 drsMigration:ClusterDrsMigration?
d ClusterNetworkConfigSpec DynamicData 10 networkPortGroup:&Network ipSettings:CustomizationIPSettings
d ClusterNotAttemptedVmInfo DynamicData 1 vm:&VirtualMachine fault:LocalizedMethodFault
d ClusterOrchestrationInfo DynamicData 10 defaultVmReadiness:ClusterVmReadiness?
d ClusterOvercommittedEvent ClusterEvent 0
d ClusterPowerOnVmResult DynamicData 1 attempted:ClusterAttemptedVmInfo[]? notAttempted:ClusterNotAttemptedVmInfo[]? recommendations:ClusterRecommendation[]?
d ClusterPreemptibleVmPairInfo DynamicData 27 id:int? monitoredVm:&VirtualMachine preemptibleVm:&VirtualMachine
d ClusterPreemptibleVmPairSpec ArrayUpdateSpec 27 info:ClusterPreemptibleVmPairInfo?
d ClusterProactiveDrsConfigInfo DynamicData 10 enabled:boolean?
d ClusterProfileCompleteConfigSpec ClusterProfileConfigSpec 4 complyProfile:ComplianceProfile?
d ClusterProfileConfigInfo ProfileConfigInfo 4 complyProfile:ComplianceProfile?
d ClusterProfileConfigServiceCreateSpec ClusterProfileConfigSpec 4 serviceType:string[]?
d ClusterProfileConfigSpec ClusterProfileCreateSpec 4
d ClusterProfileCreateSpec ProfileCreateSpec 4
d ClusterRecommendation DynamicData 1 key:string type:string time:dateTime rating:int reason:string reasonText:string warningText:string?@9 warningDetails:LocalizableMessage?@9 prerequisite:string[]? action:ClusterAction[]? target:&ManagedObject?
d ClusterReconfiguredEvent ClusterEvent 0 configChanges:ChangesInfoEventArgument?@10
d ClusterResourceUsageSummary DynamicData 9 cpuUsedMHz:int cpuCapacityMHz:int memUsedMB:int memCapacityMB:int pMemAvailableMB:long?@11 pMemCapacityMB:long?@11 storageUsedMB:long storageCapacityMB:long
d ClusterRuleInfo DynamicData 0 key:int? status:ManagedEntityStatus? enabled:boolean? name:string? mandatory:boolean?@5 userCreated:boolean?@5 inCompliance:boolean?@5 ruleUuid:string?@9
d ClusterRuleSpec ArrayUpdateSpec 0 info:ClusterRuleInfo?
d ClusterSlotPolicy DynamicData 7
d ClusterStatusChangedEvent ClusterEvent 0 oldStatus:string newStatus:string
d ClusterSystemVMsConfigInfo DynamicData 23 allowedDatastores:&Datastore[]? notAllowedDatastores:&Datastore[]? dsTagCategoriesToExclude:string[]? deploymentMode:string?@30
d ClusterSystemVMsConfigSpec DynamicData 23 allowedDatastores:ClusterDatastoreUpdateSpec[]? notAllowedDatastores:ClusterDatastoreUpdateSpec[]? dsTagCategoriesToExclude:ClusterTagCategoryUpdateSpec[]? deploymentMode:string?@30
d ClusterTagCategoryUpdateSpec ArrayUpdateSpec 23 category:string?
d ClusterUsageSummary DynamicData 9 totalCpuCapacityMhz:int totalMemCapacityMB:int cpuReservationMhz:int memReservationMB:int poweredOffCpuReservationMhz:int? poweredOffMemReservationMB:int? cpuDemandMhz:int memDemandMB:int statsGenNumber:long cpuEntitledMhz:int memEntitledMB:int poweredOffVmCount:int totalVmCount:int tier0MemCapacityMB:int?@33 reservedTier0MemMB:int?@33 unreservedTier0MemMB:int?@33
d ClusterVmComponentProtectionSettings DynamicData 9 vmStorageProtectionForAPD:string? enableAPDTimeoutForHosts:boolean? vmTerminateDelayForAPDSec:int? vmReactionOnAPDCleared:string? vmStorageProtectionForPDL:string?
d ClusterVmGroup ClusterGroupInfo 5 vm:&VirtualMachine[]?
d ClusterVmHostRuleInfo ClusterRuleInfo 5 vmGroupName:string? affineHostGroupName:string? antiAffineHostGroupName:string?
d ClusterVmOrchestrationInfo DynamicData 10 vm:&VirtualMachine vmReadiness:ClusterVmReadiness
d ClusterVmOrchestrationSpec ArrayUpdateSpec 10 info:ClusterVmOrchestrationInfo?
d ClusterVmReadiness DynamicData 10 readyCondition:string? postReadyDelay:int?
d ClusterVmToolsMonitoringSettings DynamicData 4 enabled:boolean? vmMonitoring:string?@5 clusterSettings:boolean? failureInterval:int? minUpTime:int? maxFailures:int? maxFailureWindow:int?
d CollectorAddressUnset DvsFault 7
d ComplianceFailure DynamicData 4 failureType:string message:LocalizableMessage expressionName:string? failureValues:ComplianceFailureComplianceFailureValues[]?@10
d ComplianceFailureComplianceFailureValues DynamicData 10 comparisonIdentifier:string profileInstance:string? hostValue:anyType? profileValue:anyType?
d ComplianceLocator DynamicData 4 expressionName:string applyPath:ProfilePropertyPath
d ComplianceProfile DynamicData 4 expression:ProfileExpression[] rootExpression:string
d ComplianceResult DynamicData 4 profile:&Profile? complianceStatus:string entity:&ManagedEntity? checkTime:dateTime? failure:ComplianceFailure[]?
d CompositePolicyOption PolicyOption 4 option:PolicyOption[]?
d ComputeResourceConfigInfo DynamicData 1 vmSwapPlacement:string spbmEnabled:boolean?@6 defaultHardwareVersionKey:string?@7 maximumHardwareVersionKey:string?@21
d ComputeResourceConfigSpec DynamicData 1 vmSwapPlacement:string? spbmEnabled:boolean?@6 defaultHardwareVersionKey:string?@7 desiredSoftwareSpec:DesiredSoftwareSpec?@17 maximumHardwareVersionKey:string?@21 enableConfigManager:boolean?@24 hostSeedSpec:ComputeResourceHostSeedSpec?@31 softwareSpecId:string?@33 networkBootMode:string?@33
d ComputeResourceEventArgument EntityEventArgument 0 computeResource:&ComputeResource
d ComputeResourceHostSPBMLicenseInfo DynamicData 6 host:&HostSystem licenseState:ComputeResourceHostSPBMLicenseInfoHostSPBMLicenseState
d ComputeResourceHostSeedSpec DynamicData 31 singleHostSpec:ComputeResourceHostSeedSpecSingleHostSpec
d ComputeResourceHostSeedSpecSingleHostSpec DynamicData 13 newHostCnxSpec:HostConnectSpec? existingHost:&HostSystem?
d ComputeResourceSummary DynamicData 0 totalCpu:int totalMemory:long numCpuCores:short numCpuThreads:short effectiveCpu:int effectiveMemory:long numHosts:int numEffectiveHosts:int overallStatus:ManagedEntityStatus
d ConcurrentAccess VimFault 0
d ConfigTarget DynamicData 0 numCpus:int numCpuCores:int numNumaNodes:int maxCpusPerHost:int?@17 smcPresent:boolean@6 datastore:VirtualMachineDatastoreInfo[]? network:VirtualMachineNetworkInfo[]? opaqueNetwork:OpaqueNetworkTargetInfo[]?@8 distributedVirtualPortgroup:DistributedVirtualPortgroupInfo[]?@4 distributedVirtualSwitch:DistributedVirtualSwitchInfo[]?@4 subnetInfo:SubnetInfo[]?@33 cdRom:VirtualMachineCdromInfo[]? serial:VirtualMachineSerialInfo[]? parallel:VirtualMachineParallelInfo[]? sound:VirtualMachineSoundInfo[]?@1 usb:VirtualMachineUsbInfo[]?@1 floppy:VirtualMachineFloppyInfo[]? legacyNetworkInfo:VirtualMachineLegacyNetworkSwitchInfo[]? scsiPassthrough:VirtualMachineScsiPassthroughInfo[]? scsiDisk:VirtualMachineScsiDiskDeviceInfo[]? ideDisk:VirtualMachineIdeDiskDeviceInfo[]? maxMemMBOptimalPerf:int supportedMaxMemMB:int?@17 resourcePool:ResourcePoolRuntimeInfo? autoVmotion:boolean? pciPassthrough:VirtualMachinePciPassthroughInfo[]?@4 sriov:VirtualMachineSriovInfo[]?@8 vFlashModule:VirtualMachineVFlashModuleInfo[]?@8 sharedGpuPassthroughTypes:VirtualMachinePciSharedGpuPassthroughInfo[]?@9 availablePersistentMemoryReservationMB:long?@11 dynamicPassthrough:VirtualMachineDynamicPassthroughInfo[]?@17 sgxTargetInfo:VirtualMachineSgxTargetInfo?@17 precisionClockInfo:VirtualMachinePrecisionClockInfo[]?@17 sevSupported:boolean?@19 vgpuDeviceInfo:VirtualMachineVgpuDeviceInfo[]?@23 vgpuProfileInfo:VirtualMachineVgpuProfileInfo[]?@23 vendorDeviceGroupInfo:VirtualMachineVendorDeviceGroupInfo[]?@27 maxSimultaneousThreads:int?@27 dvxClassInfo:VirtualMachineDvxClassInfo[]?@27 sevSnpSupported:boolean?@33 tdxSupported:boolean?@33
d ConflictingConfiguration DvsFault 8 configInConflict:ConflictingConfigurationConfig[]
d ConflictingConfigurationConfig DynamicData 8 entity:&ManagedEntity? propertyPath:string
d ConflictingDatastoreFound RuntimeFault 7 name:string url:string
d ConnectedIso OvfExport 4 cdrom:VirtualCdrom filename:string
d CpuCompatibilityUnknown CpuIncompatible 0
d CpuHotPlugNotSupported VmConfigFault 4
d CpuIncompatible VirtualHardwareCompatibilityIssue 0 level:int registerName:string registerBits:string?@1 desiredBits:string?@1 host:&HostSystem?@1
d CpuIncompatible1ECX CpuIncompatible 1 sse3:boolean pclmulqdq:boolean@6 ssse3:boolean sse41:boolean sse42:boolean aes:boolean@6 other:boolean otherOnly:boolean
d CpuIncompatible81EDX CpuIncompatible 1 nx:boolean ffxsr:boolean rdtscp:boolean lm:boolean other:boolean otherOnly:boolean
d CreateTaskAction Action 1 taskTypeId:string cancelable:boolean
d CryptoKeyId DynamicData 10 keyId:string providerId:KeyProviderId?
d CryptoKeyPlain DynamicData 10 keyId:CryptoKeyId algorithm:string keyData:string
d CryptoKeyResult DynamicData 10 keyId:CryptoKeyId success:boolean reason:string? fault:LocalizedMethodFault?@19
d CryptoManagerHostKeyStatus DynamicData 29 keyId:CryptoKeyId present:boolean managementType:string? accessGranted:boolean?@31
d CryptoManagerKmipCertSignRequest DynamicData 29 commonName:string? organization:string? organizationUnit:string? locality:string? state:string? country:string? email:string?
d CryptoManagerKmipCertificateInfo DynamicData 10 subject:string issuer:string serialNumber:string notBefore:dateTime notAfter:dateTime fingerprint:string checkTime:dateTime secondsSinceValid:int? secondsBeforeExpire:int?
d CryptoManagerKmipClusterStatus DynamicData 10 clusterId:KeyProviderId overallStatus:ManagedEntityStatus?@17 managementType:string?@17 servers:CryptoManagerKmipServerStatus[] clientCertInfo:CryptoManagerKmipCertificateInfo?
d CryptoManagerKmipCryptoKeyStatus DynamicData 13 keyId:CryptoKeyId keyAvailable:boolean? reason:string? keyInfo:CryptoManagerKmipCryptoKeyStatusKeyInfo?@33 encryptedVMs:&VirtualMachine[]? affectedHosts:&HostSystem[]? referencedByTags:string[]?
d CryptoManagerKmipCryptoKeyStatusKeyInfo DynamicData 33 keyId:string
d CryptoManagerKmipCryptoKeyStatusWrappingKeyIdKeyInfo CryptoManagerKmipCryptoKeyStatusKeyInfo 33 configuredTime:dateTime?
d CryptoManagerKmipCryptoKeyStatusWrappingRotationIntervalKeyInfo CryptoManagerKmipCryptoKeyStatusKeyInfo 33 createTime:dateTime? rotateTime:dateTime?
d CryptoManagerKmipCustomAttributeSpec DynamicData 29 attributes:KeyValue[]?
d CryptoManagerKmipGenerateKeySpec DynamicData 33 keyType:string?
d CryptoManagerKmipServerCertInfo DynamicData 10 certificate:string certInfo:CryptoManagerKmipCertificateInfo? clientTrustServer:boolean?
d CryptoManagerKmipServerStatus DynamicData 10 name:string status:ManagedEntityStatus connectionStatus:string certInfo:CryptoManagerKmipCertificateInfo? clientTrustServer:boolean? serverTrustClient:boolean?
d CryptoSpec DynamicData 10
d CryptoSpecDecrypt CryptoSpec 10
d CryptoSpecDeepRecrypt CryptoSpec 10 newKeyId:CryptoKeyId
d CryptoSpecEncrypt CryptoSpec 10 cryptoKeyId:CryptoKeyId
d CryptoSpecNoOp CryptoSpec 10
d CryptoSpecRegister CryptoSpecNoOp 10 cryptoKeyId:CryptoKeyId
d CryptoSpecShallowRecrypt CryptoSpec 10 newKeyId:CryptoKeyId
d CustomFieldDef DynamicData 0 key:int name:string type:TypeName managedObjectType:TypeName?@1 fieldDefPrivileges:PrivilegePolicyDef?@1 fieldInstancePrivileges:PrivilegePolicyDef?@1
d CustomFieldDefAddedEvent CustomFieldDefEvent 0
d CustomFieldDefEvent CustomFieldEvent 0 fieldKey:int name:string
d CustomFieldDefRemovedEvent CustomFieldDefEvent 0
d CustomFieldDefRenamedEvent CustomFieldDefEvent 0 newName:string
d CustomFieldEvent Event 0
d CustomFieldStringValue CustomFieldValue 0 value:string
d CustomFieldValue DynamicData 0 key:int
d CustomFieldValueChangedEvent CustomFieldEvent 0 entity:ManagedEntityEventArgument fieldKey:int name:string value:string prevState:string?@10
d CustomizationAdapterMapping DynamicData 0 macAddress:string? adapter:CustomizationIPSettings
d CustomizationAutoIpV6Generator CustomizationIpV6Generator 4
d CustomizationCloudinitPrep CustomizationIdentitySettings 23 metadata:string userdata:string?
d CustomizationCustomIpGenerator CustomizationIpGenerator 0 argument:string?
d CustomizationCustomIpV6Generator CustomizationIpV6Generator 4 argument:string?
d CustomizationCustomName CustomizationName 0 argument:string?
d CustomizationDhcpIpGenerator CustomizationIpGenerator 0
d CustomizationDhcpIpV6Generator CustomizationIpV6Generator 4
d CustomizationEvent VmEvent 1 logLocation:string?
d CustomizationFailed CustomizationEvent 1 reason:string?@17
d CustomizationFault VimFault 0
d CustomizationFixedIp CustomizationIpGenerator 0 ipAddress:string
d CustomizationFixedIpV6 CustomizationIpV6Generator 4 ipAddress:string subnetMask:int
d CustomizationFixedName CustomizationName 0 name:string
d CustomizationGlobalIPSettings DynamicData 0 dnsSuffixList:string[]? dnsServerList:string[]?
d CustomizationGuiRunOnce DynamicData 0 commandList:string[]
d CustomizationGuiUnattended DynamicData 0 password:CustomizationPassword? timeZone:int autoLogon:boolean autoLogonCount:int
d CustomizationIPSettings DynamicData 0 ip:CustomizationIpGenerator subnetMask:string? gateway:string[]? ipV6Spec:CustomizationIPSettingsIpV6AddressSpec?@4 dnsServerList:string[]? dnsDomain:string? primaryWINS:string? secondaryWINS:string? netBIOS:CustomizationNetBIOSMode?
d CustomizationIPSettingsIpV6AddressSpec DynamicData 4 ip:CustomizationIpV6Generator[] gateway:string[]?
d CustomizationIdentification DynamicData 0 joinWorkgroup:string? joinDomain:string? domainAdmin:string? domainAdminPassword:CustomizationPassword? domainOU:string?@30
d CustomizationIdentitySettings DynamicData 0
d CustomizationIpGenerator DynamicData 0
d CustomizationIpV6Generator DynamicData 4
d CustomizationLicenseFilePrintData DynamicData 0 autoMode:CustomizationLicenseDataMode autoUsers:int?
d CustomizationLinuxIdentityFailed CustomizationFailed 1
d CustomizationLinuxOptions CustomizationOptions 0
d CustomizationLinuxPrep CustomizationIdentitySettings 0 hostName:CustomizationName domain:string timeZone:string?@4 hwClockUTC:boolean?@4 scriptText:string?@17 compatibleCustomizationMethod:string?@31
d CustomizationName DynamicData 0
d CustomizationNetworkSetupFailed CustomizationFailed 1
d CustomizationOptions DynamicData 0
d CustomizationPassword DynamicData 0 value:string plainText:boolean
d CustomizationPending CustomizationFault 1
d CustomizationPrefixName CustomizationName 0 base:string
d CustomizationSpec DynamicData 0 options:CustomizationOptions? identity:CustomizationIdentitySettings globalIPSettings:CustomizationGlobalIPSettings nicSettingMap:CustomizationAdapterMapping[]? encryptionKey:byte[]?
d CustomizationSpecInfo DynamicData 0 name:string description:string type:string changeVersion:string? lastUpdateTime:dateTime?
d CustomizationSpecItem DynamicData 0 info:CustomizationSpecInfo spec:CustomizationSpec
d CustomizationStartedEvent CustomizationEvent 1
d CustomizationStatelessIpV6Generator CustomizationIpV6Generator 4
d CustomizationSucceeded CustomizationEvent 1
d CustomizationSysprep CustomizationIdentitySettings 0 guiUnattended:CustomizationGuiUnattended userData:CustomizationUserData guiRunOnce:CustomizationGuiRunOnce? identification:CustomizationIdentification licenseFilePrintData:CustomizationLicenseFilePrintData?
d CustomizationSysprepFailed CustomizationFailed 1 sysprepVersion:string systemVersion:string
d CustomizationSysprepText CustomizationIdentitySettings 0 value:string
d CustomizationUnknownFailure CustomizationFailed 1
d CustomizationUnknownIpGenerator CustomizationIpGenerator 0
d CustomizationUnknownIpV6Generator CustomizationIpV6Generator 4
d CustomizationUnknownName CustomizationName 0
d CustomizationUserData DynamicData 0 fullName:string orgName:string computerName:CustomizationName productId:string
d CustomizationVirtualMachineName CustomizationName 0
d CustomizationWinOptions CustomizationOptions 0 changeSID:boolean deleteAccounts:boolean reboot:CustomizationSysprepRebootOption?@1
d DVPortConfigInfo DynamicData 4 name:string? scope:&ManagedEntity[]? description:string? setting:DVPortSetting? configVersion:string
d DVPortConfigSpec DynamicData 4 operation:string key:string? name:string? scope:&ManagedEntity[]? description:string? setting:DVPortSetting? configVersion:string?
d DVPortNotSupported DeviceBackingNotSupported 5
d DVPortSetting DynamicData 4 blocked:BoolPolicy? vmDirectPathGen2Allowed:BoolPolicy?@5 inShapingPolicy:DVSTrafficShapingPolicy? outShapingPolicy:DVSTrafficShapingPolicy? vendorSpecificConfig:DVSVendorSpecificConfig? networkResourcePoolKey:StringPolicy?@6 filterPolicy:DvsFilterPolicy?@8
d DVPortState DynamicData 4 runtimeInfo:DVPortStatus? stats:DistributedVirtualSwitchPortStatistics vendorSpecificState:DistributedVirtualSwitchKeyedOpaqueBlob[]?
d DVPortStatus DynamicData 4 linkUp:boolean blocked:boolean vlanIds:NumericRange[]? trunkingMode:boolean? mtu:int? linkPeer:string? macAddress:string? statusDetail:string?@5 vmDirectPathGen2Active:boolean?@5 vmDirectPathGen2InactiveReasonNetwork:string[]?@5 vmDirectPathGen2InactiveReasonOther:string[]?@5 vmDirectPathGen2InactiveReasonExtended:string?@5
d DVPortgroupConfigInfo DynamicData 4 key:string name:string numPorts:int distributedVirtualSwitch:&DistributedVirtualSwitch? defaultPortConfig:DVPortSetting? description:string? type:string backingType:string?@17 policy:DVPortgroupPolicy portNameFormat:string? scope:&ManagedEntity[]? vendorSpecificConfig:DistributedVirtualSwitchKeyedOpaqueBlob[]? configVersion:string? autoExpand:boolean?@6 vmVnicNetworkResourcePoolKey:string?@9 uplink:boolean?@10 transportZoneUuid:string?@17 transportZoneName:string?@17 logicalSwitchUuid:string?@17 segmentId:string?@17 subnetId:string?@33
d DVPortgroupConfigSpec DynamicData 4 configVersion:string? name:string? numPorts:int? portNameFormat:string? defaultPortConfig:DVPortSetting? description:string? type:string? backingType:string?@17 scope:&ManagedEntity[]? policy:DVPortgroupPolicy? vendorSpecificConfig:DistributedVirtualSwitchKeyedOpaqueBlob[]? autoExpand:boolean?@6 vmVnicNetworkResourcePoolKey:string?@9 transportZoneUuid:string?@17 transportZoneName:string?@17 logicalSwitchUuid:string?@17 segmentId:string?@17 subnetId:string?@33
d DVPortgroupCreatedEvent DVPortgroupEvent 4
d DVPortgroupDestroyedEvent DVPortgroupEvent 4
d DVPortgroupEvent Event 4
d DVPortgroupPolicy DynamicData 4 blockOverrideAllowed:boolean shapingOverrideAllowed:boolean vendorConfigOverrideAllowed:boolean livePortMovingAllowed:boolean portConfigResetAtDisconnect:boolean networkResourcePoolOverrideAllowed:boolean?@6 trafficFilterOverrideAllowed:boolean?@8
d DVPortgroupReconfiguredEvent DVPortgroupEvent 4 configSpec:DVPortgroupConfigSpec configChanges:ChangesInfoEventArgument?@10
d DVPortgroupRenamedEvent DVPortgroupEvent 4 oldName:string newName:string
d DVPortgroupSelection SelectionSet 6 dvsUuid:string portgroupKey:string[]
d DVSBackupRestoreCapability DynamicData 7 backupRestoreSupported:boolean
d DVSCapability DynamicData 4 dvsOperationSupported:boolean? dvPortGroupOperationSupported:boolean? dvPortOperationSupported:boolean? compatibleHostComponentProductInfo:DistributedVirtualSwitchHostProductSpec[]? featuresSupported:DVSFeatureCapability?@5
d DVSConfigInfo DynamicData 4 uuid:string name:string numStandalonePorts:int numPorts:int maxPorts:int uplinkPortPolicy:DVSUplinkPortPolicy uplinkPortgroup:&DistributedVirtualPortgroup[]? defaultPortConfig:DVPortSetting host:DistributedVirtualSwitchHostMember[]? productInfo:DistributedVirtualSwitchProductSpec targetInfo:DistributedVirtualSwitchProductSpec? extensionKey:string? vendorSpecificConfig:DistributedVirtualSwitchKeyedOpaqueBlob[]? policy:DVSPolicy? description:string? configVersion:string contact:DVSContactInfo switchIpAddress:string?@6 createTime:dateTime networkResourceManagementEnabled:boolean@5 defaultProxySwitchMaxNumPorts:int?@7 healthCheckConfig:DVSHealthCheckConfig[]?@7 infrastructureTrafficResourceConfig:DvsHostInfrastructureTrafficResource[]?@9 netResourcePoolTrafficResourceConfig:DvsHostInfrastructureTrafficResource[]?@11 networkResourceControlVersion:string?@9 vmVnicNetworkResourcePool:DVSVmVnicNetworkResourcePool[]?@9 pnicCapacityRatioForReservation:int?@9
d DVSConfigSpec DynamicData 4 configVersion:string? name:string? numStandalonePorts:int? maxPorts:int? uplinkPortPolicy:DVSUplinkPortPolicy? uplinkPortgroup:&DistributedVirtualPortgroup[]? defaultPortConfig:DVPortSetting? host:DistributedVirtualSwitchHostMemberConfigSpec[]? extensionKey:string? description:string? policy:DVSPolicy? vendorSpecificConfig:DistributedVirtualSwitchKeyedOpaqueBlob[]? contact:DVSContactInfo? switchIpAddress:string?@6 defaultProxySwitchMaxNumPorts:int?@7 infrastructureTrafficResourceConfig:DvsHostInfrastructureTrafficResource[]?@9 netResourcePoolTrafficResourceConfig:DvsHostInfrastructureTrafficResource[]?@11 networkResourceControlVersion:string?@9
d DVSContactInfo DynamicData 4 name:string? contact:string?
d DVSCreateSpec DynamicData 4 configSpec:DVSConfigSpec productInfo:DistributedVirtualSwitchProductSpec? capability:DVSCapability?
d DVSFailureCriteria InheritablePolicy 4 checkSpeed:StringPolicy? speed:IntPolicy? checkDuplex:BoolPolicy? fullDuplex:BoolPolicy? checkErrorPercent:BoolPolicy? percentage:IntPolicy? checkBeacon:BoolPolicy?
d DVSFeatureCapability DynamicData 5 networkResourceManagementSupported:boolean vmDirectPathGen2Supported:boolean?13 nicTeamingPolicy:string[]? networkResourcePoolHighShareValue:int? networkResourceManagementCapability:DVSNetworkResourceManagementCapability?@6 healthCheckCapability:DVSHealthCheckCapability?@7 rollbackCapability:DVSRollbackCapability?@7 backupRestoreCapability:DVSBackupRestoreCapability?@7 networkFilterSupported:boolean?@8 macLearningSupported:boolean?@11
d DVSFilterSpecConnecteeSpec DynamicData 31
d DVSFilterSpecPnicConnecteeSpec DVSFilterSpecConnecteeSpec 31 pnicNameSpec:string?
d DVSFilterSpecPvlanSpec DVSFilterSpecVlanSpec 31 pvlanId:int?
d DVSFilterSpecTrunkVlanSpec DVSFilterSpecVlanSpec 31 range:NumericRange?
d DVSFilterSpecVlanIdSpec DVSFilterSpecVlanSpec 31 vlanId:int?
d DVSFilterSpecVlanSpec DynamicData 31
d DVSFilterSpecVmConnecteeSpec DVSFilterSpecConnecteeSpec 31 vmNameSpec:string?
d DVSFilterSpecVmknicConnecteeSpec DVSFilterSpecConnecteeSpec 31 vmknicNameSpec:string?
d DVSHealthCheckCapability DynamicData 7
d DVSHealthCheckConfig DynamicData 7 enable:boolean? interval:int?
d DVSHostLocalPortInfo DynamicData 7 switchUuid:string portKey:string setting:DVPortSetting vnic:string
d DVSMacLearningPolicy InheritablePolicy 11 enabled:boolean allowUnicastFlooding:boolean? limit:int? limitPolicy:string?
d DVSMacManagementPolicy InheritablePolicy 11 allowPromiscuous:boolean? macChanges:boolean? forgedTransmits:boolean? macLearningPolicy:DVSMacLearningPolicy?
d DVSManagerDvsConfigTarget DynamicData 4 distributedVirtualPortgroup:DistributedVirtualPortgroupInfo[]? distributedVirtualSwitch:DistributedVirtualSwitchInfo[]?
d DVSManagerPhysicalNicsList DynamicData 27 host:&HostSystem physicalNics:PhysicalNic[]?
d DVSNameArrayUplinkPortPolicy DVSUplinkPortPolicy 4 uplinkPortName:string[]
d DVSNetworkResourceManagementCapability DynamicData 6 networkResourceManagementSupported:boolean networkResourcePoolHighShareValue:int qosSupported:boolean userDefinedNetworkResourcePoolsSupported:boolean networkResourceControlVersion3Supported:boolean?@9 userDefinedInfraTrafficPoolSupported:boolean?@11
d DVSNetworkResourcePool DynamicData 5 key:string name:string? description:string? configVersion:string allocationInfo:DVSNetworkResourcePoolAllocationInfo
d DVSNetworkResourcePoolAllocationInfo DynamicData 5 limit:long? shares:SharesInfo? priorityTag:int?@6
d DVSNetworkResourcePoolConfigSpec DynamicData 5 key:string configVersion:string? allocationInfo:DVSNetworkResourcePoolAllocationInfo? name:string?@6 description:string?@6
d DVSPolicy DynamicData 4 autoPreInstallAllowed:boolean? autoUpgradeAllowed:boolean? partialUpgradeAllowed:boolean?
d DVSRollbackCapability DynamicData 7 rollbackSupported:boolean
d DVSRuntimeInfo DynamicData 7 hostMemberRuntime:HostMemberRuntimeInfo[]? resourceRuntimeInfo:DvsResourceRuntimeInfo?@9
d DVSSecurityPolicy InheritablePolicy 4 allowPromiscuous:BoolPolicy? macChanges:BoolPolicy? forgedTransmits:BoolPolicy?
d DVSSelection SelectionSet 6 dvsUuid:string
d DVSSummary DynamicData 4 name:string uuid:string numPorts:int productInfo:DistributedVirtualSwitchProductSpec? hostMember:&HostSystem[]? vm:&VirtualMachine[]? host:&HostSystem[]? portgroupName:string[]? description:string? contact:DVSContactInfo? numHosts:int?@8
d DVSTrafficShapingPolicy InheritablePolicy 4 enabled:BoolPolicy? averageBandwidth:LongPolicy? peakBandwidth:LongPolicy? burstSize:LongPolicy?
d DVSUplinkPortPolicy DynamicData 4
d DVSVendorSpecificConfig InheritablePolicy 4 keyValue:DistributedVirtualSwitchKeyedOpaqueBlob[]?
d DVSVmVnicNetworkResourcePool DynamicData 9 key:string name:string? description:string? configVersion:string allocationInfo:DvsVmVnicResourceAllocation?
d DailyTaskScheduler HourlyTaskScheduler 0 hour:int
d DasAdmissionControlDisabledEvent ClusterEvent 0
d DasAdmissionControlEnabledEvent ClusterEvent 0
d DasAgentFoundEvent ClusterEvent 0
d DasAgentUnavailableEvent ClusterEvent 0
d DasClusterIsolatedEvent ClusterEvent 4
d DasConfigFault VimFault 0 reason:string?@4 output:string?@4 event:Event[]?@4
d DasDisabledEvent ClusterEvent 0
d DasEnabledEvent ClusterEvent 0
d DasHeartbeatDatastoreInfo DynamicData 6 datastore:&Datastore hosts:&HostSystem[]
d DasHostFailedEvent ClusterEvent 0 failedHost:HostEventArgument
d DasHostIsolatedEvent ClusterEvent 0 isolatedHost:HostEventArgument
d DatabaseError RuntimeFault 0
d DatabaseSizeEstimate DynamicData 4 size:long
d DatabaseSizeParam DynamicData 4 inventoryDesc:InventoryDescription perfStatsDesc:PerformanceStatisticsDescription?
d DatacenterBasicConnectInfo DynamicData 12 hostname:string? error:LocalizedMethodFault? serverIp:string? numVm:int? numPoweredOnVm:int? hostProductInfo:AboutInfo? hardwareVendor:string? hardwareModel:string?
d DatacenterConfigInfo DynamicData 7 defaultHardwareVersionKey:string? maximumHardwareVersionKey:string?@21
d DatacenterConfigSpec DynamicData 7 defaultHardwareVersionKey:string? maximumHardwareVersionKey:string?@21
d DatacenterCreatedEvent DatacenterEvent 1 parent:FolderEventArgument
d DatacenterEvent Event 1
d DatacenterEventArgument EntityEventArgument 0 datacenter:&Datacenter
d DatacenterMismatch MigrationFault 0 invalidArgument:DatacenterMismatchArgument[] expectedDatacenter:&Datacenter
d DatacenterMismatchArgument DynamicData 0 entity:&ManagedEntity inputDatacenter:&Datacenter?
d DatacenterRenamedEvent DatacenterEvent 1 oldName:string newName:string
d DatastoreCapability DynamicData 0 directoryHierarchySupported:boolean rawDiskMappingsSupported:boolean perFileThinProvisioningSupported:boolean storageIORMSupported:boolean@5 nativeSnapshotSupported:boolean@7 topLevelDirectoryCreateSupported:boolean?@8 seSparseSupported:boolean?@8 vmfsSparseSupported:boolean?@10 vsanSparseSupported:boolean?@10 upitSupported:boolean?@10 vmdkExpandSupported:boolean?@11 clusteredVmdkSupported:boolean?@17
d DatastoreCapacityIncreasedEvent DatastoreEvent 4 oldCapacity:long newCapacity:long
d DatastoreDestroyedEvent DatastoreEvent 0
d DatastoreDiscoveredEvent HostEvent 0 datastore:DatastoreEventArgument
d DatastoreDuplicatedEvent DatastoreEvent 0
d DatastoreEvent Event 0 datastore:DatastoreEventArgument?
d DatastoreEventArgument EntityEventArgument 0 datastore:&Datastore
d DatastoreFileCopiedEvent DatastoreFileEvent 4 sourceDatastore:DatastoreEventArgument sourceFile:string
d DatastoreFileDeletedEvent DatastoreFileEvent 4
d DatastoreFileEvent DatastoreEvent 4 targetFile:string sourceOfOperation:string?@10 succeeded:boolean?@10
d DatastoreFileMovedEvent DatastoreFileEvent 4 sourceDatastore:DatastoreEventArgument sourceFile:string
d DatastoreHostMount DynamicData 0 key:&HostSystem mountInfo:HostMountInfo
d DatastoreIORMReconfiguredEvent DatastoreEvent 5
d DatastoreInfo DynamicData 0 name:string url:string freeSpace:long maxFileSize:long maxVirtualDiskCapacity:long?@8 maxMemoryFileSize:long@9 timestamp:dateTime?@4 containerId:string?@8 aliasOf:string?@12 supportedVDiskFormats:string[]?@33 logicalSectorSize:int?@33 physicalSectorSize:int?@33
d DatastoreMountPathDatastorePair DynamicData 5 oldMountPath:string datastore:&Datastore
d DatastoreNamespaceManagerDirectoryInfo DynamicData 29 capacity:long used:long
d DatastoreNotWritableOnHost InvalidDatastore 0 host:&HostSystem
d DatastoreOption DynamicData 0 unsupportedVolumes:VirtualMachineDatastoreVolumeOption[]?
d DatastorePrincipalConfigured HostEvent 0 datastorePrincipal:string
d DatastoreRemovedOnHostEvent HostEvent 0 datastore:DatastoreEventArgument
d DatastoreRenamedEvent DatastoreEvent 0 oldName:string newName:string
d DatastoreRenamedOnHostEvent HostEvent 0 oldName:string newName:string
d DatastoreSummary DynamicData 0 datastore:&Datastore? name:string url:string capacity:long freeSpace:long uncommitted:long?@4 accessible:boolean multipleHostAccess:boolean? type:string maintenanceMode:string?@6
d DatastoreVVolContainerFailoverPair DynamicData 10 srcContainer:string? tgtContainer:string vvolMapping:KeyValue[]?
d DateTimeProfile ApplyProfile 4
d DeltaDiskFormatNotSupported VmConfigFault 6 datastore:&Datastore[]? deltaDiskFormat:string
d Description DynamicData 0 label:string summary:string
d DesiredSoftwareSpec DynamicData 17 baseImageSpec:DesiredSoftwareSpecBaseImageSpec vendorAddOnSpec:DesiredSoftwareSpecVendorAddOnSpec? components:DesiredSoftwareSpecComponentSpec[]?@21 removedComponents:string[]?@31
d DesiredSoftwareSpecBaseImageSpec DynamicData 17 version:string
d DesiredSoftwareSpecComponentSpec DynamicData 21 name:string version:string?
d DesiredSoftwareSpecVendorAddOnSpec DynamicData 17 name:string version:string
d DestinationSwitchFull CannotAccessNetwork 0
d DestinationVsanDisabled CannotMoveVsanEnabledHost 8 destinationCluster:string
d DeviceBackedVirtualDiskSpec VirtualDiskSpec 1 device:string
d DeviceBackingNotSupported DeviceNotSupported 1 backing:string
d DeviceControllerNotSupported DeviceNotSupported 1 controller:string
d DeviceGroupId DynamicData 10 id:string
d DeviceHotPlugNotSupported InvalidDeviceSpec 3
d DeviceNotFound InvalidDeviceSpec 0
d DeviceNotSupported VirtualHardwareCompatibilityIssue 0 device:string reason:string?@1
d DeviceUnsupportedForVmPlatform InvalidDeviceSpec 3
d DeviceUnsupportedForVmVersion InvalidDeviceSpec 3 currentVersion:string expectedVersion:string
d DiagnosticManagerAuditRecordResult DynamicData 23 records:string[]? nextToken:string
d DiagnosticManagerBundleInfo DynamicData 0 system:&HostSystem? url:string
d DiagnosticManagerLogDescriptor DynamicData 0 key:string fileName:string creator:string format:string mimeType:string info:Description
d DiagnosticManagerLogHeader DynamicData 0 lineStart:int lineEnd:int lineText:string[]?
d DigestNotSupported DeviceNotSupported 9
d DirectPathProfileInfo DynamicData 33 id:string name:string description:string? vendorName:string deviceConfig:DirectPathProfileManagerDirectPathConfig
d DirectPathProfileManagerCapacityInfo DirectPathProfileManagerCapacityResult 33 profile:DirectPathProfileInfo consumed:int remaining:int max:int unusedReservation:int
d DirectPathProfileManagerCapacityQueryByDeviceConfig DirectPathProfileManagerCapacityQuerySpec 33 deviceConfig:DirectPathProfileManagerDirectPathConfig
d DirectPathProfileManagerCapacityQueryById DirectPathProfileManagerCapacityQuerySpec 33 id:string
d DirectPathProfileManagerCapacityQueryByName DirectPathProfileManagerCapacityQuerySpec 33 name:string
d DirectPathProfileManagerCapacityQuerySpec DynamicData 33
d DirectPathProfileManagerCapacityResult DynamicData 33
d DirectPathProfileManagerCapacityUnknown DirectPathProfileManagerCapacityResult 33 querySpec:DirectPathProfileManagerCapacityQuerySpec faultList:LocalizedMethodFault[]?
d DirectPathProfileManagerCreateSpec DynamicData 33 name:string description:string? deviceConfig:DirectPathProfileManagerDirectPathConfig
d DirectPathProfileManagerDirectPathConfig DynamicData 33
d DirectPathProfileManagerDvxDirectPathConfig DirectPathProfileManagerDirectPathConfig 33 dvxBacking:VirtualPCIPassthroughDvxBackingInfo
d DirectPathProfileManagerDynamicDirectPathConfig DirectPathProfileManagerDirectPathConfig 33 dynamicDirectPathBacking:VirtualPCIPassthroughDynamicBackingInfo
d DirectPathProfileManagerFilterSpec DynamicData 33 ids:string[]? names:string[]? clusters:&ClusterComputeResource[]?
d DirectPathProfileManagerTargetCluster DirectPathProfileManagerTargetEntity 33 cluster:&ClusterComputeResource
d DirectPathProfileManagerTargetEntity DynamicData 33
d DirectPathProfileManagerTargetHost DirectPathProfileManagerTargetEntity 33 host:&HostSystem
d DirectPathProfileManagerUpdateSpec DynamicData 33 name:string? description:string?
d DirectPathProfileManagerVirtualDeviceGroupDirectPathConfig DirectPathProfileManagerDirectPathConfig 33 deviceGroupName:string
d DirectPathProfileManagerVmiopDirectPathConfig DirectPathProfileManagerDirectPathConfig 33 vgpuProfile:string
d DirectoryNotEmpty FileFault 6
d DisableAdminNotSupported HostConfigFault 1
d DisallowedChangeByService RuntimeFault 6 serviceName:string disallowedChange:string?
d DisallowedDiskModeChange InvalidDeviceSpec 0
d DisallowedMigrationDeviceAttached MigrationFault 0 fault:LocalizedMethodFault
d DisallowedOperationOnFailoverHost RuntimeFault 4 host:&HostSystem hostname:string
d DisconnectedHostsBlockingEVC EVCConfigFault 2
d DiskChangeExtent DynamicData 4 start:long length:long
d DiskChangeInfo DynamicData 4 startOffset:long length:long changedArea:DiskChangeExtent[]?
d DiskCryptoSpec DynamicData 17 parent:DiskCryptoSpec? crypto:CryptoSpec
d DiskHasPartitions VsanDiskFault 8
d DiskIsLastRemainingNonSSD VsanDiskFault 8
d DiskIsNonLocal VsanDiskFault 8
d DiskIsUSB VsanDiskFault 8
d DiskMoveTypeNotSupported MigrationFault 4
d DiskNotSupported VirtualHardwareCompatibilityIssue 0 disk:int
d DiskTooSmall VsanDiskFault 8
d DistributedVirtualPort DynamicData 4 key:string config:DVPortConfigInfo dvsUuid:string portgroupKey:string? proxyHost:&HostSystem? connectee:DistributedVirtualSwitchPortConnectee? conflict:boolean conflictPortKey:string? state:DVPortState? connectionCookie:int? lastStatusChange:dateTime hostLocalPort:boolean?@7 externalId:string?@17 segmentPortId:string?@17
d DistributedVirtualPortgroupInfo DynamicData 4 switchName:string switchUuid:string portgroupName:string portgroupKey:string portgroupType:string uplinkPortgroup:boolean portgroup:&DistributedVirtualPortgroup networkReservationSupported:boolean?@9 backingType:string?@17 logicalSwitchUuid:string?@17 segmentId:string?@17 subnetId:string?@33
d DistributedVirtualPortgroupNsxPortgroupOperationResult DynamicData 17 portgroups:&DistributedVirtualPortgroup[]? problems:DistributedVirtualPortgroupProblem[]?
d DistributedVirtualPortgroupProblem DynamicData 17 logicalSwitchUuid:string fault:LocalizedMethodFault
d DistributedVirtualSwitchHostMember DynamicData 4 runtimeState:DistributedVirtualSwitchHostMemberRuntimeState?@6 config:DistributedVirtualSwitchHostMemberConfigInfo productInfo:DistributedVirtualSwitchProductSpec? uplinkPortKey:string[]? status:string statusDetail:string?@5
d DistributedVirtualSwitchHostMemberBacking DynamicData 4
d DistributedVirtualSwitchHostMemberConfigInfo DynamicData 4 host:&HostSystem? maxProxySwitchPorts:int vendorSpecificConfig:DistributedVirtualSwitchKeyedOpaqueBlob[]? backing:DistributedVirtualSwitchHostMemberBacking nsxSwitch:boolean?@17 ensEnabled:boolean?@17 ensInterruptEnabled:boolean?@17 transportZones:DistributedVirtualSwitchHostMemberTransportZoneInfo[]?@17 nsxtUsedUplinkNames:string[]?@17 networkOffloadingEnabled:boolean?@27
d DistributedVirtualSwitchHostMemberConfigSpec DynamicData 4 operation:string host:&HostSystem backing:DistributedVirtualSwitchHostMemberBacking? maxProxySwitchPorts:int? vendorSpecificConfig:DistributedVirtualSwitchKeyedOpaqueBlob[]?
d DistributedVirtualSwitchHostMemberHostUplinkState DynamicData 31 uplinkName:string state:string
d DistributedVirtualSwitchHostMemberPnicBacking DistributedVirtualSwitchHostMemberBacking 4 pnicSpec:DistributedVirtualSwitchHostMemberPnicSpec[]?
d DistributedVirtualSwitchHostMemberPnicSpec DynamicData 4 pnicDevice:string uplinkPortKey:string? uplinkPortgroupKey:string? connectionCookie:int?
d DistributedVirtualSwitchHostMemberRuntimeState DynamicData 6 currentMaxProxySwitchPorts:int
d DistributedVirtualSwitchHostMemberTransportZoneInfo DynamicData 17 uuid:string type:string
d DistributedVirtualSwitchHostProductSpec DynamicData 4 productLineId:string? version:string?
d DistributedVirtualSwitchInfo DynamicData 4 switchName:string switchUuid:string distributedVirtualSwitch:&DistributedVirtualSwitch networkReservationSupported:boolean?@9
d DistributedVirtualSwitchKeyedOpaqueBlob DynamicData 4 key:string opaqueData:string
d DistributedVirtualSwitchManagerCompatibilityResult DynamicData 5 host:&HostSystem error:LocalizedMethodFault[]?
d DistributedVirtualSwitchManagerDvsProductSpec DynamicData 5 newSwitchProductSpec:DistributedVirtualSwitchProductSpec? distributedVirtualSwitch:&DistributedVirtualSwitch?
d DistributedVirtualSwitchManagerHostArrayFilter DistributedVirtualSwitchManagerHostDvsFilterSpec 5 host:&HostSystem[]
d DistributedVirtualSwitchManagerHostContainer DynamicData 5 container:&ManagedEntity recursive:boolean
d DistributedVirtualSwitchManagerHostContainerFilter DistributedVirtualSwitchManagerHostDvsFilterSpec 5 hostContainer:DistributedVirtualSwitchManagerHostContainer
d DistributedVirtualSwitchManagerHostDvsFilterSpec DynamicData 5 inclusive:boolean
d DistributedVirtualSwitchManagerHostDvsMembershipFilter DistributedVirtualSwitchManagerHostDvsFilterSpec 5 distributedVirtualSwitch:&DistributedVirtualSwitch
d DistributedVirtualSwitchManagerImportResult DynamicData 7 distributedVirtualSwitch:&DistributedVirtualSwitch[]? distributedVirtualPortgroup:&DistributedVirtualPortgroup[]? importFault:ImportOperationBulkFaultFaultOnImport[]?
d DistributedVirtualSwitchNetworkOffloadSpec DynamicData 27 id:string name:string? types:string[]?
d DistributedVirtualSwitchPortConnectee DynamicData 4 connectedEntity:&ManagedEntity? nicKey:string? type:string? addressHint:string?
d DistributedVirtualSwitchPortConnection DynamicData 4 switchUuid:string portgroupKey:string? portKey:string? connectionCookie:int?
d DistributedVirtualSwitchPortCriteria DynamicData 4 connected:boolean? active:boolean? uplinkPort:boolean? nsxPort:boolean?@17 scope:&ManagedEntity? portgroupKey:string[]? inside:boolean? portKey:string[]? host:&HostSystem[]?@10
d DistributedVirtualSwitchPortStatistics DynamicData 4 packetsInMulticast:long packetsOutMulticast:long bytesInMulticast:long bytesOutMulticast:long packetsInUnicast:long packetsOutUnicast:long bytesInUnicast:long bytesOutUnicast:long packetsInBroadcast:long packetsOutBroadcast:long bytesInBroadcast:long bytesOutBroadcast:long packetsInDropped:long packetsOutDropped:long packetsInException:long packetsOutException:long bytesInFromPnic:long?@10 bytesOutToPnic:long?@10
d DistributedVirtualSwitchProductSpec DynamicData 4 name:string? vendor:string? version:string? build:string? forwardingClass:string? bundleId:string? bundleUrl:string?
d DomainNotFound ActiveDirectoryFault 5 domainName:string
d DpuStatusInfo HostHardwareElementInfo 27 dpuId:string fru:HostFru? sensors:DpuStatusInfoOperationalInfo[]?
d DpuStatusInfoOperationalInfo DynamicData 27 sensorId:string healthState:ElementDescription? reading:string units:string? timeStamp:dateTime?
d DrsDisabledEvent ClusterEvent 0
d DrsDisabledOnVm VimFault 4
d DrsEnabledEvent ClusterEvent 0 behavior:string
d DrsEnteredStandbyModeEvent EnteredStandbyModeEvent 1
d DrsEnteringStandbyModeEvent EnteringStandbyModeEvent 4
d DrsExitStandbyModeFailedEvent ExitStandbyModeFailedEvent 4
d DrsExitedStandbyModeEvent ExitedStandbyModeEvent 1
d DrsExitingStandbyModeEvent ExitingStandbyModeEvent 4
d DrsInvocationFailedEvent ClusterEvent 4
d DrsRecoveredFromFailureEvent ClusterEvent 4
d DrsResourceConfigureFailedEvent HostEvent 0 reason:LocalizedMethodFault
d DrsResourceConfigureSyncedEvent HostEvent 0
d DrsRuleComplianceEvent VmEvent 5
d DrsRuleViolationEvent VmEvent 5
d DrsSoftRuleViolationEvent VmEvent 9
d DrsVmMigratedEvent VmMigratedEvent 0
d DrsVmPoweredOnEvent VmPoweredOnEvent 1
d DrsVmotionIncompatibleFault VirtualHardwareCompatibilityIssue 4 host:&HostSystem
d DuplicateDisks VsanDiskFault 8
d DuplicateIpDetectedEvent HostEvent 1 duplicateIP:string macAddress:string
d DuplicateName VimFault 0 name:string object:&ManagedObject
d DuplicateVsanNetworkInterface VsanFault 8 device:string
d DvpgImportEvent DVPortgroupEvent 7 importType:string
d DvpgRestoreEvent DVPortgroupEvent 7
d DvsAcceptNetworkRuleAction DvsNetworkRuleAction 8
d DvsApplyOperationFault DvsFault 7 objectFault:DvsApplyOperationFaultFaultOnObject[]
d DvsApplyOperationFaultFaultOnObject DynamicData 7 objectId:string type:TypeName fault:LocalizedMethodFault
d DvsCopyNetworkRuleAction DvsNetworkRuleAction 8
d DvsCreatedEvent DvsEvent 4 parent:FolderEventArgument
d DvsDestroyedEvent DvsEvent 4
d DvsDropNetworkRuleAction DvsNetworkRuleAction 8
d DvsEvent Event 4
d DvsEventArgument EntityEventArgument 4 dvs:&DistributedVirtualSwitch
d DvsFault VimFault 4
d DvsFilterConfig InheritablePolicy 8 key:string? agentName:string? slotNumber:string? parameters:DvsFilterParameter? onFailure:string?
d DvsFilterConfigSpec DvsFilterConfig 8 operation:string
d DvsFilterParameter DynamicData 8 parameters:string[]?
d DvsFilterPolicy InheritablePolicy 8 filterConfig:DvsFilterConfig[]?
d DvsGreEncapNetworkRuleAction DvsNetworkRuleAction 8 encapsulationIp:SingleIp
d DvsHealthStatusChangeEvent HostEvent 7 switchUuid:string healthResult:HostMemberHealthCheckResult?
d DvsHostBackInSyncEvent DvsEvent 4 hostBackInSync:HostEventArgument
d DvsHostInfrastructureTrafficResource DynamicData 9 key:string description:string? allocationInfo:DvsHostInfrastructureTrafficResourceAllocation
d DvsHostInfrastructureTrafficResourceAllocation DynamicData 9 limit:long? shares:SharesInfo? reservation:long?
d DvsHostJoinedEvent DvsEvent 4 hostJoined:HostEventArgument
d DvsHostLeftEvent DvsEvent 4 hostLeft:HostEventArgument
d DvsHostStatusUpdated DvsEvent 5 hostMember:HostEventArgument oldStatus:string? newStatus:string? oldStatusDetail:string? newStatusDetail:string?
d DvsHostVNicProfile DvsVNicProfile 4
d DvsHostWentOutOfSyncEvent DvsEvent 4 hostOutOfSync:DvsOutOfSyncHostArgument
d DvsImportEvent DvsEvent 7 importType:string
d DvsIpNetworkRuleQualifier DvsNetworkRuleQualifier 8 sourceAddress:IpAddress? destinationAddress:IpAddress? protocol:IntExpression? sourceIpPort:DvsIpPort? destinationIpPort:DvsIpPort? tcpFlags:IntExpression?
d DvsIpPort NegatableExpression 8
d DvsIpPortRange DvsIpPort 8 startPortNumber:int endPortNumber:int
d DvsLogNetworkRuleAction DvsNetworkRuleAction 8
d DvsMacNetworkRuleQualifier DvsNetworkRuleQualifier 8 sourceAddress:MacAddress? destinationAddress:MacAddress? protocol:IntExpression? vlanId:IntExpression?
d DvsMacRewriteNetworkRuleAction DvsNetworkRuleAction 8 rewriteMac:string
d DvsMergedEvent DvsEvent 4 sourceDvs:DvsEventArgument destinationDvs:DvsEventArgument
d DvsNetworkRuleAction DynamicData 8
d DvsNetworkRuleQualifier DynamicData 8 key:string?
d DvsNotAuthorized DvsFault 4 sessionExtensionKey:string? dvsExtensionKey:string?
d DvsOperationBulkFault DvsFault 4 hostFault:DvsOperationBulkFaultFaultOnHost[]
d DvsOperationBulkFaultFaultOnHost DynamicData 4 host:&HostSystem fault:LocalizedMethodFault
d DvsOutOfSyncHostArgument DynamicData 4 outOfSyncHost:HostEventArgument configParamters:string[]
d DvsPortBlockedEvent DvsEvent 4 portKey:string statusDetail:string?@5 runtimeInfo:DVPortStatus?@7 prevBlockState:string?@10
d DvsPortConnectedEvent DvsEvent 4 portKey:string connectee:DistributedVirtualSwitchPortConnectee?
d DvsPortCreatedEvent DvsEvent 4 portKey:string[]
d DvsPortDeletedEvent DvsEvent 4 portKey:string[]
d DvsPortDisconnectedEvent DvsEvent 4 portKey:string connectee:DistributedVirtualSwitchPortConnectee?
d DvsPortEnteredPassthruEvent DvsEvent 5 portKey:string runtimeInfo:DVPortStatus?@7
d DvsPortExitedPassthruEvent DvsEvent 5 portKey:string runtimeInfo:DVPortStatus?@7
d DvsPortJoinPortgroupEvent DvsEvent 4 portKey:string portgroupKey:string portgroupName:string
d DvsPortLeavePortgroupEvent DvsEvent 4 portKey:string portgroupKey:string portgroupName:string
d DvsPortLinkDownEvent DvsEvent 4 portKey:string runtimeInfo:DVPortStatus?@7
d DvsPortLinkUpEvent DvsEvent 4 portKey:string runtimeInfo:DVPortStatus?@7
d DvsPortReconfiguredEvent DvsEvent 4 portKey:string[] configChanges:ChangesInfoEventArgument[]?@10
d DvsPortRuntimeChangeEvent DvsEvent 7 portKey:string runtimeInfo:DVPortStatus
d DvsPortUnblockedEvent DvsEvent 4 portKey:string runtimeInfo:DVPortStatus?@7 prevBlockState:string?@10
d DvsPortVendorSpecificStateChangeEvent DvsEvent 7 portKey:string
d DvsProfile ApplyProfile 4 key:string name:string uplink:PnicUplinkProfile[]?
d DvsPuntNetworkRuleAction DvsNetworkRuleAction 8
d DvsRateLimitNetworkRuleAction DvsNetworkRuleAction 8 packetsPerSecond:int
d DvsReconfiguredEvent DvsEvent 4 configSpec:DVSConfigSpec configChanges:ChangesInfoEventArgument?@10
d DvsRenamedEvent DvsEvent 4 oldName:string newName:string
d DvsResourceRuntimeInfo DynamicData 9 capacity:int? usage:int? available:int? allocatedResource:DvsVnicAllocatedResource[]? vmVnicNetworkResourcePoolRuntime:DvsVmVnicNetworkResourcePoolRuntimeInfo[]?
d DvsRestoreEvent DvsEvent 7
d DvsScopeViolated DvsFault 4 scope:&ManagedEntity[] entity:&ManagedEntity
d DvsServiceConsoleVNicProfile DvsVNicProfile 4
d DvsSingleIpPort DvsIpPort 8 portNumber:int
d DvsSystemTrafficNetworkRuleQualifier DvsNetworkRuleQualifier 8 typeOfSystemTraffic:StringExpression?
d DvsTrafficFilterConfig DvsFilterConfig 8 trafficRuleset:DvsTrafficRuleset?
d DvsTrafficFilterConfigSpec DvsTrafficFilterConfig 8 operation:string
d DvsTrafficRule DynamicData 8 key:string? description:string? sequence:int? qualifier:DvsNetworkRuleQualifier[]? action:DvsNetworkRuleAction? direction:string?
d DvsTrafficRuleset DynamicData 8 key:string? enabled:boolean? precedence:int? rules:DvsTrafficRule[]?
d DvsUpdateTagNetworkRuleAction DvsNetworkRuleAction 8 qosTag:int? dscpTag:int?
d DvsUpgradeAvailableEvent DvsEvent 4 productInfo:DistributedVirtualSwitchProductSpec
d DvsUpgradeInProgressEvent DvsEvent 4 productInfo:DistributedVirtualSwitchProductSpec
d DvsUpgradeRejectedEvent DvsEvent 4 productInfo:DistributedVirtualSwitchProductSpec
d DvsUpgradedEvent DvsEvent 4 productInfo:DistributedVirtualSwitchProductSpec
d DvsVNicProfile ApplyProfile 4 key:string ipConfig:IpAddressProfile
d DvsVmVnicNetworkResourcePoolRuntimeInfo DynamicData 9 key:string name:string? capacity:int? usage:int? available:int? status:string allocatedResource:DvsVnicAllocatedResource[]?
d DvsVmVnicResourceAllocation DynamicData 9 reservationQuota:long?
d DvsVmVnicResourcePoolConfigSpec DynamicData 9 operation:string key:string? configVersion:string? allocationInfo:DvsVmVnicResourceAllocation? name:string? description:string?
d DvsVnicAllocatedResource DynamicData 9 vm:&VirtualMachine vnicKey:string reservation:long?
d DynamicArray - 0 dynamicType:string? val:anyType[]
d DynamicData - 0
d DynamicProperty - 0 name:string val:anyType
d EVCAdmissionFailed NotSupportedHostInCluster 4 faults:LocalizedMethodFault[]?@7
d EVCAdmissionFailedCPUFeaturesForMode EVCAdmissionFailed 4 currentEVCModeKey:string
d EVCAdmissionFailedCPUModel EVCAdmissionFailed 4
d EVCAdmissionFailedCPUModelForMode EVCAdmissionFailed 4 currentEVCModeKey:string
d EVCAdmissionFailedCPUVendor EVCAdmissionFailed 4 clusterCPUVendor:string hostCPUVendor:string
d EVCAdmissionFailedCPUVendorUnknown EVCAdmissionFailed 4
d EVCAdmissionFailedHostDisconnected EVCAdmissionFailed 4
d EVCAdmissionFailedHostSoftware EVCAdmissionFailed 4
d EVCAdmissionFailedHostSoftwareForMode EVCAdmissionFailed 4
d EVCAdmissionFailedVmActive EVCAdmissionFailed 4
d EVCConfigFault VimFault 2 faults:LocalizedMethodFault[]?@7
d EVCMode ElementDescription 4 guaranteedCPUFeatures:HostCpuIdInfo[]?@5 featureCapability:HostFeatureCapability[]?@7 featureMask:HostFeatureMask[]?@7 featureRequirement:VirtualMachineFeatureRequirement[]?@7 vendor:string track:string[]@5 vendorTier:int
d EVCModeIllegalByVendor EVCConfigFault 2 clusterCPUVendor:string modeCPUVendor:string
d EVCModeUnsupportedByHosts EVCConfigFault 4 evcMode:string? host:&HostSystem[]? hostName:string[]?
d EVCUnsupportedByHostHardware EVCConfigFault 5 host:&HostSystem[] hostName:string[]
d EVCUnsupportedByHostSoftware EVCConfigFault 5 host:&HostSystem[] hostName:string[]
d EightHostLimitViolated VmConfigFault 4
d ElementDescription Description 0 key:string
d EncryptionKeyRequired InvalidState 11 requiredKey:CryptoKeyId[]?
d EnteredMaintenanceModeEvent HostEvent 0
d EnteredStandbyModeEvent HostEvent 1
d EnteringMaintenanceModeEvent HostEvent 0
d EnteringStandbyModeEvent HostEvent 1
d EntityBackup DynamicData 7
d EntityBackupConfig DynamicData 7 entityType:string configBlob:base64Binary key:string? name:string? container:&ManagedEntity? configVersion:string?
d EntityEventArgument EventArgument 0 name:string
d EntityPrivilege DynamicData 8 entity:&ManagedEntity privAvailability:PrivilegeAvailability[]
d EnumDescription DynamicData 4 key:TypeName tags:ElementDescription[]
d EnvironmentBrowserConfigOptionQuerySpec DynamicData 9 key:string? host:&HostSystem? guestId:string[]?
d ErrorUpgradeEvent UpgradeEvent 0
d EvaluationLicenseSource LicenseSource 1 remainingHours:long?
d Event DynamicData 0 key:int chainId:int createdTime:dateTime userName:string datacenter:DatacenterEventArgument? computeResource:ComputeResourceEventArgument? host:HostEventArgument? vm:VmEventArgument? ds:DatastoreEventArgument?@4 net:NetworkEventArgument?@4 dvs:DvsEventArgument?@4 fullFormattedMessage:string? changeTag:string?@4
d EventAlarmExpression AlarmExpression 1 comparisons:EventAlarmExpressionComparison[]?@4 eventType:TypeName eventTypeId:string? objectType:TypeName?@4 status:ManagedEntityStatus?@4
d EventAlarmExpressionComparison DynamicData 4 attributeName:string operator:string value:string
d EventArgDesc DynamicData 4 name:string type:string description:ElementDescription?
d EventArgument DynamicData 0
d EventDescription DynamicData 0 category:ElementDescription[] eventInfo:EventDescriptionEventDetail[] enumeratedTypes:EnumDescription[]?@4
d EventDescriptionEventDetail DynamicData 0 key:TypeName description:string?@4 category:string formatOnDatacenter:string formatOnComputeResource:string formatOnHost:string formatOnVm:string fullFormat:string longDescription:string?@5
d EventEx Event 4 eventTypeId:string severity:string? message:string? arguments:KeyAnyValue[]? objectId:string? objectType:TypeName? objectName:string?@5 fault:LocalizedMethodFault?@5
d EventFilterSpec DynamicData 0 entity:EventFilterSpecByEntity? time:EventFilterSpecByTime? userName:EventFilterSpecByUsername? eventChainId:int? alarm:&Alarm? scheduledTask:&ScheduledTask? disableFullMessage:boolean? category:string[]? type:TypeName[]? tag:string[]?@4 eventTypeId:string[]?@4 maxCount:int?@10 delayedInit:boolean?@31
d EventFilterSpecByEntity DynamicData 0 entity:&ManagedEntity recursion:EventFilterSpecRecursionOption
d EventFilterSpecByTime DynamicData 0 beginTime:dateTime? endTime:dateTime?
d EventFilterSpecByUsername DynamicData 0 systemUser:boolean userList:string[]?
d EventManagerEventViewSpec DynamicData 33
d EventManagerViewByStartId EventManagerEventViewSpec 33 startEventId:int isForward:boolean
d ExitMaintenanceModeEvent HostEvent 0
d ExitStandbyModeFailedEvent HostEvent 4
d ExitedStandbyModeEvent HostEvent 1
d ExitingStandbyModeEvent HostEvent 4
d ExpiredAddonLicense ExpiredFeatureLicense 1
d ExpiredEditionLicense ExpiredFeatureLicense 1
d ExpiredFeatureLicense NotEnoughLicenses 1 feature:string count:int expirationDate:dateTime
d ExtExtendedProductInfo DynamicData 6 companyUrl:string? productUrl:string? managementUrl:string? self:&ManagedEntity?
d ExtManagedEntityInfo DynamicData 6 type:string smallIconUrl:string? iconUrl:string?@7 description:string?
d ExtSolutionManagerInfo DynamicData 6 tab:ExtSolutionManagerInfoTabInfo[]? smallIconUrl:string?
d ExtSolutionManagerInfoTabInfo DynamicData 6 label:string url:string
d ExtendedDescription Description 4 messageCatalogKeyPrefix:string messageArg:KeyAnyValue[]?
d ExtendedElementDescription ElementDescription 4 messageCatalogKeyPrefix:string messageArg:KeyAnyValue[]?
d ExtendedEvent GeneralEvent 1 eventTypeId:string managedObject:&ManagedObject data:ExtendedEventPair[]?
d ExtendedEventPair DynamicData 1 key:string value:string
d ExtendedFault VimFault 1 faultTypeId:string data:KeyValue[]?
d Extension DynamicData 1 description:Description key:string company:string?@4 type:string?@4 version:string subjectName:string? server:ExtensionServerInfo[]? client:ExtensionClientInfo[]? taskList:ExtensionTaskTypeInfo[]? eventList:ExtensionEventTypeInfo[]? faultList:ExtensionFaultTypeInfo[]? privilegeList:ExtensionPrivilegeInfo[]? resourceList:ExtensionResourceInfo[]? lastHeartbeatTime:dateTime healthInfo:ExtensionHealthInfo?@4 ovfConsumerInfo:ExtensionOvfConsumerInfo?@6 extendedProductInfo:ExtExtendedProductInfo?@6 managedEntityInfo:ExtManagedEntityInfo[]?@6 shownInSolutionManager:boolean?@6 solutionManagerInfo:ExtSolutionManagerInfo?@6
d ExtensionClientInfo DynamicData 1 version:string description:Description company:string type:string url:string
d ExtensionEventTypeInfo DynamicData 1 eventID:string eventTypeSchema:string?@4
d ExtensionFaultTypeInfo DynamicData 1 faultID:string
d ExtensionHealthInfo DynamicData 4 url:string
d ExtensionManagerIpAllocationUsage DynamicData 7 extensionKey:string numAddresses:int
d ExtensionOvfConsumerInfo DynamicData 6 callbackUrl:string sectionType:string[]
d ExtensionPrivilegeInfo DynamicData 1 privID:string privGroupName:string
d ExtensionResourceInfo DynamicData 1 locale:string module:string data:KeyValue[]
d ExtensionServerInfo DynamicData 1 url:string description:Description company:string type:string adminEmail:string[] serverThumbprint:string?@5 serverCertificate:string?@30
d ExtensionTaskTypeInfo DynamicData 1 taskID:string
d FailToEnableSPBM NotEnoughLicenses 6 cs:&ComputeResource csName:string hostLicenseStates:ComputeResourceHostSPBMLicenseInfo[]
d FailToLockFaultToleranceVMs RuntimeFault 5 vmName:string vm:&VirtualMachine alreadyLockedVm:&VirtualMachine
d FailoverLevelRestored ClusterEvent 0
d FailoverNodeInfo DynamicData 10 clusterIpSettings:CustomizationIPSettings failoverIp:CustomizationIPSettings? biosUuid:string?
d FaultDomainId DynamicData 10 id:string
d FaultToleranceAntiAffinityViolated MigrationFault 4 hostName:string host:&HostSystem
d FaultToleranceCannotEditMem VmConfigFault 5 vmName:string vm:&VirtualMachine
d FaultToleranceConfigInfo DynamicData 4 role:int instanceUuids:string[] configPaths:string[] orphaned:boolean?@9
d FaultToleranceConfigSpec DynamicData 9 metaDataPath:FaultToleranceMetaSpec? secondaryVmSpec:FaultToleranceVMConfigSpec? metroFtEnabled:boolean?@31 metroFtHostGroup:string?@31
d FaultToleranceCpuIncompatible CpuIncompatible 4 model:boolean family:boolean stepping:boolean
d FaultToleranceDiskSpec DynamicData 9 disk:VirtualDevice datastore:&Datastore
d FaultToleranceMetaSpec DynamicData 9 metaDataDatastore:&Datastore
d FaultToleranceNeedsThickDisk MigrationFault 5 vmName:string
d FaultToleranceNotLicensed VmFaultToleranceIssue 4 hostName:string?
d FaultToleranceNotSameBuild MigrationFault 4 build:string
d FaultTolerancePrimaryConfigInfo FaultToleranceConfigInfo 4 secondaries:&VirtualMachine[]
d FaultTolerancePrimaryPowerOnNotAttempted VmFaultToleranceIssue 4 secondaryVm:&VirtualMachine primaryVm:&VirtualMachine
d FaultToleranceSecondaryConfigInfo FaultToleranceConfigInfo 4 primaryVM:&VirtualMachine
d FaultToleranceSecondaryOpResult DynamicData 4 vm:&VirtualMachine powerOnAttempted:boolean powerOnResult:ClusterPowerOnVmResult?
d FaultToleranceVMConfigSpec DynamicData 9 vmConfig:&Datastore? disks:FaultToleranceDiskSpec[]?
d FaultToleranceVmNotDasProtected VimFault 6 vm:&VirtualMachine vmName:string
d FaultsByHost DynamicData 11 host:&HostSystem faults:LocalizedMethodFault[]?
d FaultsByVM DynamicData 11 vm:&VirtualMachine faults:LocalizedMethodFault[]?
d FcoeConfig DynamicData 6 priorityClass:int sourceMac:string vlanRange:FcoeConfigVlanRange[] capabilities:FcoeConfigFcoeCapabilities fcoeActive:boolean
d FcoeConfigFcoeCapabilities DynamicData 6 priorityClass:boolean sourceMacAddress:boolean vlanRange:boolean
d FcoeConfigFcoeSpecification DynamicData 6 underlyingPnic:string priorityClass:int? sourceMac:string? vlanRange:FcoeConfigVlanRange[]?
d FcoeConfigVlanRange DynamicData 6 vlanLow:int vlanHigh:int
d FcoeFault VimFault 6
d FcoeFaultPnicHasNoPortSet FcoeFault 6 nicDevice:string
d FeatureEVCMode ElementDescription 19 mask:HostFeatureMask[]? capability:HostFeatureCapability[]? requirement:VirtualMachineFeatureRequirement[]?
d FeatureRequirementsNotMet VirtualHardwareCompatibilityIssue 7 featureRequirement:VirtualMachineFeatureRequirement[]? vm:&VirtualMachine? host:&HostSystem?
d FileAlreadyExists FileFault 0
d FileBackedPortNotSupported DeviceNotSupported 1
d FileBackedVirtualDiskSpec VirtualDiskSpec 1 capacityKb:long profile:VirtualMachineProfileSpec[]?@8 crypto:CryptoSpec?@10 sectorFormat:string?@33
d FileFault VimFault 0 file:string
d FileInfo DynamicData 0 path:string friendlyName:string?@10 fileSize:long? modification:dateTime? owner:string?@4
d FileLockInfo DynamicData 30 filePath:string host:string mac:string id:string worldName:string ownerId:string? lockMode:string acquired:dateTime? heartbeat:dateTime? refCount:int?
d FileLockInfoResult DynamicData 30 lockInfo:FileLockInfo[]? fault:LocalizedMethodFault?
d FileLocked FileFault 0
d FileNameTooLong FileFault 6
d FileNotFound FileFault 0
d FileNotWritable FileFault 0
d FileQuery DynamicData 0
d FileQueryFlags DynamicData 0 fileType:boolean fileSize:boolean modification:boolean fileOwner:boolean@4
d FileTooLarge FileFault 1 datastore:string fileSize:long maxFileSize:long?
d FileTransferInformation DynamicData 6 attributes:GuestFileAttributes size:long url:string
d FilesystemQuiesceFault SnapshotFault 0
d FilterInUse ResourceInUse 9 disk:VirtualDiskId[]?
d FirewallProfile ApplyProfile 4 ruleset:FirewallProfileRulesetProfile[]?
d FirewallProfileRulesetProfile ApplyProfile 4 key:string
d FloatOption OptionType 0 min:float max:float defaultValue:float
d FloppyImageFileInfo FileInfo 0
d FloppyImageFileQuery FileQuery 0
d FolderBatchAddHostsToClusterResult DynamicData 12 hostsAddedToCluster:&HostSystem[]? hostsFailedInventoryAdd:FolderFailedHostResult[]? hostsFailedMoveToCluster:FolderFailedHostResult[]?
d FolderBatchAddStandaloneHostsResult DynamicData 12 addedHosts:&HostSystem[]? hostsFailedInventoryAdd:FolderFailedHostResult[]?
d FolderEventArgument EntityEventArgument 0 folder:&Folder
d FolderExternallyManagedFolderInfo DynamicData 33 id:string type:string
d FolderFailedHostResult DynamicData 12 hostName:string? host:&HostSystem? context:LocalizableMessage fault:LocalizedMethodFault
d FolderFileInfo FileInfo 0
d FolderFileQuery FileQuery 0
d FolderNewHostSpec DynamicData 12 hostCnxSpec:HostConnectSpec esxLicense:string?
d FtIssuesOnHost VmFaultToleranceIssue 4 host:&HostSystem hostName:string errors:LocalizedMethodFault[]?
d FtVmHostRuleViolation VmConfigFault 31 vmName:string hostName:string hostGroup:string
d FullStorageVMotionNotSupported MigrationFeatureNotSupported 1
d GatewayConnectFault HostConnectFault 9 gatewayType:string gatewayId:string gatewayInfo:string details:LocalizableMessage?
d GatewayHostNotReachable GatewayToHostConnectFault 9
d GatewayNotFound GatewayConnectFault 9
d GatewayNotReachable GatewayConnectFault 9
d GatewayOperationRefused GatewayConnectFault 9
d GatewayToHostAuthFault GatewayToHostConnectFault 9 invalidProperties:string[] missingProperties:string[]
d GatewayToHostConnectFault GatewayConnectFault 9 hostname:string port:int?
d GatewayToHostTrustVerifyFault GatewayToHostConnectFault 9 verificationToken:string propertiesToVerify:KeyValue[]
d GeneralEvent Event 0 message:string
d GeneralHostErrorEvent GeneralEvent 0
d GeneralHostInfoEvent GeneralEvent 0
d GeneralHostWarningEvent GeneralEvent 0
d GeneralUserEvent GeneralEvent 0 entity:ManagedEntityEventArgument?
d GeneralVmErrorEvent GeneralEvent 0
d GeneralVmInfoEvent GeneralEvent 0
d GeneralVmWarningEvent GeneralEvent 0
d GenericDrsFault VimFault 1 hostFaults:LocalizedMethodFault[]?
d GenericVmConfigFault VmConfigFault 0 reason:string
d GhostDvsProxySwitchDetectedEvent HostEvent 4 switchUuid:string[]
d GhostDvsProxySwitchRemovedEvent HostEvent 4 switchUuid:string[]
d GlobalMessageChangedEvent SessionEvent 0 message:string prevMessage:string?@10
d GroupAlarmAction AlarmAction 0 action:AlarmAction[]
d GuestAliases DynamicData 9 base64Cert:string aliases:GuestAuthAliasInfo[]
d GuestAuthAliasInfo DynamicData 9 subject:GuestAuthSubject comment:string
d GuestAuthAnySubject GuestAuthSubject 9
d GuestAuthNamedSubject GuestAuthSubject 9 name:string
d GuestAuthSubject DynamicData 9
d GuestAuthentication DynamicData 6 interactiveSession:boolean
d GuestAuthenticationChallenge GuestOperationsFault 6 serverChallenge:GuestAuthentication sessionID:long
d GuestComponentsOutOfDate GuestOperationsFault 6
d GuestDiskInfo DynamicData 0 diskPath:string? capacity:long? freeSpace:long? filesystemType:string?@17 mappings:GuestInfoVirtualDiskMapping[]?@17
d GuestFileAttributes DynamicData 6 modificationTime:dateTime? accessTime:dateTime? symlinkTarget:string?
d GuestFileInfo DynamicData 6 path:string type:string size:long attributes:GuestFileAttributes
d GuestInfo DynamicData 0 toolsStatus:VirtualMachineToolsStatus? toolsVersionStatus:string?@4 toolsVersionStatus2:string?@6 toolsRunningStatus:string?@4 toolsVersion:string? toolsInstallType:string?@10 guestId:string? guestFamily:string? guestFullName:string? guestDetailedData:string?@30 hostName:string? ipAddress:string? net:GuestNicInfo[]? ipStack:GuestStackInfo[]?@5 disk:GuestDiskInfo[]? screen:GuestScreenInfo? guestState:string appHeartbeatStatus:string?@5 guestKernelCrashed:boolean?@9 appState:string?@8 guestOperationsReady:boolean?@6 interactiveGuestOperationsReady:boolean?@6 guestStateChangeSupported:boolean?@9 generationInfo:GuestInfoNamespaceGenerationInfo[]?@7 hwVersion:string?@16 customizationInfo:GuestInfoCustomizationInfo?@21
d GuestInfoCustomizationInfo DynamicData 21 customizationStatus:string startTime:dateTime? endTime:dateTime? errorMsg:string?
d GuestInfoNamespaceGenerationInfo DynamicData 7 key:string generationNo:int
d GuestInfoVirtualDiskMapping DynamicData 17 key:int
d GuestListFileInfo DynamicData 6 files:GuestFileInfo[]? remaining:int
d GuestMappedAliases DynamicData 9 base64Cert:string username:string subjects:GuestAuthSubject[]
d GuestMultipleMappings GuestOperationsFault 9
d GuestNicInfo DynamicData 0 network:string? ipAddress:string[]? macAddress:string? connected:boolean deviceConfigId:int dnsConfig:NetDnsConfigInfo?@5 ipConfig:NetIpConfigInfo?@5 netBIOSConfig:NetBIOSConfigInfo?@5
d GuestOperationsFault VimFault 6
d GuestOperationsUnavailable GuestOperationsFault 6
d GuestOsDescriptor DynamicData 0 id:string family:string fullName:string supportedMaxCPUs:int numSupportedPhysicalSockets:int@6 numSupportedCoresPerSocket:int@6 supportedMinMemMB:int supportedMaxMemMB:int recommendedMemMB:int recommendedColorDepth:int supportedDiskControllerList:TypeName[] recommendedSCSIController:TypeName? recommendedDiskController:TypeName supportedNumDisks:int recommendedDiskSizeMB:int recommendedCdromController:TypeName@8 supportedEthernetCard:TypeName[] recommendedEthernetCard:TypeName? supportsSlaveDisk:boolean? cpuFeatureMask:HostCpuIdInfo[]? smcRequired:boolean@6 supportsWakeOnLan:boolean supportsVMI:boolean@3 supportsMemoryHotAdd:boolean@3 supportsCpuHotAdd:boolean@3 supportsCpuHotRemove:boolean@3 supportedFirmware:string[]@6 recommendedFirmware:string@6 supportedUSBControllerList:TypeName[]?@6 recommendedUSBController:TypeName?@6 supports3D:boolean@6 recommended3D:boolean@7 smcRecommended:boolean@6 ich7mRecommended:boolean@6 usbRecommended:boolean@6 supportLevel:string@6 supportedForCreate:boolean@6 vRAMSizeInKB:IntOption@6 numSupportedFloppyDevices:int@9 wakeOnLanEthernetCard:TypeName[]?@9 supportsPvscsiControllerForBoot:boolean@9 diskUuidEnabled:boolean@9 supportsHotPlugPCI:boolean@9 supportsSecureBoot:boolean?@10 defaultSecureBoot:boolean?@10 persistentMemorySupported:boolean?@11 supportedMinPersistentMemoryMB:long?@11 supportedMaxPersistentMemoryMB:long?@11 recommendedPersistentMemoryMB:long?@11 persistentMemoryHotAddSupported:boolean?@11 persistentMemoryHotRemoveSupported:boolean?@11 persistentMemoryColdGrowthSupported:boolean?@11 persistentMemoryColdGrowthGranularityMB:long?@11 persistentMemoryHotGrowthSupported:boolean?@11 persistentMemoryHotGrowthGranularityMB:long?@11 numRecommendedPhysicalSockets:int?@11 numRecommendedCoresPerSocket:int?@11 vvtdSupported:BoolOption?@11 vbsSupported:BoolOption?@11 vsgxSupported:BoolOption?@17 vsgxRemoteAttestationSupported:boolean?@27 supportsTPM20:boolean?@11 recommendedTPM20:boolean?@27 vwdtSupported:boolean?@17
d GuestPermissionDenied GuestOperationsFault 6
d GuestPosixFileAttributes GuestFileAttributes 6 ownerId:int? groupId:int? permissions:long?
d GuestProcessInfo DynamicData 6 name:string pid:long owner:string cmdLine:string startTime:dateTime endTime:dateTime? exitCode:int?
d GuestProcessNotFound GuestOperationsFault 6 pid:long
d GuestProgramSpec DynamicData 6 programPath:string arguments:string workingDirectory:string? envVariables:string[]?
d GuestRegKeyNameSpec DynamicData 9 registryPath:string wowBitness:string
d GuestRegKeyRecordSpec DynamicData 9 key:GuestRegKeySpec fault:LocalizedMethodFault?
d GuestRegKeySpec DynamicData 9 keyName:GuestRegKeyNameSpec classType:string lastWritten:dateTime
d GuestRegValueBinarySpec GuestRegValueDataSpec 9 value:base64Binary?
d GuestRegValueDataSpec DynamicData 9
d GuestRegValueDwordSpec GuestRegValueDataSpec 9 value:int
d GuestRegValueExpandStringSpec GuestRegValueDataSpec 9 value:string?
d GuestRegValueMultiStringSpec GuestRegValueDataSpec 9 value:string[]?
d GuestRegValueNameSpec DynamicData 9 keyName:GuestRegKeyNameSpec name:string
d GuestRegValueQwordSpec GuestRegValueDataSpec 9 value:long
d GuestRegValueSpec DynamicData 9 name:GuestRegValueNameSpec data:GuestRegValueDataSpec
d GuestRegValueStringSpec GuestRegValueDataSpec 9 value:string?
d GuestRegistryFault GuestOperationsFault 9 windowsSystemErrorCode:long
d GuestRegistryKeyAlreadyExists GuestRegistryKeyFault 9
d GuestRegistryKeyFault GuestRegistryFault 9 keyName:string
d GuestRegistryKeyHasSubkeys GuestRegistryKeyFault 9
d GuestRegistryKeyInvalid GuestRegistryKeyFault 9
d GuestRegistryKeyParentVolatile GuestRegistryKeyFault 9
d GuestRegistryValueFault GuestRegistryFault 9 keyName:string valueName:string
d GuestRegistryValueNotFound GuestRegistryValueFault 9
d GuestScreenInfo DynamicData 0 width:int height:int
d GuestStackInfo DynamicData 5 dnsConfig:NetDnsConfigInfo? ipRouteConfig:NetIpRouteConfigInfo? ipStackConfig:KeyValue[]? dhcpConfig:NetDhcpConfigInfo?
d GuestWindowsFileAttributes GuestFileAttributes 6 hidden:boolean? readOnly:boolean? createTime:dateTime?
d GuestWindowsProgramSpec GuestProgramSpec 6 startMinimized:boolean
d HAErrorsAtDest MigrationFault 1
d HbrDiskMigrationAction ClusterAction 9 collectionId:string collectionName:string diskIds:string[] source:&Datastore destination:&Datastore sizeTransferred:long spaceUtilSrcBefore:float? spaceUtilDstBefore:float? spaceUtilSrcAfter:float? spaceUtilDstAfter:float? ioLatencySrcBefore:float? ioLatencyDstBefore:float?
d HbrManagerReplicationVmInfo DynamicData 6 state:string progressInfo:ReplicationVmProgressInfo? imageId:string? lastError:LocalizedMethodFault?
d HbrManagerVmReplicationCapability DynamicData 9 vm:&VirtualMachine supportedQuiesceMode:string compressionSupported:boolean maxSupportedSourceDiskCapacity:long minRpo:long? fault:LocalizedMethodFault?
d HbrReplicationTargetSpec DynamicData 33
d HbrTargetSpec DynamicData 33 targetIP:string certificate:string
d HbrTargetSpecReplacement HbrReplicationTargetSpec 33 spec:HbrTargetSpec[]?
d HealthStatusChangedEvent Event 4 componentId:string oldStatus:string newStatus:string componentName:string serviceId:string?@9
d HealthSystemRuntime DynamicData 1 systemHealthInfo:HostSystemHealthInfo? hardwareStatusInfo:HostHardwareStatusInfo?
d HealthUpdate DynamicData 10 entity:&ManagedEntity healthUpdateInfoId:string id:string status:ManagedEntityStatus remediation:string
d HealthUpdateInfo DynamicData 10 id:string componentType:string description:string
d HeterogenousHostsBlockingEVC EVCConfigFault 2
d HostAccessControlEntry DynamicData 9 principal:string group:boolean accessMode:HostAccessMode
d HostAccessRestrictedToManagementServer NotSupported 6 managementServer:string
d HostAccountSpec DynamicData 0 id:string password:string? description:string?
d HostActiveDirectory DynamicData 5 changeOperation:string spec:HostActiveDirectorySpec?
d HostActiveDirectoryInfo HostDirectoryStoreInfo 5 joinedDomain:string? trustedDomain:string[]? domainMembershipStatus:string? smartCardAuthenticationEnabled:boolean?@9
d HostActiveDirectorySpec DynamicData 5 domainName:string? userName:string? password:string? camServer:string?@6 thumbprint:string?@6 certificate:string?@31 smartCardAuthenticationEnabled:boolean?@9 smartCardTrustAnchors:string[]?@9
d HostAddFailedEvent HostEvent 0 hostname:string
d HostAddedEvent HostEvent 0
d HostAdminDisableEvent HostEvent 1
d HostAdminEnableEvent HostEvent 1
d HostApplyProfile ApplyProfile 4 memory:HostMemoryProfile? storage:StorageProfile? network:NetworkProfile? datetime:DateTimeProfile? firewall:FirewallProfile? security:SecurityProfile? service:ServiceProfile[]? option:OptionProfile[]? userAccount:UserProfile[]? usergroupAccount:UserGroupProfile[]? authentication:AuthenticationProfile?@5
d HostAssignableHardwareBinding DynamicData 17 instanceId:string vm:&VirtualMachine
d HostAssignableHardwareConfig DynamicData 17 attributeOverride:HostAssignableHardwareConfigAttributeOverride[]?
d HostAssignableHardwareConfigAttributeOverride DynamicData 17 instanceId:string name:string value:anyType?
d HostAuthenticationInfo DynamicData 33 principal:string ownerTag:string sslCertificates:string[]?
d HostAuthenticationManagerInfo DynamicData 5 authConfig:HostAuthenticationStoreInfo[]
d HostAuthenticationStoreInfo DynamicData 5 enabled:boolean
d HostAutoStartManagerConfig DynamicData 0 defaults:AutoStartDefaults? powerInfo:AutoStartPowerInfo[]?
d HostBIOSInfo DynamicData 1 biosVersion:string? releaseDate:dateTime? vendor:string?@10 majorRelease:int?@10 minorRelease:int?@10 firmwareMajorRelease:int?@10 firmwareMinorRelease:int?@10 firmwareType:string?@30
d HostBlockAdapterTargetTransport HostTargetTransport 0
d HostBlockHba HostHostBusAdapter 0
d HostBootDevice DynamicData 1 key:string description:string
d HostBootDeviceInfo DynamicData 1 bootDevices:HostBootDevice[]? currentBootDeviceKey:string?
d HostCacheConfigurationInfo DynamicData 6 key:&Datastore swapSize:long
d HostCacheConfigurationSpec DynamicData 6 datastore:&Datastore swapSize:long
d HostCapability DynamicData 0 recursiveResourcePoolsSupported:boolean cpuMemoryResourceConfigurationSupported:boolean@1 rebootSupported:boolean shutdownSupported:boolean vmotionSupported:boolean standbySupported:boolean@1 ipmiSupported:boolean?@4 maxSupportedVMs:int? maxRunningVMs:int? maxSupportedVcpus:int? maxRegisteredVMs:int?@7 datastorePrincipalSupported:boolean sanSupported:boolean nfsSupported:boolean iscsiSupported:boolean vlanTaggingSupported:boolean nicTeamingSupported:boolean highGuestMemSupported:boolean maintenanceModeSupported:boolean suspendedRelocateSupported:boolean restrictedSnapshotRelocateSupported:boolean@1 perVmSwapFiles:boolean@1 localSwapDatastoreSupported:boolean@1 unsharedSwapVMotionSupported:boolean@1 backgroundSnapshotsSupported:boolean@1 preAssignedPCIUnitNumbersSupported:boolean@1 screenshotSupported:boolean@1 scaledScreenshotSupported:boolean@1 storageVMotionSupported:boolean@4 vmotionWithStorageVMotionSupported:boolean@4 vmotionAcrossNetworkSupported:boolean?@8 maxNumDisksSVMotion:int?@9 maxVirtualDiskDescVersionSupported:int?@29 hbrNicSelectionSupported:boolean@7 vrNfcNicSelectionSupported:boolean@9 recordReplaySupported:boolean@4 ftSupported:boolean@4 replayUnsupportedReason:string?@4 replayCompatibilityIssues:string[]?@5 smpFtSupported:boolean@9 ftCompatibilityIssues:string[]?@5 smpFtCompatibilityIssues:string[]?@9 maxVcpusPerFtVm:int?@9 loginBySSLThumbprintSupported:boolean?@4 cloneFromSnapshotSupported:boolean@4 deltaDiskBackingsSupported:boolean@4 perVMNetworkTrafficShapingSupported:boolean@3 tpmSupported:boolean@4 tpmVersion:string?@11 txtEnabled:boolean?@11 supportedCpuFeature:HostCpuIdInfo[]?@4 virtualExecUsageSupported:boolean@4 storageIORMSupported:boolean@5 vmDirectPathGen2Supported:boolean?13@5 vmDirectPathGen2UnsupportedReason:string[]?@5 vmDirectPathGen2UnsupportedReasonExtended:string?@5 supportedVmfsMajorVersion:int[]?@6 vStorageCapable:boolean@5 snapshotRelayoutSupported:boolean@6 firewallIpRulesSupported:boolean?@6 servicePackageInfoSupported:boolean?@6 maxHostRunningVms:int?@6 maxHostSupportedVcpus:int?@6 vmfsDatastoreMountCapable:boolean@6 eightPlusHostVmfsSharedAccessSupported:boolean@7 nestedHVSupported:boolean@7 vPMCSupported:boolean@7 interVMCommunicationThroughVMCISupported:boolean@7 scheduledHardwareUpgradeSupported:boolean?@7 featureCapabilitiesSupported:boolean@7 latencySensitivitySupported:boolean@7 storagePolicySupported:boolean?@8 accel3dSupported:boolean@7 reliableMemoryAware:boolean?@8 multipleNetworkStackInstanceSupported:boolean?@8 messageBusProxySupported:boolean?@9 vsanSupported:boolean?@8 vFlashSupported:boolean?@8 hostAccessManagerSupported:boolean?@9 provisioningNicSelectionSupported:boolean@9 nfs41Supported:boolean?@9 nfs41Krb5iSupported:boolean?@10 turnDiskLocatorLedSupported:boolean?@9 virtualVolumeDatastoreSupported:boolean?@9 markAsSsdSupported:boolean?@9 markAsLocalSupported:boolean?@9 smartCardAuthenticationSupported:boolean?@9 pMemSupported:boolean?@11 pMemSnapshotSupported:boolean?@11 cryptoSupported:boolean?@10 oneKVolumeAPIsSupported:boolean?@10 gatewayOnNicSupported:boolean?@10 upitSupported:boolean?@10 cpuHwMmuSupported:boolean?@10 encryptedVMotionSupported:boolean?@10 encryptionChangeOnAddRemoveSupported:boolean?@10 encryptionHotOperationSupported:boolean?@10 encryptionWithSnapshotsSupported:boolean?@10 encryptionFaultToleranceSupported:boolean?@10 encryptionMemorySaveSupported:boolean?@10 encryptionRDMSupported:boolean?@10 encryptionVFlashSupported:boolean?@10 encryptionCBRCSupported:boolean?@10 encryptionHBRSupported:boolean?@10 ftEfiSupported:boolean?@11 unmapMethodSupported:string?@11 maxMemMBPerFtVm:int?@11 virtualMmuUsageIgnored:boolean?@11 virtualExecUsageIgnored:boolean?@11 vmCreateDateSupported:boolean?@11 vmfs3EOLSupported:boolean?@11 ftVmcpSupported:boolean?@11 quickBootSupported:boolean?@12 encryptedFtSupported:boolean?@21 assignableHardwareSupported:boolean?@17 suspendToMemorySupported:boolean?@21 useFeatureReqsForOldHWv:boolean?@15 markPerenniallyReservedSupported:boolean?@13 hppPspSupported:boolean?@17 deviceRebindWithoutRebootSupported:boolean?@17 storagePolicyChangeSupported:boolean?@17 precisionTimeProtocolSupported:boolean?@17 remoteDeviceVMotionSupported:boolean?@17 maxSupportedVmMemory:int?@17 ahDeviceHintsSupported:boolean?@21 nvmeOverTcpSupported:boolean?@23 nvmeStorageFabricServicesSupported:boolean?@23 assignHwPciConfigSupported:boolean?@21 timeConfigSupported:boolean?@23 nvmeBatchOperationsSupported:boolean?@23 pMemFailoverSupported:boolean?@21 hostConfigEncryptionSupported:boolean?@21 maxSupportedSimultaneousThreads:int?@27 ptpConfigSupported:boolean?@23 maxSupportedPtpPorts:int?@23 sgxRegistrationSupported:boolean?@27 pMemIndependentSnapshotSupported:boolean?@23 iommuSLDirtyCapable:boolean?@27 vmknicBindingSupported:boolean?@29 ultralowFixedUnmapSupported:boolean?@27 nvmeVvolSupported:boolean?@26 fptHotplugSupported:boolean?@29 mconnectSupported:boolean?@29 vsanNicMgmtSupported:boolean?@30 vvolNQNSupported:boolean?@30 stretchedSCSupported:boolean?@31 vmknicBindingOnNFSv41:boolean?@31 vpStatusCheckSupported:boolean?@31 e2e4knSupported:boolean?@33 vsanDedicatedVmkNicSupported:boolean?@33 nConnectSupported:boolean?@31 userKeySupported:boolean?@31 ndcmSupported:boolean?@31 uefiSecureBoot:boolean?@31 vpxdVmxGenerationSupported:boolean?@33 nfs41Krb5pSupported:boolean?@33 cimSupported:boolean?@33 npivSupported:boolean?@33 entitlementSupported:boolean?@33
d HostCertificateManagerCertificateInfo DynamicData 9 kind:string?@29 issuer:string? notBefore:dateTime? notAfter:dateTime? subject:string? status:string
d HostCertificateManagerCertificateSpec DynamicData 29 kind:string subjectAlternativeNames:string[]?@33
d HostCnxFailedAccountFailedEvent HostEvent 0
d HostCnxFailedAlreadyManagedEvent HostEvent 0 serverName:string
d HostCnxFailedBadCcagentEvent HostEvent 0
d HostCnxFailedBadUsernameEvent HostEvent 0
d HostCnxFailedBadVersionEvent HostEvent 0
d HostCnxFailedCcagentUpgradeEvent HostEvent 0
d HostCnxFailedEvent HostEvent 0
d HostCnxFailedNetworkErrorEvent HostEvent 0
d HostCnxFailedNoAccessEvent HostEvent 0
d HostCnxFailedNoConnectionEvent HostEvent 0
d HostCnxFailedNoLicenseEvent HostEvent 0
d HostCnxFailedNotFoundEvent HostEvent 0
d HostCnxFailedTimeoutEvent HostEvent 0
d HostCommunication RuntimeFault 0
d HostComplianceCheckedEvent HostEvent 4 profile:ProfileEventArgument
d HostCompliantEvent HostEvent 4
d HostConfigAppliedEvent HostEvent 4
d HostConfigChange DynamicData 0
d HostConfigFailed HostConfigFault 4 failure:LocalizedMethodFault[]
d HostConfigFault VimFault 0
d HostConfigInfo DynamicData 0 host:&HostSystem product:AboutInfo deploymentInfo:HostDeploymentInfo?@10 hyperThread:HostHyperThreadScheduleInfo? cpuScheduler:HostCpuSchedulerInfo?@31 consoleReservation:ServiceConsoleReservationInfo? virtualMachineReservation:VirtualMachineMemoryReservationInfo?@1 storageDevice:HostStorageDeviceInfo? multipathState:HostMultipathStateInfo?@4 fileSystemVolume:HostFileSystemVolumeInfo? systemFile:string[]?@5 network:HostNetworkInfo? vmotion:HostVMotionInfo? virtualNicManagerInfo:HostVirtualNicManagerInfo?@4 capabilities:HostNetCapabilities? datastoreCapabilities:HostDatastoreSystemCapabilities?@1 offloadCapabilities:HostNetOffloadCapabilities? service:HostServiceInfo? firewall:HostFirewallInfo? autoStart:HostAutoStartManagerConfig? activeDiagnosticPartition:HostDiagnosticPartition? option:OptionValue[]? optionDef:OptionDef[]? datastorePrincipal:string? localSwapDatastore:&Datastore?@1 systemSwapConfiguration:HostSystemSwapConfiguration?@7 systemResources:HostSystemResourceInfo? dateTimeInfo:HostDateTimeInfo?@1 flags:HostFlagInfo?@1 adminDisabled:boolean?@1 lockdownMode:HostLockdownMode?@9 ipmi:HostIpmiInfo?@4 sslThumbprintInfo:HostSslThumbprintInfo?@4 sslThumbprintData:HostSslThumbprintInfo[]?@6 authenticationData:HostAuthenticationInfo[]?@33 certificate:byte[]?@6 pciPassthruInfo:HostPciPassthruInfo[]?@4 authenticationManagerInfo:HostAuthenticationManagerInfo?@5 featureVersion:HostFeatureVersionInfo[]?@5 powerSystemCapability:PowerSystemCapability?@5 powerSystemInfo:PowerSystemInfo?@5 cacheConfigurationInfo:HostCacheConfigurationInfo[]?@6 wakeOnLanCapable:boolean?@6 featureCapability:HostFeatureCapability[]?@7 maskedFeatureCapability:HostFeatureCapability[]?@7 vFlashConfigInfo:HostVFlashManagerVFlashConfigInfo?@8 vsanHostConfig:VsanHostConfigInfo?@8 domainList:string[]?@9 scriptCheckSum:base64Binary?@9 hostConfigCheckSum:base64Binary?@9 descriptionTreeCheckSum:base64Binary?@17 graphicsInfo:HostGraphicsInfo[]?@8 sharedPassthruGpuTypes:string[]?@9 graphicsConfig:HostGraphicsConfig?@10 sharedGpuCapabilities:HostSharedGpuCapabilities[]?@11 ioFilterInfo:HostIoFilterInfo[]?@9 sriovDevicePool:HostSriovDevicePoolInfo[]?@10 assignableHardwareBinding:HostAssignableHardwareBinding[]?@17 assignableHardwareConfig:HostAssignableHardwareConfig?@17
d HostConfigManager DynamicData 0 cpuScheduler:&HostCpuSchedulerSystem? datastoreSystem:&HostDatastoreSystem? memoryManager:&HostMemorySystem? storageSystem:&HostStorageSystem? networkSystem:&HostNetworkSystem? vmotionSystem:&HostVMotionSystem? virtualNicManager:&HostVirtualNicManager?@4 serviceSystem:&HostServiceSystem? firewallSystem:&HostFirewallSystem? advancedOption:&OptionManager? diagnosticSystem:&HostDiagnosticSystem? autoStartManager:&HostAutoStartManager? snmpSystem:&HostSnmpSystem? dateTimeSystem:&HostDateTimeSystem?@1 patchManager:&HostPatchManager?@1 imageConfigManager:&HostImageConfigManager?@6 bootDeviceSystem:&HostBootDeviceSystem?@1 firmwareSystem:&HostFirmwareSystem?@1 healthStatusSystem:&HostHealthStatusSystem?@1 pciPassthruSystem:&HostPciPassthruSystem?@4 licenseManager:&LicenseManager?@4 kernelModuleSystem:&HostKernelModuleSystem?@4 authenticationManager:&HostAuthenticationManager?@5 powerSystem:&HostPowerSystem?@5 cacheConfigurationManager:&HostCacheConfigurationManager?@6 esxAgentHostManager:&HostEsxAgentHostManager?@6 iscsiManager:&IscsiManager?@6 vFlashManager:&HostVFlashManager?@8 vsanSystem:&HostVsanSystem?@8 messageBusProxy:&MessageBusProxy?@9 userDirectory:&UserDirectory?@9 accountManager:&HostLocalAccountManager?@9 hostAccessManager:&HostAccessManager?@9 graphicsManager:&HostGraphicsManager?@8 vsanInternalSystem:&HostVsanInternalSystem?@8 certificateManager:&HostCertificateManager?@9 cryptoManager:&CryptoManager?@10 nvdimmSystem:&HostNvdimmSystem?@11 assignableHardwareManager:&HostAssignableHardwareManager?@17
d HostConfigSpec DynamicData 4 nasDatastore:HostNasVolumeConfig[]? network:HostNetworkConfig? nicTypeSelection:HostVirtualNicManagerNicTypeSelection[]? service:HostServiceConfig[]? firewall:HostFirewallConfig? option:OptionValue[]? datastorePrincipal:string? datastorePrincipalPasswd:string? datetime:HostDateTimeConfig? storageDevice:HostStorageDeviceInfo? license:HostLicenseSpec? security:HostSecuritySpec? userAccount:HostAccountSpec[]? usergroupAccount:HostAccountSpec[]? memory:HostMemorySpec? activeDirectory:HostActiveDirectory[]?@5 genericConfig:KeyAnyValue[]?@6 graphicsConfig:HostGraphicsConfig?@10 assignableHardwareConfig:HostAssignableHardwareConfig?@17
d HostConfigSummary DynamicData 0 name:string port:int sslThumbprint:string?@4 sslCertificate:string?@33 product:AboutInfo? vmotionEnabled:boolean faultToleranceEnabled:boolean@4 featureVersion:HostFeatureVersionInfo[]?@5 agentVmDatastore:&Datastore?@6 agentVmNetwork:&Network?@6
d HostConnectFault VimFault 0
d HostConnectInfo DynamicData 0 serverIp:string? inDasCluster:boolean?@6 host:HostListSummary vm:VirtualMachineSummary[]? vimAccountNameRequired:boolean? clusterSupported:boolean? network:HostConnectInfoNetworkInfo[]? datastore:HostDatastoreConnectInfo[]? license:HostLicenseConnectInfo?@4 capability:HostCapability?@9
d HostConnectInfoNetworkInfo DynamicData 0 summary:NetworkSummary
d HostConnectSpec DynamicData 0 hostName:string? port:int? sslThumbprint:string?@1 sslCertificate:string?@33 userName:string? password:string? vmFolder:&Folder? force:boolean vimAccountName:string? vimAccountPassword:string? managementIp:string?@4 lockdownMode:HostLockdownMode?@9 hostGateway:HostGatewaySpec?@9
d HostConnectedEvent HostEvent 0
d HostConnectionLostEvent HostEvent 0
d HostCpuIdInfo DynamicData 0 level:int vendor:string? eax:string? ebx:string? ecx:string? edx:string?
d HostCpuInfo DynamicData 0 numCpuPackages:short numCpuCores:short numCpuThreads:short hz:long
d HostCpuPackage DynamicData 0 index:short vendor:string hz:long busHz:long description:string threadId:short[] cpuFeature:HostCpuIdInfo[]? family:short?@31 model:short?@31 stepping:short?@31
d HostCpuPowerManagementInfo DynamicData 4 currentPolicy:string? hardwareSupport:string?
d HostCpuSchedulerInfo DynamicData 31 policy:string
d HostDasDisabledEvent HostEvent 0
d HostDasDisablingEvent HostEvent 0
d HostDasEnabledEvent HostEvent 0
d HostDasEnablingEvent HostEvent 0
d HostDasErrorEvent HostEvent 0 message:string?@1 reason:string?@4
d HostDasEvent HostEvent 1
d HostDasOkEvent HostEvent 0
d HostDataTransportConnectionInfo DynamicData 23 staticMemoryConsumed:long
d HostDatastoreBrowserSearchResults DynamicData 0 datastore:&Datastore? folderPath:string? file:FileInfo[]?
d HostDatastoreBrowserSearchSpec DynamicData 0 query:FileQuery[]? details:FileQueryFlags? searchCaseInsensitive:boolean? matchPattern:string[]? sortFoldersFirst:boolean?
d HostDatastoreConnectInfo DynamicData 0 summary:DatastoreSummary
d HostDatastoreExistsConnectInfo HostDatastoreConnectInfo 0 newDatastoreName:string
d HostDatastoreNameConflictConnectInfo HostDatastoreConnectInfo 0 newDatastoreName:string
d HostDatastoreSystemCapabilities DynamicData 1 nfsMountCreationRequired:boolean nfsMountCreationSupported:boolean localDatastoreSupported:boolean vmfsExtentExpansionSupported:boolean@4
d HostDatastoreSystemDatastoreResult DynamicData 9 key:&Datastore fault:LocalizedMethodFault?
d HostDatastoreSystemVvolDatastoreSpec DynamicData 9 name:string scId:string
d HostDateTimeConfig DynamicData 1 timeZone:string? ntpConfig:HostNtpConfig? ptpConfig:HostPtpConfig?@23 protocol:string?@23 enabled:boolean?@23 disableEvents:boolean?@23 disableFallback:boolean?@23 resetToFactoryDefaults:boolean?@23
d HostDateTimeInfo DynamicData 1 timeZone:HostDateTimeSystemTimeZone systemClockProtocol:string?@17 ntpConfig:HostNtpConfig? ptpConfig:HostPtpConfig?@23 enabled:boolean?@23 disableEvents:boolean?@23 disableFallback:boolean?@23 inFallbackState:boolean?@23 serviceSync:boolean?@23 lastSyncTime:dateTime?@23 remoteNtpServer:string?@23 ntpRunTime:long?@23 ptpRunTime:long?@23 ntpDuration:string?@23 ptpDuration:string?@23
d HostDateTimeSystemServiceTestResult DynamicData 23 workingNormally:boolean report:string[]?
d HostDateTimeSystemTimeZone DynamicData 1 key:string name:string description:string gmtOffset:int
d HostDeploymentInfo DynamicData 10 bootedFromStatelessCache:boolean?
d HostDevice DynamicData 0 deviceName:string deviceType:string
d HostDhcpService DynamicData 1 key:string spec:HostDhcpServiceSpec
d HostDhcpServiceConfig DynamicData 1 changeOperation:string? key:string spec:HostDhcpServiceSpec
d HostDhcpServiceSpec DynamicData 1 virtualSwitch:string defaultLeaseDuration:int leaseBeginIp:string leaseEndIp:string maxLeaseDuration:int unlimitedLease:boolean ipSubnetAddr:string ipSubnetMask:string
d HostDiagnosticPartition DynamicData 0 storageType:string diagnosticType:string slots:int id:HostScsiDiskPartition
d HostDiagnosticPartitionCreateDescription DynamicData 0 layout:HostDiskPartitionLayout diskUuid:string spec:HostDiagnosticPartitionCreateSpec
d HostDiagnosticPartitionCreateOption DynamicData 0 storageType:string diagnosticType:string disk:HostScsiDisk
d HostDiagnosticPartitionCreateSpec DynamicData 0 storageType:string diagnosticType:string id:HostScsiDiskPartition partition:HostDiskPartitionSpec active:boolean?
d HostDigestInfo DynamicData 4 digestMethod:string digestValue:byte[] objectName:string?
d HostDirectoryStoreInfo HostAuthenticationStoreInfo 5
d HostDisconnectedEvent HostEvent 0 reason:string?@4
d HostDiskConfigurationResult DynamicData 8 devicePath:string? success:boolean? fault:LocalizedMethodFault?
d HostDiskDimensions DynamicData 0
d HostDiskDimensionsChs DynamicData 0 cylinder:long head:int sector:int
d HostDiskDimensionsLba DynamicData 0 blockSize:int block:long
d HostDiskMappingInfo DynamicData 0 physicalPartition:HostDiskMappingPartitionInfo? name:string exclusive:boolean?
d HostDiskMappingOption DynamicData 0 physicalPartition:HostDiskMappingPartitionOption[]? name:string
d HostDiskMappingPartitionInfo DynamicData 0 name:string fileSystem:string capacityInKb:long
d HostDiskMappingPartitionOption DynamicData 0 name:string fileSystem:string capacityInKb:long
d HostDiskPartitionAttributes DynamicData 0 partition:int startSector:long endSector:long type:string guid:string?@6 logical:boolean attributes:byte partitionAlignment:long?@6
d HostDiskPartitionBlockRange DynamicData 0 partition:int? type:string start:HostDiskDimensionsLba end:HostDiskDimensionsLba
d HostDiskPartitionInfo DynamicData 0 deviceName:string spec:HostDiskPartitionSpec layout:HostDiskPartitionLayout
d HostDiskPartitionLayout DynamicData 0 total:HostDiskDimensionsLba? partition:HostDiskPartitionBlockRange[]
d HostDiskPartitionSpec DynamicData 0 partitionFormat:string?@6 chs:HostDiskDimensionsChs? totalSectors:long? partition:HostDiskPartitionAttributes[]? sectorSize:int?@33
d HostDnsConfig DynamicData 0 dhcp:boolean virtualNicDevice:string? ipv6VirtualNicDevice:string?@11 hostName:string domainName:string address:string[]? searchDomain:string[]?
d HostDnsConfigSpec HostDnsConfig 4 virtualNicConnection:HostVirtualNicConnection? virtualNicConnectionV6:HostVirtualNicConnection?@11
d HostDvxClass DynamicData 27 deviceClass:string checkpointSupported:boolean swDMATracingSupported:boolean sriovNic:boolean
d HostEnableAdminFailedEvent HostEvent 1 permissions:Permission[]
d HostEnterMaintenanceResult DynamicData 11 vmFaults:FaultsByVM[]? hostFaults:FaultsByHost[]?
d HostEsxAgentHostManagerConfigInfo DynamicData 6 agentVmDatastore:&Datastore? agentVmNetwork:&Network?
d HostEvent Event 0
d HostEventArgument EntityEventArgument 0 host:&HostSystem
d HostExtraNetworksEvent HostDasEvent 4 ips:string?
d HostFaultToleranceManagerComponentHealthInfo DynamicData 9 isStorageHealthy:boolean isNetworkHealthy:boolean
d HostFeatureCapability DynamicData 7 key:string featureName:string value:string
d HostFeatureMask DynamicData 7 key:string featureName:string value:string
d HostFeatureVersionInfo DynamicData 5 key:string value:string
d HostFibreChannelHba HostHostBusAdapter 0 portWorldWideName:long nodeWorldWideName:long portType:FibreChannelPortType speed:long
d HostFibreChannelOverEthernetHba HostFibreChannelHba 6 underlyingNic:string linkInfo:HostFibreChannelOverEthernetHbaLinkInfo isSoftwareFcoe:boolean markedForRemoval:boolean?13
d HostFibreChannelOverEthernetHbaLinkInfo DynamicData 6 vnportMac:string fcfMac:string vlanId:int
d HostFibreChannelOverEthernetTargetTransport HostFibreChannelTargetTransport 6 vnportMac:string fcfMac:string vlanId:int
d HostFibreChannelTargetTransport HostTargetTransport 0 portWorldWideName:long nodeWorldWideName:long
d HostFileAccess DynamicData 0 who:string what:string
d HostFileSystemMountInfo DynamicData 0 mountInfo:HostMountInfo volume:HostFileSystemVolume vStorageSupport:string?@5
d HostFileSystemVolume DynamicData 0 type:string name:string capacity:long
d HostFileSystemVolumeInfo DynamicData 0 volumeTypeList:string[]? mountInfo:HostFileSystemMountInfo[]?
d HostFirewallConfig DynamicData 4 rule:HostFirewallConfigRuleSetConfig[]? defaultBlockingPolicy:HostFirewallDefaultPolicy
d HostFirewallConfigRuleSetConfig DynamicData 4 rulesetId:string enabled:boolean allowedHosts:HostFirewallRulesetIpList?@6
d HostFirewallDefaultPolicy DynamicData 0 incomingBlocked:boolean? outgoingBlocked:boolean?
d HostFirewallInfo DynamicData 0 defaultPolicy:HostFirewallDefaultPolicy ruleset:HostFirewallRuleset[]?
d HostFirewallRule DynamicData 0 port:int endPort:int? direction:HostFirewallRuleDirection portType:HostFirewallRulePortType?@6 protocol:string
d HostFirewallRuleset DynamicData 0 key:string label:string required:boolean rule:HostFirewallRule[] service:string? enabled:boolean allowedHosts:HostFirewallRulesetIpList?@6 userControllable:boolean?@30 ipListUserConfigurable:boolean?@30
d HostFirewallRulesetIpList DynamicData 6 ipAddress:string[]? ipNetwork:HostFirewallRulesetIpNetwork[]? allIp:boolean
d HostFirewallRulesetIpNetwork DynamicData 6 network:string prefixLength:int
d HostFirewallRulesetRulesetSpec DynamicData 6 allowedHosts:HostFirewallRulesetIpList
d HostFlagInfo DynamicData 1 backgroundSnapshotsEnabled:boolean?
d HostForceMountedInfo DynamicData 4 persist:boolean mounted:boolean
d HostFru DynamicData 27 type:string partName:string partNumber:string manufacturer:string serialNumber:string? mfgTimeStamp:dateTime?
d HostGatewaySpec DynamicData 9 gatewayType:string gatewayId:string? trustVerificationToken:string? hostAuthParams:KeyValue[]?
d HostGetShortNameFailedEvent HostEvent 1
d HostGraphicsConfig DynamicData 10 hostDefaultGraphicsType:string sharedPassthruAssignmentPolicy:string deviceType:HostGraphicsConfigDeviceType[]?
d HostGraphicsConfigDeviceType DynamicData 10 deviceId:string graphicsType:string vgpuMode:string?@31
d HostGraphicsInfo DynamicData 8 deviceName:string vendorName:string pciId:string graphicsType:string vgpuMode:string?@31 memorySizeInKB:long vm:&VirtualMachine[]?
d HostHardwareElementInfo DynamicData 1 name:string status:ElementDescription
d HostHardwareInfo DynamicData 0 systemInfo:HostSystemInfo cpuPowerManagementInfo:HostCpuPowerManagementInfo?@4 cpuInfo:HostCpuInfo cpuPkg:HostCpuPackage[] memorySize:long numaInfo:HostNumaInfo? smcPresent:boolean@6 pciDevice:HostPciDevice[]? dvxClasses:HostDvxClass[]?@27 cpuFeature:HostCpuIdInfo[]? biosInfo:HostBIOSInfo?@1 reliableMemoryInfo:HostReliableMemoryInfo?@8 persistentMemoryInfo:HostPersistentMemoryInfo?@11 sgxInfo:HostSgxInfo?@17 sevInfo:HostSevInfo?@19 memoryTieringType:string?@23 memoryTierInfo:HostMemoryTierInfo[]?@23 tdxInfo:HostTdxInfo?@33
d HostHardwareStatusInfo DynamicData 1 memoryStatusInfo:HostHardwareElementInfo[]? cpuStatusInfo:HostHardwareElementInfo[]? storageStatusInfo:HostStorageElementInfo[]? dpuStatusInfo:DpuStatusInfo[]?@27
d HostHardwareSummary DynamicData 0 vendor:string model:string family:string?@33 uuid:string otherIdentifyingInfo:HostSystemIdentificationInfo[]?@1 memorySize:long cpuModel:string cpuMhz:int numCpuPkgs:short numCpuCores:short numCpuThreads:short numNics:int numHBAs:int
d HostHasComponentFailure VimFault 9 hostName:string componentType:string componentName:string
d HostHbaCreateSpec DynamicData 23
d HostHostBusAdapter DynamicData 0 key:string? device:string bus:int status:string model:string driver:string? pci:string? storageProtocol:string?@17
d HostHyperThreadScheduleInfo DynamicData 0 available:boolean active:boolean config:boolean
d HostImageProfileSummary DynamicData 6 name:string vendor:string
d HostInAuditModeEvent HostEvent 6
d HostInDomain HostConfigFault 5
d HostIncompatibleForFaultTolerance VmFaultToleranceIssue 4 hostName:string? reason:string?
d HostIncompatibleForRecordReplay VimFault 4 hostName:string? reason:string?
d HostInternetScsiHba HostHostBusAdapter 0 isSoftwareBased:boolean canBeDisabled:boolean?@6 networkBindingSupport:HostInternetScsiHbaNetworkBindingSupportType?@6 discoveryCapabilities:HostInternetScsiHbaDiscoveryCapabilities discoveryProperties:HostInternetScsiHbaDiscoveryProperties authenticationCapabilities:HostInternetScsiHbaAuthenticationCapabilities authenticationProperties:HostInternetScsiHbaAuthenticationProperties digestCapabilities:HostInternetScsiHbaDigestCapabilities?@4 digestProperties:HostInternetScsiHbaDigestProperties?@4 ipCapabilities:HostInternetScsiHbaIPCapabilities ipProperties:HostInternetScsiHbaIPProperties supportedAdvancedOptions:OptionDef[]?@4 advancedOptions:HostInternetScsiHbaParamValue[]?@4 iScsiName:string iScsiAlias:string? configuredSendTarget:HostInternetScsiHbaSendTarget[]? configuredStaticTarget:HostInternetScsiHbaStaticTarget[]? maxSpeedMb:int? currentSpeedMb:int?
d HostInternetScsiHbaAuthenticationCapabilities DynamicData 0 chapAuthSettable:boolean krb5AuthSettable:boolean srpAuthSettable:boolean spkmAuthSettable:boolean mutualChapSettable:boolean?@4 targetChapSettable:boolean?@4 targetMutualChapSettable:boolean?@4
d HostInternetScsiHbaAuthenticationProperties DynamicData 0 chapAuthEnabled:boolean chapName:string? chapSecret:string? chapAuthenticationType:string?@4 chapInherited:boolean?@4 mutualChapName:string?@4 mutualChapSecret:string?@4 mutualChapAuthenticationType:string?@4 mutualChapInherited:boolean?@4
d HostInternetScsiHbaDigestCapabilities DynamicData 4 headerDigestSettable:boolean? dataDigestSettable:boolean? targetHeaderDigestSettable:boolean? targetDataDigestSettable:boolean?
d HostInternetScsiHbaDigestProperties DynamicData 4 headerDigestType:string? headerDigestInherited:boolean? dataDigestType:string? dataDigestInherited:boolean?
d HostInternetScsiHbaDiscoveryCapabilities DynamicData 0 iSnsDiscoverySettable:boolean slpDiscoverySettable:boolean staticTargetDiscoverySettable:boolean sendTargetsDiscoverySettable:boolean
d HostInternetScsiHbaDiscoveryProperties DynamicData 0 iSnsDiscoveryEnabled:boolean iSnsDiscoveryMethod:string? iSnsHost:string? slpDiscoveryEnabled:boolean slpDiscoveryMethod:string? slpHost:string? staticTargetDiscoveryEnabled:boolean sendTargetsDiscoveryEnabled:boolean
d HostInternetScsiHbaIPCapabilities DynamicData 0 addressSettable:boolean ipConfigurationMethodSettable:boolean subnetMaskSettable:boolean defaultGatewaySettable:boolean primaryDnsServerAddressSettable:boolean alternateDnsServerAddressSettable:boolean ipv6Supported:boolean?@4 arpRedirectSettable:boolean?@4 mtuSettable:boolean?@4 hostNameAsTargetAddress:boolean?@4 nameAliasSettable:boolean?@5 ipv4EnableSettable:boolean?@9 ipv6EnableSettable:boolean?@9 ipv6PrefixLengthSettable:boolean?@9 ipv6PrefixLength:int?@9 ipv6DhcpConfigurationSettable:boolean?@9 ipv6LinkLocalAutoConfigurationSettable:boolean?@9 ipv6RouterAdvertisementConfigurationSettable:boolean?@9 ipv6DefaultGatewaySettable:boolean?@9 ipv6MaxStaticAddressesSupported:int?@9
d HostInternetScsiHbaIPProperties DynamicData 0 mac:string? address:string? dhcpConfigurationEnabled:boolean subnetMask:string? defaultGateway:string? primaryDnsServerAddress:string? alternateDnsServerAddress:string? ipv6Address:string?@4 ipv6SubnetMask:string?@4 ipv6DefaultGateway:string?@4 arpRedirectEnabled:boolean?@4 mtu:int?@4 jumboFramesEnabled:boolean?@4 ipv4Enabled:boolean?@9 ipv6Enabled:boolean?@9 ipv6properties:HostInternetScsiHbaIPv6Properties?@9
d HostInternetScsiHbaIPv6Properties DynamicData 9 iscsiIpv6Address:HostInternetScsiHbaIscsiIpv6Address[]? ipv6DhcpConfigurationEnabled:boolean? ipv6LinkLocalAutoConfigurationEnabled:boolean? ipv6RouterAdvertisementConfigurationEnabled:boolean? ipv6DefaultGateway:string?
d HostInternetScsiHbaIscsiIpv6Address DynamicData 9 address:string prefixLength:int origin:string operation:string?
d HostInternetScsiHbaParamValue OptionValue 4 isInherited:boolean?
d HostInternetScsiHbaSendTarget DynamicData 0 address:string port:int? authenticationProperties:HostInternetScsiHbaAuthenticationProperties?@4 digestProperties:HostInternetScsiHbaDigestProperties?@4 supportedAdvancedOptions:OptionDef[]?@4 advancedOptions:HostInternetScsiHbaParamValue[]?@4 parent:string?@4
d HostInternetScsiHbaStaticTarget DynamicData 0 address:string port:int? iScsiName:string discoveryMethod:string?@7 authenticationProperties:HostInternetScsiHbaAuthenticationProperties?@4 digestProperties:HostInternetScsiHbaDigestProperties?@4 supportedAdvancedOptions:OptionDef[]?@4 advancedOptions:HostInternetScsiHbaParamValue[]?@4 parent:string?@4
d HostInternetScsiHbaTargetSet DynamicData 4 staticTargets:HostInternetScsiHbaStaticTarget[]? sendTargets:HostInternetScsiHbaSendTarget[]?
d HostInternetScsiTargetTransport HostTargetTransport 0 iScsiName:string iScsiAlias:string address:string[]?
d HostInventoryFull NotEnoughLicenses 1 capacity:int
d HostInventoryFullEvent LicenseEvent 1 capacity:int
d HostInventoryUnreadableEvent Event 4
d HostIoFilterInfo IoFilterInfo 9 available:boolean
d HostIpChangedEvent HostEvent 1 oldIP:string newIP:string
d HostIpConfig DynamicData 0 dhcp:boolean ipAddress:string? subnetMask:string? ipV6Config:HostIpConfigIpV6AddressConfiguration?@4
d HostIpConfigIpV6Address DynamicData 4 ipAddress:string prefixLength:int origin:string? dadState:string? lifetime:dateTime? operation:string?
d HostIpConfigIpV6AddressConfiguration DynamicData 4 ipV6Address:HostIpConfigIpV6Address[]? autoConfigurationEnabled:boolean? dhcpV6Enabled:boolean?
d HostIpInconsistentEvent HostEvent 1 ipAddress:string ipAddress2:string
d HostIpRouteConfig DynamicData 0 defaultGateway:string? gatewayDevice:string? ipV6DefaultGateway:string?@4 ipV6GatewayDevice:string?@4
d HostIpRouteConfigSpec HostIpRouteConfig 4 gatewayDeviceConnection:HostVirtualNicConnection? ipV6GatewayDeviceConnection:HostVirtualNicConnection?
d HostIpRouteEntry DynamicData 4 network:string prefixLength:int gateway:string deviceName:string?@5
d HostIpRouteOp DynamicData 4 changeOperation:string route:HostIpRouteEntry
d HostIpRouteTableConfig DynamicData 4 ipRoute:HostIpRouteOp[]? ipv6Route:HostIpRouteOp[]?
d HostIpRouteTableInfo DynamicData 4 ipRoute:HostIpRouteEntry[]? ipv6Route:HostIpRouteEntry[]?
d HostIpToShortNameFailedEvent HostEvent 1
d HostIpmiInfo DynamicData 4 bmcIpAddress:string? bmcMacAddress:string? login:string? password:string?
d HostIsolationIpPingFailedEvent HostDasEvent 1 isolationIp:string
d HostLicensableResourceInfo DynamicData 6 resource:KeyAnyValue[]
d HostLicenseConnectInfo DynamicData 4 license:LicenseManagerLicenseInfo evaluation:LicenseManagerEvaluationInfo resource:HostLicensableResourceInfo?@6
d HostLicenseExpiredEvent LicenseEvent 0
d HostLicenseSpec DynamicData 4 source:LicenseSource? editionKey:string? disabledFeatureKey:string[]? enabledFeatureKey:string[]?
d HostListSummary DynamicData 0 host:&HostSystem? hardware:HostHardwareSummary? runtime:HostRuntimeInfo? config:HostConfigSummary quickStats:HostListSummaryQuickStats overallStatus:ManagedEntityStatus rebootRequired:boolean customValue:CustomFieldValue[]? managementServerIp:string?@1 maxEVCModeKey:string?@4 currentEVCModeKey:string?@4 currentEVCGraphicsModeKey:string?@19 gateway:HostListSummaryGatewaySummary?@9 tpmAttestation:HostTpmAttestationInfo?@11 trustAuthorityAttestationInfos:HostTrustAuthorityAttestationInfo[]?@19
d HostListSummaryGatewaySummary DynamicData 9 gatewayType:string gatewayId:string
d HostListSummaryQuickStats DynamicData 0 overallCpuUsage:int? overallMemoryUsage:int? distributedCpuFairness:int? distributedMemoryFairness:int? availablePMemCapacity:int?@11 uptime:int?@5
d HostLocalAuthenticationInfo HostAuthenticationStoreInfo 5
d HostLocalFileSystemVolume HostFileSystemVolume 0 device:string
d HostLocalFileSystemVolumeSpec DynamicData 0 device:string localPath:string
d HostLocalPortCreatedEvent DvsEvent 7 hostLocalPort:DVSHostLocalPortInfo
d HostLowLevelProvisioningManagerDiskLayoutSpec DynamicData 6 controllerType:TypeName busNumber:int unitNumber:int srcFilename:string dstFilename:string
d HostLowLevelProvisioningManagerFileDeleteResult DynamicData 9 fileName:string fault:LocalizedMethodFault
d HostLowLevelProvisioningManagerFileDeleteSpec DynamicData 9 fileName:string fileType:string
d HostLowLevelProvisioningManagerFileReserveResult DynamicData 9 baseName:string parentDir:string reservedName:string
d HostLowLevelProvisioningManagerFileReserveSpec DynamicData 9 baseName:string parentDir:string fileType:string storageProfile:string
d HostLowLevelProvisioningManagerSnapshotLayoutSpec DynamicData 6 id:int srcFilename:string dstFilename:string disk:HostLowLevelProvisioningManagerDiskLayoutSpec[]?
d HostLowLevelProvisioningManagerVmMigrationStatus DynamicData 7 migrationId:long type:string source:boolean consideredSuccessful:boolean
d HostLowLevelProvisioningManagerVmRecoveryInfo DynamicData 7 version:string biosUUID:string instanceUUID:string ftInfo:FaultToleranceConfigInfo?
d HostMaintenanceSpec DynamicData 8 vsanMode:VsanHostDecommissionMode? purpose:string?@17
d HostMemberHealthCheckResult DynamicData 7 summary:string?
d HostMemberRuntimeInfo DynamicData 7 host:&HostSystem status:string? statusDetail:string? nsxtStatus:string?@17 nsxtStatusDetail:string?@17 healthCheckResult:HostMemberHealthCheckResult[]? hostUplinkState:DistributedVirtualSwitchHostMemberHostUplinkState[]?@31
d HostMemberUplinkHealthCheckResult HostMemberHealthCheckResult 7 uplinkPortKey:string
d HostMemoryProfile ApplyProfile 4
d HostMemorySpec DynamicData 4 serviceConsoleReservation:long?
d HostMemoryTierInfo DynamicData 23 name:string type:string flags:string[]? internalFlags:string[]?@31 size:long
d HostMissingNetworksEvent HostDasEvent 4 ips:string?
d HostMonitoringStateChangedEvent ClusterEvent 4 state:string prevState:string?@10
d HostMountInfo DynamicData 0 path:string? accessMode:string mounted:boolean?@6 accessible:boolean?@1 inaccessibleReason:string?@7 vmknicName:string?@29 vmknicActive:boolean?@29 mountFailedReason:string?@27 numTcpConnections:int?@29
d HostMultipathInfo DynamicData 0 lun:HostMultipathInfoLogicalUnit[]?
d HostMultipathInfoFixedLogicalUnitPolicy HostMultipathInfoLogicalUnitPolicy 0 prefer:string
d HostMultipathInfoHppLogicalUnitPolicy HostMultipathInfoLogicalUnitPolicy 17 bytes:long? iops:long? path:string? latencyEvalTime:long? samplingIosPerPath:long?
d HostMultipathInfoLogicalUnit DynamicData 0 key:string id:string lun:string path:HostMultipathInfoPath[] policy:HostMultipathInfoLogicalUnitPolicy storageArrayTypePolicy:HostMultipathInfoLogicalUnitStorageArrayTypePolicy?@4
d HostMultipathInfoLogicalUnitPolicy DynamicData 0 policy:string
d HostMultipathInfoLogicalUnitStorageArrayTypePolicy DynamicData 4 policy:string
d HostMultipathInfoPath DynamicData 0 key:string name:string pathState:string state:string?@4 isWorkingPath:boolean?@4 adapter:string lun:string transport:HostTargetTransport?
d HostMultipathStateInfo DynamicData 4 path:HostMultipathStateInfoPath[]?
d HostMultipathStateInfoPath DynamicData 4 name:string pathState:string
d HostNasVolume HostFileSystemVolume 0 remoteHost:string remotePath:string userName:string?@1 remoteHostNames:string[]?@9 securityType:string?@9 protocolEndpoint:boolean?@9
d HostNasVolumeConfig DynamicData 4 changeOperation:string? spec:HostNasVolumeSpec?
d HostNasVolumeSpec DynamicData 0 remoteHost:string remotePath:string localPath:string accessMode:string type:string?@1 userName:string?@1 password:string?@1 remoteHostNames:string[]?@9 securityType:string?@9 vmknicToBind:string?@29 vmknicBound:boolean?@29 connections:int?@29
d HostNasVolumeUserInfo DynamicData 9 user:string
d HostNatService DynamicData 1 key:string spec:HostNatServiceSpec
d HostNatServiceConfig DynamicData 1 changeOperation:string? key:string spec:HostNatServiceSpec
d HostNatServiceNameServiceSpec DynamicData 1 dnsAutoDetect:boolean dnsPolicy:string dnsRetries:int dnsTimeout:int dnsNameServer:string[]? nbdsTimeout:int nbnsRetries:int nbnsTimeout:int
d HostNatServicePortForwardSpec DynamicData 1 type:string name:string hostPort:int guestPort:int guestIpAddress:string
d HostNatServiceSpec DynamicData 1 virtualSwitch:string activeFtp:boolean allowAnyOui:boolean configPort:boolean ipGatewayAddress:string udpTimeout:int portForward:HostNatServicePortForwardSpec[]? nameService:HostNatServiceNameServiceSpec?
d HostNetCapabilities DynamicData 0 canSetPhysicalNicLinkSpeed:boolean supportsNicTeaming:boolean nicTeamingPolicy:string[]? supportsVlan:boolean usesServiceConsoleNic:boolean supportsNetworkHints:boolean maxPortGroupsPerVswitch:int?@1 vswitchConfigSupported:boolean@1 vnicConfigSupported:boolean@1 ipRouteConfigSupported:boolean@1 dnsConfigSupported:boolean@1 dhcpOnVnicSupported:boolean@1 ipV6Supported:boolean@4 backupNfcNiocSupported:boolean?@19
d HostNetOffloadCapabilities DynamicData 0 csumOffload:boolean? tcpSegmentation:boolean? zeroCopyXmit:boolean?
d HostNetStackInstance DynamicData 8 key:string? name:string? dnsConfig:HostDnsConfig? ipRouteConfig:HostIpRouteConfig? requestedMaxNumberOfConnections:int? congestionControlAlgorithm:string? ipV6Enabled:boolean? routeTableConfig:HostIpRouteTableConfig? owner:string?@33
d HostNetworkConfig DynamicData 0 vswitch:HostVirtualSwitchConfig[]? proxySwitch:HostProxySwitchConfig[]?@4 portgroup:HostPortGroupConfig[]? pnic:PhysicalNicConfig[]? vnic:HostVirtualNicConfig[]? consoleVnic:HostVirtualNicConfig[]? dnsConfig:HostDnsConfig? ipRouteConfig:HostIpRouteConfig? consoleIpRouteConfig:HostIpRouteConfig? routeTableConfig:HostIpRouteTableConfig?@4 dhcp:HostDhcpServiceConfig[]?@1 nat:HostNatServiceConfig[]?@1 ipV6Enabled:boolean?@4 netStackSpec:HostNetworkConfigNetStackSpec[]?@8 migrationStatus:string?@21
d HostNetworkConfigNetStackSpec DynamicData 8 netStackInstance:HostNetStackInstance operation:string?
d HostNetworkConfigResult DynamicData 0 vnicDevice:string[]? consoleVnicDevice:string[]?
d HostNetworkInfo DynamicData 0 vswitch:HostVirtualSwitch[]? proxySwitch:HostProxySwitch[]?@4 portgroup:HostPortGroup[]? pnic:PhysicalNic[]? rdmaDevice:HostRdmaDevice[]?@17 vnic:HostVirtualNic[]? consoleVnic:HostVirtualNic[]? dnsConfig:HostDnsConfig? ipRouteConfig:HostIpRouteConfig? consoleIpRouteConfig:HostIpRouteConfig? routeTableInfo:HostIpRouteTableInfo?@4 dhcp:HostDhcpService[]?@1 nat:HostNatService[]?@1 ipV6Enabled:boolean?@4 atBootIpV6Enabled:boolean?@5 netStackInstance:HostNetStackInstance[]?@8 opaqueSwitch:HostOpaqueSwitch[]?@8 opaqueNetwork:HostOpaqueNetworkInfo[]?@8 nsxTransportNodeId:string?@17 nvdsToVdsMigrationRequired:boolean?@21 migrationStatus:string?@21
d HostNetworkPolicy DynamicData 0 security:HostNetworkSecurityPolicy? nicTeaming:HostNicTeamingPolicy? offloadPolicy:HostNetOffloadCapabilities? shapingPolicy:HostNetworkTrafficShapingPolicy?
d HostNetworkResourceRuntime DynamicData 9 pnicResourceInfo:HostPnicNetworkResourceInfo[]
d HostNetworkSecurityPolicy DynamicData 0 allowPromiscuous:boolean? macChanges:boolean? forgedTransmits:boolean?
d HostNetworkTrafficShapingPolicy DynamicData 0 enabled:boolean? averageBandwidth:long? peakBandwidth:long? burstSize:long?
d HostNewNetworkConnectInfo HostConnectInfoNetworkInfo 0
d HostNfcConnectionInfo HostDataTransportConnectionInfo 23 streamingMemoryConsumed:long?
d HostNicFailureCriteria DynamicData 0 checkSpeed:string? speed:int? checkDuplex:boolean? fullDuplex:boolean? checkErrorPercent:boolean? percentage:int? checkBeacon:boolean?
d HostNicOrderPolicy DynamicData 0 activeNic:string[]? standbyNic:string[]?
d HostNicTeamingPolicy DynamicData 0 policy:string? reversePolicy:boolean? notifySwitches:boolean? rollingOrder:boolean? failureCriteria:HostNicFailureCriteria? nicOrder:HostNicOrderPolicy?
d HostNoAvailableNetworksEvent HostDasEvent 4 ips:string?
d HostNoHAEnabledPortGroupsEvent HostDasEvent 4
d HostNoRedundantManagementNetworkEvent HostDasEvent 1
d HostNonCompliantEvent HostEvent 4
d HostNotConnected HostCommunication 0
d HostNotInClusterEvent HostDasEvent 1
d HostNotReachable HostCommunication 0
d HostNtpConfig DynamicData 1 server:string[]? configFile:string[]?@9
d HostNumaInfo DynamicData 0 type:string numNodes:int numaNode:HostNumaNode[]?
d HostNumaNode DynamicData 0 typeId:byte cpuID:short[] memorySize:long?@26 memoryRangeBegin:long memoryRangeLength:long pciId:string[]?@11
d HostNumericSensorInfo DynamicData 1 name:string healthState:ElementDescription? currentReading:long unitModifier:int baseUnits:string rateUnits:string? sensorType:string id:string?@10 sensorNumber:long?@27 timeStamp:string?@10 fru:HostFru?@27
d HostNvmeConnectSpec HostNvmeSpec 17 subnqn:string controllerId:int? adminQueueSize:int? keepAliveTimeout:int?
d HostNvmeController DynamicData 17 key:string controllerNumber:int subnqn:string name:string associatedAdapter:string transportType:string fusedOperationSupported:boolean numberOfQueues:int queueSize:int attachedNamespace:HostNvmeNamespace[]? vendorId:string? model:string? serialNumber:string? firmwareVersion:string?
d HostNvmeDisconnectSpec DynamicData 17 hbaName:string subnqn:string? controllerNumber:int?
d HostNvmeDiscoverSpec HostNvmeSpec 17 autoConnect:boolean? rootDiscoveryController:boolean?@23
d HostNvmeDiscoveryLog DynamicData 17 entry:HostNvmeDiscoveryLogEntry[]? complete:boolean
d HostNvmeDiscoveryLogEntry DynamicData 17 subnqn:string subsystemType:string subsystemPortId:int controllerId:int adminQueueMaxSize:int transportParameters:HostNvmeTransportParameters transportRequirements:string connected:boolean
d HostNvmeNamespace DynamicData 17 key:string name:string id:int blockSize:int capacityInBlocks:long
d HostNvmeOpaqueTransportParameters HostNvmeTransportParameters 17 trtype:string traddr:string adrfam:string trsvcid:string tsas:base64Binary
d HostNvmeOverFibreChannelParameters HostNvmeTransportParameters 17 nodeWorldWideName:long portWorldWideName:long
d HostNvmeOverRdmaParameters HostNvmeTransportParameters 17 address:string addressFamily:string? portNumber:int?
d HostNvmeOverTcpParameters HostNvmeTransportParameters 23 address:string portNumber:int? digestVerification:string?
d HostNvmeSpec DynamicData 17 hbaName:string transportParameters:HostNvmeTransportParameters
d HostNvmeTopology DynamicData 17 adapter:HostNvmeTopologyInterface[]?
d HostNvmeTopologyInterface DynamicData 17 key:string adapter:string connectedController:HostNvmeController[]?
d HostNvmeTransportParameters DynamicData 17
d HostOpaqueNetworkInfo DynamicData 8 opaqueNetworkId:string opaqueNetworkName:string opaqueNetworkType:string pnicZone:string[]?@9 capability:OpaqueNetworkCapability?@10 extraConfig:OptionValue[]?@10
d HostOpaqueSwitch DynamicData 8 key:string name:string? pnic:string[]? pnicZone:HostOpaqueSwitchPhysicalNicZone[]?@9 status:string?@9 vtep:HostVirtualNic[]?@9 extraConfig:OptionValue[]?@10 featureCapability:HostFeatureCapability[]?@11
d HostOpaqueSwitchPhysicalNicZone DynamicData 9 key:string pnicDevice:string[]?
d HostOvercommittedEvent ClusterOvercommittedEvent 4
d HostPMemVolume HostFileSystemVolume 11 uuid:string version:string
d HostParallelScsiHba HostHostBusAdapter 0
d HostParallelScsiTargetTransport HostTargetTransport 0
d HostPartialMaintenanceModeRuntimeInfo DynamicData 31 key:string hostStatus:string
d HostPatchManagerLocator DynamicData 0 url:string proxy:string?
d HostPatchManagerPatchManagerOperationSpec DynamicData 4 proxy:string? port:int? userName:string? password:string? cmdOption:string?
d HostPatchManagerResult DynamicData 4 version:string status:HostPatchManagerStatus[]? xmlResult:string?
d HostPatchManagerStatus DynamicData 0 id:string applicable:boolean reason:string[]? integrity:string? installed:boolean installState:string[]? prerequisitePatch:HostPatchManagerStatusPrerequisitePatch[]? restartRequired:boolean reconnectRequired:boolean vmOffRequired:boolean supersededPatchIds:string[]?
d HostPatchManagerStatusPrerequisitePatch DynamicData 0 id:string installState:string[]?
d HostPathSelectionPolicyOption DynamicData 4 policy:ElementDescription
d HostPciDevice DynamicData 0 id:string classId:short bus:byte slot:byte physicalSlot:int?@33 slotDescription:string?@33 function:byte vendorId:short subVendorId:short vendorName:string deviceId:short subDeviceId:short parentBridge:string?@4 deviceName:string deviceClassName:string?@31
d HostPciPassthruConfig DynamicData 4 id:string passthruEnabled:boolean applyNow:boolean?@17 hardwareLabel:string?@21
d HostPciPassthruInfo DynamicData 4 id:string dependentDevice:string passthruEnabled:boolean passthruCapable:boolean passthruActive:boolean hardwareLabel:string?@21
d HostPcieHba HostHostBusAdapter 17
d HostPcieTargetTransport HostTargetTransport 17
d HostPersistentMemoryInfo DynamicData 11 capacityInMB:long? volumeUUID:string?
d HostPlacedVirtualNicIdentifier DynamicData 9 vm:&VirtualMachine vnicKey:string reservation:int?
d HostPlugStoreTopology DynamicData 4 adapter:HostPlugStoreTopologyAdapter[]? path:HostPlugStoreTopologyPath[]? target:HostPlugStoreTopologyTarget[]? device:HostPlugStoreTopologyDevice[]? plugin:HostPlugStoreTopologyPlugin[]?
d HostPlugStoreTopologyAdapter DynamicData 4 key:string adapter:string path:string[]?
d HostPlugStoreTopologyDevice DynamicData 4 key:string lun:string path:string[]?
d HostPlugStoreTopologyPath DynamicData 4 key:string name:string channelNumber:int? targetNumber:int? lunNumber:int? adapter:string? target:string? device:string?
d HostPlugStoreTopologyPlugin DynamicData 4 key:string name:string device:string[]? claimedPath:string[]?
d HostPlugStoreTopologyTarget DynamicData 4 key:string transport:HostTargetTransport?
d HostPnicNetworkResourceInfo DynamicData 9 pnicDevice:string availableBandwidthForVMTraffic:long? unusedBandwidthForVMTraffic:long? placedVirtualNics:HostPlacedVirtualNicIdentifier[]?
d HostPortGroup DynamicData 0 key:string? port:HostPortGroupPort[]? vswitch:string? computedPolicy:HostNetworkPolicy spec:HostPortGroupSpec
d HostPortGroupConfig DynamicData 0 changeOperation:string? spec:HostPortGroupSpec?
d HostPortGroupPort DynamicData 0 key:string? mac:string[]? type:string
d HostPortGroupProfile PortGroupProfile 4 ipConfig:IpAddressProfile
d HostPortGroupSpec DynamicData 0 name:string vlanId:int vswitchName:string policy:HostNetworkPolicy
d HostPosixAccountSpec HostAccountSpec 0 posixId:int? shellAccess:boolean?
d HostPowerOpFailed VimFault 1
d HostPowerPolicy DynamicData 5 key:int name:string shortName:string description:string
d HostPrimaryAgentNotShortNameEvent HostDasEvent 1 primaryAgent:string
d HostProfileAppliedEvent HostEvent 4 profile:ProfileEventArgument
d HostProfileCompleteConfigSpec HostProfileConfigSpec 4 applyProfile:HostApplyProfile? customComplyProfile:ComplianceProfile? disabledExpressionListChanged:boolean disabledExpressionList:string[]? validatorHost:&HostSystem?@6 validating:boolean?@9 hostConfig:HostProfileConfigInfo?@10
d HostProfileConfigInfo ProfileConfigInfo 4 applyProfile:HostApplyProfile? defaultComplyProfile:ComplianceProfile? defaultComplyLocator:ComplianceLocator[]? customComplyProfile:ComplianceProfile? disabledExpressionList:string[]? description:ProfileDescription?@10
d HostProfileConfigSpec ProfileCreateSpec 4
d HostProfileHostBasedConfigSpec HostProfileConfigSpec 4 host:&HostSystem useHostProfileEngine:boolean?@6
d HostProfileManagerCompositionResult DynamicData 10 errors:LocalizableMessage[]? results:HostProfileManagerCompositionResultResultElement[]?
d HostProfileManagerCompositionResultResultElement DynamicData 10 target:&Profile status:string errors:LocalizableMessage[]?
d HostProfileManagerCompositionValidationResult DynamicData 10 results:HostProfileManagerCompositionValidationResultResultElement[]? errors:LocalizableMessage[]?
d HostProfileManagerCompositionValidationResultResultElement DynamicData 10 target:&Profile status:string errors:LocalizableMessage[]? sourceDiffForToBeMerged:HostApplyProfile? targetDiffForToBeMerged:HostApplyProfile? toBeAdded:HostApplyProfile? toBeDeleted:HostApplyProfile? toBeDisabled:HostApplyProfile? toBeEnabled:HostApplyProfile? toBeReenableCC:HostApplyProfile?
d HostProfileManagerConfigTaskList DynamicData 4 configSpec:HostConfigSpec? taskDescription:LocalizableMessage[]? taskListRequirement:string[]?@9
d HostProfileManagerHostToConfigSpecMap DynamicData 10 host:&HostSystem configSpec:AnswerFileCreateSpec
d HostProfileSerializedHostProfileSpec ProfileSerializedCreateSpec 6 validatorHost:&HostSystem? validating:boolean?@9
d HostProfileValidationFailureInfo DynamicData 11 name:string annotation:string updateType:string host:&HostSystem? applyProfile:HostApplyProfile? failures:ProfileUpdateFailedUpdateFailure[]? faults:LocalizedMethodFault[]?
d HostProfilesEntityCustomizations DynamicData 10
d HostProtocolEndpoint DynamicData 9 peType:string type:string?@10 uuid:string hostKey:&HostSystem[]? storageArray:string? nfsServer:string? nfsDir:string? nfsServerScope:string?@10 nfsServerMajor:string?@10 nfsServerAuthType:string?@10 nfsServerUser:string?@10 deviceId:string? usedByStretchedContainer:boolean?@31
d HostProxySwitch DynamicData 4 dvsUuid:string dvsName:string key:string numPorts:int configNumPorts:int?@6 numPortsAvailable:int uplinkPort:KeyValue[]? mtu:int? pnic:string[]? spec:HostProxySwitchSpec hostLag:HostProxySwitchHostLagConfig[]?@8 networkReservationSupported:boolean?@8 nsxtEnabled:boolean?@17 ensEnabled:boolean?@17 ensInterruptEnabled:boolean?@17 transportZones:DistributedVirtualSwitchHostMemberTransportZoneInfo[]?@17 nsxUsedUplinkPort:string[]?@17 nsxtStatus:string?@17 nsxtStatusDetail:string?@17 ensInfo:HostProxySwitchEnsInfo?@27 networkOffloadingEnabled:boolean?@27 hostUplinkState:DistributedVirtualSwitchHostMemberHostUplinkState[]?@31
d HostProxySwitchConfig DynamicData 4 changeOperation:string? uuid:string spec:HostProxySwitchSpec?
d HostProxySwitchEnsInfo DynamicData 27 opsVersion:long numPSOps:long numLcoreOps:long errorStatus:long lcoreStatus:long
d HostProxySwitchHostLagConfig DynamicData 8 lagKey:string lagName:string? uplinkPort:KeyValue[]?
d HostProxySwitchSpec DynamicData 4 backing:DistributedVirtualSwitchHostMemberBacking?
d HostPtpConfig DynamicData 23 domain:int? port:HostPtpConfigPtpPort[]?
d HostPtpConfigPtpPort DynamicData 23 index:int deviceType:string? device:string? ipConfig:HostIpConfig?
d HostQualifiedName DynamicData 23 value:string type:string
d HostRdmaDevice DynamicData 17 key:string device:string driver:string? description:string? backing:HostRdmaDeviceBacking? connectionInfo:HostRdmaDeviceConnectionInfo capability:HostRdmaDeviceCapability
d HostRdmaDeviceBacking DynamicData 17
d HostRdmaDeviceCapability DynamicData 17 roceV1Capable:boolean roceV2Capable:boolean iWarpCapable:boolean
d HostRdmaDeviceConnectionInfo DynamicData 17 state:string mtu:int speedInMbps:int
d HostRdmaDevicePnicBacking HostRdmaDeviceBacking 17 pairedUplink:string
d HostRdmaHba HostHostBusAdapter 17 associatedRdmaDevice:string?
d HostRdmaTargetTransport HostTargetTransport 17
d HostReconnectionFailedEvent HostEvent 0
d HostReliableMemoryInfo DynamicData 8 memorySize:long
d HostRemovedEvent HostEvent 0
d HostResignatureRescanResult DynamicData 4 rescan:HostVmfsRescanResult[]? result:&Datastore
d HostRuntimeInfo DynamicData 0 connectionState:HostSystemConnectionState powerState:HostSystemPowerState@1 standbyMode:string?@5 inMaintenanceMode:boolean inQuarantineMode:boolean?@10 bootTime:dateTime? healthSystemRuntime:HealthSystemRuntime?@1 dasHostState:ClusterDasFdmHostState?@6 tpmPcrValues:HostTpmDigestInfo[]?@4 vsanRuntimeInfo:VsanHostRuntimeInfo?@8 networkRuntimeInfo:HostRuntimeInfoNetworkRuntimeInfo?@8 vFlashResourceRuntimeInfo:HostVFlashManagerVFlashResourceRunTimeInfo?@8 hostMaxVirtualDiskCapacity:long?@8 cryptoState:string?@10 cryptoKeyId:CryptoKeyId?@10 statelessNvdsMigrationReady:string?@21 partialMaintenanceMode:HostPartialMaintenanceModeRuntimeInfo[]?@31 stateEncryption:HostRuntimeInfoStateEncryptionInfo?@23
d HostRuntimeInfoNetStackInstanceRuntimeInfo DynamicData 8 netStackInstanceKey:string state:string? vmknicKeys:string[]? maxNumberOfConnections:int? currentIpV6Enabled:boolean?
d HostRuntimeInfoNetworkRuntimeInfo DynamicData 8 netStackInstanceRuntimeInfo:HostRuntimeInfoNetStackInstanceRuntimeInfo[]? networkResourceRuntime:HostNetworkResourceRuntime?@9
d HostRuntimeInfoStateEncryptionInfo DynamicData 23 protectionMode:string requireSecureBoot:boolean? requireExecInstalledOnly:boolean?
d HostScsiDisk ScsiLun 0 capacity:HostDiskDimensionsLba devicePath:string ssd:boolean?@6 localDisk:boolean?@9 physicalLocation:string[]?@9 emulatedDIXDIFEnabled:boolean?@9 vsanDiskInfo:VsanHostVsanDiskInfo?@9 scsiDiskType:string?@10 usedByMemoryTiering:boolean?@31
d HostScsiDiskPartition DynamicData 0 diskName:string partition:int
d HostScsiTopology DynamicData 0 adapter:HostScsiTopologyInterface[]?
d HostScsiTopologyInterface DynamicData 0 key:string adapter:string target:HostScsiTopologyTarget[]?
d HostScsiTopologyLun DynamicData 0 key:string lun:int scsiLun:string
d HostScsiTopologyTarget DynamicData 0 key:string target:int lun:HostScsiTopologyLun[]? transport:HostTargetTransport?
d HostSecuritySpec DynamicData 4 adminPassword:string? removePermission:Permission[]?@5 addPermission:Permission[]?@5
d HostSerialAttachedHba HostHostBusAdapter 10 nodeWorldWideName:string
d HostSerialAttachedTargetTransport HostTargetTransport 10
d HostService DynamicData 0 key:string label:string required:boolean uninstallable:boolean running:boolean ruleset:string[]? policy:string sourcePackage:HostServiceSourcePackage?@6
d HostServiceConfig DynamicData 4 serviceId:string startupPolicy:string
d HostServiceInfo DynamicData 0 service:HostService[]?
d HostServiceSourcePackage DynamicData 6 sourcePackageName:string description:string
d HostServiceTicket DynamicData 0 host:string? port:int? sslThumbprint:string?@1 sslCertificate:string?@33 service:string serviceVersion:string sessionId:string
d HostSevInfo DynamicData 19 sevState:string maxSevEsGuests:long snpState:string?@33 snpSupported:boolean?@33
d HostSgxInfo DynamicData 17 sgxState:string totalEpcMemory:long flcMode:string lePubKeyHash:string? registrationInfo:HostSgxRegistrationInfo?@27
d HostSgxRegistrationInfo DynamicData 27 status:string? biosError:int? registrationUrl:string? type:string? ppid:string? lastRegisteredTime:dateTime?
d HostSharedGpuCapabilities DynamicData 11 vgpu:string diskSnapshotSupported:boolean memorySnapshotSupported:boolean suspendSupported:boolean migrateSupported:boolean
d HostShortNameInconsistentEvent HostDasEvent 1 shortName:string shortName2:string
d HostShortNameToIpFailedEvent HostEvent 1 shortName:string
d HostShutdownEvent HostEvent 0 reason:string
d HostSnmpConfigSpec DynamicData 1 enabled:boolean? port:int? readOnlyCommunities:string[]? trapTargets:HostSnmpDestination[]? option:KeyValue[]?@6
d HostSnmpDestination DynamicData 0 hostName:string port:int community:string
d HostSnmpSystemAgentLimits DynamicData 1 maxReadOnlyCommunities:int maxTrapDestinations:int maxCommunityLength:int maxBufferSize:int capability:HostSnmpAgentCapability@4
d HostSpecification DynamicData 10 createdTime:dateTime lastModified:dateTime? host:&HostSystem subSpecs:HostSubSpecification[]? changeID:string?
d HostSpecificationChangedEvent HostEvent 13
d HostSpecificationOperationFailed VimFault 10 host:&HostSystem
d HostSpecificationRequireEvent HostEvent 13
d HostSpecificationUpdateEvent HostEvent 13 hostSpec:HostSpecification
d HostSriovConfig HostPciPassthruConfig 8 sriovEnabled:boolean numVirtualFunction:int
d HostSriovDevicePoolInfo DynamicData 10 key:string
d HostSriovInfo HostPciPassthruInfo 8 sriovEnabled:boolean sriovCapable:boolean sriovActive:boolean numVirtualFunctionRequested:int numVirtualFunction:int maxVirtualFunctionSupported:int
d HostSriovNetworkDevicePoolInfo HostSriovDevicePoolInfo 10 switchKey:string? switchUuid:string? pnic:PhysicalNic[]?
d HostSslThumbprintInfo DynamicData 4 principal:string ownerTag:string@6 sslThumbprints:string[]?
d HostStatusChangedEvent ClusterStatusChangedEvent 4
d HostStorageArrayTypePolicyOption DynamicData 4 policy:ElementDescription
d HostStorageDeviceInfo DynamicData 0 hostBusAdapter:HostHostBusAdapter[]? scsiLun:ScsiLun[]? scsiTopology:HostScsiTopology? nvmeTopology:HostNvmeTopology?@17 multipathInfo:HostMultipathInfo? plugStoreTopology:HostPlugStoreTopology?@4 softwareInternetScsiEnabled:boolean
d HostStorageElementInfo HostHardwareElementInfo 1 operationalInfo:HostStorageOperationalInfo[]?
d HostStorageOperationalInfo DynamicData 1 property:string value:string
d HostStorageSystemDiskLocatorLedResult DynamicData 9 key:string fault:LocalizedMethodFault
d HostStorageSystemScsiLunResult DynamicData 9 key:string fault:LocalizedMethodFault?
d HostStorageSystemVmfsVolumeResult DynamicData 9 key:string fault:LocalizedMethodFault?
d HostSubSpecification DynamicData 10 name:string createdTime:dateTime data:byte[]? binaryData:base64Binary?@11
d HostSubSpecificationDeleteEvent HostEvent 13 subSpecName:string
d HostSubSpecificationUpdateEvent HostEvent 13 hostSubSpec:HostSubSpecification
d HostSyncFailedEvent HostEvent 4 reason:LocalizedMethodFault
d HostSystemComplianceCheckState DynamicData 11 state:string checkTime:dateTime
d HostSystemHealthInfo DynamicData 1 numericSensorInfo:HostNumericSensorInfo[]?
d HostSystemIdentificationInfo DynamicData 1 identifierValue:string identifierType:ElementDescription
d HostSystemInfo DynamicData 0 vendor:string model:string family:string?@33 uuid:string otherIdentifyingInfo:HostSystemIdentificationInfo[]?@1 serialNumber:string?@11 qualifiedName:HostQualifiedName[]?@23 vvolHostNQN:HostQualifiedName?@26 vvolHostId:string?@26 bootCommandLine:string?@31
d HostSystemReconnectSpec DynamicData 6 syncState:boolean?
d HostSystemRemediationState DynamicData 11 state:string operationTime:dateTime
d HostSystemResourceInfo DynamicData 0 key:string config:ResourceConfigSpec? child:HostSystemResourceInfo[]?
d HostSystemSwapConfiguration DynamicData 7 option:HostSystemSwapConfigurationSystemSwapOption[]?
d HostSystemSwapConfigurationDatastoreOption HostSystemSwapConfigurationSystemSwapOption 7 datastore:string
d HostSystemSwapConfigurationDisabledOption HostSystemSwapConfigurationSystemSwapOption 7
d HostSystemSwapConfigurationHostCacheOption HostSystemSwapConfigurationSystemSwapOption 7
d HostSystemSwapConfigurationHostLocalSwapOption HostSystemSwapConfigurationSystemSwapOption 7
d HostSystemSwapConfigurationSystemSwapOption DynamicData 7 key:int
d HostTargetTransport DynamicData 0
d HostTcpHba HostHostBusAdapter 23 associatedPnic:string?
d HostTcpHbaCreateSpec HostHbaCreateSpec 23 pnic:string
d HostTcpTargetTransport HostTargetTransport 23
d HostTdxInfo DynamicData 33 tdxState:string numTDXPrivateKeyIDs:int
d HostTpmAttestationInfo DynamicData 11 time:dateTime status:HostTpmAttestationInfoAcceptanceStatus message:LocalizableMessage?
d HostTpmAttestationReport DynamicData 7 tpmPcrValues:HostTpmDigestInfo[] tpmEvents:HostTpmEventLogEntry[] tpmLogReliable:boolean
d HostTpmBootCompleteEventDetails HostTpmEventDetails 29
d HostTpmBootSecurityOptionEventDetails HostTpmEventDetails 7 bootSecurityOption:string
d HostTpmCommandEventDetails HostTpmEventDetails 7 commandLine:string
d HostTpmDigestInfo HostDigestInfo 4 pcrNumber:int
d HostTpmEventDetails DynamicData 7 dataHash:byte[] dataHashMethod:string?@11
d HostTpmEventLogEntry DynamicData 7 pcrIndex:int eventDetails:HostTpmEventDetails
d HostTpmNvTagEventDetails HostTpmBootSecurityOptionEventDetails 21
d HostTpmOptionEventDetails HostTpmEventDetails 7 optionsFileName:string bootOptions:byte[]?
d HostTpmSignerEventDetails HostTpmBootSecurityOptionEventDetails 27
d HostTpmSoftwareComponentEventDetails HostTpmEventDetails 7 componentName:string vibName:string vibVersion:string vibVendor:string
d HostTpmVersionEventDetails HostTpmEventDetails 27 version:base64Binary
d HostTrustAuthorityAttestationInfo DynamicData 19 attestationStatus:string serviceId:string? attestedAt:dateTime? attestedUntil:dateTime? messages:LocalizableMessage[]?
d HostUnresolvedVmfsExtent DynamicData 4 device:HostScsiDiskPartition devicePath:string vmfsUuid:string isHeadExtent:boolean ordinal:int startBlock:int endBlock:int reason:string
d HostUnresolvedVmfsResignatureSpec DynamicData 4 extentDevicePath:string[]
d HostUnresolvedVmfsResolutionResult DynamicData 4 spec:HostUnresolvedVmfsResolutionSpec vmfs:HostVmfsVolume? fault:LocalizedMethodFault?
d HostUnresolvedVmfsResolutionSpec DynamicData 4 extentDevicePath:string[] uuidResolution:string
d HostUnresolvedVmfsVolume DynamicData 4 extent:HostUnresolvedVmfsExtent[] vmfsLabel:string vmfsUuid:string totalBlocks:int resolveStatus:HostUnresolvedVmfsVolumeResolveStatus
d HostUnresolvedVmfsVolumeResolveStatus DynamicData 4 resolvable:boolean incompleteExtents:boolean? multipleCopies:boolean?
d HostUpgradeFailedEvent HostEvent 0
d HostUserWorldSwapNotEnabledEvent HostEvent 4
d HostVFlashManagerVFlashCacheConfigInfo DynamicData 8 vFlashModuleConfigOption:HostVFlashManagerVFlashCacheConfigInfoVFlashModuleConfigOption[]? defaultVFlashModule:string? swapCacheReservationInGB:long?
d HostVFlashManagerVFlashCacheConfigInfoVFlashModuleConfigOption DynamicData 8 vFlashModule:string vFlashModuleVersion:string minSupportedModuleVersion:string cacheConsistencyType:ChoiceOption cacheMode:ChoiceOption blockSizeInKBOption:LongOption reservationInMBOption:LongOption maxDiskSizeInKB:long
d HostVFlashManagerVFlashCacheConfigSpec DynamicData 8 defaultVFlashModule:string swapCacheReservationInGB:long
d HostVFlashManagerVFlashConfigInfo DynamicData 8 vFlashResourceConfigInfo:HostVFlashManagerVFlashResourceConfigInfo? vFlashCacheConfigInfo:HostVFlashManagerVFlashCacheConfigInfo?
d HostVFlashManagerVFlashResourceConfigInfo DynamicData 8 vffs:HostVffsVolume? capacity:long
d HostVFlashManagerVFlashResourceConfigSpec DynamicData 8 vffsUuid:string
d HostVFlashManagerVFlashResourceRunTimeInfo DynamicData 8 usage:long capacity:long accessible:boolean capacityForVmCache:long freeForVmCache:long
d HostVFlashResourceConfigurationResult DynamicData 8 devicePath:string[]? vffs:HostVffsVolume? diskConfigurationResult:HostDiskConfigurationResult[]?
d HostVMotionCompatibility DynamicData 0 host:&HostSystem compatibility:string[]?
d HostVMotionConfig DynamicData 0 vmotionNicKey:string? enabled:boolean
d HostVMotionInfo DynamicData 0 netConfig:HostVMotionNetConfig? ipConfig:HostIpConfig?
d HostVMotionManagerDstInstantCloneResult DynamicData 17 dstVmId:int? startTime:long? cptLoadTime:long? cptLoadDoneTime:long? replicateMemDoneTime:long? endTime:long? cptXferTime:long? cptCacheUsed:long? devCptStreamSize:long? devCptStreamTime:long?
d HostVMotionManagerSrcInstantCloneResult DynamicData 17 startTime:long? quiesceTime:long? quiesceDoneTime:long? resumeDoneTime:long? endTime:long?
d HostVMotionNetConfig DynamicData 0 candidateVnic:HostVirtualNic[]? selectedVnic:string?
d HostVfatVolume HostFileSystemVolume 6
d HostVffsSpec DynamicData 8 devicePath:string partition:HostDiskPartitionSpec? majorVersion:int volumeName:string
d HostVffsVolume HostFileSystemVolume 8 majorVersion:int version:string uuid:string extent:HostScsiDiskPartition[]
d HostVirtualNic DynamicData 0 device:string key:string portgroup:string spec:HostVirtualNicSpec port:string? owner:string?@33
d HostVirtualNicConfig DynamicData 0 changeOperation:string? device:string? portgroup:string spec:HostVirtualNicSpec?
d HostVirtualNicConnection DynamicData 4 portgroup:string? dvPort:DistributedVirtualSwitchPortConnection? opNetwork:HostVirtualNicOpaqueNetworkSpec?@11
d HostVirtualNicIpRouteSpec DynamicData 10 ipRouteConfig:HostIpRouteConfig?
d HostVirtualNicManagerInfo DynamicData 4 netConfig:VirtualNicManagerNetConfig[]?
d HostVirtualNicManagerNicTypeSelection DynamicData 4 vnic:HostVirtualNicConnection nicType:string[]?
d HostVirtualNicOpaqueNetworkSpec DynamicData 9 opaqueNetworkId:string opaqueNetworkType:string
d HostVirtualNicSpec DynamicData 0 ip:HostIpConfig? mac:string? distributedVirtualPort:DistributedVirtualSwitchPortConnection?@4 portgroup:string?@4 mtu:int?@4 tsoEnabled:boolean?@4 netStackInstanceKey:string?@8 opaqueNetwork:HostVirtualNicOpaqueNetworkSpec?@9 externalId:string?@9 pinnedPnic:string?@9 ipRouteSpec:HostVirtualNicIpRouteSpec?@10 systemOwned:boolean?@17 dpuId:string?@27
d HostVirtualSwitch DynamicData 0 name:string key:string numPorts:int numPortsAvailable:int mtu:int?@1 portgroup:string[]? pnic:string[]? spec:HostVirtualSwitchSpec
d HostVirtualSwitchAutoBridge HostVirtualSwitchBridge 0 excludedNicDevice:string[]?@1
d HostVirtualSwitchBeaconConfig DynamicData 0 interval:int
d HostVirtualSwitchBondBridge HostVirtualSwitchBridge 0 nicDevice:string[] beacon:HostVirtualSwitchBeaconConfig? linkDiscoveryProtocolConfig:LinkDiscoveryProtocolConfig?@4
d HostVirtualSwitchBridge DynamicData 0
d HostVirtualSwitchConfig DynamicData 0 changeOperation:string? name:string spec:HostVirtualSwitchSpec?
d HostVirtualSwitchSimpleBridge HostVirtualSwitchBridge 0 nicDevice:string
d HostVirtualSwitchSpec DynamicData 0 numPorts:int bridge:HostVirtualSwitchBridge? policy:HostNetworkPolicy? mtu:int?@1
d HostVmciAccessManagerAccessSpec DynamicData 6 vm:&VirtualMachine services:string[]? mode:string
d HostVmfsRescanResult DynamicData 4 host:&HostSystem fault:LocalizedMethodFault?
d HostVmfsSpec DynamicData 0 extent:HostScsiDiskPartition blockSizeMb:int? majorVersion:int volumeName:string blockSize:int?@10 unmapGranularity:int?@10 unmapPriority:string?@10 unmapBandwidthSpec:VmfsUnmapBandwidthSpec?@11
d HostVmfsVolume HostFileSystemVolume 0 blockSizeMb:int blockSize:int?@10 unmapGranularity:int?@10 unmapPriority:string?@10 unmapBandwidthSpec:VmfsUnmapBandwidthSpec?@11 maxBlocks:int majorVersion:int version:string uuid:string extent:HostScsiDiskPartition[] vmfsUpgradable:boolean forceMountedInfo:HostForceMountedInfo?@4 ssd:boolean?@6 local:boolean?@8 scsiDiskType:string?@10
d HostVnicConnectedToCustomizedDVPortEvent HostEvent 4 vnic:VnicPortArgument prevPortKey:string?@10
d HostVsanInternalSystemCmmdsQuery DynamicData 8 type:string? uuid:string? owner:string?
d HostVsanInternalSystemDeleteVsanObjectsResult DynamicData 8 uuid:string success:boolean failureReason:LocalizableMessage[]?
d HostVsanInternalSystemVsanObjectOperationResult DynamicData 9 uuid:string failureReason:LocalizableMessage[]?
d HostVsanInternalSystemVsanPhysicalDiskDiagnosticsResult DynamicData 8 diskUuid:string success:boolean failureReason:string?
d HostVvolNQN DynamicData 30 targetNQN:string storageArray:string online:boolean
d HostVvolVolume HostFileSystemVolume 9 scId:string hostPE:VVolHostPE[]? hostVvolNQN:HostVvolVolumeHostVvolNQN[]?@30 vasaProviderInfo:VimVasaProviderInfo[]? storageArray:VASAStorageArray[]? protocolEndpointType:string?@26 vvolNQNFieldsAvailable:boolean?@30 stretched:boolean?@31
d HostVvolVolumeHostVvolNQN DynamicData 30 host:&HostSystem? vvolNQN:HostVvolNQN[]?
d HostVvolVolumeSpecification DynamicData 9 maxSizeInMB:long volumeName:string vasaProviderInfo:VimVasaProviderInfo[]? storageArray:VASAStorageArray[]? uuid:string stretched:boolean?@31
d HostWwnChangedEvent HostEvent 1 oldNodeWwns:long[]? oldPortWwns:long[]? newNodeWwns:long[]? newPortWwns:long[]?
d HostWwnConflictEvent HostEvent 1 conflictedVms:VmEventArgument[]? conflictedHosts:HostEventArgument[]? wwn:long
d HotSnapshotMoveNotSupported SnapshotCopyNotSupported 1
d HourlyTaskScheduler RecurrentTaskScheduler 0 minute:int
d HttpFault VimFault 4 statusCode:int statusMessage:string
d HttpNfcLeaseCapabilities DynamicData 11 pullModeSupported:boolean corsSupported:boolean
d HttpNfcLeaseDatastoreLeaseInfo DynamicData 5 datastoreKey:string hosts:HttpNfcLeaseHostInfo[]
d HttpNfcLeaseDeviceUrl DynamicData 4 key:string importKey:string url:string sslThumbprint:string sslCertificate:string?@33 disk:boolean?@5 targetId:string?@5 datastoreKey:string?@5 fileSize:long?@5
d HttpNfcLeaseHostInfo DynamicData 5 url:string sslThumbprint:string
d HttpNfcLeaseInfo DynamicData 4 lease:&HttpNfcLease entity:&ManagedEntity deviceUrl:HttpNfcLeaseDeviceUrl[]? totalDiskCapacityInKB:long leaseTimeout:int hostMap:HttpNfcLeaseDatastoreLeaseInfo[]?@5
d HttpNfcLeaseManifestEntry DynamicData 5 key:string sha1:string checksum:string?@11 checksumType:string?@11 size:long disk:boolean capacity:long? populatedSize:long?
d HttpNfcLeaseProbeResult DynamicData 21 serverAccessible:boolean
d HttpNfcLeaseSourceFile DynamicData 11 targetDeviceId:string url:string memberName:string? create:boolean sslThumbprint:string? sslCertificate:string?@33 httpHeaders:KeyValue[]? size:long?
d ID DynamicData 10 id:string
d IDEDiskNotSupported DiskNotSupported 0
d IORMNotSupportedHostOnDatastore VimFault 5 datastore:&Datastore datastoreName:string host:&HostSystem[]?
d IScsiBootFailureEvent HostEvent 5
d ImportHostAddFailure DvsFault 7 hostIp:string[]
d ImportOperationBulkFault DvsFault 7 importFaults:ImportOperationBulkFaultFaultOnImport[]
d ImportOperationBulkFaultFaultOnImport DynamicData 7 entityType:string? key:string? fault:LocalizedMethodFault
d ImportSpec DynamicData 4 entityConfig:VAppEntityConfigInfo? instantiationOst:OvfConsumerOstNode?@6
d InUseFeatureManipulationDisallowed NotEnoughLicenses 4
d InaccessibleDatastore InvalidDatastore 0 detail:string?@6
d InaccessibleFTMetadataDatastore InaccessibleDatastore 9
d InaccessibleVFlashSource VimFault 8 hostName:string
d IncompatibleDefaultDevice MigrationFault 1 device:string
d IncompatibleHostForFtSecondary VmFaultToleranceIssue 4 host:&HostSystem error:LocalizedMethodFault[]?
d IncompatibleHostForVmReplication ReplicationFault 9 vmName:string hostName:string reason:string
d IncompatibleSetting InvalidArgument 0 conflictingProperty:string
d IncorrectFileType FileFault 0
d IncorrectHostInformation NotEnoughLicenses 1
d IncorrectHostInformationEvent LicenseEvent 1
d IndependentDiskVMotionNotSupported MigrationFeatureNotSupported 1
d InfoUpgradeEvent UpgradeEvent 0
d InheritablePolicy DynamicData 4 inherited:boolean
d InsufficientAgentVmsDeployed InsufficientResourcesFault 6 hostName:string requiredNumAgentVms:int currentNumAgentVms:int
d InsufficientCpuResourcesFault InsufficientResourcesFault 0 unreserved:long requested:long
d InsufficientDisks VsanDiskFault 8
d InsufficientFailoverResourcesEvent ClusterEvent 0
d InsufficientFailoverResourcesFault InsufficientResourcesFault 0
d InsufficientGraphicsResourcesFault InsufficientResourcesFault 9
d InsufficientHostCapacityFault InsufficientResourcesFault 0 host:&HostSystem?@1
d InsufficientHostCpuCapacityFault InsufficientHostCapacityFault 4 unreserved:long requested:long
d InsufficientHostMemoryCapacityFault InsufficientHostCapacityFault 4 unreserved:long requested:long
d InsufficientMemoryResourcesFault InsufficientResourcesFault 0 unreserved:long requested:long
d InsufficientNetworkCapacity InsufficientResourcesFault 9
d InsufficientNetworkResourcePoolCapacity InsufficientResourcesFault 9 dvsName:string dvsUuid:string resourcePoolKey:string available:long requested:long device:string[]
d InsufficientPerCpuCapacity InsufficientHostCapacityFault 1
d InsufficientResourcesFault VimFault 0
d InsufficientStandbyCpuResource InsufficientStandbyResource 4 available:long requested:long
d InsufficientStandbyMemoryResource InsufficientStandbyResource 4 available:long requested:long
d InsufficientStandbyResource InsufficientResourcesFault 4
d InsufficientStorageIops VimFault 9 unreservedIops:long requestedIops:long datastoreName:string
d InsufficientStorageSpace InsufficientResourcesFault 6
d InsufficientVFlashResourcesFault InsufficientResourcesFault 8 freeSpaceInMB:long?@9 freeSpace:long requestedSpaceInMB:long?@9 requestedSpace:long
d IntExpression NegatableExpression 8 value:int?
d IntOption OptionType 0 min:int max:int defaultValue:int
d IntPolicy InheritablePolicy 4 value:int?
d InvalidAffinitySettingFault VimFault 1
d InvalidArgument RuntimeFault 0 invalidProperty:string?
d InvalidBmcRole VimFault 4
d InvalidBundle PlatformConfigFault 1
d InvalidCAMCertificate InvalidCAMServer 6
d InvalidCAMServer ActiveDirectoryFault 6 camServer:string
d InvalidClientCertificate InvalidLogin 2
d InvalidCollectorVersion MethodFault 0
d InvalidController InvalidDeviceSpec 0 controllerKey:int
d InvalidDasConfigArgument InvalidArgument 7 entry:string? clusterName:string?
d InvalidDasRestartPriorityForFtVm InvalidArgument 5 vm:&VirtualMachine vmName:string
d InvalidDatastore VimFault 0 datastore:&Datastore? name:string?
d InvalidDatastorePath InvalidDatastore 0 datastorePath:string
d InvalidDatastoreState InvalidState 6 datastoreName:string?
d InvalidDeviceBacking InvalidDeviceSpec 0
d InvalidDeviceOperation InvalidDeviceSpec 0 badOp:VirtualDeviceConfigSpecOperation? badFileOp:VirtualDeviceConfigSpecFileOperation?
d InvalidDeviceSpec InvalidVmConfig 0 deviceIndex:int
d InvalidDiskFormat InvalidFormat 0
d InvalidDrsBehaviorForFtVm InvalidArgument 4 vm:&VirtualMachine vmName:string
d InvalidEditionEvent LicenseEvent 1 feature:string
d InvalidEditionLicense NotEnoughLicenses 1 feature:string
d InvalidEvent VimFault 1
d InvalidFolder VimFault 0 target:&ManagedEntity
d InvalidFormat VmConfigFault 0
d InvalidGuestLogin GuestOperationsFault 6
d InvalidHostConnectionState InvalidHostState 7
d InvalidHostName HostConfigFault 5
d InvalidHostState InvalidState 1 host:&HostSystem?
d InvalidIndexArgument InvalidArgument 4 key:string
d InvalidIpfixConfig DvsFault 7 property:string?
d InvalidIpmiLoginInfo VimFault 4
d InvalidIpmiMacAddress VimFault 4 userProvidedMacAddress:string observedMacAddress:string
d InvalidLicense VimFault 0 licenseContent:string
d InvalidLocale VimFault 0
d InvalidLogin VimFault 0
d InvalidName VimFault 0 name:string entity:&ManagedEntity?
d InvalidNasCredentials NasConfigFault 3 userName:string
d InvalidNetworkInType VAppPropertyFault 4
d InvalidNetworkResource NasConfigFault 3 remoteHost:string remotePath:string
d InvalidOperationOnSecondaryVm VmFaultToleranceIssue 4 instanceUuid:string
d InvalidPowerState InvalidState 0 requestedState:VirtualMachinePowerState? existingState:VirtualMachinePowerState
d InvalidPrivilege VimFault 0 privilege:string
d InvalidProfileReferenceHost RuntimeFault 6 reason:string? host:&HostSystem? profile:&Profile? profileName:string?@10
d InvalidProperty MethodFault 0 name:string
d InvalidPropertyType VAppPropertyFault 4
d InvalidPropertyValue VAppPropertyFault 4
d InvalidRequest RuntimeFault 0
d InvalidResourcePoolStructureFault InsufficientResourcesFault 0
d InvalidScheduledTask RuntimeFault 30
d InvalidSnapshotFormat InvalidFormat 0
d InvalidState VimFault 0
d InvalidType InvalidRequest 0 argument:string?
d InvalidVmConfig VmConfigFault 0 property:string?
d InvalidVmState InvalidState 10 vm:&VirtualMachine
d InventoryDescription DynamicData 4 numHosts:int numVirtualMachines:int numResourcePools:int? numClusters:int? numCpuDev:int? numNetDev:int? numDiskDev:int? numvCpuDev:int? numvNetDev:int? numvDiskDev:int?
d InventoryHasStandardAloneHosts NotEnoughLicenses 4 hosts:string[]
d IoFilterHostIssue DynamicData 9 host:&HostSystem issue:LocalizedMethodFault[]
d IoFilterInfo DynamicData 9 id:string name:string vendor:string version:string type:string?@10 summary:string? releaseDate:string?
d IoFilterManagerSslTrust DynamicData 31
d IoFilterQueryIssueResult DynamicData 9 opType:string hostIssue:IoFilterHostIssue[]?
d IpAddress NegatableExpression 8
d IpAddressProfile ApplyProfile 4
d IpHostnameGeneratorError CustomizationFault 0
d IpPool DynamicData 4 id:int? name:string? ipv4Config:IpPoolIpPoolConfigInfo? ipv6Config:IpPoolIpPoolConfigInfo? dnsDomain:string? dnsSearchPath:string? hostPrefix:string? httpProxy:string? networkAssociation:IpPoolAssociation[]? availableIpv4Addresses:int?@7 availableIpv6Addresses:int?@7 allocatedIpv4Addresses:int?@7 allocatedIpv6Addresses:int?@7
d IpPoolAssociation DynamicData 4 network:&Network? networkName:string
d IpPoolIpPoolConfigInfo DynamicData 4 subnetAddress:string? netmask:string? gateway:string? range:string? dns:string[]? dhcpServerAvailable:boolean? ipPoolEnabled:boolean?
d IpPoolManagerIpAllocation DynamicData 7 ipAddress:string allocationId:string
d IpRange IpAddress 8 addressPrefix:string prefixLength:int?
d IpRouteProfile ApplyProfile 4 staticRoute:StaticRouteProfile[]?
d IscsiDependencyEntity DynamicData 6 pnicDevice:string vnicDevice:string vmhbaName:string
d IscsiFault VimFault 6
d IscsiFaultInvalidVnic IscsiFault 6 vnicDevice:string
d IscsiFaultPnicInUse IscsiFault 6 pnicDevice:string
d IscsiFaultVnicAlreadyBound IscsiFault 6 vnicDevice:string
d IscsiFaultVnicHasActivePaths IscsiFault 6 vnicDevice:string
d IscsiFaultVnicHasMultipleUplinks IscsiFault 6 vnicDevice:string
d IscsiFaultVnicHasNoUplinks IscsiFault 6 vnicDevice:string
d IscsiFaultVnicHasWrongUplink IscsiFault 6 vnicDevice:string
d IscsiFaultVnicInUse IscsiFault 6 vnicDevice:string
d IscsiFaultVnicIsLastPath IscsiFault 6 vnicDevice:string
d IscsiFaultVnicNotBound IscsiFault 6 vnicDevice:string
d IscsiFaultVnicNotFound IscsiFault 6 vnicDevice:string
d IscsiMigrationDependency DynamicData 6 migrationAllowed:boolean disallowReason:IscsiStatus? dependency:IscsiDependencyEntity[]?
d IscsiPortInfo DynamicData 6 vnicDevice:string? vnic:HostVirtualNic? pnicDevice:string? pnic:PhysicalNic? switchName:string? switchUuid:string? portgroupName:string? portgroupKey:string? portKey:string? opaqueNetworkId:string?@10 opaqueNetworkType:string?@10 opaqueNetworkName:string?@10 externalId:string?@10 complianceStatus:IscsiStatus? pathStatus:string?
d IscsiStatus DynamicData 6 reason:LocalizedMethodFault[]?
d IsoImageFileInfo FileInfo 0
d IsoImageFileQuery FileQuery 0
d KernelModuleInfo DynamicData 4 id:int name:string version:string filename:string optionString:string loaded:boolean enabled:boolean useCount:int readOnlySection:KernelModuleSectionInfo writableSection:KernelModuleSectionInfo textSection:KernelModuleSectionInfo dataSection:KernelModuleSectionInfo bssSection:KernelModuleSectionInfo
d KernelModuleSectionInfo DynamicData 4 address:long length:int?
d KeyAnyValue DynamicData 4 key:string value:anyType
d KeyNotFound VimFault 13 key:string
d KeyProviderId DynamicData 10 id:string
d KeyValue DynamicData 1 key:string value:string
d KmipClusterInfo DynamicData 10 clusterId:KeyProviderId servers:KmipServerInfo[]? useAsDefault:boolean managementType:string?@17 useAsEntityDefault:&ManagedEntity[]?@17 hasBackup:boolean?@21 tpmRequired:boolean?@21 keyId:string?@21 defaultKeyType:string?@33 keyInfo:KmipClusterInfoKeyInfo?@33
d KmipClusterInfoKeyInfo DynamicData 33
d KmipClusterInfoWrappingKeyIdKeyInfo KmipClusterInfoKeyInfo 33 keyId:string configuredTime:dateTime
d KmipClusterInfoWrappingRotationIntervalKeyInfo KmipClusterInfoKeyInfo 33 keyId:string? rotationInterval:int? lastRotation:dateTime?
d KmipServerInfo DynamicData 10 name:string address:string port:int proxyAddress:string? proxyPort:int? reconnect:int? protocol:string? nbio:int? timeout:int? userName:string?
d KmipServerSpec DynamicData 10 clusterId:KeyProviderId info:KmipServerInfo password:string? defaultKeyType:string?@33 keySpec:KmipServerSpecKeySpec?@33
d KmipServerSpecKeySpec DynamicData 33
d KmipServerSpecWrappingKeyIdKeySpec KmipServerSpecKeySpec 33 keyId:string
d KmipServerSpecWrappingRotationIntervalKeySpec KmipServerSpecKeySpec 33 rotationInterval:int?
d KmipServerStatus DynamicData 10 clusterId:KeyProviderId name:string status:ManagedEntityStatus description:string
d LargeRDMConversionNotSupported MigrationFault 6 device:string
d LargeRDMNotSupportedOnDatastore VmConfigFault 6 device:string datastore:&Datastore datastoreName:string
d LatencySensitivity DynamicData 7 level:LatencySensitivitySensitivityLevel sensitivity:int?
d LegacyNetworkInterfaceInUse CannotAccessNetwork 0
d LicenseAssignmentFailed RuntimeFault 4 reason:string?
d LicenseAssignmentManagerLicenseAssignment DynamicData 4 entityId:string scope:string? entityDisplayName:string? assignedLicense:LicenseManagerLicenseInfo properties:KeyAnyValue[]?
d LicenseAvailabilityInfo DynamicData 0 feature:LicenseFeatureInfo total:int available:int
d LicenseDiagnostics DynamicData 1 sourceLastChanged:dateTime sourceLost:string sourceLatency:float licenseRequests:string licenseRequestFailures:string licenseFeatureUnknowns:string opState:LicenseManagerState lastStatusUpdate:dateTime opFailureMessage:string
d LicenseDowngradeDisallowed NotEnoughLicenses 4 edition:string entityId:string features:KeyAnyValue[]
d LicenseEntityNotFound VimFault 4 entityId:string
d LicenseEvent Event 0
d LicenseExpired NotEnoughLicenses 4 licenseKey:string
d LicenseExpiredEvent Event 0 feature:LicenseFeatureInfo
d LicenseFeatureInfo DynamicData 0 key:string featureName:string featureDescription:string?@1 state:LicenseFeatureInfoState? costUnit:string sourceRestriction:string?@1 dependentKey:string[]?@1 edition:boolean?@1 expiresOn:dateTime?@1
d LicenseKeyEntityMismatch NotEnoughLicenses 4
d LicenseManagerEvaluationInfo DynamicData 4 properties:KeyAnyValue[]
d LicenseManagerLicenseInfo DynamicData 4 licenseKey:string editionKey:string name:string total:int used:int? costUnit:string properties:KeyAnyValue[]? labels:KeyValue[]?
d LicenseNonComplianceEvent LicenseEvent 4 url:string
d LicenseReservationInfo DynamicData 0 key:string state:LicenseReservationInfoState required:int
d LicenseRestricted NotEnoughLicenses 1
d LicenseRestrictedEvent LicenseEvent 1
d LicenseServerAvailableEvent LicenseEvent 0 licenseServer:string
d LicenseServerSource LicenseSource 0 licenseServer:string
d LicenseServerUnavailable VimFault 0 licenseServer:string
d LicenseServerUnavailableEvent LicenseEvent 0 licenseServer:string
d LicenseSource DynamicData 0
d LicenseSourceUnavailable NotEnoughLicenses 1 licenseSource:LicenseSource
d LicenseUsageInfo DynamicData 0 source:LicenseSource sourceAvailable:boolean reservationInfo:LicenseReservationInfo[]? featureInfo:LicenseFeatureInfo[]?
d LimitExceeded VimFault 4 property:string? limit:int?
d LinkDiscoveryProtocolConfig DynamicData 4 protocol:string operation:string
d LinkLayerDiscoveryProtocolInfo DynamicData 6 chassisId:string portId:string timeToLive:int parameter:KeyAnyValue[]?
d LinkProfile ApplyProfile 4
d LinuxVolumeNotClean CustomizationFault 0
d LocalDatastoreCreatedEvent HostEvent 0 datastore:DatastoreEventArgument datastoreUrl:string?@10
d LocalDatastoreInfo DatastoreInfo 0 path:string?
d LocalLicenseSource LicenseSource 0 licenseKeys:string
d LocalTSMEnabledEvent HostEvent 5
d LocalizableMessage DynamicData 4 key:string arg:KeyAnyValue[]? message:string?
d LocalizationManagerMessageCatalog DynamicData 4 moduleName:string catalogName:string locale:string catalogUri:string lastModified:dateTime? md5sum:string? version:string?@6
d LocalizedMethodFault DynamicData 0 fault:MethodFault localizedMessage:string?
d LockerMisconfiguredEvent Event 1 datastore:DatastoreEventArgument
d LockerReconfiguredEvent Event 1 oldDatastore:DatastoreEventArgument? newDatastore:DatastoreEventArgument?
d LogBundlingFailed VimFault 0
d LongOption OptionType 0 min:long max:long defaultValue:long
d LongPolicy InheritablePolicy 4 value:long?
d MacAddress NegatableExpression 8
d MacRange MacAddress 8 address:string mask:string
d MaintenanceModeFileMove MigrationFault 1
d ManagedByInfo DynamicData 6 extensionKey:string type:string
d ManagedEntityEventArgument EntityEventArgument 0 entity:&ManagedEntity
d ManagedObjectNotFound RuntimeFault 0 obj:&ManagedObject
d MemoryFileFormatNotSupportedByDatastore UnsupportedDatastore 9 datastoreName:string type:string
d MemoryHotPlugNotSupported VmConfigFault 4
d MemorySizeNotRecommended VirtualHardwareCompatibilityIssue 1 memorySizeMB:int minMemorySizeMB:int maxMemorySizeMB:int
d MemorySizeNotSupported VirtualHardwareCompatibilityIssue 1 memorySizeMB:int minMemorySizeMB:int maxMemorySizeMB:int
d MemorySizeNotSupportedByDatastore VirtualHardwareCompatibilityIssue 6 datastore:&Datastore memorySizeMB:int maxMemorySizeMB:int
d MemorySnapshotOnIndependentDisk SnapshotFault 0
d MethodAction Action 0 name:MethodName argument:MethodActionArgument[]?
d MethodActionArgument DynamicData 0 value:anyType?
d MethodAlreadyDisabledFault RuntimeFault 5 sourceId:string
d MethodDescription Description 0 key:MethodName
d MethodDisabled RuntimeFault 1 source:string?@5
d MethodFault DynamicData 0 faultCause:LocalizedMethodFault?@4 faultMessage:LocalizableMessage[]?@4
d MethodNotFound InvalidRequest 0 receiver:&ManagedObject method:string
d MetricAlarmExpression AlarmExpression 0 operator:MetricAlarmOperator type:TypeName metric:PerfMetricId yellow:int? yellowInterval:int?@4 red:int? redInterval:int?@4
d MigrationDisabled MigrationFault 4
d MigrationErrorEvent MigrationEvent 0
d MigrationEvent VmEvent 0 fault:LocalizedMethodFault
d MigrationFault VimFault 0
d MigrationFeatureNotSupported MigrationFault 1 atSourceHost:boolean failedHostName:string failedHost:&HostSystem
d MigrationHostErrorEvent MigrationEvent 0 dstHost:HostEventArgument
d MigrationHostWarningEvent MigrationEvent 0 dstHost:HostEventArgument
d MigrationNotReady MigrationFault 4 reason:string
d MigrationResourceErrorEvent MigrationEvent 0 dstPool:ResourcePoolEventArgument dstHost:HostEventArgument
d MigrationResourceWarningEvent MigrationEvent 0 dstPool:ResourcePoolEventArgument dstHost:HostEventArgument
d MigrationWarningEvent MigrationEvent 0
d MismatchedBundle VimFault 1 bundleUuid:string hostUuid:string bundleBuildNumber:int hostBuildNumber:int
d MismatchedNetworkPolicies MigrationFault 0 device:string backing:string connected:boolean
d MismatchedVMotionNetworkNames MigrationFault 0 sourceNetwork:string destNetwork:string
d MissingBmcSupport VimFault 4
d MissingController InvalidDeviceSpec 0
d MissingIpPool VAppPropertyFault 6
d MissingLinuxCustResources CustomizationFault 0
d MissingNetworkIpConfig VAppPropertyFault 4
d MissingObject DynamicData 0 obj:&ManagedObject fault:LocalizedMethodFault
d MissingPowerOffConfiguration VAppConfigFault 4
d MissingPowerOnConfiguration VAppConfigFault 4
d MissingProperty DynamicData 0 path:string fault:LocalizedMethodFault
d MissingWindowsCustResources CustomizationFault 0
d MksConnectionLimitReached InvalidState 6 connectionLimit:int
d ModeInfo DynamicData 0 browse:string? read:string modify:string use:string admin:string? full:string
d MonthlyByDayTaskScheduler MonthlyTaskScheduler 0 day:int
d MonthlyByWeekdayTaskScheduler MonthlyTaskScheduler 0 offset:WeekOfMonth weekday:DayOfWeek
d MonthlyTaskScheduler DailyTaskScheduler 0
d MountError CustomizationFault 0 vm:&VirtualMachine diskIndex:int
d MtuMatchEvent DvsHealthStatusChangeEvent 7
d MtuMismatchEvent DvsHealthStatusChangeEvent 7
d MultiWriterNotSupported DeviceNotSupported 9
d MultipleCertificatesVerifyFault HostConnectFault 4 thumbprintData:MultipleCertificatesVerifyFaultThumbprintData[]
d MultipleCertificatesVerifyFaultThumbprintData DynamicData 4 port:int thumbprint:string
d MultipleSnapshotsNotSupported SnapshotFault 0
d NASDatastoreCreatedEvent HostEvent 0 datastore:DatastoreEventArgument datastoreUrl:string?@10
d NamePasswordAuthentication GuestAuthentication 6 username:string password:string
d NamespaceFull VimFault 7 name:string currentMaxSize:long requiredSize:long?
d NamespaceLimitReached VimFault 7 limit:int?
d NamespaceWriteProtected VimFault 7 name:string
d NasConfigFault HostConfigFault 3 name:string
d NasConnectionLimitReached NasConfigFault 3 remoteHost:string remotePath:string
d NasDatastoreInfo DatastoreInfo 0 nas:HostNasVolume?
d NasSessionCredentialConflict NasConfigFault 3 remoteHost:string remotePath:string userName:string
d NasStorageProfile ApplyProfile 4 key:string
d NasVolumeNotMounted NasConfigFault 3 remoteHost:string remotePath:string
d NegatableExpression DynamicData 8 negate:boolean?
d NetBIOSConfigInfo DynamicData 5 mode:string
d NetDhcpConfigInfo DynamicData 5 ipv6:NetDhcpConfigInfoDhcpOptions? ipv4:NetDhcpConfigInfoDhcpOptions?
d NetDhcpConfigInfoDhcpOptions DynamicData 5 enable:boolean config:KeyValue[]?
d NetDhcpConfigSpec DynamicData 5 ipv6:NetDhcpConfigSpecDhcpOptionsSpec? ipv4:NetDhcpConfigSpecDhcpOptionsSpec?
d NetDhcpConfigSpecDhcpOptionsSpec DynamicData 5 enable:boolean? config:KeyValue[] operation:string
d NetDnsConfigInfo DynamicData 5 dhcp:boolean hostName:string domainName:string ipAddress:string[]? searchDomain:string[]?
d NetDnsConfigSpec DynamicData 5 dhcp:boolean? hostName:string? domainName:string? ipAddress:string[]? searchDomain:string[]?
d NetIpConfigInfo DynamicData 5 ipAddress:NetIpConfigInfoIpAddress[]? dhcp:NetDhcpConfigInfo? autoConfigurationEnabled:boolean?
d NetIpConfigInfoIpAddress DynamicData 5 ipAddress:string prefixLength:int origin:string? state:string? lifetime:dateTime?
d NetIpConfigSpec DynamicData 5 ipAddress:NetIpConfigSpecIpAddressSpec[]? dhcp:NetDhcpConfigSpec? autoConfigurationEnabled:boolean?
d NetIpConfigSpecIpAddressSpec DynamicData 5 ipAddress:string prefixLength:int operation:string
d NetIpRouteConfigInfo DynamicData 5 ipRoute:NetIpRouteConfigInfoIpRoute[]?
d NetIpRouteConfigInfoGateway DynamicData 5 ipAddress:string? device:string?
d NetIpRouteConfigInfoIpRoute DynamicData 5 network:string prefixLength:int gateway:NetIpRouteConfigInfoGateway
d NetIpRouteConfigSpec DynamicData 5 ipRoute:NetIpRouteConfigSpecIpRouteSpec[]?
d NetIpRouteConfigSpecGatewaySpec DynamicData 5 ipAddress:string? device:string?
d NetIpRouteConfigSpecIpRouteSpec DynamicData 5 network:string prefixLength:int gateway:NetIpRouteConfigSpecGatewaySpec operation:string
d NetIpStackInfo DynamicData 5 neighbor:NetIpStackInfoNetToMedia[]? defaultRouter:NetIpStackInfoDefaultRouter[]?
d NetIpStackInfoDefaultRouter DynamicData 5 ipAddress:string device:string lifetime:dateTime preference:string
d NetIpStackInfoNetToMedia DynamicData 5 ipAddress:string physicalAddress:string device:string type:string
d NetStackInstanceProfile ApplyProfile 8 key:string dnsConfig:NetworkProfileDnsConfigProfile ipRouteConfig:IpRouteProfile
d NetworkCopyFault FileFault 0
d NetworkDisruptedAndConfigRolledBack VimFault 7 host:string
d NetworkEventArgument EntityEventArgument 4 network:&Network
d NetworkInaccessible NasConfigFault 3
d NetworkPolicyProfile ApplyProfile 4
d NetworkProfile ApplyProfile 4 vswitch:VirtualSwitchProfile[]? vmPortGroup:VmPortGroupProfile[]? hostPortGroup:HostPortGroupProfile[]? serviceConsolePortGroup:ServiceConsolePortGroupProfile[]? dnsConfig:NetworkProfileDnsConfigProfile? ipRouteConfig:IpRouteProfile? consoleIpRouteConfig:IpRouteProfile? pnic:PhysicalNicProfile[]? dvswitch:DvsProfile[]? dvsServiceConsoleNic:DvsServiceConsoleVNicProfile[]? dvsHostNic:DvsHostVNicProfile[]? nsxHostNic:NsxHostVNicProfile[]?@11 netStackInstance:NetStackInstanceProfile[]?@8 opaqueSwitch:OpaqueSwitchProfile?@17
d NetworkProfileDnsConfigProfile ApplyProfile 4
d NetworkRollbackEvent Event 7 methodName:string transactionId:string
d NetworkSummary DynamicData 0 network:&Network? name:string accessible:boolean ipPoolName:string@4 ipPoolId:int?@7
d NetworksMayNotBeTheSame MigrationFault 1 name:string?
d NicSettingMismatch CustomizationFault 1 numberOfNicsInSpec:int numberOfNicsInVM:int
d NoAccessUserEvent SessionEvent 0 ipAddress:string
d NoActiveHostInCluster InvalidState 0 computeResource:&ComputeResource
d NoAvailableIp VAppPropertyFault 4 network:&Network
d NoClientCertificate VimFault 1
d NoCompatibleDatastore VimFault 6
d NoCompatibleHardAffinityHost VmConfigFault 5 vmName:string
d NoCompatibleHost VimFault 4 host:&HostSystem[]? error:LocalizedMethodFault[]?
d NoCompatibleHostWithAccessToDevice NoCompatibleHost 5
d NoCompatibleSoftAffinityHost VmConfigFault 5 vmName:string
d NoConnectedDatastore VimFault 6
d NoDatastoresConfiguredEvent HostEvent 1
d NoDiskFound VimFault 0
d NoDiskSpace FileFault 0 datastore:string
d NoDisksToCustomize CustomizationFault 0
d NoGateway HostConfigFault 0
d NoGuestHeartbeat MigrationFault 0
d NoHost HostConnectFault 0 name:string?
d NoHostSuitableForFtSecondary VmFaultToleranceIssue 4 vm:&VirtualMachine vmName:string
d NoLicenseEvent LicenseEvent 0 feature:LicenseFeatureInfo
d NoLicenseServerConfigured NotEnoughLicenses 4
d NoMaintenanceModeDrsRecommendationForVM VmEvent 0
d NoPeerHostFound HostPowerOpFailed 1
d NoPermission SecurityError 0 object:&ManagedObject?13 privilegeId:string?13 missingPrivileges:NoPermissionEntityPrivileges[]?@25
d NoPermissionEntityPrivileges DynamicData 25 entity:&ManagedObject privilegeIds:string[]?
d NoPermissionOnAD ActiveDirectoryFault 5
d NoPermissionOnHost HostConnectFault 0
d NoPermissionOnNasVolume NasConfigFault 3 userName:string?
d NoSubjectName VimFault 1
d NoVcManagedIpConfigured VAppPropertyFault 4
d NoVirtualNic HostConfigFault 0
d NoVmInVApp VAppConfigFault 4
d NodeDeploymentSpec DynamicData 10 esxHost:&HostSystem? datastore:&Datastore? publicNetworkPortGroup:&Network? clusterNetworkPortGroup:&Network? folder:&Folder resourcePool:&ResourcePool? managementVc:ServiceLocator? nodeName:string ipSettings:CustomizationIPSettings
d NodeNetworkSpec DynamicData 10 ipSettings:CustomizationIPSettings
d NonADUserRequired ActiveDirectoryFault 5
d NonHomeRDMVMotionNotSupported MigrationFeatureNotSupported 1 device:string
d NonPersistentDisksNotSupported DeviceNotSupported 1
d NonVIWorkloadDetectedOnDatastoreEvent DatastoreEvent 5
d NonVmwareOuiMacNotSupportedHost NotSupportedHost 7 hostName:string
d NotADirectory FileFault 6
d NotAFile FileFault 6
d NotAuthenticated NoPermission 1
d NotEnoughCpus VirtualHardwareCompatibilityIssue 0 numCpuDest:int numCpuVm:int
d NotEnoughLicenses RuntimeFault 0
d NotEnoughLogicalCpus NotEnoughCpus 0 host:&HostSystem?@1
d NotEnoughResourcesToStartVmEvent VmEvent 0 reason:string@9
d NotFound VimFault 0
d NotImplemented RuntimeFault 0
d NotSupported RuntimeFault 0
d NotSupportedDeviceForFT VmFaultToleranceIssue 5 host:&HostSystem hostName:string? vm:&VirtualMachine vmName:string? deviceType:string deviceLabel:string?
d NotSupportedHost HostConnectFault 0 productName:string? productVersion:string?
d NotSupportedHostForChecksum VimFault 9
d NotSupportedHostForVFlash NotSupportedHost 8 hostName:string
d NotSupportedHostForVmcp NotSupportedHost 9 hostName:string
d NotSupportedHostForVmemFile NotSupportedHost 9 hostName:string
d NotSupportedHostForVsan NotSupportedHost 8 hostName:string
d NotSupportedHostInCluster NotSupportedHost 4
d NotSupportedHostInDvs NotSupportedHost 5 switchProductSpec:DistributedVirtualSwitchProductSpec
d NotSupportedHostInHACluster NotSupportedHost 6 hostName:string build:string
d NotUserConfigurableProperty VAppPropertyFault 4
d NsxHostVNicProfile ApplyProfile 11 key:string ipConfig:IpAddressProfile
d NumPortsProfile ApplyProfile 4
d NumVirtualCoresPerSocketNotSupported VirtualHardwareCompatibilityIssue 6 maxSupportedCoresPerSocketDest:int numCoresPerSocketVm:int
d NumVirtualCpusExceedsLimit InsufficientResourcesFault 5 maxSupportedVcpus:int
d NumVirtualCpusIncompatible VmConfigFault 4 reason:string numCpu:int
d NumVirtualCpusNotSupported VirtualHardwareCompatibilityIssue 0 maxSupportedVcpusDest:int numCpuVm:int
d NumericRange DynamicData 4 start:int end:int
d NvdimmDimmInfo DynamicData 11 dimmHandle:int healthInfo:NvdimmHealthInfo totalCapacity:long persistentCapacity:long availablePersistentCapacity:long volatileCapacity:long availableVolatileCapacity:long blockCapacity:long regionInfo:NvdimmRegionInfo[]? representationString:string
d NvdimmGuid DynamicData 11 uuid:string
d NvdimmHealthInfo DynamicData 11 healthStatus:string healthInformation:string stateFlagInfo:string[]? dimmTemperature:int dimmTemperatureThreshold:int spareBlocksPercentage:int spareBlockThreshold:int dimmLifespanPercentage:int esTemperature:int? esTemperatureThreshold:int? esLifespanPercentage:int?
d NvdimmInterleaveSetInfo DynamicData 11 setId:int rangeType:string baseAddress:long size:long availableSize:long deviceList:int[]? state:string
d NvdimmNamespaceCreateSpec DynamicData 11 friendlyName:string? blockSize:long blockCount:long type:string locationID:int
d NvdimmNamespaceDeleteSpec DynamicData 11 uuid:string
d NvdimmNamespaceDetails DynamicData 12 uuid:string friendlyName:string size:long type:string namespaceHealthStatus:string interleavesetID:int state:string
d NvdimmNamespaceInfo DynamicData 11 uuid:string friendlyName:string blockSize:long blockCount:long type:string namespaceHealthStatus:string locationID:int state:string
d NvdimmPMemNamespaceCreateSpec DynamicData 12 friendlyName:string? size:long interleavesetID:int
d NvdimmRegionInfo DynamicData 11 regionId:int setId:int rangeType:string startAddr:long size:long offset:long
d NvdimmSummary DynamicData 11 numDimms:int healthStatus:string totalCapacity:long persistentCapacity:long blockCapacity:long availableCapacity:long numInterleavesets:int numNamespaces:int
d NvdimmSystemInfo DynamicData 11 summary:NvdimmSummary? dimms:int[]? dimmInfo:NvdimmDimmInfo[]? interleaveSet:int[]? iSetInfo:NvdimmInterleaveSetInfo[]? namespace:NvdimmGuid[]? nsInfo:NvdimmNamespaceInfo[]? nsDetails:NvdimmNamespaceDetails[]?@12
d ObjectContent DynamicData 0 obj:&ManagedObject propSet:DynamicProperty[]? missingSet:MissingProperty[]?
d ObjectSpec DynamicData 0 obj:&ManagedObject skip:boolean? selectSet:SelectionSpec[]?
d ObjectUpdate DynamicData 0 kind:ObjectUpdateKind obj:&ManagedObject changeSet:PropertyChange[]? missingSet:MissingProperty[]?
d OnceTaskScheduler TaskScheduler 0 runAt:dateTime?
d OpaqueNetworkCapability DynamicData 10 networkReservationSupported:boolean
d OpaqueNetworkSummary NetworkSummary 8 opaqueNetworkId:string opaqueNetworkType:string
d OpaqueNetworkTargetInfo VirtualMachineTargetInfo 8 network:OpaqueNetworkSummary networkReservationSupported:boolean?@9
d OpaqueSwitchProfile ApplyProfile 17
d OperationDisabledByGuest GuestOperationsFault 6
d OperationDisallowedOnHost RuntimeFault 6
d OperationNotSupportedByGuest GuestOperationsFault 6
d OptionDef ElementDescription 0 optionType:OptionType
d OptionProfile ApplyProfile 4 key:string
d OptionType DynamicData 0 valueIsReadonly:boolean?
d OptionValue DynamicData 0 key:string value:anyType?
d OrAlarmExpression AlarmExpression 0 expression:AlarmExpression[]
d OutOfBounds VimFault 0 argumentName:string
d OutOfSyncDvsHost DvsEvent 4 hostOutOfSync:DvsOutOfSyncHostArgument[]
d OvfAttribute OvfInvalidPackage 4 elementName:string attributeName:string
d OvfConnectedDevice OvfHardwareExport 4
d OvfConnectedDeviceFloppy OvfConnectedDevice 4 filename:string
d OvfConnectedDeviceIso OvfConnectedDevice 4 filename:string
d OvfConstraint OvfInvalidPackage 5 name:string
d OvfConsumerCallbackFault OvfFault 6 extensionKey:string extensionName:string
d OvfConsumerCommunicationError OvfConsumerCallbackFault 6 description:string
d OvfConsumerFault OvfConsumerCallbackFault 6 errorKey:string message:string params:KeyValue[]?
d OvfConsumerInvalidSection OvfConsumerCallbackFault 6 lineNumber:int description:string
d OvfConsumerOstNode DynamicData 6 id:string type:string section:OvfConsumerOvfSection[]? child:OvfConsumerOstNode[]? entity:&ManagedEntity?
d OvfConsumerOvfSection DynamicData 6 lineNumber:int xml:string
d OvfConsumerPowerOnFault InvalidState 6 extensionKey:string extensionName:string description:string
d OvfConsumerUndeclaredSection OvfConsumerCallbackFault 6 qualifiedSectionType:string
d OvfConsumerUndefinedPrefix OvfConsumerCallbackFault 6 prefix:string
d OvfConsumerValidationFault VmConfigFault 6 extensionKey:string extensionName:string message:string
d OvfCpuCompatibility OvfImport 6 registerName:string level:int registerValue:string desiredRegisterValue:string
d OvfCpuCompatibilityCheckNotSupported OvfImport 6
d OvfCreateDescriptorParams DynamicData 4 ovfFiles:OvfFile[]? name:string? description:string? includeImageFiles:boolean?@5 exportOption:string[]?@7 snapshot:&VirtualMachineSnapshot?@8
d OvfCreateDescriptorResult DynamicData 4 ovfDescriptor:string error:LocalizedMethodFault[]? warning:LocalizedMethodFault[]? includeImageFiles:boolean?@5
d OvfCreateImportSpecParams OvfManagerCommonParams 4 entityName:string hostSystem:&HostSystem? networkMapping:OvfNetworkMapping[]? ipAllocationPolicy:string? ipProtocol:string? propertyMapping:KeyValue[]? resourceMapping:OvfResourceMap[]?@5 diskProvisioning:string?@5 instantiationOst:OvfConsumerOstNode?@6
d OvfCreateImportSpecResult DynamicData 4 importSpec:ImportSpec? fileItem:OvfFileItem[]? warning:LocalizedMethodFault[]? error:LocalizedMethodFault[]?
d OvfDatastoreMapping DynamicData 33 diskId:string datastore:&Datastore
d OvfDeploymentOption DynamicData 4 key:string label:string description:string
d OvfDiskMappingNotFound OvfSystemFault 4 diskName:string vmName:string
d OvfDiskOrderConstraint OvfConstraint 5
d OvfDuplicateElement OvfElement 4
d OvfDuplicatedElementBoundary OvfElement 4 boundary:string
d OvfDuplicatedPropertyIdExport OvfExport 6 fqid:string
d OvfDuplicatedPropertyIdImport OvfExport 6
d OvfElement OvfInvalidPackage 4 name:string
d OvfElementInvalidValue OvfElement 4 value:string
d OvfExport OvfFault 4
d OvfExportFailed OvfExport 5
d OvfFault VimFault 4
d OvfFile DynamicData 4 deviceId:string path:string compressionMethod:string? chunkSize:long? size:long capacity:long?@5 populatedSize:long?@5
d OvfFileItem DynamicData 4 deviceId:string path:string compressionMethod:string? chunkSize:long? size:long? cimType:int create:boolean
d OvfHardwareCheck OvfImport 4
d OvfHardwareExport OvfExport 4 device:VirtualDevice? vmPath:string
d OvfHostResourceConstraint OvfConstraint 5 value:string
d OvfHostValueNotParsed OvfSystemFault 4 property:string value:string
d OvfImport OvfFault 4
d OvfImportFailed OvfImport 5
d OvfImportParams OvfCreateImportSpecParams 33 pushMode:boolean? signatureRequired:boolean? skipManifestCheck:boolean? powerOn:boolean? customHttpHeaders:KeyValue[]? sourceCertificate:string? datastoreMappings:OvfDatastoreMapping[]? vmProfile:string? diskProfiles:OvfStorageProfileMapping[]?
d OvfInternalError OvfSystemFault 5
d OvfInvalidPackage OvfFault 4 lineNumber:int
d OvfInvalidValue OvfAttribute 4 value:string
d OvfInvalidValueConfiguration OvfInvalidValue 4
d OvfInvalidValueEmpty OvfInvalidValue 4
d OvfInvalidValueFormatMalformed OvfInvalidValue 4
d OvfInvalidValueReference OvfInvalidValue 4
d OvfInvalidVmName OvfUnsupportedPackage 4 name:string
d OvfManagerCommonParams DynamicData 4 locale:string deploymentOption:string msgBundle:KeyValue[]? importOption:string[]?@7
d OvfMappedOsId OvfImport 4 ovfId:int ovfDescription:string targetDescription:string
d OvfMissingAttribute OvfAttribute 4
d OvfMissingElement OvfElement 4
d OvfMissingElementNormalBoundary OvfMissingElement 4 boundary:string
d OvfMissingHardware OvfImport 4 name:string resourceType:int
d OvfNetworkInfo DynamicData 4 name:string description:string
d OvfNetworkMapping DynamicData 4 name:string network:&Network
d OvfNetworkMappingNotSupported OvfImport 7
d OvfNoHostNic OvfUnsupportedPackage 4
d OvfNoSpaceOnController OvfUnsupportedElement 6 parent:string
d OvfNoSupportedHardwareFamily OvfUnsupportedPackage 4 version:string
d OvfOptionInfo DynamicData 7 option:string description:LocalizableMessage
d OvfParseDescriptorParams OvfManagerCommonParams 4
d OvfParseDescriptorResult DynamicData 4 eula:string[]? network:OvfNetworkInfo[]? ipAllocationScheme:string[]? ipProtocols:string[]? property:VAppPropertyInfo[]? productInfo:VAppProductInfo? annotation:string approximateDownloadSize:long? approximateFlatDeploymentSize:long? approximateSparseDeploymentSize:long? defaultEntityName:string virtualApp:boolean deploymentOption:OvfDeploymentOption[]? defaultDeploymentOption:string entityName:KeyValue[]?@5 annotatedOst:OvfConsumerOstNode?@6 error:LocalizedMethodFault[]? warning:LocalizedMethodFault[]?
d OvfProperty OvfInvalidPackage 4 type:string value:string
d OvfPropertyExport OvfExport 4 type:string value:string
d OvfPropertyNetwork OvfProperty 4
d OvfPropertyNetworkExport OvfExport 6 network:string
d OvfPropertyQualifier OvfProperty 4 qualifier:string
d OvfPropertyQualifierDuplicate OvfProperty 4 qualifier:string
d OvfPropertyQualifierIgnored OvfProperty 4 qualifier:string
d OvfPropertyType OvfProperty 4
d OvfPropertyValue OvfProperty 4
d OvfResourceMap DynamicData 5 source:string parent:&ResourcePool? resourceSpec:ResourceConfigSpec? datastore:&Datastore?
d OvfStorageProfileMapping DynamicData 33 diskId:string storageProfileId:string
d OvfSystemFault OvfFault 4
d OvfToXmlUnsupportedElement OvfSystemFault 4 name:string?
d OvfUnableToExportDisk OvfHardwareExport 4 diskName:string
d OvfUnexpectedElement OvfElement 4
d OvfUnknownDevice OvfSystemFault 4 device:VirtualDevice? vmName:string
d OvfUnknownDeviceBacking OvfHardwareExport 4 backing:VirtualDeviceBackingInfo
d OvfUnknownEntity OvfSystemFault 4 lineNumber:int
d OvfUnsupportedAttribute OvfUnsupportedPackage 4 elementName:string attributeName:string
d OvfUnsupportedAttributeValue OvfUnsupportedAttribute 4 value:string
d OvfUnsupportedDeviceBackingInfo OvfSystemFault 4 elementName:string? instanceId:string? deviceName:string backingName:string?
d OvfUnsupportedDeviceBackingOption OvfSystemFault 4 elementName:string? instanceId:string? deviceName:string backingName:string?
d OvfUnsupportedDeviceExport OvfHardwareExport 4
d OvfUnsupportedDiskProvisioning OvfImport 5 diskProvisioning:string supportedDiskProvisioning:string
d OvfUnsupportedElement OvfUnsupportedPackage 4 name:string
d OvfUnsupportedElementValue OvfUnsupportedElement 4 value:string
d OvfUnsupportedPackage OvfFault 4 lineNumber:int?
d OvfUnsupportedSection OvfUnsupportedElement 4 info:string
d OvfUnsupportedSubType OvfUnsupportedPackage 4 elementName:string instanceId:string deviceType:int deviceSubType:string
d OvfUnsupportedType OvfUnsupportedPackage 4 name:string instanceId:string deviceType:int
d OvfValidateHostParams OvfManagerCommonParams 4
d OvfValidateHostResult DynamicData 4 downloadSize:long? flatDeploymentSize:long? sparseDeploymentSize:long? error:LocalizedMethodFault[]? warning:LocalizedMethodFault[]? supportedDiskProvisioning:string[]?@5
d OvfWrongElement OvfElement 4
d OvfWrongNamespace OvfInvalidPackage 4 namespaceName:string
d OvfXmlFormat OvfInvalidPackage 4 description:string
d PMemDatastoreInfo DatastoreInfo 11 pmem:HostPMemVolume
d ParaVirtualSCSIController VirtualSCSIController 3
d ParaVirtualSCSIControllerOption VirtualSCSIControllerOption 3
d PassiveNodeDeploymentSpec NodeDeploymentSpec 10 failoverIpSettings:CustomizationIPSettings?
d PassiveNodeNetworkSpec NodeNetworkSpec 10 failoverIpSettings:CustomizationIPSettings?
d PasswordExpired InvalidLogin 13
d PasswordField DynamicData 4 value:string
d PatchAlreadyInstalled PatchNotApplicable 0
d PatchBinariesNotFound VimFault 0 patchID:string binary:string[]?
d PatchInstallFailed PlatformConfigFault 0 rolledBack:boolean
d PatchIntegrityError PlatformConfigFault 0
d PatchMetadataCorrupted PatchMetadataInvalid 0
d PatchMetadataInvalid VimFault 0 patchID:string metaData:string[]?
d PatchMetadataNotFound PatchMetadataInvalid 0
d PatchMissingDependencies PatchNotApplicable 0 prerequisitePatch:string[]? prerequisiteLib:string[]?
d PatchNotApplicable VimFault 0 patchID:string
d PatchSuperseded PatchNotApplicable 0 supersede:string[]?
d PerfCompositeMetric DynamicData 0 entity:PerfEntityMetricBase? childEntity:PerfEntityMetricBase[]?
d PerfCounterInfo DynamicData 0 key:int nameInfo:ElementDescription groupInfo:ElementDescription unitInfo:ElementDescription rollupType:PerfSummaryType statsType:PerfStatsType level:int?@1 perDeviceLevel:int?@5 associatedCounterId:int[]?
d PerfEntityMetric PerfEntityMetricBase 0 sampleInfo:PerfSampleInfo[]? value:PerfMetricSeries[]?
d PerfEntityMetricBase DynamicData 0 entity:&ManagedObject
d PerfEntityMetricCSV PerfEntityMetricBase 0 sampleInfoCSV:string value:PerfMetricSeriesCSV[]?
d PerfInterval DynamicData 0 key:int@1 samplingPeriod:int name:string length:int level:int?@1 enabled:boolean@1
d PerfMetricId DynamicData 0 counterId:int instance:string
d PerfMetricIntSeries PerfMetricSeries 0 value:long[]?
d PerfMetricSeries DynamicData 0 id:PerfMetricId
d PerfMetricSeriesCSV PerfMetricSeries 0 value:string?
d PerfProviderSummary DynamicData 0 entity:&ManagedObject currentSupported:boolean summarySupported:boolean refreshRate:int?
d PerfQuerySpec DynamicData 0 entity:&ManagedObject startTime:dateTime? endTime:dateTime? maxSample:int? metricId:PerfMetricId[]? intervalId:int? format:string?
d PerfSampleInfo DynamicData 0 timestamp:dateTime interval:int
d PerformanceDescription DynamicData 0 counterType:ElementDescription[] statsType:ElementDescription[]
d PerformanceManagerCounterLevelMapping DynamicData 5 counterId:int aggregateLevel:int? perDeviceLevel:int?
d PerformanceStatisticsDescription DynamicData 4 intervals:PerfInterval[]?
d Permission DynamicData 0 entity:&ManagedEntity? principal:string group:boolean roleId:int propagate:boolean
d PermissionAddedEvent PermissionEvent 0 role:RoleEventArgument propagate:boolean
d PermissionEvent AuthorizationEvent 0 entity:ManagedEntityEventArgument principal:string group:boolean
d PermissionProfile ApplyProfile 5 key:string
d PermissionRemovedEvent PermissionEvent 0
d PermissionUpdatedEvent PermissionEvent 0 role:RoleEventArgument propagate:boolean prevRole:RoleEventArgument?@10 prevPropagate:boolean?@10
d PhysCompatRDMNotSupported RDMNotSupported 0
d PhysicalNic DynamicData 0 key:string? device:string pci:string driver:string? driverVersion:string?@27 firmwareVersion:string?@27 linkSpeed:PhysicalNicLinkInfo? validLinkSpecification:PhysicalNicLinkInfo[]? spec:PhysicalNicSpec wakeOnLanSupported:boolean@1 mac:string@1 fcoeConfiguration:FcoeConfig?@6 vmDirectPathGen2Supported:boolean?@5 vmDirectPathGen2SupportedMode:string?@5 resourcePoolSchedulerAllowed:boolean?@5 resourcePoolSchedulerDisallowedReason:string[]?@5 autoNegotiateSupported:boolean?@5 enhancedNetworkingStackSupported:boolean?@11 ensInterruptSupported:boolean?@17 rdmaDevice:string?@17 dpuId:string?@27
d PhysicalNicCdpDeviceCapability DynamicData 1 router:boolean transparentBridge:boolean sourceRouteBridge:boolean networkSwitch:boolean host:boolean igmpEnabled:boolean repeater:boolean
d PhysicalNicCdpInfo DynamicData 1 cdpVersion:int? timeout:int? ttl:int? samples:int? devId:string? address:string? portId:string? deviceCapability:PhysicalNicCdpDeviceCapability? softwareVersion:string? hardwarePlatform:string? ipPrefix:string? ipPrefixLen:int? vlan:int? fullDuplex:boolean? mtu:int? systemName:string? systemOID:string? mgmtAddr:string? location:string?
d PhysicalNicConfig DynamicData 0 device:string spec:PhysicalNicSpec
d PhysicalNicHint DynamicData 0 vlanId:int?
d PhysicalNicHintInfo DynamicData 0 device:string subnet:PhysicalNicIpHint[]? network:PhysicalNicNameHint[]? connectedSwitchPort:PhysicalNicCdpInfo?@1 lldpInfo:LinkLayerDiscoveryProtocolInfo?@6
d PhysicalNicIpHint PhysicalNicHint 0 ipSubnet:string
d PhysicalNicLinkInfo DynamicData 0 speedMb:int duplex:boolean
d PhysicalNicNameHint PhysicalNicHint 0 network:string
d PhysicalNicProfile ApplyProfile 4 key:string
d PhysicalNicSpec DynamicData 0 ip:HostIpConfig? linkSpeed:PhysicalNicLinkInfo? enableEnhancedNetworkingStack:boolean?@11 ensInterruptEnabled:boolean?@17
d PinnedCertificate IoFilterManagerSslTrust 31 sslCertificate:string
d PlacementAction ClusterAction 9 vm:&VirtualMachine? targetHost:&HostSystem? relocateSpec:VirtualMachineRelocateSpec?
d PlacementAffinityRule DynamicData 9 ruleType:string ruleScope:string vms:&VirtualMachine[]? keys:string[]?
d PlacementRankResult DynamicData 9 key:string candidate:&ClusterComputeResource reservedSpaceMB:long usedSpaceMB:long totalSpaceMB:long utilization:double faults:LocalizedMethodFault[]?
d PlacementRankSpec DynamicData 9 specs:PlacementSpec[] clusters:&ClusterComputeResource[] rules:PlacementAffinityRule[]? placementRankByVm:StorageDrsPlacementRankVmSpec[]?
d PlacementResult DynamicData 9 recommendations:ClusterRecommendation[]? drsFault:ClusterDrsFaults?
d PlacementSpec DynamicData 9 priority:VirtualMachineMovePriority? vm:&VirtualMachine? configSpec:VirtualMachineConfigSpec? relocateSpec:VirtualMachineRelocateSpec? hosts:&HostSystem[]? datastores:&Datastore[]? storagePods:&StoragePod[]? disallowPrerequisiteMoves:boolean? rules:ClusterRuleInfo[]? key:string? placementType:string? cloneSpec:VirtualMachineCloneSpec? cloneName:string?
d PlatformConfigFault HostConfigFault 0 text:string
d PnicUplinkProfile ApplyProfile 4 key:string
d PodDiskLocator DynamicData 6 diskId:int diskMoveType:string? diskBackingInfo:VirtualDeviceBackingInfo? profile:VirtualMachineProfileSpec[]?@8
d PodStorageDrsEntry DynamicData 6 storageDrsConfig:StorageDrsConfigInfo recommendation:ClusterRecommendation[]? drsFault:ClusterDrsFaults[]? actionHistory:ClusterActionHistory[]?
d PolicyOption DynamicData 4 id:string parameter:KeyAnyValue[]?
d PortGroupProfile ApplyProfile 4 key:string name:string vlan:VlanProfile vswitch:VirtualSwitchSelectionProfile networkPolicy:NetworkPolicyProfile
d PosixUserSearchResult UserSearchResult 0 id:int shellAccess:boolean?
d PowerOnFtSecondaryFailed VmFaultToleranceIssue 4 vm:&VirtualMachine vmName:string hostSelectionBy:FtIssuesOnHostHostSelectionType hostErrors:LocalizedMethodFault[]? rootCause:LocalizedMethodFault
d PowerOnFtSecondaryTimedout Timedout 4 vm:&VirtualMachine vmName:string timeout:int
d PowerSystemCapability DynamicData 5 availablePolicy:HostPowerPolicy[]
d PowerSystemInfo DynamicData 5 currentPolicy:HostPowerPolicy
d PrivilegeAvailability DynamicData 8 privId:string isGranted:boolean
d PrivilegePolicyDef DynamicData 1 createPrivilege:string readPrivilege:string updatePrivilege:string deletePrivilege:string
d ProductComponentInfo DynamicData 1 id:string name:string version:string release:int
d ProfileApplyProfileElement ApplyProfile 6 key:string
d ProfileApplyProfileProperty DynamicData 6 propertyName:string array:boolean profile:ApplyProfile[]?
d ProfileAssociatedEvent ProfileEvent 4
d ProfileChangedEvent ProfileEvent 4
d ProfileCompositeExpression ProfileExpression 4 operator:string expressionName:string[]
d ProfileCompositePolicyOptionMetadata ProfilePolicyOptionMetadata 4 option:string[]
d ProfileConfigInfo DynamicData 4 name:string annotation:string? enabled:boolean
d ProfileCreateSpec DynamicData 4 name:string? annotation:string? enabled:boolean?
d ProfileCreatedEvent ProfileEvent 4
d ProfileDeferredPolicyOptionParameter DynamicData 4 inputPath:ProfilePropertyPath parameter:KeyAnyValue[]?
d ProfileDescription DynamicData 4 section:ProfileDescriptionSection[]
d ProfileDescriptionSection DynamicData 4 description:ExtendedElementDescription message:LocalizableMessage[]?
d ProfileDissociatedEvent ProfileEvent 4
d ProfileEvent Event 4 profile:ProfileEventArgument
d ProfileEventArgument EventArgument 4 profile:&Profile name:string
d ProfileExecuteError DynamicData 4 path:ProfilePropertyPath? message:LocalizableMessage
d ProfileExecuteResult DynamicData 4 status:string configSpec:HostConfigSpec? inapplicablePath:string[]? requireInput:ProfileDeferredPolicyOptionParameter[]? error:ProfileExecuteError[]?
d ProfileExpression DynamicData 4 id:string displayName:string negated:boolean
d ProfileExpressionMetadata DynamicData 4 expressionId:ExtendedElementDescription parameter:ProfileParameterMetadata[]?
d ProfileMetadata DynamicData 4 key:TypeName profileTypeName:string?@6 description:ExtendedDescription? sortSpec:ProfileMetadataProfileSortSpec[]?@6 profileCategory:string?@7 profileComponent:string?@7 operationMessages:ProfileMetadataProfileOperationMessage[]?@11
d ProfileMetadataProfileOperationMessage DynamicData 11 operationName:string message:LocalizableMessage
d ProfileMetadataProfileSortSpec DynamicData 6 policyId:string parameter:string
d ProfileParameterMetadata DynamicData 4 id:ExtendedElementDescription type:TypeName optional:boolean defaultValue:anyType? hidden:boolean?@10 securitySensitive:boolean?@10 readOnly:boolean?@10 parameterRelations:ProfileParameterMetadataParameterRelationMetadata[]?@11
d ProfileParameterMetadataParameterRelationMetadata DynamicData 11 relationTypes:string[]? values:anyType[]? path:ProfilePropertyPath? minCount:int maxCount:int
d ProfilePolicy DynamicData 4 id:string policyOption:PolicyOption
d ProfilePolicyMetadata DynamicData 4 id:ExtendedElementDescription possibleOption:ProfilePolicyOptionMetadata[]
d ProfilePolicyOptionMetadata DynamicData 4 id:ExtendedElementDescription parameter:ProfileParameterMetadata[]?
d ProfileProfileStructure DynamicData 6 profileTypeName:string child:ProfileProfileStructureProperty[]?
d ProfileProfileStructureProperty DynamicData 6 propertyName:string array:boolean element:ProfileProfileStructure
d ProfilePropertyPath DynamicData 4 profilePath:string policyId:string? parameterId:string?@7 policyOptionId:string?@11
d ProfileReferenceHostChangedEvent ProfileEvent 4 referenceHost:&HostSystem? referenceHostName:string?@10 prevReferenceHostName:string?@10
d ProfileRemovedEvent ProfileEvent 4
d ProfileSerializedCreateSpec ProfileCreateSpec 4 profileConfigString:string
d ProfileSimpleExpression ProfileExpression 4 expressionType:string parameter:KeyAnyValue[]?
d ProfileUpdateFailed VimFault 4 failure:ProfileUpdateFailedUpdateFailure[] warnings:ProfileUpdateFailedUpdateFailure[]?@11
d ProfileUpdateFailedUpdateFailure DynamicData 4 profilePath:ProfilePropertyPath errMsg:LocalizableMessage
d PropertyChange DynamicData 0 name:string op:PropertyChangeOp val:anyType?
d PropertyFilterSpec DynamicData 0 propSet:PropertySpec[] objectSet:ObjectSpec[] reportMissingObjectsInResults:boolean?@5
d PropertyFilterUpdate DynamicData 0 filter:&PropertyFilter objectSet:ObjectUpdate[]? missingSet:MissingObject[]?
d PropertySpec DynamicData 0 type:TypeName all:boolean? pathSet:string[]?
d QuarantineModeFault VmConfigFault 10 vmName:string faultType:string
d QuestionPending InvalidState 5 text:string
d QuiesceDatastoreIOForHAFailed ResourceInUse 6 host:&HostSystem hostName:string ds:&Datastore dsName:string
d RDMConversionNotSupported MigrationFault 4 device:string
d RDMNotPreserved MigrationFault 0 device:string
d RDMNotSupported DeviceNotSupported 0
d RDMNotSupportedOnDatastore VmConfigFault 1 device:string datastore:&Datastore datastoreName:string
d RDMPointsToInaccessibleDisk CannotAccessVmDisk 0
d RawDiskNotSupported DeviceNotSupported 0
d ReadHostResourcePoolTreeFailed HostConnectFault 6
d ReadOnlyDisksWithLegacyDestination MigrationFault 0 roDiskCount:int timeoutDanger:boolean
d RebootRequired VimFault 0 patch:string?
d RecordReplayDisabled VimFault 4
d RecoveryEvent DvsEvent 7 hostName:string portKey:string dvsUuid:string? vnic:string?
d RecurrentTaskScheduler TaskScheduler 0 interval:int
d Relation DynamicData 10 constraint:string? name:string version:string?
d RemoteDeviceNotSupported DeviceNotSupported 0
d RemoteTSMEnabledEvent HostEvent 5
d RemoveFailed VimFault 0
d ReplicationConfigFault ReplicationFault 6
d ReplicationConfigSpec DynamicData 6 generation:long vmReplicationId:string destination:string port:int rpo:long quiesceGuestEnabled:boolean paused:boolean oppUpdatesEnabled:boolean netCompressionEnabled:boolean?@9 netEncryptionEnabled:boolean?@11 encryptionDestination:string?@11 encryptionPort:int?@11 remoteCertificateThumbprint:string?@11 dataSetsReplicationEnabled:boolean?@26 disk:ReplicationInfoDiskSettings[]?
d ReplicationDiskConfigFault ReplicationConfigFault 6 reason:string? vmRef:&VirtualMachine? key:int?
d ReplicationFault VimFault 6
d ReplicationGroupId DynamicData 10 faultDomainId:FaultDomainId deviceGroupId:DeviceGroupId
d ReplicationIncompatibleWithFT ReplicationFault 6
d ReplicationInfoDiskSettings DynamicData 6 key:int diskReplicationId:string
d ReplicationInvalidOptions ReplicationFault 6 options:string entity:&ManagedEntity?
d ReplicationNotSupportedOnHost ReplicationFault 6
d ReplicationSpec DynamicData 10 replicationGroupId:ReplicationGroupId
d ReplicationVmConfigFault ReplicationConfigFault 6 reason:string? vmRef:&VirtualMachine?
d ReplicationVmFault ReplicationFault 6 reason:string state:string? instanceId:string? vm:&VirtualMachine
d ReplicationVmInProgressFault ReplicationVmFault 9 requestedActivity:string inProgressActivity:string
d ReplicationVmProgressInfo DynamicData 6 progress:int bytesTransferred:long bytesToTransfer:long checksumTotalBytes:long? checksumComparedBytes:long?
d RequestCanceled RuntimeFault 0
d ResourceAllocationInfo DynamicData 0 reservation:long? expandableReservation:boolean? limit:long? shares:SharesInfo? overheadLimit:long?@1
d ResourceAllocationOption DynamicData 5 sharesOption:SharesOption
d ResourceConfigOption DynamicData 5 cpuAllocationOption:ResourceAllocationOption memoryAllocationOption:ResourceAllocationOption
d ResourceConfigSpec DynamicData 0 entity:&ManagedEntity? changeVersion:string? lastModified:dateTime? cpuAllocation:ResourceAllocationInfo memoryAllocation:ResourceAllocationInfo scaleDescendantsShares:string?@17
d ResourceInUse VimFault 0 type:TypeName? name:string?
d ResourceNotAvailable VimFault 4 containerType:TypeName? containerName:string? type:TypeName?
d ResourcePoolCreatedEvent ResourcePoolEvent 0 parent:ResourcePoolEventArgument
d ResourcePoolDestroyedEvent ResourcePoolEvent 0
d ResourcePoolEvent Event 0 resourcePool:ResourcePoolEventArgument
d ResourcePoolEventArgument EntityEventArgument 0 resourcePool:&ResourcePool
d ResourcePoolMovedEvent ResourcePoolEvent 0 oldParent:ResourcePoolEventArgument newParent:ResourcePoolEventArgument
d ResourcePoolQuickStats DynamicData 4 overallCpuUsage:long? overallCpuDemand:long? guestMemoryUsage:long? hostMemoryUsage:long? distributedCpuEntitlement:long? distributedMemoryEntitlement:long? staticCpuEntitlement:int? staticMemoryEntitlement:int? privateMemory:long? sharedMemory:long? swappedMemory:long? balloonedMemory:long? overheadMemory:long? consumedOverheadMemory:long? compressedMemory:long?@5
d ResourcePoolReconfiguredEvent ResourcePoolEvent 0 configChanges:ChangesInfoEventArgument?@10
d ResourcePoolResourceUsage DynamicData 0 reservationUsed:long reservationUsedForVm:long unreservedForPool:long unreservedForVm:long overallUsage:long maxUsage:long
d ResourcePoolRuntimeInfo DynamicData 0 memory:ResourcePoolResourceUsage cpu:ResourcePoolResourceUsage overallStatus:ManagedEntityStatus sharesScalable:string?@17
d ResourcePoolSummary DynamicData 0 name:string config:ResourceConfigSpec runtime:ResourcePoolRuntimeInfo quickStats:ResourcePoolQuickStats?@4 configuredMemoryMB:int?@4
d ResourceViolatedEvent ResourcePoolEvent 0
d RestrictedByAdministrator RuntimeFault 9 details:string
d RestrictedVersion SecurityError 1
d RetrieveOptions DynamicData 5 maxObjects:int?
d RetrieveResult DynamicData 5 token:string? objects:ObjectContent[]
d RetrieveVStorageObjSpec DynamicData 11 id:ID datastore:&Datastore
d RoleAddedEvent RoleEvent 0 privilegeList:string[]?
d RoleEvent AuthorizationEvent 0 role:RoleEventArgument
d RoleEventArgument EventArgument 0 roleId:int name:string
d RoleRemovedEvent RoleEvent 0
d RoleUpdatedEvent RoleEvent 0 privilegeList:string[]? prevRoleName:string?@10 privilegesAdded:string[]?@10 privilegesRemoved:string[]?@10
d RollbackEvent DvsEvent 7 hostName:string methodName:string?
d RollbackFailure DvsFault 7 entityName:string entityType:string
d RuleViolation VmConfigFault 0 host:&HostSystem?@1 rule:ClusterRuleInfo@4
d RunScriptAction Action 0 script:string
d RuntimeFault MethodFault 0
d SAMLTokenAuthentication GuestAuthentication 9 token:string username:string?
d SDDCBase DynamicData 9
d SSLDisabledFault HostConnectFault 4
d SSLVerifyFault HostConnectFault 1 selfSigned:boolean thumbprint:string?13 certificate:string?@33
d SSPIAuthentication GuestAuthentication 6 sspiToken:string
d SSPIChallenge VimFault 1 base64Token:string
d ScheduledHardwareUpgradeInfo DynamicData 7 upgradePolicy:string? versionKey:string? scheduledHardwareUpgradeStatus:string? fault:LocalizedMethodFault?
d ScheduledTaskCompletedEvent ScheduledTaskEvent 0
d ScheduledTaskCreatedEvent ScheduledTaskEvent 0
d ScheduledTaskDescription DynamicData 0 action:TypeDescription[] schedulerInfo:ScheduledTaskDetail[] state:ElementDescription[] dayOfWeek:ElementDescription[] weekOfMonth:ElementDescription[]
d ScheduledTaskDetail TypeDescription 0 frequency:string
d ScheduledTaskEmailCompletedEvent ScheduledTaskEvent 0 to:string
d ScheduledTaskEmailFailedEvent ScheduledTaskEvent 0 to:string reason:LocalizedMethodFault
d ScheduledTaskEvent Event 0 scheduledTask:ScheduledTaskEventArgument entity:ManagedEntityEventArgument
d ScheduledTaskEventArgument EntityEventArgument 0 scheduledTask:&ScheduledTask
d ScheduledTaskFailedEvent ScheduledTaskEvent 0 reason:LocalizedMethodFault
d ScheduledTaskInfo ScheduledTaskSpec 0 scheduledTask:&ScheduledTask entity:&ManagedEntity lastModifiedTime:dateTime lastModifiedUser:string nextRunTime:dateTime? prevRunTime:dateTime? state:TaskInfoState error:LocalizedMethodFault? result:anyType? progress:int? activeTask:&Task? taskObject:&ManagedObject@4
d ScheduledTaskReconfiguredEvent ScheduledTaskEvent 0 configChanges:ChangesInfoEventArgument?@10
d ScheduledTaskRemovedEvent ScheduledTaskEvent 0
d ScheduledTaskSpec DynamicData 0 name:string description:string enabled:boolean scheduler:TaskScheduler action:Action notification:string?
d ScheduledTaskStartedEvent ScheduledTaskEvent 0
d ScsiLun HostDevice 0 key:string? uuid:string descriptor:ScsiLunDescriptor[]?@4 canonicalName:string? displayName:string?@4 lunType:string vendor:string? model:string? revision:string? scsiLevel:int? serialNumber:string? durableName:ScsiLunDurableName? alternateName:ScsiLunDurableName[]?@1 standardInquiry:byte[]?@1 queueDepth:int? operationalState:string[] capabilities:ScsiLunCapabilities?@4 vStorageSupport:string?@5 protocolEndpoint:boolean?@9 perenniallyReserved:boolean?@13 clusteredVmdkSupported:boolean?@17 applicationProtocol:string?@29 dispersedNs:boolean?@29 deviceReservation:string?@31
d ScsiLunCapabilities DynamicData 4 updateDisplayNameSupported:boolean
d ScsiLunDescriptor DynamicData 4 quality:string id:string
d ScsiLunDurableName DynamicData 0 namespace:string namespaceId:byte data:byte[]?
d SeSparseVirtualDiskSpec FileBackedVirtualDiskSpec 7 grainSizeKb:int?
d SecondaryVmAlreadyDisabled VmFaultToleranceIssue 4 instanceUuid:string
d SecondaryVmAlreadyEnabled VmFaultToleranceIssue 4 instanceUuid:string
d SecondaryVmAlreadyRegistered VmFaultToleranceIssue 4 instanceUuid:string
d SecondaryVmNotRegistered VmFaultToleranceIssue 4 instanceUuid:string
d SecurityError RuntimeFault 0
d SecurityProfile ApplyProfile 4 permission:PermissionProfile[]?@5
d SelectionSet DynamicData 6
d SelectionSpec DynamicData 0 name:string?
d SendEmailAction Action 0 toList:string ccList:string subject:string body:string
d SendSNMPAction Action 0
d ServerLicenseExpiredEvent LicenseEvent 0 product:string
d ServerStartedSessionEvent SessionEvent 0
d ServiceConsolePortGroupProfile PortGroupProfile 4 ipConfig:IpAddressProfile
d ServiceConsoleReservationInfo DynamicData 0 serviceConsoleReservedCfg:long serviceConsoleReserved:long unreserved:long
d ServiceContent DynamicData 0 rootFolder:&Folder propertyCollector:&PropertyCollector viewManager:&ViewManager?@1 about:AboutInfo setting:&OptionManager? userDirectory:&UserDirectory? sessionManager:&SessionManager? authorizationManager:&AuthorizationManager? serviceManager:&ServiceManager?@7 perfManager:&PerformanceManager? scheduledTaskManager:&ScheduledTaskManager? alarmManager:&AlarmManager? eventManager:&EventManager? taskManager:&TaskManager? extensionManager:&ExtensionManager?@1 customizationSpecManager:&CustomizationSpecManager? guestCustomizationManager:&VirtualMachineGuestCustomizationManager?@15 customFieldsManager:&CustomFieldsManager? accountManager:&HostLocalAccountManager? diagnosticManager:&DiagnosticManager? licenseManager:&LicenseManager? searchIndex:&SearchIndex? fileManager:&FileManager?@1 datastoreNamespaceManager:&DatastoreNamespaceManager?@8 virtualDiskManager:&VirtualDiskManager?@1 virtualizationManager:&VirtualizationManager?@1 snmpSystem:&HostSnmpSystem?@4 vmProvisioningChecker:&VirtualMachineProvisioningChecker?@4 vmCompatibilityChecker:&VirtualMachineCompatibilityChecker?@4 ovfManager:&OvfManager?@4 ipPoolManager:&IpPoolManager?@4 dvSwitchManager:&DistributedVirtualSwitchManager?@4 hostProfileManager:&HostProfileManager?@4 clusterProfileManager:&ClusterProfileManager?@4 complianceManager:&ProfileComplianceManager?@4 localizationManager:&LocalizationManager?@4 storageResourceManager:&StorageResourceManager?@5 guestOperationsManager:&GuestOperationsManager?@6 overheadMemoryManager:&OverheadMemoryManager?@9 certificateManager:&CertificateManager?@9 ioFilterManager:&IoFilterManager?@9 vStorageObjectManager:&VStorageObjectManagerBase?@10 hostSpecManager:&HostSpecificationManager?@10 cryptoManager:&CryptoManager?@10 healthUpdateManager:&HealthUpdateManager?@10 failoverClusterConfigurator:&FailoverClusterConfigurator?@10 failoverClusterManager:&FailoverClusterManager?@10 tenantManager:&TenantTenantManager?@16 siteInfoManager:&SiteInfoManager?@17 storageQueryManager:&StorageQueryManager?@13 directPathProfileManager:&DirectPathProfileManager?@33
d ServiceLocator DynamicData 9 instanceUuid:string url:string credential:ServiceLocatorCredential sslThumbprint:string? sslCertificate:string?@33
d ServiceLocatorCredential DynamicData 9
d ServiceLocatorNamePassword ServiceLocatorCredential 9 username:string password:string
d ServiceLocatorSAMLCredential ServiceLocatorCredential 9 token:string?
d ServiceManagerServiceInfo DynamicData 0 serviceName:string location:string[]? service:&ManagedObject description:string
d ServiceProfile ApplyProfile 4 key:string
d SessionEvent Event 0
d SessionManagerGenericServiceTicket DynamicData 6 id:string hostName:string?@7 sslThumbprint:string?@7 certThumbprintList:VirtualMachineCertThumbprint[]?@24 sslCertificate:string?@33 ticketType:string?@21
d SessionManagerHttpServiceRequestSpec SessionManagerServiceRequestSpec 6 method:string? url:string
d SessionManagerLocalTicket DynamicData 0 userName:string passwordFilePath:string
d SessionManagerServiceRequestSpec DynamicData 6
d SessionManagerVmomiServiceRequestSpec SessionManagerServiceRequestSpec 7 method:MethodName
d SessionTerminatedEvent SessionEvent 0 sessionId:string terminatedUsername:string
d SharedBusControllerNotSupported DeviceNotSupported 0
d SharesInfo DynamicData 0 shares:int level:SharesLevel
d SharesOption DynamicData 5 sharesOption:IntOption defaultLevel:SharesLevel
d ShrinkDiskFault VimFault 7 diskId:int?
d SingleIp IpAddress 8 address:string
d SingleMac MacAddress 8 address:string
d SiteInfo DynamicData 17
d SnapshotCloneNotSupported SnapshotCopyNotSupported 1
d SnapshotCopyNotSupported MigrationFault 0
d SnapshotDisabled SnapshotFault 1
d SnapshotFault VimFault 0
d SnapshotIncompatibleDeviceInVm SnapshotFault 0 fault:LocalizedMethodFault
d SnapshotLocked SnapshotFault 1
d SnapshotMoveFromNonHomeNotSupported SnapshotCopyNotSupported 1
d SnapshotMoveNotSupported SnapshotCopyNotSupported 1
d SnapshotMoveToNonHomeNotSupported SnapshotCopyNotSupported 1
d SnapshotNoChange SnapshotFault 1
d SnapshotRevertIssue MigrationFault 0 snapshotName:string? event:Event[]? errors:boolean
d SnapshotSelectionSpec DynamicData 31 retentionDays:int?
d SoftRuleVioCorrectionDisallowed VmConfigFault 5 vmName:string
d SoftRuleVioCorrectionImpact VmConfigFault 5 vmName:string
d SoftwarePackage DynamicData 10 name:string version:string type:string vendor:string acceptanceLevel:string summary:string description:string referenceURL:string[]? creationDate:dateTime? depends:Relation[]? conflicts:Relation[]? replaces:Relation[]? provides:string[]? maintenanceModeRequired:boolean? hardwarePlatformsRequired:string[]? capability:SoftwarePackageCapability tag:string[]? payload:string[]?
d SoftwarePackageCapability DynamicData 10 liveInstallAllowed:boolean? liveRemoveAllowed:boolean? statelessReady:boolean? overlay:boolean?
d SolutionUserRequired SecurityError 17
d SourceNodeSpec DynamicData 10 managementVc:ServiceLocator activeVc:&VirtualMachine
d SsdDiskNotAvailable VimFault 8 devicePath:string
d StateAlarmExpression AlarmExpression 0 operator:StateAlarmOperator type:TypeName statePath:string yellow:string? red:string?
d StaticRouteProfile ApplyProfile 4 key:string?@7
d StorageDrsAutomationConfig DynamicData 9 spaceLoadBalanceAutomationMode:string? ioLoadBalanceAutomationMode:string? ruleEnforcementAutomationMode:string? policyEnforcementAutomationMode:string? vmEvacuationAutomationMode:string?
d StorageDrsCannotMoveDiskInMultiWriterMode VimFault 7
d StorageDrsCannotMoveFTVm VimFault 7
d StorageDrsCannotMoveIndependentDisk VimFault 7
d StorageDrsCannotMoveManuallyPlacedSwapFile VimFault 7
d StorageDrsCannotMoveManuallyPlacedVm VimFault 7
d StorageDrsCannotMoveSharedDisk VimFault 7
d StorageDrsCannotMoveTemplate VimFault 7
d StorageDrsCannotMoveVmInUserFolder VimFault 7
d StorageDrsCannotMoveVmWithMountedCDROM VimFault 7
d StorageDrsCannotMoveVmWithNoFilesInLayout VimFault 7
d StorageDrsConfigInfo DynamicData 6 podConfig:StorageDrsPodConfigInfo vmConfig:StorageDrsVmConfigInfo[]?
d StorageDrsConfigSpec DynamicData 6 podConfigSpec:StorageDrsPodConfigSpec? vmConfigSpec:StorageDrsVmConfigSpec[]?
d StorageDrsDatacentersCannotShareDatastore VimFault 8
d StorageDrsDisabledOnVm VimFault 6
d StorageDrsHbrDiskNotMovable VimFault 9 nonMovableDiskIds:string
d StorageDrsHmsMoveInProgress VimFault 9
d StorageDrsHmsUnreachable VimFault 9
d StorageDrsIoLoadBalanceConfig DynamicData 6 reservablePercentThreshold:int?@9 reservableIopsThreshold:int?@9 reservableThresholdMode:string?@9 ioLatencyThreshold:int? ioLoadImbalanceThreshold:int?
d StorageDrsIolbDisabledInternally VimFault 6
d StorageDrsOptionSpec ArrayUpdateSpec 6 option:OptionValue?
d StorageDrsPlacementRankVmSpec DynamicData 9 vmPlacementSpec:PlacementSpec vmClusters:&ClusterComputeResource[]
d StorageDrsPodConfigInfo DynamicData 6 enabled:boolean ioLoadBalanceEnabled:boolean defaultVmBehavior:string loadBalanceInterval:int? defaultIntraVmAffinity:boolean? spaceLoadBalanceConfig:StorageDrsSpaceLoadBalanceConfig? ioLoadBalanceConfig:StorageDrsIoLoadBalanceConfig? automationOverrides:StorageDrsAutomationConfig?@9 rule:ClusterRuleInfo[]? option:OptionValue[]?
d StorageDrsPodConfigSpec DynamicData 6 enabled:boolean? ioLoadBalanceEnabled:boolean? defaultVmBehavior:string? loadBalanceInterval:int? defaultIntraVmAffinity:boolean? spaceLoadBalanceConfig:StorageDrsSpaceLoadBalanceConfig? ioLoadBalanceConfig:StorageDrsIoLoadBalanceConfig? automationOverrides:StorageDrsAutomationConfig?@9 rule:ClusterRuleSpec[]? option:StorageDrsOptionSpec[]?
d StorageDrsPodSelectionSpec DynamicData 6 initialVmConfig:VmPodConfigForPlacement[]? storagePod:&StoragePod?
d StorageDrsRelocateDisabled VimFault 9
d StorageDrsSpaceLoadBalanceConfig DynamicData 6 spaceThresholdMode:string?@9 spaceUtilizationThreshold:int? freeSpaceThresholdGB:int?@9 minSpaceUtilizationDifference:int?
d StorageDrsStaleHmsCollection VimFault 9
d StorageDrsUnableToMoveFiles VimFault 7
d StorageDrsVmConfigInfo DynamicData 6 vm:&VirtualMachine? enabled:boolean? behavior:string? intraVmAffinity:boolean? intraVmAntiAffinity:VirtualDiskAntiAffinityRuleSpec? virtualDiskRules:VirtualDiskRuleSpec[]?@11
d StorageDrsVmConfigSpec ArrayUpdateSpec 6 info:StorageDrsVmConfigInfo?
d StorageIOAllocationInfo DynamicData 5 limit:long? shares:SharesInfo? reservation:int?@8
d StorageIOAllocationOption DynamicData 5 limitOption:LongOption sharesOption:SharesOption
d StorageIORMConfigOption DynamicData 5 enabledOption:BoolOption congestionThresholdOption:IntOption statsCollectionEnabledOption:BoolOption@6 reservationEnabledOption:BoolOption@9
d StorageIORMConfigSpec DynamicData 5 enabled:boolean? congestionThresholdMode:string?@7 congestionThreshold:int? percentOfPeakThroughput:int?@7 statsCollectionEnabled:boolean?@6 reservationEnabled:boolean?@9 statsAggregationDisabled:boolean?@6 reservableIopsThreshold:int?@9
d StorageIORMInfo DynamicData 5 enabled:boolean congestionThresholdMode:string@7 congestionThreshold:int percentOfPeakThroughput:int?@7 statsCollectionEnabled:boolean@6 reservationEnabled:boolean@9 statsAggregationDisabled:boolean?@6 reservableIopsThreshold:int?@9
d StorageMigrationAction ClusterAction 6 vm:&VirtualMachine relocateSpec:VirtualMachineRelocateSpec source:&Datastore destination:&Datastore sizeTransferred:long spaceUtilSrcBefore:float? spaceUtilDstBefore:float? spaceUtilSrcAfter:float? spaceUtilDstAfter:float? ioLatencySrcBefore:float? ioLatencyDstBefore:float?
d StoragePerformanceSummary DynamicData 7 interval:int percentile:int[] datastoreReadLatency:double[] datastoreWriteLatency:double[] datastoreVmLatency:double[] datastoreReadIops:double[] datastoreWriteIops:double[] siocActivityDuration:int
d StoragePlacementAction ClusterAction 6 vm:&VirtualMachine? relocateSpec:VirtualMachineRelocateSpec destination:&Datastore spaceUtilBefore:float? spaceDemandBefore:float?@9 spaceUtilAfter:float? spaceDemandAfter:float?@9 ioLatencyBefore:float?
d StoragePlacementResult DynamicData 6 recommendations:ClusterRecommendation[]? drsFault:ClusterDrsFaults? task:&Task?
d StoragePlacementSpec DynamicData 6 type:string priority:VirtualMachineMovePriority? vm:&VirtualMachine? podSelectionSpec:StorageDrsPodSelectionSpec cloneSpec:VirtualMachineCloneSpec? cloneName:string? configSpec:VirtualMachineConfigSpec? relocateSpec:VirtualMachineRelocateSpec? resourcePool:&ResourcePool? host:&HostSystem? folder:&Folder? disallowPrerequisiteMoves:boolean?@7 resourceLeaseDurationSec:int?@7
d StoragePodSummary DynamicData 6 name:string capacity:long freeSpace:long
d StorageProfile ApplyProfile 4 nasStorage:NasStorageProfile[]?
d StorageRequirement DynamicData 6 datastore:&Datastore freeSpaceRequiredInKb:long
d StorageResourceManagerStorageProfileStatistics DynamicData 9 profileId:string totalSpaceMB:long usedSpaceMB:long
d StorageVMotionNotSupported MigrationFeatureNotSupported 4
d StorageVmotionIncompatible VirtualHardwareCompatibilityIssue 6 datastore:&Datastore?
d StringExpression NegatableExpression 8 value:string?
d StringOption OptionType 0 defaultValue:string validCharacters:string?
d StringPolicy InheritablePolicy 4 value:string?
d StructuredCustomizations HostProfilesEntityCustomizations 10 entity:&ManagedEntity customizations:AnswerFile?
d SubnetInfo VirtualMachineTargetInfo 33 id:string subnetFolderInfo:SubnetInfoFolderInfo vpcFolderInfo:SubnetInfoFolderInfo projectFolderInfo:SubnetInfoFolderInfo? rootFolderInfo:SubnetInfoFolderInfo
d SubnetInfoFolderInfo DynamicData 33 name:string folder:&Folder
d SuspendedRelocateNotSupported MigrationFault 0
d SwapDatastoreNotWritableOnHost DatastoreNotWritableOnHost 1
d SwapDatastoreUnset VimFault 1
d SwapPlacementOverrideNotSupported InvalidVmConfig 1
d SwitchIpUnset DvsFault 7
d SwitchNotInUpgradeMode DvsFault 4
d SystemError RuntimeFault 0 reason:string
d SystemEventInfo DynamicData 10 recordId:long when:string selType:long message:string sensorNumber:long
d Tag DynamicData 4 key:string
d TaskDescription DynamicData 0 methodInfo:ElementDescription[] state:ElementDescription[] reason:TypeDescription[]
d TaskEvent Event 0 info:TaskInfo
d TaskFilterSpec DynamicData 0 entity:TaskFilterSpecByEntity? time:TaskFilterSpecByTime? userName:TaskFilterSpecByUsername? activationId:string[]?@9 state:TaskInfoState[]? alarm:&Alarm? scheduledTask:&ScheduledTask? eventChainId:int[]?@4 tag:string[]?@4 parentTaskKey:string[]?@4 rootTaskKey:string[]?@4
d TaskFilterSpecByEntity DynamicData 0 entity:&ManagedEntity recursion:TaskFilterSpecRecursionOption
d TaskFilterSpecByTime DynamicData 0 timeType:TaskFilterSpecTimeOption beginTime:dateTime? endTime:dateTime?
d TaskFilterSpecByUsername DynamicData 0 systemUser:boolean userList:string[]?
d TaskInProgress VimFault 0 task:&Task
d TaskInfo DynamicData 0 key:string task:&Task description:LocalizableMessage?@4 name:MethodName? descriptionId:string entity:&ManagedEntity? entityName:string? locked:&ManagedEntity[]? state:TaskInfoState cancelled:boolean cancelable:boolean error:LocalizedMethodFault? result:anyType? progress:int? progressDetails:KeyAnyValue[]?@29 reason:TaskReason queueTime:dateTime startTime:dateTime? completeTime:dateTime? eventChainId:int changeTag:string?@4 parentTaskKey:string?@4 rootTaskKey:string?@4 activationId:string?@9
d TaskInfoFilterSpec DynamicData 31 filterTaskResults:TaskInfoFilterSpecFilterTaskResults?
d TaskInfoFilterSpecFilterTaskResults DynamicData 31 removeAll:boolean? descriptionIds:string[]? filterIn:boolean?
d TaskManagerTaskViewSpec DynamicData 33
d TaskManagerViewByStartId TaskManagerTaskViewSpec 33 count:int startId:string
d TaskReason DynamicData 0
d TaskReasonAlarm TaskReason 0 alarmName:string alarm:&Alarm entityName:string entity:&ManagedEntity
d TaskReasonSchedule TaskReason 0 name:string scheduledTask:&ScheduledTask
d TaskReasonSystem TaskReason 0
d TaskReasonUser TaskReason 0 userName:string
d TaskScheduler DynamicData 0 activeTime:dateTime? expireTime:dateTime?
d TaskTimeoutEvent TaskEvent 1
d TeamingMatchEvent DvsHealthStatusChangeEvent 7
d TeamingMisMatchEvent DvsHealthStatusChangeEvent 7
d TemplateBeingUpgradedEvent TemplateUpgradeEvent 0
d TemplateConfigFileInfo VmConfigFileInfo 0
d TemplateConfigFileQuery VmConfigFileQuery 0
d TemplateUpgradeEvent Event 0 legacyTemplate:string
d TemplateUpgradeFailedEvent TemplateUpgradeEvent 0 reason:LocalizedMethodFault
d TemplateUpgradedEvent TemplateUpgradeEvent 0
d ThirdPartyLicenseAssignmentFailed RuntimeFault 6 host:&HostSystem module:string reason:string?
d TicketedSessionAuthentication GuestAuthentication 6 ticket:string
d TimedOutHostOperationEvent HostEvent 0
d Timedout VimFault 0
d TooManyConcurrentNativeClones FileFault 6
d TooManyConsecutiveOverrides VimFault 1
d TooManyDevices InvalidVmConfig 0
d TooManyDisksOnLegacyHost MigrationFault 1 diskCount:int timeoutDanger:boolean
d TooManyGuestLogons GuestOperationsFault 6
d TooManyHosts HostConnectFault 0
d TooManyNativeCloneLevels FileFault 6
d TooManyNativeClonesOnFile FileFault 6
d TooManySnapshotLevels SnapshotFault 0
d ToolsAlreadyUpgraded VmToolsUpgradeFault 4
d ToolsAutoUpgradeNotSupported VmToolsUpgradeFault 4
d ToolsConfigInfo DynamicData 0 toolsVersion:int? toolsInstallType:string?@10 afterPowerOn:boolean? afterResume:boolean? beforeGuestStandby:boolean? beforeGuestShutdown:boolean? beforeGuestReboot:boolean? toolsUpgradePolicy:string?@1 pendingCustomization:string?@1 customizationKeyId:CryptoKeyId?@10 syncTimeWithHostAllowed:boolean?@19 syncTimeWithHost:boolean?@1 lastInstallInfo:ToolsConfigInfoToolsLastInstallInfo?@6
d ToolsConfigInfoToolsLastInstallInfo DynamicData 6 counter:int fault:LocalizedMethodFault?
d ToolsImageCopyFailed VmToolsUpgradeFault 7
d ToolsImageNotAvailable VmToolsUpgradeFault 4
d ToolsImageSignatureCheckFailed VmToolsUpgradeFault 4
d ToolsInstallationInProgress MigrationFault 4
d ToolsUnavailable VimFault 0
d ToolsUpgradeCancelled VmToolsUpgradeFault 4
d TraversalSpec SelectionSpec 0 type:TypeName path:string skip:boolean? selectSet:SelectionSpec[]?
d TypeDescription Description 0 key:TypeName
d UnSupportedDatastoreForVFlash UnsupportedDatastore 8 datastoreName:string type:string
d UncommittedUndoableDisk MigrationFault 0
d UnconfiguredPropertyValue InvalidPropertyValue 4
d UncustomizableGuest CustomizationFault 0 uncustomizableGuestOS:string
d UnexpectedCustomizationFault CustomizationFault 0
d UnexpectedFault RuntimeFault 0 faultName:TypeName fault:LocalizedMethodFault?
d UnlicensedVirtualMachinesEvent LicenseEvent 1 unlicensed:int available:int
d UnlicensedVirtualMachinesFoundEvent LicenseEvent 1 available:int
d UnrecognizedHost VimFault 1 hostName:string
d UnsharedSwapVMotionNotSupported MigrationFeatureNotSupported 1
d UnsupportedDatastore VmConfigFault 0 datastore:&Datastore?
d UnsupportedGuest InvalidVmConfig 0 unsupportedGuestOS:string
d UnsupportedVimApiVersion VimFault 4 version:string?
d UnsupportedVmxLocation VmConfigFault 0
d UntrustedCertificate IoFilterManagerSslTrust 31
d UnusedVirtualDiskBlocksNotScrubbed DeviceBackingNotSupported 4
d UpdateSet DynamicData 0 version:string filterSet:PropertyFilterUpdate[]? truncated:boolean?@5
d UpdateVirtualMachineFilesResult DynamicData 5 failedVmFile:UpdateVirtualMachineFilesResultFailedVmFileInfo[]?
d UpdateVirtualMachineFilesResultFailedVmFileInfo DynamicData 5 vmFile:string fault:LocalizedMethodFault
d UpdatedAgentBeingRestartedEvent HostEvent 1
d UpgradeEvent Event 0 message:string
d UplinkPortMtuNotSupportEvent DvsHealthStatusChangeEvent 7
d UplinkPortMtuSupportEvent DvsHealthStatusChangeEvent 7
d UplinkPortVlanTrunkedEvent DvsHealthStatusChangeEvent 7
d UplinkPortVlanUntrunkedEvent DvsHealthStatusChangeEvent 7
d UsbScanCodeSpec DynamicData 10 keyEvents:UsbScanCodeSpecKeyEvent[]
d UsbScanCodeSpecKeyEvent DynamicData 10 usbHidCode:int modifiers:UsbScanCodeSpecModifierType?
d UsbScanCodeSpecModifierType DynamicData 10 leftControl:boolean? leftShift:boolean? leftAlt:boolean? leftGui:boolean? rightControl:boolean? rightShift:boolean? rightAlt:boolean? rightGui:boolean?
d UserAssignedToGroup HostEvent 0 userLogin:string group:string
d UserGroupProfile ApplyProfile 4 key:string
d UserInputRequiredParameterMetadata ProfilePolicyOptionMetadata 4 userInputParameter:ProfileParameterMetadata[]?
d UserLoginSessionEvent SessionEvent 0 ipAddress:string userAgent:string?@7 locale:string sessionId:string
d UserLogoutSessionEvent SessionEvent 0 ipAddress:string?@7 userAgent:string?@7 callCount:long?@7 sessionId:string?@7 loginTime:dateTime?@7
d UserNotFound VimFault 0 principal:string unresolved:boolean
d UserPasswordChanged HostEvent 0 userLogin:string
d UserPrivilegeResult DynamicData 10 entity:&ManagedEntity privileges:string[]?
d UserProfile ApplyProfile 4 key:string
d UserSearchResult DynamicData 0 principal:string fullName:string? group:boolean
d UserSession DynamicData 0 key:string userName:string fullName:string loginTime:dateTime lastActiveTime:dateTime locale:string messageLocale:string extensionSession:boolean@6 ipAddress:string@7 userAgent:string@7 callCount:long@7
d UserUnassignedFromGroup HostEvent 0 userLogin:string group:string
d UserUpgradeEvent UpgradeEvent 0
d VASAStorageArray DynamicData 9 name:string uuid:string vendorId:string modelId:string discoverySvcInfo:VASAStorageArrayDiscoverySvcInfo[]?@26
d VASAStorageArrayDiscoveryFcTransport DynamicData 26 nodeWwn:string portWwn:string
d VASAStorageArrayDiscoveryIpTransport DynamicData 26 ipAddress:string portNumber:string?
d VASAStorageArrayDiscoverySvcInfo DynamicData 26 portType:string svcNqn:string ipInfo:VASAStorageArrayDiscoveryIpTransport? fcInfo:VASAStorageArrayDiscoveryFcTransport?
d VAppCloneSpec DynamicData 4 location:&Datastore host:&HostSystem? resourceSpec:ResourceConfigSpec? vmFolder:&Folder? networkMapping:VAppCloneSpecNetworkMappingPair[]? property:KeyValue[]? resourceMapping:VAppCloneSpecResourceMap[]?@5 provisioning:string?@5
d VAppCloneSpecNetworkMappingPair DynamicData 4 source:&Network destination:&Network
d VAppCloneSpecResourceMap DynamicData 5 source:&ManagedEntity parent:&ResourcePool? resourceSpec:ResourceConfigSpec? location:&Datastore?
d VAppConfigFault VimFault 4
d VAppConfigInfo VmConfigInfo 4 entityConfig:VAppEntityConfigInfo[]? annotation:string instanceUuid:string?@5 managedBy:ManagedByInfo?@6
d VAppConfigSpec VmConfigSpec 4 entityConfig:VAppEntityConfigInfo[]? annotation:string? instanceUuid:string?@5 managedBy:ManagedByInfo?@6
d VAppEntityConfigInfo DynamicData 4 key:&ManagedEntity? tag:string? startOrder:int? startDelay:int? waitingForGuest:boolean? startAction:string? stopDelay:int? stopAction:string? destroyWithParent:boolean?@5
d VAppIPAssignmentInfo DynamicData 4 supportedAllocationScheme:string[]? ipAllocationPolicy:string? supportedIpProtocol:string[]? ipProtocol:string?
d VAppNotRunning VmConfigFault 4
d VAppOperationInProgress RuntimeFault 6
d VAppOvfSectionInfo DynamicData 4 key:int? namespace:string? type:string? atEnvelopeLevel:boolean? contents:string?
d VAppOvfSectionSpec ArrayUpdateSpec 4 info:VAppOvfSectionInfo?
d VAppProductInfo DynamicData 4 key:int classId:string? instanceId:string? name:string? vendor:string? version:string? fullVersion:string? vendorUrl:string? productUrl:string? appUrl:string?
d VAppProductSpec ArrayUpdateSpec 4 info:VAppProductInfo?
d VAppPropertyFault VmConfigFault 4 id:string category:string label:string type:string value:string
d VAppPropertyInfo DynamicData 4 key:int classId:string? instanceId:string? id:string? category:string? label:string? type:string? typeReference:string?@7 userConfigurable:boolean? defaultValue:string? value:string? description:string?
d VAppPropertySpec ArrayUpdateSpec 4 info:VAppPropertyInfo?
d VAppTaskInProgress TaskInProgress 4
d VFlashCacheHotConfigNotSupported VmConfigFault 9
d VFlashModuleNotSupported VmConfigFault 8 vmName:string moduleName:string reason:string hostName:string
d VFlashModuleVersionIncompatible VimFault 8 moduleName:string vmRequestModuleVersion:string hostMinSupportedVerson:string hostModuleVersion:string
d VMFSDatastoreCreatedEvent HostEvent 0 datastore:DatastoreEventArgument datastoreUrl:string?@10
d VMFSDatastoreExpandedEvent HostEvent 4 datastore:DatastoreEventArgument
d VMFSDatastoreExtendedEvent HostEvent 4 datastore:DatastoreEventArgument
d VMINotSupported DeviceNotSupported 1
d VMOnConflictDVPort CannotAccessNetwork 4
d VMOnVirtualIntranet CannotAccessNetwork 0
d VMotionAcrossNetworkNotSupported MigrationFeatureNotSupported 8
d VMotionInterfaceIssue MigrationFault 0 atSourceHost:boolean failedHost:string failedHostEntity:&HostSystem?@1
d VMotionLicenseExpiredEvent LicenseEvent 0
d VMotionLinkCapacityLow VMotionInterfaceIssue 0 network:string
d VMotionLinkDown VMotionInterfaceIssue 0 network:string
d VMotionNotConfigured VMotionInterfaceIssue 0
d VMotionNotLicensed VMotionInterfaceIssue 0
d VMotionNotSupported VMotionInterfaceIssue 0
d VMotionProtocolIncompatible MigrationFault 0
d VMwareDVSConfigInfo DVSConfigInfo 4 vspanSession:VMwareVspanSession[]?@6 pvlanConfig:VMwareDVSPvlanMapEntry[]? maxMtu:int linkDiscoveryProtocolConfig:LinkDiscoveryProtocolConfig? ipfixConfig:VMwareIpfixConfig?@6 lacpGroupConfig:VMwareDvsLacpGroupConfig[]?@8 lacpApiVersion:string?@8 multicastFilteringMode:string?@9 networkOffloadSpecId:string?@27 networkOffloadConfig:VmwareDistributedVirtualSwitchNetworkOffloadConfig?@31 realTimeConfig:VmwareDistributedVirtualSwitchRealTimeConfig?@32
d VMwareDVSConfigSpec DVSConfigSpec 4 pvlanConfigSpec:VMwareDVSPvlanConfigSpec[]? vspanConfigSpec:VMwareDVSVspanConfigSpec[]?@6 maxMtu:int? linkDiscoveryProtocolConfig:LinkDiscoveryProtocolConfig? ipfixConfig:VMwareIpfixConfig?@6 lacpApiVersion:string?@8 multicastFilteringMode:string?@9 networkOffloadSpecId:string?@27 networkOffloadConfig:VmwareDistributedVirtualSwitchNetworkOffloadConfig?@31 realTimeConfig:VmwareDistributedVirtualSwitchRealTimeConfig?@32
d VMwareDVSFeatureCapability DVSFeatureCapability 5 vspanSupported:boolean?@6 lldpSupported:boolean?@6 ipfixSupported:boolean?@6 ipfixCapability:VMwareDvsIpfixCapability?@9 multicastSnoopingSupported:boolean?@9 vspanCapability:VMwareDVSVspanCapability?@7 lacpCapability:VMwareDvsLacpCapability?@7 dpuCapability:VMwareDvsDpuCapability?@27 nsxSupported:boolean?@17 mtuCapability:VMwareDvsMtuCapability?@21 realTimeConfigSupported:boolean?@32
d VMwareDVSHealthCheckCapability DVSHealthCheckCapability 7 vlanMtuSupported:boolean teamingSupported:boolean
d VMwareDVSHealthCheckConfig DVSHealthCheckConfig 7
d VMwareDVSMtuHealthCheckResult HostMemberUplinkHealthCheckResult 7 mtuMismatch:boolean vlanSupportSwitchMtu:NumericRange[]? vlanNotSupportSwitchMtu:NumericRange[]?
d VMwareDVSPortSetting DVPortSetting 4 vlan:VmwareDistributedVirtualSwitchVlanSpec? qosTag:IntPolicy? uplinkTeamingPolicy:VmwareUplinkPortTeamingPolicy? securityPolicy:DVSSecurityPolicy? ipfixEnabled:BoolPolicy?@6 txUplink:BoolPolicy? lacpPolicy:VMwareUplinkLacpPolicy?@7 macManagementPolicy:DVSMacManagementPolicy?@11 VNI:IntPolicy?@17
d VMwareDVSPortgroupPolicy DVPortgroupPolicy 4 vlanOverrideAllowed:boolean uplinkTeamingOverrideAllowed:boolean securityPolicyOverrideAllowed:boolean ipfixOverrideAllowed:boolean?@6 macManagementOverrideAllowed:boolean?@12
d VMwareDVSPvlanConfigSpec DynamicData 4 pvlanEntry:VMwareDVSPvlanMapEntry operation:string
d VMwareDVSPvlanMapEntry DynamicData 4 primaryVlanId:int secondaryVlanId:int pvlanType:string
d VMwareDVSTeamingHealthCheckConfig VMwareDVSHealthCheckConfig 7
d VMwareDVSTeamingHealthCheckResult HostMemberHealthCheckResult 7 teamingStatus:string
d VMwareDVSVlanHealthCheckResult HostMemberUplinkHealthCheckResult 7 trunkedVlan:NumericRange[]? untrunkedVlan:NumericRange[]?
d VMwareDVSVlanMtuHealthCheckConfig VMwareDVSHealthCheckConfig 7
d VMwareDVSVspanCapability DynamicData 7 mixedDestSupported:boolean dvportSupported:boolean remoteSourceSupported:boolean remoteDestSupported:boolean encapRemoteSourceSupported:boolean erspanProtocolSupported:boolean?@10 mirrorNetstackSupported:boolean?@11
d VMwareDVSVspanConfigSpec DynamicData 6 vspanSession:VMwareVspanSession operation:string
d VMwareDvsDpuCapability DynamicData 27 networkOffloadSupported:boolean? activeStandbyModeSupported:boolean?@31
d VMwareDvsIpfixCapability DynamicData 9 ipfixSupported:boolean? ipv6ForIpfixSupported:boolean? observationDomainIdSupported:boolean?
d VMwareDvsLacpCapability DynamicData 7 lacpSupported:boolean? multiLacpGroupSupported:boolean?@8 lacpFastModeSupported:boolean?@21
d VMwareDvsLacpGroupConfig DynamicData 8 key:string? name:string? mode:string? uplinkNum:int? loadbalanceAlgorithm:string? vlan:VMwareDvsLagVlanConfig? ipfix:VMwareDvsLagIpfixConfig? uplinkName:string[]? uplinkPortKey:string[]? timeoutMode:string?@21
d VMwareDvsLacpGroupSpec DynamicData 8 lacpGroupConfig:VMwareDvsLacpGroupConfig operation:string
d VMwareDvsLagIpfixConfig DynamicData 8 ipfixEnabled:boolean?
d VMwareDvsLagVlanConfig DynamicData 8 vlanId:NumericRange[]?
d VMwareDvsMtuCapability DynamicData 21 minMtuSupported:int maxMtuSupported:int
d VMwareIpfixConfig DynamicData 6 collectorIpAddress:string? collectorPort:int? observationDomainId:long?@9 activeFlowTimeout:int idleFlowTimeout:int?32 samplingRate:int internalFlowsOnly:boolean
d VMwareUplinkLacpPolicy InheritablePolicy 7 enable:BoolPolicy? mode:StringPolicy?
d VMwareUplinkPortOrderPolicy InheritablePolicy 4 activeUplinkPort:string[]? standbyUplinkPort:string[]?
d VMwareVspanPort DynamicData 6 portKey:string[]? uplinkPortName:string[]? wildcardPortConnecteeType:string[]? vlans:int[]?@7 ipAddress:string[]?@7
d VMwareVspanSession DynamicData 6 key:string? name:string? description:string? enabled:boolean sourcePortTransmitted:VMwareVspanPort? sourcePortReceived:VMwareVspanPort? destinationPort:VMwareVspanPort? encapsulationVlanId:int? stripOriginalVlan:boolean mirroredPacketLength:int? normalTrafficAllowed:boolean sessionType:string?@7 samplingRate:int?@7 encapType:string?@10 erspanId:int?@10 erspanCOS:int?@10 erspanGraNanosec:boolean?@10 netstack:string?@11
d VSANStretchedClusterHostVirtualApplianceStatus DynamicData 13 vcCluster:&ClusterComputeResource? isVirtualApp:boolean?
d VStorageObject DynamicData 10 config:VStorageObjectConfigInfo
d VStorageObjectAssociations DynamicData 11 id:ID vmDiskAssociations:VStorageObjectAssociationsVmDiskAssociations[]? fault:LocalizedMethodFault?
d VStorageObjectAssociationsVmDiskAssociations DynamicData 11 vmId:string diskKey:int
d VStorageObjectConfigInfo BaseConfigInfo 10 descriptorVersion:int?@29 capacityInMB:long consumptionType:string[]? consumerId:ID[]? virtualDiskFormat:string?@33
d VStorageObjectReconcileResult DynamicData 33 reconcileDetails:VStorageObjectReconcileResultReconcileDetail[]?
d VStorageObjectReconcileResultInvalidDiskPath DynamicData 33 path:string reason:string
d VStorageObjectReconcileResultReconcileDetail DynamicData 33 hostName:string? reconcileReportPath:string? isReconciled:boolean? isDeepScanned:boolean? numberOfReconcileIssues:int? numberOfFcdsBeforeReconcile:int? numberOfFcdsAfterReconcile:int? invalidDiskPaths:VStorageObjectReconcileResultInvalidDiskPath[]?
d VStorageObjectReconcileSpec DynamicData 33 datastore:&Datastore includeDiskPaths:string[]? excludeDiskPaths:string[]? deepScan:boolean? dryRun:boolean? generateReport:int?
d VStorageObjectSnapshot DynamicData 30 id:ID vclock:vslmVClockInfo usedCapacity:long?@33
d VStorageObjectSnapshotDetails DynamicData 13 path:string? changedBlockTrackingId:string?
d VStorageObjectSnapshotInfo DynamicData 11 snapshots:VStorageObjectSnapshotInfoVStorageObjectSnapshot[]?
d VStorageObjectSnapshotInfoVStorageObjectSnapshot DynamicData 11 id:ID? backingObjectId:string? createTime:dateTime description:string
d VStorageObjectStateInfo DynamicData 10 tentative:boolean?
d VVolHostPE DynamicData 9 key:&HostSystem protocolEndpoint:HostProtocolEndpoint[]
d VVolVmConfigFileUpdateResult DynamicData 10 succeededVmConfigFile:KeyValue[]? failedVmConfigFile:VVolVmConfigFileUpdateResultFailedVmConfigFileInfo[]?
d VVolVmConfigFileUpdateResultFailedVmConfigFileInfo DynamicData 10 targetConfigVVolId:string dsPath:string?@17 fault:LocalizedMethodFault
d VasaProviderContainerSpec DynamicData 9 vasaProviderInfo:VimVasaProviderInfo[]? scId:string deleted:boolean stretched:boolean?@31
d VcAgentUninstallFailedEvent HostEvent 4 reason:string?
d VcAgentUninstalledEvent HostEvent 4
d VcAgentUpgradeFailedEvent HostEvent 0 reason:string?@4
d VcAgentUpgradedEvent HostEvent 0
d VchaClusterConfigInfo DynamicData 10 failoverNodeInfo1:FailoverNodeInfo? failoverNodeInfo2:FailoverNodeInfo? witnessNodeInfo:WitnessNodeInfo? state:string
d VchaClusterConfigSpec DynamicData 10 passiveIp:string witnessIp:string
d VchaClusterDeploymentSpec DynamicData 10 passiveDeploymentSpec:PassiveNodeDeploymentSpec witnessDeploymentSpec:NodeDeploymentSpec activeVcSpec:SourceNodeSpec activeVcNetworkConfig:ClusterNetworkConfigSpec?
d VchaClusterHealth DynamicData 10 runtimeInfo:VchaClusterRuntimeInfo healthMessages:LocalizableMessage[]? additionalInformation:LocalizableMessage[]?
d VchaClusterNetworkSpec DynamicData 10 witnessNetworkSpec:NodeNetworkSpec passiveNetworkSpec:PassiveNodeNetworkSpec
d VchaClusterRuntimeInfo DynamicData 10 clusterState:string nodeInfo:VchaNodeRuntimeInfo[]? clusterMode:string
d VchaNodeRuntimeInfo DynamicData 10 nodeState:string nodeRole:string nodeIp:string
d VimAccountPasswordChangedEvent HostEvent 1
d VimClusterVSANPreferredFaultDomainInfo DynamicData 13 preferredFaultDomainName:string? preferredFaultDomainId:string?
d VimClusterVSANStretchedClusterCapability DynamicData 13 hostMoId:string connStatus:string? isSupported:boolean? hostCapability:VimHostVSANStretchedClusterHostCapability?
d VimClusterVSANStretchedClusterFaultDomainConfig DynamicData 13 firstFdName:string firstFdHosts:&HostSystem[] secondFdName:string secondFdHosts:&HostSystem[]
d VimClusterVSANWitnessHostInfo DynamicData 13 nodeUuid:string faultDomainName:string? preferredFdName:string? preferredFdUuid:string? unicastAgentAddr:string? host:&HostSystem?
d VimClusterVsanDiskMappingsConfigSpec DynamicData 13 hostDiskMappings:VimClusterVsanHostDiskMapping[]
d VimClusterVsanFaultDomainSpec DynamicData 13 hosts:&HostSystem[]? name:string
d VimClusterVsanFaultDomainsConfigSpec DynamicData 13 faultDomains:VimClusterVsanFaultDomainSpec[] witness:VimClusterVsanWitnessSpec?
d VimClusterVsanHostDiskMapping DynamicData 13 host:&HostSystem cacheDisks:HostScsiDisk[]? capacityDisks:HostScsiDisk[]? type:string
d VimClusterVsanWitnessSpec DynamicData 13 host:&HostSystem preferredFaultDomainName:string diskMapping:VsanHostDiskMapping?
d VimFault MethodFault 0
d VimHostVSANStretchedClusterHostCapability DynamicData 13 featureVersion:string
d VimVasaProvider DynamicData 9 uid:string?@11 url:string name:string? selfSignedCertificate:string? vhostConfig:VimVasaProviderVirtualHostConfig?@29 versionId:int?@29
d VimVasaProviderInfo DynamicData 9 provider:VimVasaProvider arrayState:VimVasaProviderStatePerArray[]?
d VimVasaProviderStatePerArray DynamicData 9 priority:int arrayId:string active:boolean
d VimVasaProviderVirtualHostConfig DynamicData 29 vhostName:string? serviceHost:string servicePort:int?
d VimVsanDataEfficiencyCapacityState DynamicData 13 logicalCapacity:long? logicalCapacityUsed:long? physicalCapacity:long? physicalCapacityUsed:long?
d VimVsanHostDiskMapInfoEx DynamicData 13 mapping:VsanHostDiskMapping isMounted:boolean isAllFlash:boolean isDataEfficiency:boolean?
d VimVsanHostDiskMappingCreationSpec DynamicData 13 host:&HostSystem cacheDisks:HostScsiDisk[]? capacityDisks:HostScsiDisk[]? creationType:string
d VimVsanHostVsanDiskManagementSystemCapability DynamicData 13 version:string
d VimVsanHostVsanHostCapability DynamicData 13 host:&HostSystem isSupported:boolean isLicensed:boolean
d VimVsanReconfigSpec SDDCBase 13 vsanClusterConfig:VsanClusterConfigInfo? dataEfficiencyConfig:VsanDataEfficiencyConfig? diskMappingSpec:VimClusterVsanDiskMappingsConfigSpec? faultDomainsSpec:VimClusterVsanFaultDomainsConfigSpec? modify:boolean allowReducedRedundancy:boolean? iscsiSpec:VsanIscsiTargetServiceSpec?
d VirtualAHCIController VirtualSATAController 8
d VirtualAHCIControllerOption VirtualSATAControllerOption 8
d VirtualAppImportSpec ImportSpec 4 name:string vAppConfigSpec:VAppConfigSpec resourcePoolSpec:ResourceConfigSpec child:ImportSpec[]?
d VirtualAppLinkInfo DynamicData 5 key:&ManagedEntity destroyWithParent:boolean?
d VirtualAppSummary ResourcePoolSummary 4 product:VAppProductInfo? vAppState:VirtualAppVAppState? suspended:boolean?@5 installBootRequired:boolean? instanceUuid:string?@5
d VirtualBusLogicController VirtualSCSIController 0
d VirtualBusLogicControllerOption VirtualSCSIControllerOption 0
d VirtualCdrom VirtualDevice 0
d VirtualCdromAtapiBackingInfo VirtualDeviceDeviceBackingInfo 0
d VirtualCdromAtapiBackingOption VirtualDeviceDeviceBackingOption 0
d VirtualCdromIsoBackingInfo VirtualDeviceFileBackingInfo 0
d VirtualCdromIsoBackingOption VirtualDeviceFileBackingOption 0
d VirtualCdromOption VirtualDeviceOption 0
d VirtualCdromPassthroughBackingInfo VirtualDeviceDeviceBackingInfo 0 exclusive:boolean
d VirtualCdromPassthroughBackingOption VirtualDeviceDeviceBackingOption 0 exclusive:BoolOption
d VirtualCdromRemoteAtapiBackingInfo VirtualDeviceRemoteDeviceBackingInfo 0
d VirtualCdromRemoteAtapiBackingOption VirtualDeviceDeviceBackingOption 0
d VirtualCdromRemotePassthroughBackingInfo VirtualDeviceRemoteDeviceBackingInfo 0 exclusive:boolean
d VirtualCdromRemotePassthroughBackingOption VirtualDeviceRemoteDeviceBackingOption 0 exclusive:BoolOption
d VirtualController VirtualDevice 0 busNumber:int device:int[]?
d VirtualControllerOption VirtualDeviceOption 0 devices:IntOption supportedDevice:TypeName[]?
d VirtualDevice DynamicData 0 key:int deviceInfo:Description? backing:VirtualDeviceBackingInfo? connectable:VirtualDeviceConnectInfo? slotInfo:VirtualDeviceBusSlotInfo?@7 controllerKey:int? unitNumber:int? numaNode:int?@27 deviceGroupInfo:VirtualDeviceDeviceGroupInfo?@27
d VirtualDeviceBackingInfo DynamicData 0
d VirtualDeviceBackingOption DynamicData 0 type:TypeName
d VirtualDeviceBusSlotInfo DynamicData 7
d VirtualDeviceBusSlotOption DynamicData 7 type:TypeName
d VirtualDeviceConfigSpec DynamicData 0 operation:VirtualDeviceConfigSpecOperation? fileOperation:VirtualDeviceConfigSpecFileOperation? device:VirtualDevice profile:VirtualMachineProfileSpec[]?@8 backing:VirtualDeviceConfigSpecBackingSpec?@10 filterSpec:VirtualMachineBaseIndependentFilterSpec[]?@22 changeMode:string?@27
d VirtualDeviceConfigSpecBackingSpec DynamicData 10 parent:VirtualDeviceConfigSpecBackingSpec? crypto:CryptoSpec?
d VirtualDeviceConnectInfo DynamicData 0 migrateConnect:string?@11 startConnected:boolean allowGuestControl:boolean connected:boolean status:string?@4
d VirtualDeviceConnectOption DynamicData 0 startConnected:BoolOption allowGuestControl:BoolOption
d VirtualDeviceDeviceBackingInfo VirtualDeviceBackingInfo 0 deviceName:string useAutoDetect:boolean?@1
d VirtualDeviceDeviceBackingOption VirtualDeviceBackingOption 0 autoDetectAvailable:BoolOption@1
d VirtualDeviceDeviceGroupInfo DynamicData 27 groupInstanceKey:int sequenceId:int
d VirtualDeviceFileBackingInfo VirtualDeviceBackingInfo 0 fileName:string datastore:&Datastore? backingObjectId:string?@8
d VirtualDeviceFileBackingOption VirtualDeviceBackingOption 0 fileNameExtensions:ChoiceOption?
d VirtualDeviceOption DynamicData 0 type:TypeName connectOption:VirtualDeviceConnectOption? busSlotOption:VirtualDeviceBusSlotOption?@7 controllerType:TypeName? autoAssignController:BoolOption? backingOption:VirtualDeviceBackingOption[]? defaultBackingOptionIndex:int? licensingLimit:string[]? deprecated:boolean plugAndPlay:boolean hotRemoveSupported:boolean@3 numaSupported:boolean?@27
d VirtualDevicePciBusSlotInfo VirtualDeviceBusSlotInfo 7 pciSlotNumber:int
d VirtualDevicePipeBackingInfo VirtualDeviceBackingInfo 0 pipeName:string
d VirtualDevicePipeBackingOption VirtualDeviceBackingOption 0
d VirtualDeviceRemoteDeviceBackingInfo VirtualDeviceBackingInfo 0 deviceName:string useAutoDetect:boolean?@1
d VirtualDeviceRemoteDeviceBackingOption VirtualDeviceBackingOption 0 autoDetectAvailable:BoolOption@1
d VirtualDeviceURIBackingInfo VirtualDeviceBackingInfo 5 serviceURI:string direction:string proxyURI:string?
d VirtualDeviceURIBackingOption VirtualDeviceBackingOption 5 directions:ChoiceOption
d VirtualDisk VirtualDevice 0 capacityInKB:long capacityInBytes:long?@8 shares:SharesInfo? storageIOAllocation:StorageIOAllocationInfo?@5 diskObjectId:string?@8 vFlashCacheConfigInfo:VirtualDiskVFlashCacheConfigInfo?@8 iofilter:string[]?@9 vDiskId:ID?@10 vDiskVersion:int?@29 virtualDiskFormat:string?@33 nativeUnmanagedLinkedClone:boolean?@11 independentFilters:VirtualMachineBaseIndependentFilterSpec[]?@22 guestReadOnly:boolean?@30
d VirtualDiskAntiAffinityRuleSpec ClusterRuleInfo 6 diskId:int[]
d VirtualDiskBlocksNotFullyProvisioned DeviceBackingNotSupported 4
d VirtualDiskConfigSpec VirtualDeviceConfigSpec 8 diskMoveType:string?@9 migrateCache:boolean?
d VirtualDiskDeltaDiskFormatsSupported DynamicData 7 datastoreType:TypeName deltaDiskFormat:ChoiceOption
d VirtualDiskFlatVer1BackingInfo VirtualDeviceFileBackingInfo 0 diskMode:string split:boolean? writeThrough:boolean? contentId:string?@4 parent:VirtualDiskFlatVer1BackingInfo?@4
d VirtualDiskFlatVer1BackingOption VirtualDeviceFileBackingOption 0 diskMode:ChoiceOption split:BoolOption writeThrough:BoolOption growable:boolean
d VirtualDiskFlatVer2BackingInfo VirtualDeviceFileBackingInfo 0 diskMode:string split:boolean? writeThrough:boolean? thinProvisioned:boolean? eagerlyScrub:boolean?@4 uuid:string?@1 contentId:string?@4 changeId:string?@4 parent:VirtualDiskFlatVer2BackingInfo?@4 deltaDiskFormat:string?@6 digestEnabled:boolean?@6 deltaGrainSize:int?@7 deltaDiskFormatVariant:string?@9 sharing:string?@9 keyId:CryptoKeyId?@10
d VirtualDiskFlatVer2BackingOption VirtualDeviceFileBackingOption 0 diskMode:ChoiceOption split:BoolOption writeThrough:BoolOption growable:boolean hotGrowable:boolean@1 uuid:boolean@1 thinProvisioned:BoolOption@4 eagerlyScrub:BoolOption@4 deltaDiskFormat:ChoiceOption@6 deltaDiskFormatsSupported:VirtualDiskDeltaDiskFormatsSupported[]@7 virtualDiskFormat:ChoiceOption?@33
d VirtualDiskId DynamicData 6 vm:&VirtualMachine diskId:int
d VirtualDiskLocalPMemBackingInfo VirtualDeviceFileBackingInfo 11 diskMode:string uuid:string? volumeUUID:string? contentId:string?
d VirtualDiskLocalPMemBackingOption VirtualDeviceFileBackingOption 11 diskMode:ChoiceOption growable:boolean hotGrowable:boolean uuid:boolean
d VirtualDiskModeNotSupported DeviceNotSupported 5 mode:string
d VirtualDiskOption VirtualDeviceOption 0 capacityInKB:LongOption ioAllocationOption:StorageIOAllocationOption@5 vFlashCacheConfigOption:VirtualDiskOptionVFlashCacheConfigOption?@8
d VirtualDiskOptionVFlashCacheConfigOption DynamicData 8 cacheConsistencyType:ChoiceOption cacheMode:ChoiceOption reservationInMB:LongOption blockSizeInKB:LongOption
d VirtualDiskPartitionedRawDiskVer2BackingInfo VirtualDiskRawDiskVer2BackingInfo 0 partition:int[]
d VirtualDiskPartitionedRawDiskVer2BackingOption VirtualDiskRawDiskVer2BackingOption 0
d VirtualDiskRawDiskMappingVer1BackingInfo VirtualDeviceFileBackingInfo 0 lunUuid:string? deviceName:string? compatibilityMode:string? diskMode:string? uuid:string?@1 contentId:string?@4 changeId:string?@4 parent:VirtualDiskRawDiskMappingVer1BackingInfo?@4 deltaDiskFormat:string?@11 deltaGrainSize:int?@11 sharing:string?@9
d VirtualDiskRawDiskMappingVer1BackingOption VirtualDeviceDeviceBackingOption 0 descriptorFileNameExtensions:ChoiceOption? compatibilityMode:ChoiceOption diskMode:ChoiceOption uuid:boolean@1 virtualDiskFormat:ChoiceOption?@33
d VirtualDiskRawDiskVer2BackingInfo VirtualDeviceDeviceBackingInfo 0 descriptorFileName:string uuid:string?@1 changeId:string?@4 sharing:string?@9
d VirtualDiskRawDiskVer2BackingOption VirtualDeviceDeviceBackingOption 0 descriptorFileNameExtensions:ChoiceOption uuid:boolean@1
d VirtualDiskRuleSpec ClusterRuleInfo 11 diskRuleType:string diskId:int[]?
d VirtualDiskSeSparseBackingInfo VirtualDeviceFileBackingInfo 7 diskMode:string writeThrough:boolean? uuid:string? contentId:string? changeId:string? parent:VirtualDiskSeSparseBackingInfo? deltaDiskFormat:string? digestEnabled:boolean? grainSize:int? keyId:CryptoKeyId?@10
d VirtualDiskSeSparseBackingOption VirtualDeviceFileBackingOption 7 diskMode:ChoiceOption writeThrough:BoolOption growable:boolean hotGrowable:boolean uuid:boolean deltaDiskFormatsSupported:VirtualDiskDeltaDiskFormatsSupported[] virtualDiskFormat:ChoiceOption?@33
d VirtualDiskSparseVer1BackingInfo VirtualDeviceFileBackingInfo 0 diskMode:string split:boolean? writeThrough:boolean? spaceUsedInKB:long? contentId:string?@4 parent:VirtualDiskSparseVer1BackingInfo?@4
d VirtualDiskSparseVer1BackingOption VirtualDeviceFileBackingOption 0 diskModes:ChoiceOption split:BoolOption writeThrough:BoolOption growable:boolean
d VirtualDiskSparseVer2BackingInfo VirtualDeviceFileBackingInfo 0 diskMode:string split:boolean? writeThrough:boolean? spaceUsedInKB:long? uuid:string?@1 contentId:string?@4 changeId:string?@4 parent:VirtualDiskSparseVer2BackingInfo?@4 keyId:CryptoKeyId?@10
d VirtualDiskSparseVer2BackingOption VirtualDeviceFileBackingOption 0 diskMode:ChoiceOption split:BoolOption writeThrough:BoolOption growable:boolean hotGrowable:boolean@1 uuid:boolean@1 virtualDiskFormat:ChoiceOption?@33
d VirtualDiskSpec DynamicData 1 diskType:string adapterType:string
d VirtualDiskVFlashCacheConfigInfo DynamicData 8 vFlashModule:string? reservationInMB:long? cacheConsistencyType:string? cacheMode:string? blockSizeInKB:long?
d VirtualE1000 VirtualEthernetCard 0
d VirtualE1000Option VirtualEthernetCardOption 0
d VirtualE1000e VirtualEthernetCard 6
d VirtualE1000eOption VirtualEthernetCardOption 6
d VirtualEnsoniq1371 VirtualSoundCard 0
d VirtualEnsoniq1371Option VirtualSoundCardOption 0
d VirtualEthernetCard VirtualDevice 0 addressType:string? macAddress:string? wakeOnLanEnabled:boolean? resourceAllocation:VirtualEthernetCardResourceAllocation?@9 externalId:string?@9 uptCompatibilityEnabled:boolean?@9 subnetId:string?@33
d VirtualEthernetCardDVPortBackingOption VirtualDeviceBackingOption 4
d VirtualEthernetCardDistributedVirtualPortBackingInfo VirtualDeviceBackingInfo 4 port:DistributedVirtualSwitchPortConnection
d VirtualEthernetCardLegacyNetworkBackingInfo VirtualDeviceDeviceBackingInfo 0
d VirtualEthernetCardLegacyNetworkBackingOption VirtualDeviceDeviceBackingOption 0
d VirtualEthernetCardNetworkBackingInfo VirtualDeviceDeviceBackingInfo 0 network:&Network? inPassthroughMode:boolean?@3
d VirtualEthernetCardNetworkBackingOption VirtualDeviceDeviceBackingOption 0
d VirtualEthernetCardNotSupported DeviceNotSupported 1
d VirtualEthernetCardOpaqueNetworkBackingInfo VirtualDeviceBackingInfo 8 opaqueNetworkId:string opaqueNetworkType:string
d VirtualEthernetCardOpaqueNetworkBackingOption VirtualDeviceBackingOption 8
d VirtualEthernetCardOption VirtualDeviceOption 0 supportedOUI:ChoiceOption macType:ChoiceOption wakeOnLanEnabled:BoolOption vmDirectPathGen2Supported:boolean?13@5 uptCompatibilityEnabled:BoolOption?@9
d VirtualEthernetCardResourceAllocation DynamicData 9 reservation:long? share:SharesInfo limit:long?
d VirtualFloppy VirtualDevice 0
d VirtualFloppyDeviceBackingInfo VirtualDeviceDeviceBackingInfo 0
d VirtualFloppyDeviceBackingOption VirtualDeviceDeviceBackingOption 0
d VirtualFloppyImageBackingInfo VirtualDeviceFileBackingInfo 0
d VirtualFloppyImageBackingOption VirtualDeviceFileBackingOption 0
d VirtualFloppyOption VirtualDeviceOption 0
d VirtualFloppyRemoteDeviceBackingInfo VirtualDeviceRemoteDeviceBackingInfo 0
d VirtualFloppyRemoteDeviceBackingOption VirtualDeviceRemoteDeviceBackingOption 0
d VirtualHardware DynamicData 0 numCPU:int numCoresPerSocket:int?@6 autoCoresPerSocket:boolean?@27 memoryMB:int virtualICH7MPresent:boolean?@6 virtualSMCPresent:boolean?@6 device:VirtualDevice[]? motherboardLayout:string?@27 simultaneousThreads:int?@27
d VirtualHardwareCompatibilityIssue VmConfigFault 0
d VirtualHardwareOption DynamicData 0 hwVersion:int virtualDeviceOption:VirtualDeviceOption[] deviceListReadonly:boolean numCPU:int[] numCoresPerSocket:IntOption@6 autoCoresPerSocket:BoolOption?@27 numCpuReadonly:boolean memoryMB:LongOption numPCIControllers:IntOption numIDEControllers:IntOption numUSBControllers:IntOption numUSBXHCIControllers:IntOption@6 numSIOControllers:IntOption numPS2Controllers:IntOption licensingLimit:string[]? numSupportedWwnPorts:IntOption?@4 numSupportedWwnNodes:IntOption?@4 resourceConfigOption:ResourceConfigOption@5 numNVDIMMControllers:IntOption?@11 numTPMDevices:IntOption?@11 numWDTDevices:IntOption?@17 numPrecisionClockDevices:IntOption?@17 epcMemoryMB:LongOption?@17 acpiHostBridgesFirmware:string[]?@27 numCpuSimultaneousThreads:IntOption?@27 numNumaNodes:IntOption?@27 numDeviceGroups:IntOption?@27 deviceGroupTypes:TypeName[]?@27
d VirtualHardwareVersionNotSupported VirtualHardwareCompatibilityIssue 0 hostName:string@1 host:&HostSystem@1
d VirtualHdAudioCard VirtualSoundCard 6
d VirtualHdAudioCardOption VirtualSoundCardOption 6
d VirtualIDEController VirtualController 0
d VirtualIDEControllerOption VirtualControllerOption 0 numIDEDisks:IntOption numIDECdroms:IntOption
d VirtualKeyboard VirtualDevice 0
d VirtualKeyboardOption VirtualDeviceOption 0
d VirtualLsiLogicController VirtualSCSIController 0
d VirtualLsiLogicControllerOption VirtualSCSIControllerOption 0
d VirtualLsiLogicSASController VirtualSCSIController 3
d VirtualLsiLogicSASControllerOption VirtualSCSIControllerOption 3
d VirtualMachineAffinityInfo DynamicData 0 affinitySet:int[]?
d VirtualMachineBaseIndependentFilterSpec DynamicData 22
d VirtualMachineBootOptions DynamicData 1 bootDelay:long? enterBIOSSetup:boolean? efiSecureBootEnabled:boolean?@10 bootRetryEnabled:boolean?@5 bootRetryDelay:long?@5 bootOrder:VirtualMachineBootOptionsBootableDevice[]?@6 networkBootProtocol:string?@9
d VirtualMachineBootOptionsBootableCdromDevice VirtualMachineBootOptionsBootableDevice 6
d VirtualMachineBootOptionsBootableDevice DynamicData 6
d VirtualMachineBootOptionsBootableDiskDevice VirtualMachineBootOptionsBootableDevice 6 deviceKey:int
d VirtualMachineBootOptionsBootableEthernetDevice VirtualMachineBootOptionsBootableDevice 6 deviceKey:int
d VirtualMachineBootOptionsBootableFloppyDevice VirtualMachineBootOptionsBootableDevice 6
d VirtualMachineCapability DynamicData 0 snapshotOperationsSupported:boolean multipleSnapshotsSupported:boolean snapshotConfigSupported:boolean poweredOffSnapshotsSupported:boolean memorySnapshotsSupported:boolean revertToSnapshotSupported:boolean quiescedSnapshotsSupported:boolean disableSnapshotsSupported:boolean@1 lockSnapshotsSupported:boolean@1 consolePreferencesSupported:boolean cpuFeatureMaskSupported:boolean s1AcpiManagementSupported:boolean settingScreenResolutionSupported:boolean toolsAutoUpdateSupported:boolean vmNpivWwnSupported:boolean@1 npivWwnOnNonRdmVmSupported:boolean@1 vmNpivWwnDisableSupported:boolean@4 vmNpivWwnUpdateSupported:boolean@4 swapPlacementSupported:boolean@1 toolsSyncTimeSupported:boolean@1 virtualMmuUsageSupported:boolean@1 diskSharesSupported:boolean@1 bootOptionsSupported:boolean@1 bootRetryOptionsSupported:boolean@5 settingVideoRamSizeSupported:boolean@1 settingDisplayTopologySupported:boolean@3 recordReplaySupported:boolean@4 changeTrackingSupported:boolean@4 multipleCoresPerSocketSupported:boolean@6 hostBasedReplicationSupported:boolean@6 guestAutoLockSupported:boolean@6 memoryReservationLockSupported:boolean@6 featureRequirementSupported:boolean@7 poweredOnMonitorTypeChangeSupported:boolean@7 seSparseDiskSupported:boolean@7 nestedHVSupported:boolean@7 vPMCSupported:boolean@7 secureBootSupported:boolean?@10 perVmEvcSupported:boolean?@11 virtualMmuUsageIgnored:boolean?@11 virtualExecUsageIgnored:boolean?@11 diskOnlySnapshotOnSuspendedVMSupported:boolean?@11 suspendToMemorySupported:boolean?@21 toolsSyncTimeAllowSupported:boolean?@19 sevSupported:boolean?@19 pmemFailoverSupported:boolean?@21 requireSgxAttestationSupported:boolean?@27 changeModeDisksSupported:boolean?@27 vendorDeviceGroupSupported:boolean?@29 sevSnpSupported:boolean?@33 tdxSupported:boolean?@33
d VirtualMachineCdromInfo VirtualMachineTargetInfo 0 description:string?@10
d VirtualMachineCertThumbprint DynamicData 24 thumbprint:string hashAlgorithm:string?
d VirtualMachineCloneSpec DynamicData 0 location:VirtualMachineRelocateSpec template:boolean config:VirtualMachineConfigSpec? customization:CustomizationSpec? powerOn:boolean snapshot:&VirtualMachineSnapshot?@4 memory:boolean?@8 tpmProvisionPolicy:string?@27
d VirtualMachineConfigInfo DynamicData 0 changeVersion:string modified:dateTime name:string guestFullName:string version:string uuid:string createDate:dateTime?@11 instanceUuid:string?@4 npivNodeWorldWideName:long[]?@1 npivPortWorldWideName:long[]?@1 npivWorldWideNameType:string?@1 npivDesiredNodeWwns:short?@4 npivDesiredPortWwns:short?@4 npivTemporaryDisabled:boolean?@4 npivOnNonRdmDisks:boolean?@4 locationId:string? template:boolean guestId:string alternateGuestName:string@1 annotation:string? files:VirtualMachineFileInfo tools:ToolsConfigInfo? flags:VirtualMachineFlagInfo consolePreferences:VirtualMachineConsolePreferences? defaultPowerOps:VirtualMachineDefaultPowerOpInfo rebootPowerOff:boolean?@27 hardware:VirtualHardware vcpuConfig:VirtualMachineVcpuConfig[]?@17 cpuAllocation:ResourceAllocationInfo? memoryAllocation:ResourceAllocationInfo? latencySensitivity:LatencySensitivity?@7 memoryHotAddEnabled:boolean?@3 cpuHotAddEnabled:boolean?@3 cpuHotRemoveEnabled:boolean?@3 hotPlugMemoryLimit:long?@3 hotPlugMemoryIncrementSize:long?@3 cpuAffinity:VirtualMachineAffinityInfo? memoryAffinity:VirtualMachineAffinityInfo? networkShaper:VirtualMachineNetworkShaperInfo? extraConfig:OptionValue[]? cpuFeatureMask:HostCpuIdInfo[]? datastoreUrl:VirtualMachineConfigInfoDatastoreUrlPair[]? swapPlacement:string?@1 bootOptions:VirtualMachineBootOptions?@1 ftInfo:FaultToleranceConfigInfo?@4 repConfig:ReplicationConfigSpec?@9 vAppConfig:VmConfigInfo?@4 vAssertsEnabled:boolean?@4 changeTrackingEnabled:boolean?@4 firmware:string?@6 maxMksConnections:int?@6 guestAutoLockEnabled:boolean?@6 managedBy:ManagedByInfo?@6 memoryReservationLockedToMax:boolean?@6 initialOverhead:VirtualMachineConfigInfoOverheadInfo?@6 nestedHVEnabled:boolean?@7 vPMCEnabled:boolean?@7 scheduledHardwareUpgradeInfo:ScheduledHardwareUpgradeInfo?@7 forkConfigInfo:VirtualMachineForkConfigInfo?@9 vFlashCacheReservation:long?@8 vmxConfigChecksum:base64Binary?@9 messageBusTunnelEnabled:boolean?@9 vmStorageObjectId:string?@9 swapStorageObjectId:string?@9 keyId:CryptoKeyId?@10 guestIntegrityInfo:VirtualMachineGuestIntegrityInfo?@10 migrateEncryption:string?@10 sgxInfo:VirtualMachineSgxInfo?@17 contentLibItemInfo:VirtualMachineContentLibraryItemInfo?@17 ftEncryptionMode:string?@21 guestMonitoringModeInfo:VirtualMachineGuestMonitoringModeInfo?@17 sevEnabled:boolean?@19 numaInfo:VirtualMachineVirtualNumaInfo?@27 pmemFailoverEnabled:boolean?@21 vmxStatsCollectionEnabled:boolean?@24 vmOpNotificationToAppEnabled:boolean?@23 vmOpNotificationTimeout:long?@27 deviceSwap:VirtualMachineVirtualDeviceSwap?@27 pmem:VirtualMachineVirtualPMem?@23 deviceGroups:VirtualMachineVirtualDeviceGroups?@27 fixedPassthruHotPlugEnabled:boolean?@29 metroFtEnabled:boolean?@31 vmxRuntimeConfig:OptionValue[]?@33 metroFtHostGroup:string?@31 tdxEnabled:boolean?@33 sevSnpEnabled:boolean?@33
d VirtualMachineConfigInfoDatastoreUrlPair DynamicData 0 name:string url:string
d VirtualMachineConfigInfoOverheadInfo DynamicData 6 initialMemoryReservation:long? initialSwapReservation:long?
d VirtualMachineConfigOption DynamicData 0 version:string description:string guestOSDescriptor:GuestOsDescriptor[] guestOSDefaultIndex:int hardwareOptions:VirtualHardwareOption capabilities:VirtualMachineCapability datastore:DatastoreOption defaultDevice:VirtualDevice[]? supportedMonitorType:string[]@1 supportedOvfEnvironmentTransport:string[]?@4 supportedOvfInstallTransport:string[]?@4 propertyRelations:VirtualMachinePropertyRelation[]?@11
d VirtualMachineConfigOptionDescriptor DynamicData 0 key:string description:string? host:&HostSystem[]? createSupported:boolean@3 defaultConfigOption:boolean@3 runSupported:boolean@7 upgradeSupported:boolean@7
d VirtualMachineConfigSpec DynamicData 0 changeVersion:string? name:string? version:string? createDate:dateTime?@11 uuid:string? instanceUuid:string?@4 npivNodeWorldWideName:long[]?@1 npivPortWorldWideName:long[]?@1 npivWorldWideNameType:string?@1 npivDesiredNodeWwns:short?@4 npivDesiredPortWwns:short?@4 npivTemporaryDisabled:boolean?@4 npivOnNonRdmDisks:boolean?@4 npivWorldWideNameOp:string?@1 locationId:string? guestId:string? alternateGuestName:string?@1 annotation:string? files:VirtualMachineFileInfo? tools:ToolsConfigInfo? flags:VirtualMachineFlagInfo? consolePreferences:VirtualMachineConsolePreferences? powerOpInfo:VirtualMachineDefaultPowerOpInfo? rebootPowerOff:boolean?@27 numCPUs:int? vcpuConfig:VirtualMachineVcpuConfig[]?@17 numCoresPerSocket:int?@6 memoryMB:long? memoryHotAddEnabled:boolean?@3 cpuHotAddEnabled:boolean?@3 cpuHotRemoveEnabled:boolean?@3 virtualICH7MPresent:boolean?@6 virtualSMCPresent:boolean?@6 deviceChange:VirtualDeviceConfigSpec[]? cpuAllocation:ResourceAllocationInfo? memoryAllocation:ResourceAllocationInfo? latencySensitivity:LatencySensitivity?@7 cpuAffinity:VirtualMachineAffinityInfo? memoryAffinity:VirtualMachineAffinityInfo? networkShaper:VirtualMachineNetworkShaperInfo? cpuFeatureMask:VirtualMachineCpuIdInfoSpec[]? extraConfig:OptionValue[]? swapPlacement:string?@1 bootOptions:VirtualMachineBootOptions?@1 vAppConfig:VmConfigSpec?@4 ftInfo:FaultToleranceConfigInfo?@4 repConfig:ReplicationConfigSpec?@9 vAppConfigRemoved:boolean?@4 vAssertsEnabled:boolean?@4 changeTrackingEnabled:boolean?@4 firmware:string?@6 maxMksConnections:int?@6 guestAutoLockEnabled:boolean?@6 managedBy:ManagedByInfo?@6 memoryReservationLockedToMax:boolean?@6 nestedHVEnabled:boolean?@7 vPMCEnabled:boolean?@7 scheduledHardwareUpgradeInfo:ScheduledHardwareUpgradeInfo?@7 vmProfile:VirtualMachineProfileSpec[]?@8 messageBusTunnelEnabled:boolean?@9 crypto:CryptoSpec?@10 migrateEncryption:string?@10 sgxInfo:VirtualMachineSgxInfo?@17 ftEncryptionMode:string?@21 guestMonitoringModeInfo:VirtualMachineGuestMonitoringModeInfo?@17 sevEnabled:boolean?@19 virtualNuma:VirtualMachineVirtualNuma?@27 motherboardLayout:string?@27 pmemFailoverEnabled:boolean?@21 vmxStatsCollectionEnabled:boolean?@24 vmOpNotificationToAppEnabled:boolean?@23 vmOpNotificationTimeout:long?@27 deviceSwap:VirtualMachineVirtualDeviceSwap?@27 simultaneousThreads:int?@27 pmem:VirtualMachineVirtualPMem?@23 deviceGroups:VirtualMachineVirtualDeviceGroups?@27 fixedPassthruHotPlugEnabled:boolean?@29 metroFtEnabled:boolean?@31 metroFtHostGroup:string?@31 tdxEnabled:boolean?@33 sevSnpEnabled:boolean?@33
d VirtualMachineConfigSummary DynamicData 0 name:string template:boolean vmPathName:string memorySizeMB:int? cpuReservation:int? memoryReservation:int? numCpu:int? numEthernetCards:int? numVirtualDisks:int? uuid:string? instanceUuid:string?@4 guestId:string? guestFullName:string? annotation:string? product:VAppProductInfo?@4 installBootRequired:boolean?@4 ftInfo:FaultToleranceConfigInfo?@4 managedBy:ManagedByInfo?@6 tpmPresent:boolean?@11 numVmiopBackings:int?@11 hwVersion:string?@16
d VirtualMachineConnection DynamicData 19 label:string client:string userName:string
d VirtualMachineConsolePreferences DynamicData 0 powerOnWhenOpened:boolean? enterFullScreenOnPowerOn:boolean? closeOnPowerOffOrSuspend:boolean?
d VirtualMachineContentLibraryItemInfo DynamicData 17 contentLibraryItemUuid:string contentLibraryItemVersion:string?
d VirtualMachineCpuIdInfoSpec ArrayUpdateSpec 0 info:HostCpuIdInfo?
d VirtualMachineDatastoreInfo VirtualMachineTargetInfo 0 datastore:DatastoreSummary capability:DatastoreCapability maxFileSize:long maxVirtualDiskCapacity:long?@8 maxPhysicalRDMFileSize:long?@9 maxVirtualRDMFileSize:long?@9 mode:string vStorageSupport:string?@6 supportedVDiskFormats:string[]?@33
d VirtualMachineDatastoreVolumeOption DynamicData 0 fileSystemType:TypeName majorVersion:int?
d VirtualMachineDefaultPowerOpInfo DynamicData 0 powerOffType:string? suspendType:string? resetType:string? defaultPowerOffType:string? defaultSuspendType:string? defaultResetType:string? standbyAction:string?
d VirtualMachineDefaultProfileSpec VirtualMachineProfileSpec 9
d VirtualMachineDefinedProfileSpec VirtualMachineProfileSpec 8 profileId:string replicationSpec:ReplicationSpec?@10 profileData:VirtualMachineProfileRawData? profileParams:KeyValue[]?@11
d VirtualMachineDeviceRuntimeInfo DynamicData 5 runtimeState:VirtualMachineDeviceRuntimeInfoDeviceRuntimeState key:int
d VirtualMachineDeviceRuntimeInfoDeviceRuntimeState DynamicData 5
d VirtualMachineDeviceRuntimeInfoVirtualEthernetCardRuntimeState VirtualMachineDeviceRuntimeInfoDeviceRuntimeState 5 vmDirectPathGen2Active:boolean?13 vmDirectPathGen2InactiveReasonVm:string[]? vmDirectPathGen2InactiveReasonOther:string[]? vmDirectPathGen2InactiveReasonExtended:string? uptv2Active:boolean?@27 uptv2InactiveReasonVm:string[]?@27 uptv2InactiveReasonOther:string[]?@27 reservationStatus:string?@8 attachmentStatus:string?@11 featureRequirement:VirtualMachineFeatureRequirement[]?@11
d VirtualMachineDiskDeviceInfo VirtualMachineTargetInfo 0 capacity:long? vm:&VirtualMachine[]?
d VirtualMachineDisplayTopology DynamicData 3 x:int y:int width:int height:int
d VirtualMachineDvxClassInfo DynamicData 27 deviceClass:ElementDescription vendorName:string sriovNic:boolean configParams:OptionDef[]?
d VirtualMachineDynamicPassthroughInfo VirtualMachineTargetInfo 17 vendorName:string deviceName:string customLabel:string? vendorId:int deviceId:int
d VirtualMachineEmptyIndependentFilterSpec VirtualMachineBaseIndependentFilterSpec 22
d VirtualMachineEmptyProfileSpec VirtualMachineProfileSpec 8
d VirtualMachineFeatureRequirement DynamicData 7 key:string featureName:string value:string
d VirtualMachineFileInfo DynamicData 0 vmPathName:string? snapshotDirectory:string? suspendDirectory:string? logDirectory:string? ftMetadataDirectory:string?@9
d VirtualMachineFileLayout DynamicData 0 configFile:string[]? logFile:string[]? disk:VirtualMachineFileLayoutDiskLayout[]? snapshot:VirtualMachineFileLayoutSnapshotLayout[]? swapFile:string?
d VirtualMachineFileLayoutDiskLayout DynamicData 0 key:int diskFile:string[]
d VirtualMachineFileLayoutEx DynamicData 4 file:VirtualMachineFileLayoutExFileInfo[]? disk:VirtualMachineFileLayoutExDiskLayout[]? snapshot:VirtualMachineFileLayoutExSnapshotLayout[]? timestamp:dateTime
d VirtualMachineFileLayoutExDiskLayout DynamicData 4 key:int virtualDiskFormat:string?@33 chain:VirtualMachineFileLayoutExDiskUnit[]?
d VirtualMachineFileLayoutExDiskUnit DynamicData 4 fileKey:int[]
d VirtualMachineFileLayoutExFileInfo DynamicData 4 key:int name:string type:string size:long uniqueSize:long?@7 backingObjectId:string?@9 accessible:boolean?@9
d VirtualMachineFileLayoutExSnapshotLayout DynamicData 4 key:&VirtualMachineSnapshot dataKey:int memoryKey:int@9 disk:VirtualMachineFileLayoutExDiskLayout[]?
d VirtualMachineFileLayoutSnapshotLayout DynamicData 0 key:&VirtualMachineSnapshot snapshotFile:string[]
d VirtualMachineFlagInfo DynamicData 0 disableAcceleration:boolean? enableLogging:boolean? useToe:boolean? runWithDebugInfo:boolean? monitorType:string?@1 htSharing:string? snapshotDisabled:boolean?@1 snapshotLocked:boolean?@1 diskUuidEnabled:boolean?@1 virtualMmuUsage:string?@1 virtualExecUsage:string?@4 snapshotPowerOffBehavior:string?@1 recordReplayEnabled:boolean?@4 faultToleranceType:string?@9 cbrcCacheEnabled:boolean?@10 vvtdEnabled:boolean?@11 vbsEnabled:boolean?@11
d VirtualMachineFloppyInfo VirtualMachineTargetInfo 0
d VirtualMachineForkConfigInfo DynamicData 9 parentEnabled:boolean? childForkGroupId:string? parentForkGroupId:string?@10 childType:string?
d VirtualMachineGuestIntegrityInfo DynamicData 10 enabled:boolean?
d VirtualMachineGuestMonitoringModeInfo DynamicData 17 gmmFile:string? gmmAppliance:string?
d VirtualMachineGuestQuiesceSpec DynamicData 10 timeout:int?
d VirtualMachineGuestSummary DynamicData 0 guestId:string? guestFullName:string? toolsStatus:VirtualMachineToolsStatus? toolsVersionStatus:string?@4 toolsVersionStatus2:string?@6 toolsRunningStatus:string?@4 hostName:string? ipAddress:string? hwVersion:string?@16
d VirtualMachineIdeDiskDeviceInfo VirtualMachineDiskDeviceInfo 0 partitionTable:VirtualMachineIdeDiskDevicePartitionInfo[]?
d VirtualMachineIdeDiskDevicePartitionInfo DynamicData 0 id:int capacity:int
d VirtualMachineImportSpec ImportSpec 4 configSpec:VirtualMachineConfigSpec resPoolEntity:&ResourcePool?@5
d VirtualMachineIndependentFilterSpec VirtualMachineBaseIndependentFilterSpec 22 filterName:string filterClass:string? filterCapabilities:KeyValue[]?
d VirtualMachineInstantCloneSpec DynamicData 11 name:string location:VirtualMachineRelocateSpec config:OptionValue[]? biosUuid:string?
d VirtualMachineLegacyNetworkSwitchInfo DynamicData 0 name:string
d VirtualMachineMemoryReservationInfo DynamicData 1 virtualMachineMin:long virtualMachineMax:long virtualMachineReserved:long allocationPolicy:string
d VirtualMachineMemoryReservationSpec DynamicData 1 virtualMachineReserved:long? allocationPolicy:string?
d VirtualMachineMessage DynamicData 1 id:string argument:anyType[]? text:string?@4
d VirtualMachineMetadataManagerVmMetadata DynamicData 8 vmId:string metadata:string?
d VirtualMachineMetadataManagerVmMetadataInput DynamicData 8 operation:string vmMetadata:VirtualMachineMetadataManagerVmMetadata
d VirtualMachineMetadataManagerVmMetadataOwner DynamicData 8 name:string
d VirtualMachineMetadataManagerVmMetadataResult DynamicData 8 vmMetadata:VirtualMachineMetadataManagerVmMetadata error:LocalizedMethodFault?
d VirtualMachineMksConnection VirtualMachineConnection 19
d VirtualMachineMksTicket DynamicData 0 ticket:string cfgFile:string host:string? port:int? sslThumbprint:string?@1
d VirtualMachineNetworkInfo VirtualMachineTargetInfo 0 network:NetworkSummary vswitch:string?@10
d VirtualMachineNetworkShaperInfo DynamicData 0 enabled:boolean? peakBps:long? averageBps:long? burstSize:long?
d VirtualMachineParallelInfo VirtualMachineTargetInfo 0
d VirtualMachinePciPassthroughInfo VirtualMachineTargetInfo 4 pciDevice:HostPciDevice systemId:string
d VirtualMachinePciSharedGpuPassthroughInfo VirtualMachineTargetInfo 9 vgpu:string
d VirtualMachinePrecisionClockInfo VirtualMachineTargetInfo 17 systemClockProtocol:string?
d VirtualMachineProfileDetails DynamicData 11 profile:VirtualMachineProfileSpec[]? diskProfileDetails:VirtualMachineProfileDetailsDiskProfileDetails[]?
d VirtualMachineProfileDetailsDiskProfileDetails DynamicData 11 diskId:int profile:VirtualMachineProfileSpec[]?
d VirtualMachineProfileRawData DynamicData 8 extensionKey:string objectData:string?
d VirtualMachineProfileSpec DynamicData 8
d VirtualMachinePropertyRelation DynamicData 11 key:DynamicProperty relations:DynamicProperty[]?
d VirtualMachineQuestionInfo DynamicData 0 id:string text:string choice:ChoiceOption message:VirtualMachineMessage[]?@1
d VirtualMachineQuickStats DynamicData 0 overallCpuUsage:int? overallCpuDemand:int?@4 overallCpuReadiness:int?@17 guestMemoryUsage:int? hostMemoryUsage:int? guestHeartbeatStatus:ManagedEntityStatus distributedCpuEntitlement:int? distributedMemoryEntitlement:int? staticCpuEntitlement:int?@4 staticMemoryEntitlement:int?@4 grantedMemory:int?@17 privateMemory:int?@4 sharedMemory:int?@4 swappedMemory:int?@4 balloonedMemory:int?@4 consumedOverheadMemory:int?@4 ftLogBandwidth:int?@4 ftSecondaryLatency:int?@4 ftLatencyStatus:ManagedEntityStatus?@4 compressedMemory:long?@5 uptimeSeconds:int?@5 ssdSwappedMemory:long?@6 activeMemory:int?@23 memoryTierStats:VirtualMachineQuickStatsMemoryTierStats[]?@23
d VirtualMachineQuickStatsMemoryTierStats DynamicData 23 memoryTierType:string readBandwidth:long
d VirtualMachineRelocateSpec DynamicData 0 service:ServiceLocator?@9 folder:&Folder?@9 datastore:&Datastore? diskMoveType:string?@4 pool:&ResourcePool? host:&HostSystem? disk:VirtualMachineRelocateSpecDiskLocator[]? transform:VirtualMachineRelocateTransformation? deviceChange:VirtualDeviceConfigSpec[]?@8 profile:VirtualMachineProfileSpec[]?@8 cryptoSpec:CryptoSpec?@17
d VirtualMachineRelocateSpecDiskLocator DynamicData 0 diskId:int datastore:&Datastore diskMoveType:string?@4 diskBackingInfo:VirtualDeviceBackingInfo?@6 profile:VirtualMachineProfileSpec[]?@8 backing:VirtualMachineRelocateSpecDiskLocatorBackingSpec?@17 filterSpec:VirtualMachineBaseIndependentFilterSpec[]?@22
d VirtualMachineRelocateSpecDiskLocatorBackingSpec DynamicData 17 parent:VirtualMachineRelocateSpecDiskLocatorBackingSpec? crypto:CryptoSpec?
d VirtualMachineRuntimeInfo DynamicData 0 device:VirtualMachineDeviceRuntimeInfo[]?@5 host:&HostSystem? connectionState:VirtualMachineConnectionState powerState:VirtualMachinePowerState vmFailoverInProgress:boolean?@21 faultToleranceState:VirtualMachineFaultToleranceState@4 dasVmProtection:VirtualMachineRuntimeInfoDasProtectionState?@6 toolsInstallerMounted:boolean suspendTime:dateTime? bootTime:dateTime? suspendInterval:long? question:VirtualMachineQuestionInfo? memoryOverhead:long? maxCpuUsage:int? maxMemoryUsage:int? numMksConnections:int recordReplayState:VirtualMachineRecordReplayState@4 cleanPowerOff:boolean?@4 needSecondaryReason:string?@4 onlineStandby:boolean@7 minRequiredEVCModeKey:string?@5 consolidationNeeded:boolean@6 offlineFeatureRequirement:VirtualMachineFeatureRequirement[]?@7 featureRequirement:VirtualMachineFeatureRequirement[]?@7 featureMask:HostFeatureMask[]?@7 vFlashCacheAllocation:long?@8 paused:boolean?@9 snapshotInBackground:boolean?@9 quiescedForkParent:boolean?@9 instantCloneFrozen:boolean?@11 cryptoState:string?@11 suspendedToMemory:boolean?@21 opNotificationTimeout:long?@27 iommuActive:boolean?@29
d VirtualMachineRuntimeInfoDasProtectionState DynamicData 6 dasProtected:boolean
d VirtualMachineScsiDiskDeviceInfo VirtualMachineDiskDeviceInfo 0 disk:HostScsiDisk? transportHint:string?@4 lunNumber:int?@4
d VirtualMachineScsiPassthroughInfo VirtualMachineTargetInfo 0 scsiClass:string vendor:string physicalUnitNumber:int
d VirtualMachineSerialInfo VirtualMachineTargetInfo 0
d VirtualMachineSgxInfo DynamicData 17 epcSize:long flcMode:string? lePubKeyHash:string? requireAttestation:boolean?@27
d VirtualMachineSgxTargetInfo VirtualMachineTargetInfo 17 maxEpcSize:long flcModes:string[]? lePubKeyHashes:string[]? requireAttestationSupported:boolean?@27
d VirtualMachineSnapshotInfo DynamicData 0 currentSnapshot:&VirtualMachineSnapshot? rootSnapshotList:VirtualMachineSnapshotTree[]
d VirtualMachineSnapshotTree DynamicData 0 snapshot:&VirtualMachineSnapshot vm:&VirtualMachine name:string description:string id:int@4 createTime:dateTime state:VirtualMachinePowerState quiesced:boolean backupManifest:string?@3 childSnapshotList:VirtualMachineSnapshotTree[]? replaySupported:boolean?@4
d VirtualMachineSoundInfo VirtualMachineTargetInfo 1
d VirtualMachineSriovDevicePoolInfo DynamicData 10 key:string
d VirtualMachineSriovInfo VirtualMachinePciPassthroughInfo 8 virtualFunction:boolean pnic:string? devicePool:VirtualMachineSriovDevicePoolInfo?@10
d VirtualMachineSriovNetworkDevicePoolInfo VirtualMachineSriovDevicePoolInfo 10 switchKey:string? switchUuid:string?
d VirtualMachineStorageInfo DynamicData 4 perDatastoreUsage:VirtualMachineUsageOnDatastore[]? timestamp:dateTime
d VirtualMachineStorageSummary DynamicData 4 committed:long uncommitted:long unshared:long timestamp:dateTime
d VirtualMachineSummary DynamicData 0 vm:&VirtualMachine? runtime:VirtualMachineRuntimeInfo guest:VirtualMachineGuestSummary? config:VirtualMachineConfigSummary storage:VirtualMachineStorageSummary?@4 quickStats:VirtualMachineQuickStats overallStatus:ManagedEntityStatus customValue:CustomFieldValue[]?
d VirtualMachineTargetInfo DynamicData 0 name:string configurationTag:string[]?
d VirtualMachineTicket DynamicData 5 ticket:string cfgFile:string host:string? port:int? sslThumbprint:string? certThumbprintList:VirtualMachineCertThumbprint[]?@24 sslCertificate:string?@33 url:string?@17
d VirtualMachineUsageOnDatastore DynamicData 4 datastore:&Datastore committed:long uncommitted:long unshared:long
d VirtualMachineUsbInfo VirtualMachineTargetInfo 1 description:string vendor:int product:int physicalPath:string family:string[]? speed:string[]? summary:VirtualMachineSummary?
d VirtualMachineVFlashModuleInfo VirtualMachineTargetInfo 8 vFlashModule:HostVFlashManagerVFlashCacheConfigInfoVFlashModuleConfigOption
d VirtualMachineVMCIDevice VirtualDevice 3 id:long? allowUnrestrictedCommunication:boolean? filterEnable:boolean?@9 filterInfo:VirtualMachineVMCIDeviceFilterInfo?@9
d VirtualMachineVMCIDeviceFilterInfo DynamicData 9 filters:VirtualMachineVMCIDeviceFilterSpec[]?
d VirtualMachineVMCIDeviceFilterSpec DynamicData 9 rank:long action:string protocol:string direction:string lowerDstPortBoundary:long? upperDstPortBoundary:long?
d VirtualMachineVMCIDeviceOption VirtualDeviceOption 3 allowUnrestrictedCommunication:BoolOption filterSpecOption:VirtualMachineVMCIDeviceOptionFilterSpecOption?@9 filterSupported:BoolOption?@9
d VirtualMachineVMCIDeviceOptionFilterSpecOption DynamicData 9 action:ChoiceOption protocol:ChoiceOption direction:ChoiceOption lowerDstPortBoundary:LongOption upperDstPortBoundary:LongOption
d VirtualMachineVMIROM VirtualDevice 1
d VirtualMachineVMotionStunTimeInfo VirtualMachineTargetInfo 30 migrationBW:long stunTime:long
d VirtualMachineVcpuConfig DynamicData 17 latencySensitivity:LatencySensitivity?
d VirtualMachineVendorDeviceGroupInfo VirtualMachineTargetInfo 27 deviceGroupName:string deviceGroupDescription:string? componentDeviceInfo:VirtualMachineVendorDeviceGroupInfoComponentDeviceInfo[]?
d VirtualMachineVendorDeviceGroupInfoComponentDeviceInfo DynamicData 27 type:string vendorName:string deviceName:string isConfigurable:boolean device:VirtualDevice
d VirtualMachineVgpuDeviceInfo VirtualMachineTargetInfo 23 deviceName:string deviceVendorId:long maxFbSizeInGib:long timeSlicedCapable:boolean migCapable:boolean computeProfileCapable:boolean quadroProfileCapable:boolean
d VirtualMachineVgpuProfileInfo VirtualMachineTargetInfo 23 profileName:string deviceVendorId:long fbSizeInGib:long profileSharing:string profileClass:string stunTimeEstimates:VirtualMachineVMotionStunTimeInfo[]?@30
d VirtualMachineVideoCard VirtualDevice 0 videoRamSizeInKB:long? numDisplays:int?@3 useAutoDetect:boolean?@3 enable3DSupport:boolean?@3 use3dRenderer:string?@7 graphicsMemorySizeInKB:long?@9
d VirtualMachineVirtualDeviceGroups DynamicData 27 deviceGroup:VirtualMachineVirtualDeviceGroupsDeviceGroup[]?
d VirtualMachineVirtualDeviceGroupsDeviceGroup DynamicData 13 groupInstanceKey:int deviceInfo:Description?
d VirtualMachineVirtualDeviceGroupsVendorDeviceGroup VirtualMachineVirtualDeviceGroupsDeviceGroup 13 deviceGroupName:string
d VirtualMachineVirtualDeviceSwap DynamicData 27 lsiToPvscsi:VirtualMachineVirtualDeviceSwapDeviceSwapInfo?
d VirtualMachineVirtualDeviceSwapDeviceSwapInfo DynamicData 27 enabled:boolean? applicable:boolean? status:string?
d VirtualMachineVirtualNuma DynamicData 27 coresPerNumaNode:int? exposeVnumaOnCpuHotadd:boolean?
d VirtualMachineVirtualNumaInfo DynamicData 27 coresPerNumaNode:int? autoCoresPerNumaNode:boolean? vnumaOnCpuHotaddExposed:boolean?
d VirtualMachineVirtualPMem DynamicData 23 snapshotMode:string?
d VirtualMachineWindowsQuiesceSpec VirtualMachineGuestQuiesceSpec 10 vssBackupType:int? vssBootableSystemState:boolean? vssPartialFileSupport:boolean? vssBackupContext:string?
d VirtualMachineWipeResult DynamicData 7 diskId:int shrinkableDiskSpace:long
d VirtualNVDIMM VirtualDevice 11 capacityInMB:long configuredCapacityInMB:long?@21
d VirtualNVDIMMBackingInfo VirtualDeviceFileBackingInfo 11 parent:VirtualNVDIMMBackingInfo? changeId:string?
d VirtualNVDIMMController VirtualController 11
d VirtualNVDIMMControllerOption VirtualControllerOption 11 numNVDIMMControllers:IntOption
d VirtualNVDIMMOption VirtualDeviceOption 11 capacityInMB:LongOption growable:boolean hotGrowable:boolean granularityInMB:long
d VirtualNVMEController VirtualController 10 sharedBus:string?@30
d VirtualNVMEControllerOption VirtualControllerOption 10 numNVMEDisks:IntOption sharing:string[]?@30
d VirtualNicManagerNetConfig DynamicData 4 nicType:string multiSelectAllowed:boolean candidateVnic:HostVirtualNic[]? selectedVnic:string[]?
d VirtualPCIController VirtualController 0
d VirtualPCIControllerOption VirtualControllerOption 0 numSCSIControllers:IntOption numEthernetCards:IntOption numVideoCards:IntOption numSoundCards:IntOption numVmiRoms:IntOption@1 numVmciDevices:IntOption@3 numPCIPassthroughDevices:IntOption@3 numSasSCSIControllers:IntOption@3 numVmxnet3EthernetCards:IntOption@3 numParaVirtualSCSIControllers:IntOption@3 numSATAControllers:IntOption@8 numNVMEControllers:IntOption?@10 numVmxnet3VrdmaEthernetCards:IntOption?@11
d VirtualPCIPassthrough VirtualDevice 4
d VirtualPCIPassthroughAllowedDevice DynamicData 17 vendorId:int deviceId:int subVendorId:int? subDeviceId:int? revisionId:short?
d VirtualPCIPassthroughDeviceBackingInfo VirtualDeviceDeviceBackingInfo 4 id:string deviceId:string systemId:string vendorId:short
d VirtualPCIPassthroughDeviceBackingOption VirtualDeviceDeviceBackingOption 4
d VirtualPCIPassthroughDvxBackingInfo VirtualDeviceBackingInfo 27 deviceClass:string? configParams:OptionValue[]?
d VirtualPCIPassthroughDvxBackingOption VirtualDeviceBackingOption 27
d VirtualPCIPassthroughDynamicBackingInfo VirtualDeviceDeviceBackingInfo 17 allowedDevice:VirtualPCIPassthroughAllowedDevice[]? customLabel:string? assignedId:string?
d VirtualPCIPassthroughDynamicBackingOption VirtualDeviceDeviceBackingOption 17
d VirtualPCIPassthroughOption VirtualDeviceOption 4
d VirtualPCIPassthroughPluginBackingInfo VirtualDeviceBackingInfo 9
d VirtualPCIPassthroughPluginBackingOption VirtualDeviceBackingOption 9
d VirtualPCIPassthroughVmiopBackingInfo VirtualPCIPassthroughPluginBackingInfo 9 vgpu:string? vgpuMigrateDataSizeMB:int?@27 migrateSupported:boolean?@21 enhancedMigrateCapability:boolean?@27
d VirtualPCIPassthroughVmiopBackingOption VirtualPCIPassthroughPluginBackingOption 9 vgpu:StringOption maxInstances:int
d VirtualPCNet32 VirtualEthernetCard 0
d VirtualPCNet32Option VirtualEthernetCardOption 0 supportsMorphing:boolean
d VirtualPS2Controller VirtualController 0
d VirtualPS2ControllerOption VirtualControllerOption 0 numKeyboards:IntOption numPointingDevices:IntOption
d VirtualParallelPort VirtualDevice 0
d VirtualParallelPortDeviceBackingInfo VirtualDeviceDeviceBackingInfo 0
d VirtualParallelPortDeviceBackingOption VirtualDeviceDeviceBackingOption 0
d VirtualParallelPortFileBackingInfo VirtualDeviceFileBackingInfo 0
d VirtualParallelPortFileBackingOption VirtualDeviceFileBackingOption 0
d VirtualParallelPortOption VirtualDeviceOption 0
d VirtualPointingDevice VirtualDevice 0
d VirtualPointingDeviceBackingOption VirtualDeviceDeviceBackingOption 0 hostPointingDevice:ChoiceOption
d VirtualPointingDeviceDeviceBackingInfo VirtualDeviceDeviceBackingInfo 0 hostPointingDevice:string
d VirtualPointingDeviceOption VirtualDeviceOption 0
d VirtualPrecisionClock VirtualDevice 17
d VirtualPrecisionClockOption VirtualDeviceOption 17
d VirtualPrecisionClockSystemClockBackingInfo VirtualDeviceBackingInfo 17 protocol:string?
d VirtualPrecisionClockSystemClockBackingOption VirtualDeviceBackingOption 17 protocol:ChoiceOption
d VirtualSATAController VirtualController 8
d VirtualSATAControllerOption VirtualControllerOption 8 numSATADisks:IntOption numSATACdroms:IntOption
d VirtualSCSIController VirtualController 0 hotAddRemove:boolean? sharedBus:VirtualSCSISharing scsiCtlrUnitNumber:int?
d VirtualSCSIControllerOption VirtualControllerOption 0 numSCSIDisks:IntOption numSCSICdroms:IntOption numSCSIPassthrough:IntOption sharing:VirtualSCSISharing[] defaultSharedIndex:int hotAddRemove:BoolOption scsiCtlrUnitNumber:int
d VirtualSCSIPassthrough VirtualDevice 0
d VirtualSCSIPassthroughDeviceBackingInfo VirtualDeviceDeviceBackingInfo 0
d VirtualSCSIPassthroughDeviceBackingOption VirtualDeviceDeviceBackingOption 0
d VirtualSCSIPassthroughOption VirtualDeviceOption 0
d VirtualSIOController VirtualController 0
d VirtualSIOControllerOption VirtualControllerOption 0 numFloppyDrives:IntOption numSerialPorts:IntOption numParallelPorts:IntOption
d VirtualSerialPort VirtualDevice 0 yieldOnPoll:boolean
d VirtualSerialPortDeviceBackingInfo VirtualDeviceDeviceBackingInfo 0
d VirtualSerialPortDeviceBackingOption VirtualDeviceDeviceBackingOption 0
d VirtualSerialPortFileBackingInfo VirtualDeviceFileBackingInfo 0
d VirtualSerialPortFileBackingOption VirtualDeviceFileBackingOption 0
d VirtualSerialPortOption VirtualDeviceOption 0 yieldOnPoll:BoolOption
d VirtualSerialPortPipeBackingInfo VirtualDevicePipeBackingInfo 0 endpoint:string noRxLoss:boolean?
d VirtualSerialPortPipeBackingOption VirtualDevicePipeBackingOption 0 endpoint:ChoiceOption noRxLoss:BoolOption
d VirtualSerialPortThinPrintBackingInfo VirtualDeviceBackingInfo 7
d VirtualSerialPortThinPrintBackingOption VirtualDeviceBackingOption 7
d VirtualSerialPortURIBackingInfo VirtualDeviceURIBackingInfo 5
d VirtualSerialPortURIBackingOption VirtualDeviceURIBackingOption 5
d VirtualSoundBlaster16 VirtualSoundCard 0
d VirtualSoundBlaster16Option VirtualSoundCardOption 0
d VirtualSoundCard VirtualDevice 0
d VirtualSoundCardDeviceBackingInfo VirtualDeviceDeviceBackingInfo 0
d VirtualSoundCardDeviceBackingOption VirtualDeviceDeviceBackingOption 0
d VirtualSoundCardOption VirtualDeviceOption 0
d VirtualSriovEthernetCard VirtualEthernetCard 8 allowGuestOSMtuChange:boolean? sriovBacking:VirtualSriovEthernetCardSriovBackingInfo? dvxBackingInfo:VirtualPCIPassthroughDvxBackingInfo?@27
d VirtualSriovEthernetCardOption VirtualEthernetCardOption 8
d VirtualSriovEthernetCardSriovBackingInfo VirtualDeviceBackingInfo 8 physicalFunctionBacking:VirtualPCIPassthroughDeviceBackingInfo? virtualFunctionBacking:VirtualPCIPassthroughDeviceBackingInfo? virtualFunctionIndex:int?
d VirtualSriovEthernetCardSriovBackingOption VirtualDeviceBackingOption 8
d VirtualSwitchProfile ApplyProfile 4 key:string name:string link:LinkProfile numPorts:NumPortsProfile networkPolicy:NetworkPolicyProfile
d VirtualSwitchSelectionProfile ApplyProfile 4
d VirtualTPM VirtualDevice 11 endorsementKeyCertificateSigningRequest:base64Binary[]? endorsementKeyCertificate:base64Binary[]?
d VirtualTPMOption VirtualDeviceOption 11 supportedFirmware:string[]?
d VirtualUSB VirtualDevice 0 connected:boolean@1 vendor:int?@5 product:int?@5 family:string[]?@5 speed:string[]?@5
d VirtualUSBController VirtualController 0 autoConnectDevices:boolean? ehciEnabled:boolean?@1
d VirtualUSBControllerOption VirtualControllerOption 0 autoConnectDevices:BoolOption ehciSupported:BoolOption@1 supportedSpeeds:string[]@6
d VirtualUSBControllerPciBusSlotInfo VirtualDevicePciBusSlotInfo 7 ehciPciSlotNumber:int?
d VirtualUSBOption VirtualDeviceOption 0
d VirtualUSBRemoteClientBackingInfo VirtualDeviceRemoteDeviceBackingInfo 6 hostname:string
d VirtualUSBRemoteClientBackingOption VirtualDeviceRemoteDeviceBackingOption 6
d VirtualUSBRemoteHostBackingInfo VirtualDeviceDeviceBackingInfo 5 hostname:string
d VirtualUSBRemoteHostBackingOption VirtualDeviceDeviceBackingOption 5
d VirtualUSBUSBBackingInfo VirtualDeviceDeviceBackingInfo 1
d VirtualUSBUSBBackingOption VirtualDeviceDeviceBackingOption 1
d VirtualUSBXHCIController VirtualController 6 autoConnectDevices:boolean?
d VirtualUSBXHCIControllerOption VirtualControllerOption 6 autoConnectDevices:BoolOption supportedSpeeds:string[]
d VirtualVMIROMOption VirtualDeviceOption 1
d VirtualVideoCardOption VirtualDeviceOption 0 videoRamSizeInKB:LongOption? numDisplays:IntOption?@3 useAutoDetect:BoolOption?@3 support3D:BoolOption?@3 use3dRendererSupported:BoolOption?@7 graphicsMemorySizeInKB:LongOption?@9 graphicsMemorySizeSupported:BoolOption?@9
d VirtualVmxnet VirtualEthernetCard 0
d VirtualVmxnet2 VirtualVmxnet 1
d VirtualVmxnet2Option VirtualVmxnetOption 1
d VirtualVmxnet3 VirtualVmxnet 3 uptv2Enabled:boolean?@27 strictLatencyConfig:VirtualVmxnet3StrictLatencyConfig?@32
d VirtualVmxnet3Option VirtualVmxnetOption 3 uptv2Enabled:BoolOption?@27 strictLatencyConfigOption:VirtualVmxnet3OptionStrictLatencyConfigOption?@32
d VirtualVmxnet3OptionStrictLatencyConfigOption DynamicData 32 allowed:BoolOption measureLatency:BoolOption maxTxQueues:IntOption maxRxQueues:IntOption txDataRingDescSize:IntOption rxDataRingDescSize:IntOption disableOffload:ChoiceOption
d VirtualVmxnet3StrictLatencyConfig DynamicData 32 allowed:boolean? measureLatency:boolean? maxTxQueues:int? maxRxQueues:int? txDataRingDescSize:int? rxDataRingDescSize:int? disableOffload:string?
d VirtualVmxnet3Vrdma VirtualVmxnet3 10 deviceProtocol:string?@11
d VirtualVmxnet3VrdmaOption VirtualVmxnet3Option 10 deviceProtocol:ChoiceOption?@11
d VirtualVmxnetOption VirtualEthernetCardOption 0
d VirtualWDT VirtualDevice 17 runOnBoot:boolean running:boolean
d VirtualWDTOption VirtualDeviceOption 17 runOnBoot:BoolOption
d VlanProfile ApplyProfile 4
d VmAcquiredMksTicketEvent VmEvent 1
d VmAcquiredTicketEvent VmEvent 5 ticketType:string
d VmAlreadyExistsInDatacenter InvalidFolder 4 host:&HostSystem hostname:string vm:&VirtualMachine[]
d VmAutoRenameEvent VmEvent 0 oldName:string newName:string
d VmBeingClonedEvent VmCloneEvent 0 destFolder:FolderEventArgument destName:string destHost:HostEventArgument
d VmBeingClonedNoFolderEvent VmCloneEvent 5 destName:string destHost:HostEventArgument
d VmBeingCreatedEvent VmEvent 0 configSpec:VirtualMachineConfigSpec?
d VmBeingDeployedEvent VmEvent 0 srcTemplate:VmEventArgument
d VmBeingHotMigratedEvent VmEvent 0 destHost:HostEventArgument destDatacenter:DatacenterEventArgument?@6 destDatastore:DatastoreEventArgument?@6
d VmBeingMigratedEvent VmEvent 0 destHost:HostEventArgument destDatacenter:DatacenterEventArgument?@6 destDatastore:DatastoreEventArgument?@6
d VmBeingRelocatedEvent VmRelocateSpecEvent 0 destHost:HostEventArgument destDatacenter:DatacenterEventArgument?@6 destDatastore:DatastoreEventArgument?@6
d VmCloneEvent VmEvent 0
d VmCloneFailedEvent VmCloneEvent 0 destFolder:FolderEventArgument destName:string destHost:HostEventArgument reason:LocalizedMethodFault
d VmClonedEvent VmCloneEvent 0 sourceVm:VmEventArgument
d VmConfigFault VimFault 0
d VmConfigFileEncryptionInfo DynamicData 10 keyId:CryptoKeyId?
d VmConfigFileInfo FileInfo 0 configVersion:int? encryption:VmConfigFileEncryptionInfo?@10
d VmConfigFileQuery FileQuery 0 filter:VmConfigFileQueryFilter? details:VmConfigFileQueryFlags?
d VmConfigFileQueryFilter DynamicData 0 matchConfigVersion:int[]? encrypted:boolean?@10
d VmConfigFileQueryFlags DynamicData 0 configVersion:boolean encryption:boolean?@10
d VmConfigIncompatibleForFaultTolerance VmConfigFault 4 fault:LocalizedMethodFault?
d VmConfigIncompatibleForRecordReplay VmConfigFault 4 fault:LocalizedMethodFault?
d VmConfigInfo DynamicData 4 product:VAppProductInfo[]? property:VAppPropertyInfo[]? ipAssignment:VAppIPAssignmentInfo eula:string[]? ovfSection:VAppOvfSectionInfo[]? ovfEnvironmentTransport:string[]? installBootRequired:boolean installBootStopDelay:int
d VmConfigMissingEvent VmEvent 0
d VmConfigSpec DynamicData 4 product:VAppProductSpec[]? property:VAppPropertySpec[]? ipAssignment:VAppIPAssignmentInfo? eula:string[]? ovfSection:VAppOvfSectionSpec[]? ovfEnvironmentTransport:string[]? installBootRequired:boolean? installBootStopDelay:int?
d VmConnectedEvent VmEvent 0
d VmCreatedEvent VmEvent 0
d VmDasBeingResetEvent VmEvent 4 reason:string?@5
d VmDasBeingResetWithScreenshotEvent VmDasBeingResetEvent 4 screenshotFilePath:string
d VmDasResetFailedEvent VmEvent 4
d VmDasUpdateErrorEvent VmEvent 0
d VmDasUpdateOkEvent VmEvent 0
d VmDateRolledBackEvent VmEvent 0
d VmDeployFailedEvent VmEvent 0 destDatastore:EntityEventArgument reason:LocalizedMethodFault
d VmDeployedEvent VmEvent 0 srcTemplate:VmEventArgument
d VmDisconnectedEvent VmEvent 0
d VmDiscoveredEvent VmEvent 0
d VmDiskFailedEvent VmEvent 0 disk:string reason:LocalizedMethodFault
d VmDiskFileEncryptionInfo DynamicData 10 keyId:CryptoKeyId?
d VmDiskFileInfo FileInfo 0 diskType:TypeName? capacityKb:long? hardwareVersion:int? controllerType:TypeName?@1 diskExtents:string[]?@1 thin:boolean?@4 encryption:VmDiskFileEncryptionInfo?@10 sectorFormat:string?@33
d VmDiskFileQuery FileQuery 0 filter:VmDiskFileQueryFilter? details:VmDiskFileQueryFlags?
d VmDiskFileQueryFilter DynamicData 0 diskType:TypeName[]? matchHardwareVersion:int[]? controllerType:TypeName[]?@1 thin:boolean?@4 encrypted:boolean?@10
d VmDiskFileQueryFlags DynamicData 0 diskType:boolean capacityKb:boolean hardwareVersion:boolean controllerType:boolean?@1 diskExtents:boolean?@1 thin:boolean?@4 encryption:boolean?@10 sectorFormat:boolean?@33
d VmEmigratingEvent VmEvent 0
d VmEndRecordingEvent VmEvent 4
d VmEndReplayingEvent VmEvent 4
d VmEvent Event 0 template:boolean
d VmEventArgument EntityEventArgument 0 vm:&VirtualMachine
d VmFailedMigrateEvent VmEvent 0 destHost:HostEventArgument reason:LocalizedMethodFault destDatacenter:DatacenterEventArgument?@6 destDatastore:DatastoreEventArgument?@6
d VmFailedRelayoutEvent VmEvent 0 reason:LocalizedMethodFault
d VmFailedRelayoutOnVmfs2DatastoreEvent VmEvent 0
d VmFailedStartingSecondaryEvent VmEvent 4 reason:string?
d VmFailedToPowerOffEvent VmEvent 0 reason:LocalizedMethodFault
d VmFailedToPowerOnEvent VmEvent 0 reason:LocalizedMethodFault
d VmFailedToRebootGuestEvent VmEvent 0 reason:LocalizedMethodFault
d VmFailedToResetEvent VmEvent 0 reason:LocalizedMethodFault
d VmFailedToShutdownGuestEvent VmEvent 0 reason:LocalizedMethodFault
d VmFailedToStandbyGuestEvent VmEvent 0 reason:LocalizedMethodFault
d VmFailedToSuspendEvent VmEvent 0 reason:LocalizedMethodFault
d VmFailedUpdatingSecondaryConfig VmEvent 4
d VmFailoverFailed VmEvent 0 reason:LocalizedMethodFault?@5
d VmFaultToleranceConfigIssue VmFaultToleranceIssue 4 reason:string? entityName:string? entity:&ManagedEntity?
d VmFaultToleranceConfigIssueWrapper VmFaultToleranceIssue 5 entityName:string? entity:&ManagedEntity? error:LocalizedMethodFault?
d VmFaultToleranceInvalidFileBacking VmFaultToleranceIssue 4 backingType:string? backingFilename:string?
d VmFaultToleranceIssue VimFault 4
d VmFaultToleranceOpIssuesList VmFaultToleranceIssue 4 errors:LocalizedMethodFault[]? warnings:LocalizedMethodFault[]?
d VmFaultToleranceStateChangedEvent VmEvent 4 oldState:VirtualMachineFaultToleranceState newState:VirtualMachineFaultToleranceState
d VmFaultToleranceTooManyFtVcpusOnHost InsufficientResourcesFault 9 hostName:string? maxNumFtVcpus:int
d VmFaultToleranceTooManyVMsOnHost InsufficientResourcesFault 5 hostName:string? maxNumFtVms:int
d VmFaultToleranceTurnedOffEvent VmEvent 4
d VmFaultToleranceVmTerminatedEvent VmEvent 4 reason:string?
d VmGuestOSCrashedEvent VmEvent 9
d VmGuestRebootEvent VmEvent 0
d VmGuestShutdownEvent VmEvent 0
d VmGuestStandbyEvent VmEvent 0
d VmHealthMonitoringStateChangedEvent ClusterEvent 4 state:string prevState:string?@10
d VmHostAffinityRuleViolation VmConfigFault 5 vmName:string hostName:string
d VmInstanceUuidAssignedEvent VmEvent 4 instanceUuid:string
d VmInstanceUuidChangedEvent VmEvent 4 oldInstanceUuid:string newInstanceUuid:string
d VmInstanceUuidConflictEvent VmEvent 4 conflictedVm:VmEventArgument instanceUuid:string
d VmLimitLicense NotEnoughLicenses 0 limit:int
d VmLogFileInfo FileInfo 0
d VmLogFileQuery FileQuery 0
d VmMacAssignedEvent VmEvent 0 adapter:string mac:string
d VmMacChangedEvent VmEvent 0 adapter:string oldMac:string newMac:string
d VmMacConflictEvent VmEvent 0 conflictedVm:VmEventArgument mac:string
d VmMaxFTRestartCountReached VmEvent 4
d VmMaxRestartCountReached VmEvent 4
d VmMessageErrorEvent VmEvent 4 message:string messageInfo:VirtualMachineMessage[]?
d VmMessageEvent VmEvent 0 message:string messageInfo:VirtualMachineMessage[]?@1
d VmMessageWarningEvent VmEvent 4 message:string messageInfo:VirtualMachineMessage[]?
d VmMetadataManagerFault VimFault 8
d VmMigratedEvent VmEvent 0 sourceHost:HostEventArgument sourceDatacenter:DatacenterEventArgument?@6 sourceDatastore:DatastoreEventArgument?@6
d VmMonitorIncompatibleForFaultTolerance VimFault 5
d VmNoCompatibleHostForSecondaryEvent VmEvent 4
d VmNoNetworkAccessEvent VmEvent 0 destHost:HostEventArgument
d VmNvramFileInfo FileInfo 0
d VmNvramFileQuery FileQuery 0
d VmOrphanedEvent VmEvent 0
d VmPodConfigForPlacement DynamicData 6 storagePod:&StoragePod disk:PodDiskLocator[]? vmConfig:StorageDrsVmConfigInfo? interVmRule:ClusterRuleInfo[]?
d VmPortGroupProfile PortGroupProfile 4
d VmPowerOffOnIsolationEvent VmPoweredOffEvent 0 isolatedHost:HostEventArgument
d VmPowerOnDisabled InvalidState 4
d VmPoweredOffEvent VmEvent 0
d VmPoweredOnEvent VmEvent 0
d VmPoweringOnWithCustomizedDVPortEvent VmEvent 4 vnic:VnicPortArgument[]
d VmPrimaryFailoverEvent VmEvent 4 reason:string?
d VmReconfiguredEvent VmEvent 0 configSpec:VirtualMachineConfigSpec configChanges:ChangesInfoEventArgument?@10
d VmRegisteredEvent VmEvent 0
d VmRelayoutSuccessfulEvent VmEvent 0
d VmRelayoutUpToDateEvent VmEvent 0
d VmReloadFromPathEvent VmEvent 5 configPath:string
d VmReloadFromPathFailedEvent VmEvent 5 configPath:string
d VmRelocateFailedEvent VmRelocateSpecEvent 0 destHost:HostEventArgument reason:LocalizedMethodFault destDatacenter:DatacenterEventArgument?@6 destDatastore:DatastoreEventArgument?@6
d VmRelocateSpecEvent VmEvent 0
d VmRelocatedEvent VmRelocateSpecEvent 0 sourceHost:HostEventArgument sourceDatacenter:DatacenterEventArgument?@6 sourceDatastore:DatastoreEventArgument?@6
d VmRemoteConsoleConnectedEvent VmEvent 4
d VmRemoteConsoleDisconnectedEvent VmEvent 4
d VmRemovedEvent VmEvent 0
d VmRenamedEvent VmEvent 0 oldName:string newName:string
d VmRequirementsExceedCurrentEVCModeEvent VmEvent 7
d VmResettingEvent VmEvent 0
d VmResourcePoolMovedEvent VmEvent 0 oldParent:ResourcePoolEventArgument newParent:ResourcePoolEventArgument
d VmResourceReallocatedEvent VmEvent 0 configChanges:ChangesInfoEventArgument?@10
d VmRestartedOnAlternateHostEvent VmPoweredOnEvent 0 sourceHost:HostEventArgument
d VmResumingEvent VmEvent 0
d VmSecondaryAddedEvent VmEvent 4
d VmSecondaryDisabledBySystemEvent VmEvent 4 reason:LocalizedMethodFault?
d VmSecondaryDisabledEvent VmEvent 4
d VmSecondaryEnabledEvent VmEvent 4
d VmSecondaryStartedEvent VmEvent 4
d VmShutdownOnIsolationEvent VmPoweredOffEvent 4 isolatedHost:HostEventArgument shutdownResult:string?
d VmSmpFaultToleranceTooManyVMsOnHost InsufficientResourcesFault 9 hostName:string? maxNumSmpFtVms:int
d VmSnapshotFileInfo FileInfo 0
d VmSnapshotFileQuery FileQuery 0
d VmStartRecordingEvent VmEvent 4
d VmStartReplayingEvent VmEvent 4
d VmStartingEvent VmEvent 0
d VmStartingSecondaryEvent VmEvent 4
d VmStaticMacConflictEvent VmEvent 0 conflictedVm:VmEventArgument mac:string
d VmStoppingEvent VmEvent 0
d VmSuspendedEvent VmEvent 0
d VmSuspendingEvent VmEvent 0
d VmTimedoutStartingSecondaryEvent VmEvent 4 timeout:long?
d VmToolsUpgradeFault VimFault 0
d VmUnsupportedStartingEvent VmStartingEvent 0 guestId:string
d VmUpgradeCompleteEvent VmEvent 0 version:string
d VmUpgradeFailedEvent VmEvent 0
d VmUpgradingEvent VmEvent 0 version:string
d VmUuidAssignedEvent VmEvent 0 uuid:string
d VmUuidChangedEvent VmEvent 0 oldUuid:string newUuid:string
d VmUuidConflictEvent VmEvent 0 conflictedVm:VmEventArgument uuid:string
d VmValidateMaxDevice VimFault 4 device:string max:int count:int
d VmVnicPoolReservationViolationClearEvent DvsEvent 9 vmVnicResourcePoolKey:string vmVnicResourcePoolName:string?
d VmVnicPoolReservationViolationRaiseEvent DvsEvent 9 vmVnicResourcePoolKey:string vmVnicResourcePoolName:string?
d VmWwnAssignedEvent VmEvent 1 nodeWwns:long[] portWwns:long[]
d VmWwnChangedEvent VmEvent 1 oldNodeWwns:long[]? oldPortWwns:long[]? newNodeWwns:long[]? newPortWwns:long[]?
d VmWwnConflict InvalidVmConfig 1 vm:&VirtualMachine? host:&HostSystem? name:string? wwn:long?
d VmWwnConflictEvent VmEvent 1 conflictedVms:VmEventArgument[]? conflictedHosts:HostEventArgument[]? wwn:long
d VmfsAlreadyMounted VmfsMountFault 4
d VmfsAmbiguousMount VmfsMountFault 4
d VmfsConfigOption DynamicData 10 blockSizeOption:int unmapGranularityOption:int[]? unmapBandwidthFixedValue:LongOption?@11 unmapBandwidthDynamicMin:LongOption?@11 unmapBandwidthDynamicMax:LongOption?@11 unmapBandwidthIncrement:long?@11 unmapBandwidthUltraLow:long?@27
d VmfsDatastoreAllExtentOption VmfsDatastoreSingleExtentOption 0
d VmfsDatastoreBaseOption DynamicData 0 layout:HostDiskPartitionLayout partitionFormatChange:boolean?@6
d VmfsDatastoreCreateSpec VmfsDatastoreSpec 0 partition:HostDiskPartitionSpec vmfs:HostVmfsSpec extent:HostScsiDiskPartition[]?
d VmfsDatastoreExpandSpec VmfsDatastoreSpec 4 partition:HostDiskPartitionSpec extent:HostScsiDiskPartition
d VmfsDatastoreExtendSpec VmfsDatastoreSpec 0 partition:HostDiskPartitionSpec extent:HostScsiDiskPartition[]
d VmfsDatastoreInfo DatastoreInfo 0 maxPhysicalRDMFileSize:long@7 maxVirtualRDMFileSize:long@7 vmfs:HostVmfsVolume?
d VmfsDatastoreMultipleExtentOption VmfsDatastoreBaseOption 0 vmfsExtent:HostDiskPartitionBlockRange[]
d VmfsDatastoreOption DynamicData 0 info:VmfsDatastoreBaseOption spec:VmfsDatastoreSpec
d VmfsDatastoreSingleExtentOption VmfsDatastoreBaseOption 0 vmfsExtent:HostDiskPartitionBlockRange
d VmfsDatastoreSpec DynamicData 0 diskUuid:string
d VmfsMountFault HostConfigFault 4 uuid:string
d VmfsUnmapBandwidthSpec DynamicData 11 policy:string fixedValue:long dynamicMin:long dynamicMax:long
d VmotionInterfaceNotEnabled HostPowerOpFailed 1
d VmwareDistributedVirtualSwitchDpuFailoverPolicy DynamicData 31 activeUplink:string[]? standbyUplink:string[]?
d VmwareDistributedVirtualSwitchNetworkOffloadConfig DynamicData 31 dpuFailoverPolicy:VmwareDistributedVirtualSwitchDpuFailoverPolicy?
d VmwareDistributedVirtualSwitchPvlanSpec VmwareDistributedVirtualSwitchVlanSpec 4 pvlanId:int
d VmwareDistributedVirtualSwitchRealTimeConfig DynamicData 32 allowed:boolean? lanAnnotation:VmwareDistributedVirtualSwitchRealTimeLanAnnotation?
d VmwareDistributedVirtualSwitchRealTimeLanAnnotation DynamicData 32 lanAUplink:string[]? lanBUplink:string[]?
d VmwareDistributedVirtualSwitchTrunkVlanSpec VmwareDistributedVirtualSwitchVlanSpec 4 vlanId:NumericRange[]?
d VmwareDistributedVirtualSwitchVlanIdSpec VmwareDistributedVirtualSwitchVlanSpec 4 vlanId:int
d VmwareDistributedVirtualSwitchVlanSpec InheritablePolicy 4
d VmwareUplinkPortTeamingPolicy InheritablePolicy 4 policy:StringPolicy? reversePolicy:BoolPolicy? notifySwitches:BoolPolicy? rollingOrder:BoolPolicy? failureCriteria:DVSFailureCriteria? uplinkPortOrder:VMwareUplinkPortOrderPolicy?
d VnicPortArgument DynamicData 4 vnic:string port:DistributedVirtualSwitchPortConnection
d VolumeEditorError CustomizationFault 0
d VramLimitLicense NotEnoughLicenses 6 limit:int
d VsanAttachToSrOperation DynamicData 13 task:&Task? success:boolean? timestamp:dateTime? srNumber:string
d VsanBrokenDiskChainIssue VsanUpgradeSystemPreflightCheckIssue 13 uuids:string[]
d VsanCapability DynamicData 13 target:&ManagedObject? capabilities:string[]?
d VsanClusterAdvCfgSyncHostResult DynamicData 13 hostname:string value:string
d VsanClusterAdvCfgSyncResult DynamicData 13 inSync:boolean name:string hostValues:VsanClusterAdvCfgSyncHostResult[]?
d VsanClusterBalancePerDiskInfo DynamicData 13 uuid:string? fullness:long variance:long fullnessAboveThreshold:long dataToMoveB:long
d VsanClusterBalanceSummary DynamicData 13 varianceThreshold:long disks:VsanClusterBalancePerDiskInfo[]?
d VsanClusterClomdLivenessResult DynamicData 13 clomdLivenessResult:VsanHostClomdLivenessResult[]? issueFound:boolean
d VsanClusterConfig DynamicData 13 config:VsanClusterConfigInfo name:string hosts:string[]?
d VsanClusterConfigInfo DynamicData 8 enabled:boolean? defaultConfig:VsanClusterConfigInfoHostDefaultInfo? vsanEsaEnabled:boolean?@27
d VsanClusterConfigInfoHostDefaultInfo DynamicData 8 uuid:string? autoClaimStorage:boolean? checksumEnabled:boolean?@9
d VsanClusterCoreConfig DynamicData 33 vsanMaxEnabled:boolean?
d VsanClusterCoreConfigSpec DynamicData 33 vsanMaxEnabled:boolean?
d VsanClusterCreateVmHealthTestResult DynamicData 13 clusterResult:VsanClusterProactiveTestResult hostResults:VsanHostCreateVmHealthTestResult[]?
d VsanClusterHclInfo DynamicData 13 hclDbLastUpdate:dateTime? hclDbAgeHealth:string? hostResults:VsanHostHclInfo[]?
d VsanClusterHealthAction DynamicData 13 actionId:string actionLabel:LocalizableMessage actionDescription:LocalizableMessage enabled:boolean
d VsanClusterHealthConfigs DynamicData 13 enableVsanTelemetry:boolean? vsanTelemetryInterval:int? vsanTelemetryProxy:VsanClusterTelemetryProxyConfig? configs:VsanClusterHealthResultKeyValuePair[]?
d VsanClusterHealthGroup DynamicData 13 groupId:string groupName:string groupHealth:string groupTests:VsanClusterHealthTest[]? groupDetails:VsanClusterHealthResultBase[]?
d VsanClusterHealthResultBase DynamicData 13 label:string?
d VsanClusterHealthResultColumnInfo DynamicData 13 label:string type:string
d VsanClusterHealthResultKeyValuePair DynamicData 13 key:string? value:string?
d VsanClusterHealthResultRow DynamicData 13 values:string[] nestedRows:VsanClusterHealthResultRow[]?
d VsanClusterHealthResultTable VsanClusterHealthResultBase 13 columns:VsanClusterHealthResultColumnInfo[]? rows:VsanClusterHealthResultRow[]?
d VsanClusterHealthSummary DynamicData 13 clusterStatus:VsanClusterHealthSystemStatusResult? timestamp:dateTime? clusterVersions:VsanClusterHealthSystemVersionResult? objectHealth:VsanObjectOverallHealth? vmHealth:VsanClusterVMsHealthOverallResult? networkHealth:VsanClusterNetworkHealthResult? limitHealth:VsanClusterLimitHealthResult? advCfgSync:VsanClusterAdvCfgSyncResult[]? createVmHealth:VsanHostCreateVmHealthTestResult[]? physicalDisksHealth:VsanPhysicalDiskHealthSummary[]? hclInfo:VsanClusterHclInfo? groups:VsanClusterHealthGroup[]? overallHealth:string overallHealthDescription:string clomdLiveness:VsanClusterClomdLivenessResult? diskBalance:VsanClusterBalanceSummary?
d VsanClusterHealthSystemObjectsRepairResult DynamicData 13 inRepairingQueueObjects:string[]? failedRepairObjects:VsanFailedRepairObjectResult[]? issueFound:boolean
d VsanClusterHealthSystemStatusResult DynamicData 13 status:string goalState:string untrackedHosts:string[]? trackedHostsStatus:VsanHostHealthSystemStatusResult[]?
d VsanClusterHealthSystemVersionResult DynamicData 13 hostResults:VsanHostHealthSystemVersionResult[]? vcVersion:string? issueFound:boolean
d VsanClusterHealthTest DynamicData 13 testId:string? testName:string? testDescription:string? testShortDescription:string? testHealth:string? testDetails:VsanClusterHealthResultBase[]? testActions:VsanClusterHealthAction[]?
d VsanClusterHostVmknicMapping DynamicData 13 host:string vmknic:string
d VsanClusterLimitHealthResult DynamicData 13 issueFound:boolean componentLimitHealth:string diskFreeSpaceHealth:string rcFreeReservationHealth:string hostResults:VsanLimitHealthResult[]? whatifHostFailures:VsanClusterWhatifHostFailuresResult[]? hostsCommFailure:string[]?
d VsanClusterNetworkHealthResult DynamicData 13 hostResults:VsanNetworkHealthResult[]? issueFound:boolean? vsanVmknicPresent:boolean? matchingMulticastConfig:boolean? matchingIpSubnets:boolean? pingTestSuccess:boolean? largePingTestSuccess:boolean? potentialMulticastIssue:boolean? otherHostsInVsanCluster:string[]? partitions:VsanClusterNetworkPartitionInfo[]? hostsWithVsanDisabled:string[]? hostsDisconnected:string[]? hostsCommFailure:string[]? hostsInEsxMaintenanceMode:string[]? hostsInVsanMaintenanceMode:string[]? infoAboutUnexpectedHosts:VsanQueryResultHostInfo[]?
d VsanClusterNetworkLoadTestResult DynamicData 13 clusterResult:VsanClusterProactiveTestResult hostResults:VsanNetworkLoadTestResult[]?
d VsanClusterNetworkPartitionInfo DynamicData 13 hosts:string[]?
d VsanClusterProactiveTestResult DynamicData 13 overallStatus:string overallStatusDescription:string timestamp:dateTime healthTest:VsanClusterHealthTest?
d VsanClusterTelemetryProxyConfig DynamicData 13 host:string? port:int? user:string? password:string? autoDiscovered:boolean?
d VsanClusterUuidMismatch CannotMoveVsanEnabledHost 8 hostClusterUuid:string destinationClusterUuid:string
d VsanClusterVMsHealthOverallResult DynamicData 13 healthStateList:VsanClusterVMsHealthSummaryResult[]? overallHealthState:string?
d VsanClusterVMsHealthSummaryResult DynamicData 13 numVMs:int state:string? health:string vmInstanceUuids:string[]?
d VsanClusterVmdkLoadTestResult DynamicData 13 task:&Task? clusterResult:VsanClusterProactiveTestResult? hostResults:VsanHostVmdkLoadTestResult[]?
d VsanClusterWhatifHostFailuresResult DynamicData 13 numFailures:long totalUsedCapacityB:long totalCapacityB:long totalRcReservationB:long totalRcSizeB:long usedComponents:long totalComponents:long componentLimitHealth:string? diskFreeSpaceHealth:string? rcFreeReservationHealth:string?
d VsanCompatibilityCheckResult DynamicData 13 status:string message:LocalizableMessage?
d VsanConfigInfoEx VsanClusterConfigInfo 13 dataEfficiencyConfig:VsanDataEfficiencyConfig? iscsiConfig:VsanIscsiTargetServiceConfig?
d VsanDataEfficiencyConfig DynamicData 13 dedupEnabled:boolean compressionEnabled:boolean?
d VsanDatastoreInfo DatastoreInfo 19 membershipUuid:string? accessGenNo:int?
d VsanDiskFault VsanFault 8 device:string?
d VsanDiskFormatConversionCheckResult VsanUpgradeSystemPreflightCheckResult 13 isSupported:boolean targetVersion:int?
d VsanDiskFormatConversionSpec DynamicData 13 dataEfficiencyConfig:VsanDataEfficiencyConfig?
d VsanDiskUnhealthIssue VsanUpgradeSystemPreflightCheckIssue 13 uuids:string[]
d VsanFailedRepairObjectResult DynamicData 13 uuid:string errMessage:string?
d VsanFault VimFault 8
d VsanHclControllerInfo DynamicData 13 deviceName:string deviceDisplayName:string? driverName:string? driverVersion:string? vendorId:long? deviceId:long? subVendorId:long? subDeviceId:long? extraInfo:KeyValue[]? deviceOnHcl:boolean? releaseSupported:boolean? releasesOnHcl:string[]? driverVersionsOnHcl:string[]? driverVersionSupported:boolean? fwVersionSupported:boolean? fwVersionOnHcl:string[]? cacheConfigSupported:boolean? cacheConfigOnHcl:string[]? raidConfigSupported:boolean? raidConfigOnHcl:string[]? fwVersion:string? raidConfig:string? cacheConfig:string? cimProviderInfo:VsanHostCimProviderInfo?
d VsanHealthExtMgmtPreCheckResult DynamicData 13 overallResult:boolean esxVersionCheckPassed:boolean? drsCheckPassed:boolean? eamConnectionCheckPassed:boolean? installStateCheckPassed:boolean? results:VsanClusterHealthTest[] vumRegistered:boolean?
d VsanHigherObjectsPresentDuringDowngradeIssue VsanUpgradeSystemPreflightCheckIssue 13 uuids:string[]
d VsanHostCimProviderInfo DynamicData 13 cimProviderSupported:boolean? installedCIMProvider:string? cimProviderOnHcl:string[]?
d VsanHostClomdLivenessResult DynamicData 13 hostname:string clomdStat:string error:LocalizedMethodFault?
d VsanHostClusterStatus DynamicData 8 uuid:string? nodeUuid:string? health:string nodeState:VsanHostClusterStatusState memberUuid:string[]?
d VsanHostClusterStatusState DynamicData 8 state:string completion:VsanHostClusterStatusStateCompletionEstimate?
d VsanHostClusterStatusStateCompletionEstimate DynamicData 8 completeTime:dateTime? percentComplete:int?
d VsanHostConfigInfo DynamicData 8 enabled:boolean? hostSystem:&HostSystem? clusterInfo:VsanHostConfigInfoClusterInfo? storageInfo:VsanHostConfigInfoStorageInfo? networkInfo:VsanHostConfigInfoNetworkInfo? faultDomainInfo:VsanHostFaultDomainInfo?@9 vsanEsaEnabled:boolean?@27
d VsanHostConfigInfoClusterInfo DynamicData 8 uuid:string? nodeUuid:string?
d VsanHostConfigInfoNetworkInfo DynamicData 8 port:VsanHostConfigInfoNetworkInfoPortConfig[]?
d VsanHostConfigInfoNetworkInfoPortConfig DynamicData 8 ipConfig:VsanHostIpConfig? device:string
d VsanHostConfigInfoStorageInfo DynamicData 8 autoClaimStorage:boolean? diskMapping:VsanHostDiskMapping[]? diskMapInfo:VsanHostDiskMapInfo[]?@9 checksumEnabled:boolean?@9
d VsanHostCreateVmHealthTestResult DynamicData 13 hostname:string state:string fault:LocalizedMethodFault?
d VsanHostDecommissionMode DynamicData 8 objectAction:string
d VsanHostDiskMapInfo DynamicData 9 mapping:VsanHostDiskMapping mounted:boolean
d VsanHostDiskMapResult DynamicData 8 mapping:VsanHostDiskMapping diskResult:VsanHostDiskResult[]? error:LocalizedMethodFault?
d VsanHostDiskMapping DynamicData 8 ssd:HostScsiDisk nonSsd:HostScsiDisk[]
d VsanHostDiskResult DynamicData 8 disk:HostScsiDisk state:string vsanUuid:string? error:LocalizedMethodFault? degraded:boolean?@9
d VsanHostFaultDomainInfo DynamicData 9 name:string
d VsanHostHclInfo DynamicData 13 hostname:string hclChecked:boolean releaseName:string? error:LocalizedMethodFault? controllers:VsanHclControllerInfo[]?
d VsanHostHealthSystemStatusResult DynamicData 13 hostname:string status:string issues:string[]?
d VsanHostHealthSystemVersionResult DynamicData 13 hostname:string version:string? error:LocalizedMethodFault?
d VsanHostIpConfig DynamicData 8 upstreamIpAddress:string downstreamIpAddress:string
d VsanHostIpConfigEx VsanHostIpConfig 13 upstreamIpV6Address:string? downstreamIpV6Address:string?
d VsanHostMembershipInfo DynamicData 8 nodeUuid:string hostname:string
d VsanHostPortConfigEx VsanHostConfigInfoNetworkInfoPortConfig 13 trafficTypes:string[]?
d VsanHostPropertyRetrieveIssue VsanUpgradeSystemPreflightCheckIssue 13 hosts:&HostSystem[]
d VsanHostRuntimeInfo DynamicData 8 membershipList:VsanHostMembershipInfo[]? diskIssues:VsanHostRuntimeInfoDiskIssue[]? accessGenNo:int?
d VsanHostRuntimeInfoDiskIssue DynamicData 8 diskId:string issue:string
d VsanHostVirtualApplianceInfo DynamicData 13 hostKey:&HostSystem isVirtualApp:boolean
d VsanHostVmdkLoadTestResult DynamicData 13 hostname:string issueFound:boolean faultMessage:string? vmdkResults:VsanVmdkLoadTestResult[]?
d VsanHostVsanDiskInfo DynamicData 9 vsanUuid:string formatVersion:int
d VsanHostWithHybridDiskgroupIssue VsanUpgradeSystemPreflightCheckIssue 13 hosts:&HostSystem[]
d VsanIncompatibleDiskMapping VsanDiskFault 9
d VsanIscsiHomeObjectSpec DynamicData 13 storagePolicy:VirtualMachineProfileSpec? defaultConfig:VsanIscsiTargetServiceDefaultConfigSpec?
d VsanIscsiInitiatorGroup DynamicData 13 name:string initiators:string[]? targets:VsanIscsiTargetBasicInfo[]?
d VsanIscsiLUN VsanIscsiLUNCommonInfo 13 targetAlias:string uuid:string actualSize:long objectInformation:VsanObjectInformation?
d VsanIscsiLUNCommonInfo DynamicData 13 lunId:int? alias:string? lunSize:long status:string?
d VsanIscsiLUNSpec VsanIscsiLUNCommonInfo 13 storagePolicy:VirtualMachineProfileSpec? newLunId:int?
d VsanIscsiTarget VsanIscsiTargetCommonInfo 13 lunCount:int? objectInformation:VsanObjectInformation? ioOwnerHost:string? initiators:string[]? initiatorGroups:string[]?
d VsanIscsiTargetAuthSpec DynamicData 13 authType:string? userNameAttachToTarget:string? userSecretAttachToTarget:string? userNameAttachToInitiator:string? userSecretAttachToInitiator:string?
d VsanIscsiTargetBasicInfo DynamicData 13 alias:string iqn:string?
d VsanIscsiTargetCommonInfo VsanIscsiTargetBasicInfo 13 authSpec:VsanIscsiTargetAuthSpec? port:int? networkInterface:string?
d VsanIscsiTargetServiceConfig DynamicData 13 defaultConfig:VsanIscsiTargetServiceDefaultConfigSpec? enabled:boolean?
d VsanIscsiTargetServiceDefaultConfigSpec DynamicData 13 networkInterface:string? port:int? iscsiTargetAuthSpec:VsanIscsiTargetAuthSpec?
d VsanIscsiTargetServiceSpec VsanIscsiTargetServiceConfig 13 homeObjectStoragePolicy:VirtualMachineProfileSpec?
d VsanIscsiTargetSpec VsanIscsiTargetCommonInfo 13 storagePolicy:VirtualMachineProfileSpec? newAlias:string?
d VsanLimitHealthResult DynamicData 13 hostname:string? issueFound:boolean maxComponents:int freeComponents:int componentLimitHealth:string lowestFreeDiskSpacePct:int usedDiskSpaceB:long totalDiskSpaceB:long diskFreeSpaceHealth:string reservedRcSizeB:long totalRcSizeB:long rcFreeReservationHealth:string
d VsanMixedEsxVersionIssue VsanUpgradeSystemPreflightCheckIssue 13
d VsanNetworkHealthResult DynamicData 13 host:&HostSystem? hostname:string? vsanVmknicPresent:boolean? ipSubnets:string[]? issueFound:boolean? peerHealth:VsanNetworkPeerHealthResult[]? multicastConfig:string?
d VsanNetworkLoadTestResult DynamicData 13 hostname:string status:string? client:boolean bandwidthBps:long totalBytes:long lostDatagrams:long? lossPct:long? sentDatagrams:long? jitterMs:float?
d VsanNetworkPeerHealthResult DynamicData 13 peer:string? peerHostname:string? peerVmknicName:string? smallPingTestSuccessPct:int? largePingTestSuccessPct:int? maxLatencyUs:long? onSameIpSubnet:boolean? sourceVmknicName:string?
d VsanNewPolicyBatch DynamicData 8 size:long[]? policy:string?
d VsanNodeNotMaster VimFault 13 vsanMasterUuid:string? cmmdsMasterButNotStatsMaster:boolean?
d VsanObjectExtraAttributes DynamicData 13 uuid:string objPath:string objClass:int ufn:string isHbrCfg:boolean
d VsanObjectHealth DynamicData 13 numObjects:int health:string? objUuids:string[]?
d VsanObjectIdentity DynamicData 13 uuid:string type:string vmInstanceUuid:string? vmNsObjectUuid:string? vm:&VirtualMachine? description:string?
d VsanObjectIdentityAndHealth DynamicData 13 identities:VsanObjectIdentity[]? health:VsanObjectOverallHealth? spaceSummary:VsanObjectSpaceSummary[]? rawData:string?
d VsanObjectInaccessibleIssue VsanUpgradeSystemPreflightCheckIssue 13 uuids:string[]
d VsanObjectInformation DynamicData 13 directoryName:string? vsanObjectUuid:string? vsanHealth:string? policyAttributes:KeyValue[]? spbmProfileUuid:string? spbmProfileGenerationId:string? spbmComplianceResult:VsanStorageComplianceResult?
d VsanObjectOverallHealth DynamicData 13 objectHealthDetail:VsanObjectHealth[]? objectVersionCompliance:boolean?
d VsanObjectPolicyIssue VsanUpgradeSystemPreflightCheckIssue 13 uuids:string[]
d VsanObjectQuerySpec DynamicData 13 uuid:string spbmProfileGenerationId:string?
d VsanObjectSpaceSummary DynamicData 13 objType:string? overheadB:long? temporaryOverheadB:long? primaryCapacityB:long? provisionCapacityB:long? reservedCapacityB:long? overReservedB:long? physicalUsedB:long? usedB:long?
d VsanPerfEntityMetricCSV DynamicData 13 entityRefId:string sampleInfo:string? value:VsanPerfMetricSeriesCSV[]?
d VsanPerfEntityType DynamicData 13 name:string id:string graphs:VsanPerfGraph[] description:string?
d VsanPerfGraph DynamicData 13 id:string metrics:VsanPerfMetricId[] unit:string threshold:VsanPerfThreshold? name:string? description:string?
d VsanPerfMasterInformation DynamicData 13 secSinceLastStatsWrite:long? secSinceLastStatsCollect:long? statsIntervalSec:long collectionFailureHostUuids:string[]? renamedStatsDirectories:string[]? statsDirectoryPercentFree:long?
d VsanPerfMemberInfo DynamicData 13 thumbprint:string
d VsanPerfMetricId DynamicData 13 label:string group:string? rollupType:string? statsType:string? name:string? description:string? metricsCollectInterval:int?
d VsanPerfMetricSeriesCSV DynamicData 13 metricId:VsanPerfMetricId values:string?
d VsanPerfNodeInformation DynamicData 13 version:string hostname:string? error:LocalizedMethodFault? isCmmdsMaster:boolean isStatsMaster:boolean vsanMasterUuid:string? vsanNodeUuid:string? masterInfo:VsanPerfMasterInformation?
d VsanPerfQuerySpec DynamicData 13 entityRefId:string startTime:dateTime? endTime:dateTime? group:string? labels:string[]? interval:int?
d VsanPerfThreshold DynamicData 13 direction:string yellow:string? red:string?
d VsanPerfTopEntities DynamicData 13 metricId:VsanPerfMetricId entities:VsanPerfTopEntity[]
d VsanPerfTopEntity DynamicData 13 entityRefId:string value:string
d VsanPhysicalDiskHealth DynamicData 13 name:string uuid:string inCmmds:boolean inVsi:boolean dedupScope:long? formatVersion:int? isAllFlash:int? congestionValue:int? congestionArea:string? congestionHealth:string? metadataHealth:string? operationalHealthDescription:string? operationalHealth:string? dedupUsageHealth:string? capacityHealth:string? summaryHealth:string capacity:long? usedCapacity:long? reservedCapacity:long? totalBytes:long? freeBytes:long? hashedBytes:long? dedupedBytes:long? scsiDisk:HostScsiDisk? usedComponents:long? maxComponents:long? compLimitHealth:string?
d VsanPhysicalDiskHealthSummary DynamicData 13 overallHealth:string heapsWithIssues:VsanResourceHealth[]? slabsWithIssues:VsanResourceHealth[]? disks:VsanPhysicalDiskHealth[]? componentsWithIssues:VsanResourceHealth[]? hostname:string? hostDedupScope:int? error:LocalizedMethodFault?
d VsanPolicyChangeBatch DynamicData 8 uuid:string[]? policy:string?
d VsanPolicyCost DynamicData 8 changeDataSize:long? currentDataSize:long? tempDataSize:long? copyDataSize:long? changeFlashReadCacheSize:long? currentFlashReadCacheSize:long? currentDiskSpaceToAddressSpaceRatio:float?@9 diskSpaceToAddressSpaceRatio:float?
d VsanPolicySatisfiability DynamicData 8 uuid:string? isSatisfiable:boolean reason:LocalizableMessage? cost:VsanPolicyCost?
d VsanPrepareVsanForVcsaSpec DynamicData 13 vsanDiskMappingCreationSpec:VimVsanHostDiskMappingCreationSpec? vsanDataEfficiencyConfig:VsanDataEfficiencyConfig? taskId:string?
d VsanProactiveRebalanceInfoEx DynamicData 13 running:boolean? startTs:dateTime? stopTs:dateTime? varianceThreshold:float? timeThreshold:int? rateThreshold:int? hostname:string? error:LocalizedMethodFault?
d VsanQueryResultHostInfo DynamicData 13 uuid:string? hostnameInCmmds:string? vsanIpv4Addresses:string[]?
d VsanRepairObjectsResult DynamicData 13 inQueueObjects:string[]? failedRepairObjects:VsanFailedRepairObjectResult[]? notInQueueObjects:string[]?
d VsanResourceHealth DynamicData 13 resource:string health:string description:string?
d VsanSpaceUsage DynamicData 13 totalCapacityB:long freeCapacityB:long? spaceOverview:VsanObjectSpaceSummary? spaceDetail:VsanSpaceUsageDetailResult?
d VsanSpaceUsageDetailResult DynamicData 13 spaceUsageByObjectType:VsanObjectSpaceSummary[]?
d VsanStorageComplianceResult DynamicData 13 checkTime:dateTime? profile:string? objectUUID:string? complianceStatus:string mismatch:boolean violatedPolicies:VsanStoragePolicyStatus[]? operationalStatus:VsanStorageOperationalStatus?
d VsanStorageOperationalStatus DynamicData 13 healthy:boolean? operationETA:dateTime? operationProgress:long? transitional:boolean?
d VsanStoragePolicyStatus DynamicData 13 id:string? expectedValue:string? currentValue:string?
d VsanStorageWorkloadType DynamicData 13 specs:VsanVmdkLoadTestSpec[] typeId:string name:string description:string
d VsanUnknownScanIssue VsanUpgradeSystemPreflightCheckIssue 13 uuids:string[]
d VsanUpgradeStatusEx VsanUpgradeSystemUpgradeStatus 13 isPrecheck:boolean? precheckResult:VsanDiskFormatConversionCheckResult?
d VsanUpgradeSystemAPIBrokenIssue VsanUpgradeSystemPreflightCheckIssue 9 hosts:&HostSystem[]
d VsanUpgradeSystemAutoClaimEnabledOnHostsIssue VsanUpgradeSystemPreflightCheckIssue 9 hosts:&HostSystem[]
d VsanUpgradeSystemHostsDisconnectedIssue VsanUpgradeSystemPreflightCheckIssue 9 hosts:&HostSystem[]
d VsanUpgradeSystemMissingHostsInClusterIssue VsanUpgradeSystemPreflightCheckIssue 9 hosts:&HostSystem[]
d VsanUpgradeSystemNetworkPartitionInfo DynamicData 9 hosts:&HostSystem[]
d VsanUpgradeSystemNetworkPartitionIssue VsanUpgradeSystemPreflightCheckIssue 9 partitions:VsanUpgradeSystemNetworkPartitionInfo[]
d VsanUpgradeSystemNotEnoughFreeCapacityIssue VsanUpgradeSystemPreflightCheckIssue 9 reducedRedundancyUpgradePossible:boolean
d VsanUpgradeSystemPreflightCheckIssue DynamicData 9 msg:string
d VsanUpgradeSystemPreflightCheckResult DynamicData 9 issues:VsanUpgradeSystemPreflightCheckIssue[]? diskMappingToRestore:VsanHostDiskMapping?
d VsanUpgradeSystemRogueHostsInClusterIssue VsanUpgradeSystemPreflightCheckIssue 9 uuids:string[]
d VsanUpgradeSystemUpgradeHistoryDiskGroupOp VsanUpgradeSystemUpgradeHistoryItem 9 operation:string diskMapping:VsanHostDiskMapping
d VsanUpgradeSystemUpgradeHistoryItem DynamicData 9 timestamp:dateTime host:&HostSystem? message:string task:&Task?
d VsanUpgradeSystemUpgradeHistoryPreflightFail VsanUpgradeSystemUpgradeHistoryItem 9 preflightResult:VsanUpgradeSystemPreflightCheckResult
d VsanUpgradeSystemUpgradeStatus DynamicData 9 inProgress:boolean history:VsanUpgradeSystemUpgradeHistoryItem[]? aborted:boolean? completed:boolean? progress:int?
d VsanUpgradeSystemV2ObjectsPresentDuringDowngradeIssue VsanUpgradeSystemPreflightCheckIssue 9 uuids:string[]
d VsanUpgradeSystemWrongEsxVersionIssue VsanUpgradeSystemPreflightCheckIssue 9 hosts:&HostSystem[]
d VsanVcPostDeployConfigSpec DynamicData 13 dcName:string? clusterName:string? firstHost:HostConnectSpec? hostsToAdd:HostConnectSpec[]? vsanDataEfficiencyConfig:VsanDataEfficiencyConfig? vsanLicenseKey:string? hostLicenseKey:string? taskId:string?
d VsanVcsaDeploymentProgress DynamicData 13 phase:string progressPct:long message:string success:boolean error:LocalizedMethodFault? updateCounter:long taskId:string? vm:&VirtualMachine?
d VsanVmdkIOLoadSpec DynamicData 13 readPct:int oio:int iosizeB:int dataSizeMb:long random:boolean startOffsetB:long?
d VsanVmdkLoadTestResult DynamicData 13 success:boolean faultMessage:string? spec:VsanVmdkLoadTestSpec actualDurationSec:int? totalBytes:long? iops:long? tputBps:long? avgLatencyUs:long? maxLatencyUs:long? numIoAboveLatencyThreshold:long?
d VsanVmdkLoadTestSpec DynamicData 13 vmdkCreateSpec:FileBackedVirtualDiskSpec? vmdkIOSpec:VsanVmdkIOLoadSpec? vmdkIOSpecSequence:VsanVmdkIOLoadSpec[]? stepDurationSec:long?
d VsanVsanClusterPcapGroup DynamicData 13 master:string members:string[]?
d VsanVsanClusterPcapResult DynamicData 13 pkts:string[]? groups:VsanVsanClusterPcapGroup[]? issues:string[]? hostResults:VsanVsanPcapResult[]?
d VsanVsanPcapResult DynamicData 13 calltime:float vmknic:string tcpdumpFilter:string snaplen:int pkts:string[]? pcap:string? error:LocalizedMethodFault? hostname:string?
d VslmCloneSpec VslmMigrateSpec 10 name:string keepAfterDeleteVm:boolean?@11 metadata:KeyValue[]?@13
d VslmCreateSpec DynamicData 10 name:string keepAfterDeleteVm:boolean?@11 backingSpec:VslmCreateSpecBackingSpec capacityInMB:long profile:VirtualMachineProfileSpec[]?@11 crypto:CryptoSpec?@17 metadata:KeyValue[]?@13
d VslmCreateSpecBackingSpec DynamicData 10 datastore:&Datastore path:string?@11
d VslmCreateSpecDiskFileBackingSpec VslmCreateSpecBackingSpec 10 provisioningType:string?
d VslmCreateSpecRawDiskMappingBackingSpec VslmCreateSpecBackingSpec 10 lunUuid:string compatibilityMode:string
d VslmMigrateSpec DynamicData 10 backingSpec:VslmCreateSpecBackingSpec profile:VirtualMachineProfileSpec[]?@11 consolidate:boolean? disksCrypto:DiskCryptoSpec?@17 service:ServiceLocator?@31
d VslmRelocateSpec VslmMigrateSpec 10
d VslmTagEntry DynamicData 10 tagName:string parentCategoryName:string
d VspanDestPortConflict DvsFault 6 vspanSessionKey1:string vspanSessionKey2:string portKey:string
d VspanPortConflict DvsFault 6 vspanSessionKey1:string vspanSessionKey2:string portKey:string
d VspanPortMoveFault DvsFault 6 srcPortgroupName:string destPortgroupName:string portKey:string
d VspanPortPromiscChangeFault DvsFault 6 portKey:string
d VspanPortgroupPromiscChangeFault DvsFault 6 portgroupName:string
d VspanPortgroupTypeChangeFault DvsFault 6 portgroupName:string
d VspanPromiscuousPortNotSupported DvsFault 6 vspanSessionKey:string portKey:string
d VspanSameSessionPortConflict DvsFault 6 vspanSessionKey:string portKey:string
d VvolDatastoreInfo DatastoreInfo 9 vvolDS:HostVvolVolume?
d WaitOptions DynamicData 5 maxWaitSeconds:int? maxObjectUpdates:int?
d WakeOnLanNotSupported VirtualHardwareCompatibilityIssue 1
d WakeOnLanNotSupportedByVmotionNIC HostPowerOpFailed 1
d WarningUpgradeEvent UpgradeEvent 0
d WeeklyTaskScheduler DailyTaskScheduler 0 sunday:boolean monday:boolean tuesday:boolean wednesday:boolean thursday:boolean friday:boolean saturday:boolean
d WillLoseHAProtection MigrationFault 6 resolution:string
d WillModifyConfigCpuRequirements MigrationFault 0
d WillResetSnapshotDirectory MigrationFault 6
d WinNetBIOSConfigInfo NetBIOSConfigInfo 5 primaryWINS:string secondaryWINS:string?
d WipeDiskFault VimFault 7
d WitnessNodeInfo DynamicData 10 ipSettings:CustomizationIPSettings biosUuid:string?
d vslmInfrastructureObjectPolicy DynamicData 11 name:string backingObjectId:string profileId:string error:LocalizedMethodFault?
d vslmInfrastructureObjectPolicySpec DynamicData 11 datastore:&Datastore profile:VirtualMachineProfileSpec[]?
d vslmVClockInfo DynamicData 13 vClockTime:long
m Alarm ExtensibleManagedObject 0 info:AlarmInfo#System.View
m AlarmManager ManagedObject 0 defaultExpression:AlarmExpression[]?#System.View description:AlarmDescription#System.View
m AuthorizationManager ManagedObject 0 privilegeList:AuthorizationPrivilege[]?#System.View roleList:AuthorizationRole[]?#System.View description:AuthorizationDescription#System.View
m CertificateManager ManagedObject 9
m ClusterComputeResource ComputeResource 0 configuration:ClusterConfigInfo recommendation:ClusterRecommendation[]?@1#System.Read drsRecommendation:ClusterDrsRecommendation[]? summaryEx:ClusterComputeResourceSummary@20 hciConfig:ClusterComputeResourceHCIConfigInfo?@12 migrationHistory:ClusterDrsMigration[]? actionHistory:ClusterActionHistory[]?@1 drsFault:ClusterDrsFaults[]?@4#System.Read
m ClusterEVCManager ExtensibleManagedObject 9 managedCluster:&ClusterComputeResource evcState:ClusterEVCManagerEVCState
m ClusterProfile Profile 4
m ClusterProfileManager ProfileManager 4
m ComputeResource ManagedEntity 0 resourcePool:&ResourcePool?#System.View host:&HostSystem[]?#System.View datastore:&Datastore[]?#System.View network:&Network[]?#System.View summary:ComputeResourceSummary environmentBrowser:&EnvironmentBrowser?#System.View configurationEx:ComputeResourceConfigInfo@1 lifecycleManaged:boolean?@16#System.View configManagerEnabled:boolean?@26#System.View networkBootMode:string?@33#System.View
m ContainerView ManagedObjectView 1 container:&ManagedEntity type:TypeName[]? recursive:boolean
m CryptoManager ManagedObject 10 enabled:boolean
m CryptoManagerHost CryptoManager 11
m CryptoManagerHostKMS CryptoManagerHost 11
m CryptoManagerKmip CryptoManager 10 kmipServers:KmipClusterInfo[]?
m CustomFieldsManager ManagedObject 0 field:CustomFieldDef[]?#System.View
m CustomizationSpecManager ManagedObject 0 info:CustomizationSpecInfo[]?#VirtualMachine.Provisioning.ReadCustSpecs encryptionKey:byte[]?#System.View
m Datacenter ManagedEntity 0 vmFolder:&Folder#System.View hostFolder:&Folder#System.View datastoreFolder:&Folder@4#System.View networkFolder:&Folder@4#System.View datastore:&Datastore[]? network:&Network[]? configuration:DatacenterConfigInfo@7#System.View
m Datastore ManagedEntity 0 info:DatastoreInfo summary:DatastoreSummary host:DatastoreHostMount[]? vm:&VirtualMachine[]? browser:&HostDatastoreBrowser capability:DatastoreCapability iormConfiguration:StorageIORMInfo?@5
m DatastoreNamespaceManager ManagedObject 8
m DiagnosticManager ManagedObject 0
m DirectPathProfileManager ManagedObject 33
m DistributedVirtualPortgroup Network 4 key:string config:DVPortgroupConfigInfo portKeys:string[]?
m DistributedVirtualSwitch ManagedEntity 4 uuid:string capability:DVSCapability summary:DVSSummary config:DVSConfigInfo networkResourcePool:DVSNetworkResourcePool[]?@5 portgroup:&DistributedVirtualPortgroup[]? runtime:DVSRuntimeInfo?@7
m DistributedVirtualSwitchManager ManagedObject 4
m EnvironmentBrowser ManagedObject 0 datastoreBrowser:&HostDatastoreBrowser?#System.View
m EventHistoryCollector HistoryCollector 0 latestPage:Event[]? initialized:boolean?@31
m EventManager ManagedObject 0 description:EventDescription#System.View latestEvent:Event?#System.View maxCollector:int#System.View
m ExtensibleManagedObject ManagedObject 0 value:CustomFieldValue[]?@1#System.View availableField:CustomFieldDef[]?@1#System.View
m ExtensionManager ManagedObject 1 extensionList:Extension[]?#System.View
m FailoverClusterConfigurator ManagedObject 10 disabledConfigureMethod:MethodName[]?
m FailoverClusterManager ManagedObject 10 disabledClusterMethod:MethodName[]?#System.Read
m FileManager ManagedObject 1
m Folder ManagedEntity 0 childType:TypeName[]?#System.View childEntity:&ManagedEntity[]?#System.View namespace:string?@17#System.View externallyManagedFolderInfo:FolderExternallyManagedFolderInfo?@33
m GuestAliasManager ManagedObject 9
m GuestAuthManager ManagedObject 6
m GuestFileManager ManagedObject 6
m GuestOperationsManager ManagedObject 6 authManager:&GuestAuthManager?#System.Anonymous fileManager:&GuestFileManager?#System.Anonymous processManager:&GuestProcessManager?#System.Anonymous guestWindowsRegistryManager:&GuestWindowsRegistryManager?@9#System.Anonymous aliasManager:&GuestAliasManager?@9#System.Anonymous
m GuestProcessManager ManagedObject 6
m GuestWindowsRegistryManager ManagedObject 9
m HealthUpdateManager ManagedObject 10
m HistoryCollector ManagedObject 0 filter:anyType
m HostAccessManager ManagedObject 9 lockdownMode:HostLockdownMode#System.View
m HostActiveDirectoryAuthentication HostDirectoryStore 5
m HostAssignableHardwareManager ManagedObject 17 binding:HostAssignableHardwareBinding[]?#System.Read config:HostAssignableHardwareConfig#System.Read
m HostAuthenticationManager ManagedObject 5 info:HostAuthenticationManagerInfo supportedStore:&HostAuthenticationStore[]
m HostAuthenticationStore ManagedObject 5 info:HostAuthenticationStoreInfo
m HostAutoStartManager ManagedObject 0 config:HostAutoStartManagerConfig
m HostBootDeviceSystem ManagedObject 1
m HostCacheConfigurationManager ManagedObject 6 cacheConfigurationInfo:HostCacheConfigurationInfo[]?#Host.Config.AdvancedConfig
m HostCertificateManager ManagedObject 9 certificateInfo:HostCertificateManagerCertificateInfo#Certificate.Manage
m HostCpuSchedulerSystem ExtensibleManagedObject 0 cpuSchedulerInfo:HostCpuSchedulerInfo?@31 hyperthreadInfo:HostHyperThreadScheduleInfo?
m HostDatastoreBrowser ManagedObject 0 datastore:&Datastore[]?#System.View supportedType:FileQuery[]?
m HostDatastoreSystem ManagedObject 0 datastore:&Datastore[]?#System.View capabilities:HostDatastoreSystemCapabilities@1
m HostDateTimeSystem ManagedObject 1 dateTimeInfo:HostDateTimeInfo#System.Read
m HostDiagnosticSystem ManagedObject 0 activePartition:HostDiagnosticPartition?
m HostDirectoryStore HostAuthenticationStore 5
m HostEsxAgentHostManager ManagedObject 6 configInfo:HostEsxAgentHostManagerConfigInfo#Host.Config.Settings
m HostFirewallSystem ExtensibleManagedObject 0 firewallInfo:HostFirewallInfo?
m HostFirmwareSystem ManagedObject 1
m HostGraphicsManager ExtensibleManagedObject 8 graphicsInfo:HostGraphicsInfo[]?#System.Read graphicsConfig:HostGraphicsConfig?@10#System.Read sharedPassthruGpuTypes:string[]?@9#System.Read sharedGpuCapabilities:HostSharedGpuCapabilities[]?@11#System.Read
m HostHealthStatusSystem ManagedObject 1 runtime:HealthSystemRuntime
m HostImageConfigManager ManagedObject 6
m HostKernelModuleSystem ManagedObject 2
m HostLocalAccountManager ManagedObject 0
m HostLocalAuthentication HostAuthenticationStore 5
m HostMemorySystem ExtensibleManagedObject 0 consoleReservationInfo:ServiceConsoleReservationInfo? virtualMachineReservationInfo:VirtualMachineMemoryReservationInfo?@1
m HostNetworkSystem ExtensibleManagedObject 0 capabilities:HostNetCapabilities? networkInfo:HostNetworkInfo? offloadCapabilities:HostNetOffloadCapabilities? networkConfig:HostNetworkConfig? dnsConfig:HostDnsConfig? ipRouteConfig:HostIpRouteConfig? consoleIpRouteConfig:HostIpRouteConfig?
m HostNvdimmSystem ManagedObject 11 nvdimmSystemInfo:NvdimmSystemInfo#Host.Config.Nvdimm
m HostPatchManager ManagedObject 0
m HostPciPassthruSystem ExtensibleManagedObject 4 pciPassthruInfo:HostPciPassthruInfo[]#System.Read sriovDevicePoolInfo:HostSriovDevicePoolInfo[]?@10#System.Read
m HostPowerSystem ManagedObject 5 capability:PowerSystemCapability#System.Read info:PowerSystemInfo#System.Read
m HostProfile Profile 4 validationState:string?@11 validationStateUpdateTime:dateTime?@11 validationFailureInfo:HostProfileValidationFailureInfo?@11 complianceCheckTime:dateTime?@29 referenceHost:&HostSystem?
m HostProfileManager ProfileManager 4
m HostServiceSystem ExtensibleManagedObject 0 serviceInfo:HostServiceInfo
m HostSnmpSystem ManagedObject 0 configuration:HostSnmpConfigSpec@1#Global.Settings limits:HostSnmpSystemAgentLimits@1#Global.Settings
m HostSpecificationManager ManagedObject 10
m HostStorageSystem ExtensibleManagedObject 0 storageDeviceInfo:HostStorageDeviceInfo? fileSystemVolumeInfo:HostFileSystemVolumeInfo systemFile:string[]?@5 multipathStateInfo:HostMultipathStateInfo?@4
m HostSystem ManagedEntity 0 runtime:HostRuntimeInfo summary:HostListSummary hardware:HostHardwareInfo? capability:HostCapability? licensableResource:HostLicensableResourceInfo@6 remediationState:HostSystemRemediationState?@11 precheckRemediationResult:ApplyHostProfileConfigurationSpec?@11 remediationResult:ApplyHostProfileConfigurationResult?@11 complianceCheckState:HostSystemComplianceCheckState?@11 complianceCheckResult:ComplianceResult?@11 configManager:HostConfigManager config:HostConfigInfo? vm:&VirtualMachine[]? datastore:&Datastore[]?#System.View network:&Network[]?#System.View datastoreBrowser:&HostDatastoreBrowser#System.View systemResources:HostSystemResourceInfo? answerFileValidationState:AnswerFileStatusResult?@11 answerFileValidationResult:AnswerFileStatusResult?@11
m HostVFlashManager ManagedObject 8 vFlashConfigInfo:HostVFlashManagerVFlashConfigInfo?
m HostVMotionSystem ExtensibleManagedObject 0 netConfig:HostVMotionNetConfig? ipConfig:HostIpConfig?
m HostVStorageObjectManager VStorageObjectManagerBase 10
m HostVirtualNicManager ExtensibleManagedObject 4 info:HostVirtualNicManagerInfo
m HostVsanHealthSystem ManagedObject 13
m HostVsanInternalSystem ManagedObject 8
m HostVsanSystem ManagedObject 8 config:VsanHostConfigInfo#System.Read
m HttpNfcLease ManagedObject 4 initializeProgress:int transferProgress:int@11 mode:string@11 capabilities:HttpNfcLeaseCapabilities@11 info:HttpNfcLeaseInfo? state:HttpNfcLeaseState error:LocalizedMethodFault?
m InventoryView ManagedObjectView 1
m IoFilterManager ManagedObject 9
m IpPoolManager ManagedObject 4
m IscsiManager ManagedObject 6
m LicenseAssignmentManager ManagedObject 4
m LicenseManager ManagedObject 0 source:LicenseSource sourceAvailable:boolean diagnostics:LicenseDiagnostics?@1 featureInfo:LicenseFeatureInfo[]? licensedEdition:string@1 licenses:LicenseManagerLicenseInfo[]@4 licenseAssignmentManager:&LicenseAssignmentManager?@4#System.View evaluation:LicenseManagerEvaluationInfo@4#System.Read
m ListView ManagedObjectView 1
m LocalizationManager ManagedObject 4 catalog:LocalizationManagerMessageCatalog[]?#System.View
m ManagedEntity ExtensibleManagedObject 0 parent:&ManagedEntity?#System.View customValue:CustomFieldValue[]?#System.View overallStatus:ManagedEntityStatus configStatus:ManagedEntityStatus configIssue:Event[]? effectiveRole:int[]?#System.View permission:Permission[]? name:string#System.View disabledMethod:MethodName[]? recentTask:&Task[]? declaredAlarmState:AlarmState[]?#System.View triggeredAlarmState:AlarmState[]?#System.View alarmActionsEnabled:boolean?@4#System.Read tag:Tag[]?@4#System.View
m ManagedObject - 0
m ManagedObjectView View 1 view:&ManagedObject[]?
m MessageBusProxy ManagedObject 9
m Network ManagedEntity 0 summary:NetworkSummary host:&HostSystem[]? vm:&VirtualMachine[]?
m OpaqueNetwork Network 8 capability:OpaqueNetworkCapability?@10 extraConfig:OptionValue[]?@10
m OptionManager ManagedObject 0 supportedOption:OptionDef[]? setting:OptionValue[]?
m OverheadMemoryManager ManagedObject 9
m OvfManager ManagedObject 4 ovfImportOption:OvfOptionInfo[]?@7#System.View ovfExportOption:OvfOptionInfo[]?@7#System.View
m PerformanceManager ManagedObject 0 description:PerformanceDescription#System.View historicalInterval:PerfInterval[]?#System.View perfCounter:PerfCounterInfo[]?#System.View
m Profile ManagedObject 4 config:ProfileConfigInfo#Profile.Edit description:ProfileDescription? name:string createdTime:dateTime modifiedTime:dateTime entity:&ManagedEntity[]? complianceStatus:string
m ProfileComplianceManager ManagedObject 4
m ProfileManager ManagedObject 4 profile:&Profile[]?#Profile.View
m PropertyCollector ManagedObject 0 filter:&PropertyFilter[]?#System.View
m PropertyFilter ManagedObject 0 spec:PropertyFilterSpec partialUpdates:boolean
m ResourcePlanningManager ManagedObject 4
m ResourcePool ManagedEntity 0 summary:ResourcePoolSummary runtime:ResourcePoolRuntimeInfo owner:&ComputeResource#System.View resourcePool:&ResourcePool[]?#System.View vm:&VirtualMachine[]?#System.View config:ResourceConfigSpec namespace:string?@17#System.View childConfiguration:ResourceConfigSpec[]?
m ScheduledTask ExtensibleManagedObject 0 info:ScheduledTaskInfo
m ScheduledTaskManager ManagedObject 0 scheduledTask:&ScheduledTask[]?#System.View description:ScheduledTaskDescription#System.View
m SearchIndex ManagedObject 0
m ServiceInstance ManagedObject 0 serverClock:dateTime#System.View capability:Capability#System.View content:ServiceContent#System.Anonymous
m ServiceManager ManagedObject 1 service:ServiceManagerServiceInfo[]?#Global.ServiceManagers
m SessionManager ManagedObject 0 sessionList:UserSession[]?#Sessions.TerminateSession currentSession:UserSession?#System.Anonymous message:string?#System.View messageLocaleList:string[]?#System.Anonymous supportedLocaleList:string[]?#System.Anonymous defaultLocale:string#System.Anonymous
m SimpleCommand ManagedObject 1 encodingType:SimpleCommandEncoding entity:ServiceManagerServiceInfo
m SiteInfoManager ManagedObject 17
m StoragePod Folder 6 summary:StoragePodSummary?#System.View podStorageDrsEntry:PodStorageDrsEntry?#System.Read
m StorageQueryManager ManagedObject 13
m StorageResourceManager ManagedObject 5
m Task ExtensibleManagedObject 0 info:TaskInfo
m TaskHistoryCollector HistoryCollector 0 latestPage:TaskInfo[]?
m TaskManager ManagedObject 0 recentTask:&Task[]?#System.View description:TaskDescription#System.View maxCollector:int#System.View
m TenantTenantManager ManagedObject 16
m UserDirectory ManagedObject 0 domainList:string[]?#System.View
m VStorageObjectManagerBase ManagedObject 10
m VcenterVStorageObjectManager VStorageObjectManagerBase 10
m View ManagedObject 1
m ViewManager ManagedObject 1 viewList:&View[]?#System.View
m VimClusterVsanVcDiskManagementSystem ManagedObject 13
m VimClusterVsanVcStretchedClusterSystem ManagedObject 13
m VirtualApp ResourcePool 4 parentFolder:&Folder?#System.View datastore:&Datastore[]?#System.View network:&Network[]?#System.View vAppConfig:VAppConfigInfo?#System.Read parentVApp:&ManagedEntity?@5 childLink:VirtualAppLinkInfo[]?@5
m VirtualDiskManager ManagedObject 1
m VirtualMachine ManagedEntity 0 capability:VirtualMachineCapability config:VirtualMachineConfigInfo? layout:VirtualMachineFileLayout? layoutEx:VirtualMachineFileLayoutEx?@4 storage:VirtualMachineStorageInfo?@4 environmentBrowser:&EnvironmentBrowser resourcePool:&ResourcePool? parentVApp:&ManagedEntity?@5 resourceConfig:ResourceConfigSpec? runtime:VirtualMachineRuntimeInfo guest:GuestInfo? summary:VirtualMachineSummary datastore:&Datastore[]?#System.View network:&Network[]?#System.View snapshot:VirtualMachineSnapshotInfo? rootSnapshot:&VirtualMachineSnapshot[]?@5 guestHeartbeatStatus:ManagedEntityStatus
m VirtualMachineCompatibilityChecker ManagedObject 4
m VirtualMachineGuestCustomizationManager ManagedObject 15
m VirtualMachineProvisioningChecker ManagedObject 4
m VirtualMachineSnapshot ExtensibleManagedObject 0 config:VirtualMachineConfigInfo childSnapshot:&VirtualMachineSnapshot[]?@5 vm:&VirtualMachine@9
m VirtualizationManager ManagedObject 1
m VmwareDistributedVirtualSwitch DistributedVirtualSwitch 4
m VsanCapabilitySystem ManagedObject 13
m VsanClusterHealthSystem ManagedObject 13
m VsanClusterMgmtInternalSystem ManagedObject 13
m VsanIscsiTargetSystem ManagedObject 13
m VsanObjectSystem ManagedObject 13
m VsanPerformanceManager ManagedObject 13
m VsanSpaceReportSystem ManagedObject 13
m VsanSystemEx ManagedObject 13
m VsanUpgradeSystem ManagedObject 9
m VsanUpgradeSystemEx ManagedObject 13
m VsanVcClusterConfigSystem ManagedObject 13
m VsanVcClusterHealthSystem ManagedObject 13
m VsanVcsaDeployerSystem ManagedObject 13
c AbandonHciWorkflow ClusterComputeResource AbandonHciWorkflow 12 Host.Inventory.EditCluster void
c AbdicateDomOwnership HostVsanInternalSystem abdicateDomOwnership 8 Host.Config.Storage string[]? uuids:string[]
c AbortCustomization_Task VirtualMachineGuestCustomizationManager abortCustomization 15 VirtualMachine.Provisioning.Customize &Task vm:&VirtualMachine auth:GuestAuthentication
c AcknowledgeAlarm AlarmManager acknowledgeAlarm 4 - void alarm:&Alarm#Alarm.Acknowledge entity:&ManagedEntity#System.Read
c AcquireCimServicesTicket HostSystem acquireCimServicesTicket 1 Host.Cim.CimInteraction HostServiceTicket
c AcquireCloneTicket SessionManager acquireCloneTicket 2 System.View string
c AcquireCredentialsInGuest GuestAuthManager acquireCredentials 6 - GuestAuthentication vm:&VirtualMachine#VirtualMachine.GuestOperations.Query requestedAuth:GuestAuthentication sessionID:long?
c AcquireGenericServiceTicket SessionManager acquireGenericServiceTicket 6 System.Anonymous SessionManagerGenericServiceTicket spec:SessionManagerServiceRequestSpec
c AcquireLocalTicket SessionManager acquireLocalTicket 0 System.Anonymous SessionManagerLocalTicket userName:string
c AcquireMksTicket VirtualMachine acquireMksTicket 0 VirtualMachine.Interact.ConsoleInteract VirtualMachineMksTicket
c AcquireTicket VirtualMachine acquireTicket 5 - VirtualMachineTicket ticketType:string
c AddAuthorizationRole AuthorizationManager addRole 0 Authorization.ModifyRoles int name:string privIds:string[]?
c AddCustomFieldDef CustomFieldsManager addFieldDefinition 0 Global.ManageCustomFields CustomFieldDef name:string moType:TypeName?@1 fieldDefPolicy:PrivilegePolicyDef?@1 fieldPolicy:PrivilegePolicyDef?@1
c AddDVPortgroup_Task DistributedVirtualSwitch addPortgroups 4 DVPortgroup.Create &Task spec:DVPortgroupConfigSpec[]
c AddDisks_Task HostVsanSystem addDisks 8 Host.Config.Storage &Task? disk:HostScsiDisk[]
c AddFilter HealthUpdateManager addFilter 10 Host.Inventory.EditCluster string providerId:string filterName:string infoIds:string[]?
c AddFilterEntities HealthUpdateManager addFilterEntities 10 Host.Inventory.EditCluster void filterId:string entities:&ManagedEntity[]?
c AddGuestAlias GuestAliasManager addAlias 9 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.ModifyAliases auth:GuestAuthentication username:string mapCert:boolean base64Cert:string aliasInfo:GuestAuthAliasInfo
c AddHost_Task ClusterComputeResource addHost 0 Host.Inventory.AddHostToCluster &Task spec:HostConnectSpec asConnected:boolean resourcePool:&ResourcePool?#Resource.AssignVMToPool license:string?@4
c AddInternetScsiSendTargets HostStorageSystem addInternetScsiSendTargets 0 Host.Config.Storage void iScsiHbaDevice:string targets:HostInternetScsiHbaSendTarget[]
c AddInternetScsiStaticTargets HostStorageSystem addInternetScsiStaticTargets 0 Host.Config.Storage void iScsiHbaDevice:string targets:HostInternetScsiHbaStaticTarget[]
c AddKey CryptoManager addKey 10 Cryptographer.ManageKeys void key:CryptoKeyPlain
c AddKeys CryptoManager addKeys 10 Cryptographer.ManageKeys CryptoKeyResult[]? keys:CryptoKeyPlain[]?
c AddLicense LicenseManager addLicense 4 Global.Licenses LicenseManagerLicenseInfo licenseKey:string labels:KeyValue[]?
c AddMonitoredEntities HealthUpdateManager addMonitoredEntities 10 HealthUpdateProvider.Update void providerId:string entities:&ManagedEntity[]?
c AddNetworkResourcePool DistributedVirtualSwitch addNetworkResourcePool 6 DVSwitch.ResourceManagement void configSpec:DVSNetworkResourcePoolConfigSpec[]
c AddPortGroup HostNetworkSystem addPortGroup 0 Host.Config.Network void portgrp:HostPortGroupSpec
c AddServiceConsoleVirtualNic HostNetworkSystem addServiceConsoleVirtualNic 0 - string portgroup:string nic:HostVirtualNicSpec
c AddStandaloneHost_Task Folder addStandaloneHost 0 Host.Inventory.AddStandaloneHost &Task spec:HostConnectSpec compResSpec:ComputeResourceConfigSpec?@1 addConnected:boolean license:string?@4
c AddVirtualNic HostNetworkSystem addVirtualNic 0 - string portgroup:string nic:HostVirtualNicSpec
c AddVirtualSwitch HostNetworkSystem addVirtualSwitch 0 Host.Config.Network void vswitchName:string spec:HostVirtualSwitchSpec?
c AllocateIpv4Address IpPoolManager allocateIpv4Address 7 - string dc:&Datacenter poolId:int allocationId:string
c AllocateIpv6Address IpPoolManager allocateIpv6Address 7 - string dc:&Datacenter poolId:int allocationId:string
c AnswerVM VirtualMachine answer 0 VirtualMachine.Interact.AnswerQuestion void questionId:string answerChoice:string
c ApplyEntitiesConfig_Task HostProfileManager applyEntitiesConfiguration 10 - &Task? applyConfigSpecs:ApplyHostProfileConfigurationSpec[]?
c ApplyEvcModeVM_Task VirtualMachine applyEvcMode 11 VirtualMachine.Config.Settings &Task mask:HostFeatureMask[]? completeMasks:boolean?
c ApplyHostConfig_Task HostProfileManager applyHostConfiguration 4 - &Task host:&HostSystem configSpec:HostConfigSpec userInput:ProfileDeferredPolicyOptionParameter[]?@6
c ApplyRecommendation ClusterComputeResource applyRecommendation 0 - void key:string
c ApplyStorageDrsRecommendationToPod_Task StorageResourceManager applyRecommendationToPod 6 System.View &Task pod:&StoragePod key:string
c ApplyStorageDrsRecommendation_Task StorageResourceManager applyRecommendation 6 System.View &Task key:string[]
c AreAlarmActionsEnabled AlarmManager getAlarmActionsEnabled 4 - boolean entity:&ManagedEntity#System.Read
c AssignUserToGroup HostLocalAccountManager assignUserToGroup 0 Host.Local.ManageUserGroups void user:string group:string
c AssociateProfile Profile associateEntities 4 Profile.Edit void entity:&ManagedEntity[]
c AttachDisk_Task VirtualMachine attachDisk 10 VirtualMachine.Config.AddExistingDisk &Task diskId:ID datastore:&Datastore controllerKey:int? unitNumber:int?
c AttachScsiLun HostStorageSystem attachScsiLun 6 Host.Config.Storage void lunUuid:string
c AttachScsiLunEx_Task HostStorageSystem attachScsiLunEx 9 Host.Config.Storage &Task lunUuid:string[]
c AttachTagToVStorageObject VcenterVStorageObjectManager attachTagToVStorageObject 10 System.Read void id:ID category:string tag:string
c AttachVmfsExtent HostStorageSystem attachVmfsExtent 0 Host.Config.Storage void vmfsPath:string extent:HostScsiDiskPartition
c AutoStartPowerOff HostAutoStartManager autoPowerOff 0 Host.Config.AutoStart void
c AutoStartPowerOn HostAutoStartManager autoPowerOn 0 Host.Config.AutoStart void
c BackupFirmwareConfiguration HostFirmwareSystem backupConfiguration 1 Host.Config.Firmware string
c BatchAddHostsToCluster_Task Folder batchAddHostsToCluster 12 - &Task cluster:&ClusterComputeResource newHosts:FolderNewHostSpec[]? existingHosts:&HostSystem[]? compResSpec:ComputeResourceConfigSpec? desiredState:string?
c BatchAddStandaloneHosts_Task Folder batchAddStandaloneHosts 12 Host.Inventory.AddStandaloneHost &Task newHosts:FolderNewHostSpec[]? compResSpec:ComputeResourceConfigSpec? addConnected:boolean
c BatchQueryConnectInfo Datacenter batchQueryConnectInfo 12 System.View DatacenterBasicConnectInfo[]? hostSpecs:HostConnectSpec[]?
c BindVnic IscsiManager bindVnic 6 Host.Config.Storage void iScsiHbaName:string vnicDevice:string
c BrowseDiagnosticLog DiagnosticManager browse 0 Global.Diagnostics DiagnosticManagerLogHeader host:&HostSystem? key:string start:int? lines:int?
c CanProvisionObjects HostVsanInternalSystem canProvisionObjects 8 System.Read VsanPolicySatisfiability[] npbs:VsanNewPolicyBatch[] ignoreSatisfiability:boolean?@9
c CancelRecommendation ClusterComputeResource cancelRecommendation 5 System.Read void key:string
c CancelRetrievePropertiesEx PropertyCollector cancelRetrievePropertiesEx 5 System.View void token:string
c CancelStorageDrsRecommendation StorageResourceManager cancelRecommendation 6 System.View void key:string[]
c CancelTask Task cancel 0 - void
c CancelWaitForUpdates PropertyCollector cancelWaitForUpdates 0 System.View void
c CertMgrRefreshCACertificatesAndCRLs_Task CertificateManager refreshCACertificatesAndCRLs 9 Certificate.Manage &Task host:&HostSystem[]
c CertMgrRefreshCertificates_Task CertificateManager refreshCertificates 9 Certificate.Manage &Task host:&HostSystem[]
c CertMgrRevokeCertificates_Task CertificateManager revokeCertificates 9 Certificate.Manage &Task host:&HostSystem[]
c ChangeAccessMode HostAccessManager changeAccessMode 9 Global.Settings void principal:string isGroup:boolean accessMode:HostAccessMode
c ChangeFileAttributesInGuest GuestFileManager changeFileAttributes 6 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.Modify auth:GuestAuthentication guestFilePath:string fileAttributes:GuestFileAttributes
c ChangeKey_Task CryptoManagerHost changeKey 11 Cryptographer.RegisterHost &Task newKey:CryptoKeyPlain
c ChangeLockdownMode HostAccessManager changeLockdownMode 9 Host.Config.Settings void mode:HostLockdownMode
c ChangeNFSUserPassword HostStorageSystem changeNFSUserPassword 9 Host.Config.Storage void password:string
c ChangeOwner FileManager changeOwner 4 - void name:string datacenter:&Datacenter?#System.View owner:string
c ChangePassword HostLocalAccountManager changePassword 13 System.Anonymous void user:string oldPassword:string newPassword:string
c CheckAddHostEvc_Task ClusterEVCManager checkAddHostEvc 9 System.View &Task? cnxSpec:HostConnectSpec
c CheckAnswerFileStatus_Task HostProfileManager checkAnswerFileStatus 6 System.View &Task? host:&HostSystem[]
c CheckClone_Task VirtualMachineProvisioningChecker checkClone 4 System.View &Task vm:&VirtualMachine folder:&Folder name:string spec:VirtualMachineCloneSpec testType:string[]?
c CheckCompatibility_Task VirtualMachineCompatibilityChecker checkCompatibility 4 System.View &Task vm:&VirtualMachine host:&HostSystem? pool:&ResourcePool? testType:string[]?
c CheckCompliance_Task ProfileComplianceManager checkCompliance 4 System.View &Task profile:&Profile[]? entity:&ManagedEntity[]?
c CheckConfigureEvcMode_Task ClusterEVCManager checkConfigureEvc 9 System.View &Task? evcModeKey:string evcGraphicsModeKey:string?@19
c CheckCustomizationResources CustomizationSpecManager checkResources 0 System.View void guestOs:string
c CheckCustomizationSpec VirtualMachine checkCustomizationSpec 0 VirtualMachine.Provisioning.Customize void spec:CustomizationSpec
c CheckForUpdates PropertyCollector checkForUpdates 0 System.View UpdateSet? version:string?
c CheckHostPatch_Task HostPatchManager Check 4 System.Read &Task metaUrls:string[]? bundleUrls:string[]? spec:HostPatchManagerPatchManagerOperationSpec?
c CheckInstantClone_Task VirtualMachineProvisioningChecker checkInstantClone 11 System.View &Task? vm:&VirtualMachine spec:VirtualMachineInstantCloneSpec testType:string[]?
c CheckLicenseFeature LicenseManager checkFeature 0 System.Read boolean host:&HostSystem? featureKey:string
c CheckMigrate_Task VirtualMachineProvisioningChecker checkMigrate 4 System.View &Task vm:&VirtualMachine host:&HostSystem? pool:&ResourcePool? state:VirtualMachinePowerState? testType:string[]?
c CheckPowerOn_Task VirtualMachineCompatibilityChecker checkPowerOn 11 System.View &Task? vm:&VirtualMachine host:&HostSystem? pool:&ResourcePool? testType:string[]?
c CheckProfileCompliance_Task Profile checkCompliance 4 System.View &Task entity:&ManagedEntity[]?
c CheckRelocate_Task VirtualMachineProvisioningChecker checkRelocate 4 System.View &Task vm:&VirtualMachine spec:VirtualMachineRelocateSpec testType:string[]?
c CheckVmConfig_Task VirtualMachineCompatibilityChecker checkVmConfig 11 System.View &Task? spec:VirtualMachineConfigSpec vm:&VirtualMachine? host:&HostSystem? pool:&ResourcePool? testType:string[]?
c ClearComplianceStatus ProfileComplianceManager clearComplianceStatus 4 Profile.Clear void profile:&Profile[]? entity:&ManagedEntity[]?
c ClearNFSUser HostStorageSystem clearNFSUser 9 Host.Config.Storage void
c ClearSystemEventLog HostHealthStatusSystem clearSystemEventLog 10 Host.Config.Settings void
c ClearTriggeredAlarms AlarmManager clearTriggeredAlarms 11 Alarm.SetStatus void filter:AlarmFilterSpec
c ClearVStorageObjectControlFlags VcenterVStorageObjectManager clearVStorageObjectControlFlags 11 System.View void id:ID datastore:&Datastore#Datastore.FileManagement controlFlags:string[]?
c CloneSession SessionManager cloneSession 2 System.Anonymous UserSession cloneTicket:string
c CloneVApp_Task VirtualApp clone 4 VApp.Clone &Task name:string target:&ResourcePool spec:VAppCloneSpec
c CloneVM_Task VirtualMachine clone 0 - &Task folder:&Folder#VirtualMachine.Inventory.CreateFromExisting name:string spec:VirtualMachineCloneSpec
c CloneVStorageObject_Task VcenterVStorageObjectManager cloneVStorageObject 10 System.View &Task id:ID datastore:&Datastore spec:VslmCloneSpec
c CloseInventoryViewFolder InventoryView closeFolder 1 - &ManagedEntity[]? entity:&ManagedEntity[]#System.View
c ClusterEnterMaintenanceMode ClusterComputeResource enterMaintenanceMode 6 System.View ClusterEnterMaintenanceResult host:&HostSystem[]#Host.Config.Maintenance option:OptionValue[]? info:ClusterComputeResourceMaintenanceInfo?@31
c CompositeHostProfile_Task HostProfileManager compositeProfile 10 Profile.Edit &Task? source:&Profile targets:&Profile[]? toBeMerged:HostApplyProfile? toBeReplacedWith:HostApplyProfile? toBeDeleted:HostApplyProfile? enableStatusToBeCopied:HostApplyProfile?
c ComputeDiskPartitionInfo HostStorageSystem computeDiskPartitionInfo 0 Host.Config.Storage HostDiskPartitionInfo devicePath:string layout:HostDiskPartitionLayout partitionFormat:string?@6
c ComputeDiskPartitionInfoForResize HostStorageSystem computeDiskPartitionInfoForResize 4 Host.Config.Storage HostDiskPartitionInfo partition:HostScsiDiskPartition blockRange:HostDiskPartitionBlockRange partitionFormat:string?@6
c ConfigureCryptoKey HostSystem configureCryptoKey 10 Cryptographer.RegisterHost void keyId:CryptoKeyId?
c ConfigureDatastoreIORM_Task StorageResourceManager ConfigureDatastoreIORM 5 - &Task datastore:&Datastore spec:StorageIORMConfigSpec
c ConfigureDatastorePrincipal HostDatastoreSystem configureDatastorePrincipal 0 Host.Config.Maintenance void userName:string password:string?
c ConfigureEvcMode_Task ClusterEVCManager configureEvc 9 Host.Inventory.EditCluster &Task evcModeKey:string evcGraphicsModeKey:string?@19
c ConfigureHCI_Task ClusterComputeResource configureHCI 12 - &Task clusterSpec:ClusterComputeResourceHCIConfigSpec hostInputs:ClusterComputeResourceHostConfigurationInput[]?
c ConfigureHostCache_Task HostCacheConfigurationManager configureCache 6 Host.Config.AdvancedConfig &Task spec:HostCacheConfigurationSpec
c ConfigureLicenseSource LicenseManager configureSource 0 Global.Licenses void host:&HostSystem? licenseSource:LicenseSource
c ConfigurePowerPolicy HostPowerSystem configurePolicy 5 Host.Config.Power void key:int
c ConfigureStorageDrsForPod_Task StorageResourceManager configureStorageDrsForPod 6 - &Task pod:&StoragePod#StoragePod.Config spec:StorageDrsConfigSpec modify:boolean
c ConfigureVFlashResourceEx_Task HostVFlashManager configureVFlashResourceEx 8 Host.Config.Storage &Task? devicePath:string[]?
c ConnectNvmeController HostStorageSystem connectNvmeController 17 Host.Config.Storage void connectSpec:HostNvmeConnectSpec
c ConnectNvmeControllerEx_Task HostStorageSystem connectNvmeControllerEx 23 Host.Config.Storage &Task connectSpec:HostNvmeConnectSpec[]?
c ConsolidateVMDisks_Task VirtualMachine consolidateDisks 6 VirtualMachine.State.RemoveSnapshot &Task
c ContinueRetrievePropertiesEx PropertyCollector continueRetrievePropertiesEx 5 System.View RetrieveResult token:string
c ConvertNamespacePathToUuidPath DatastoreNamespaceManager ConvertNamespacePathToUuidPath 10 System.View string datacenter:&Datacenter? namespaceUrl:string
c CopyDatastoreFile_Task FileManager copyFile 1 - &Task sourceName:string sourceDatacenter:&Datacenter?#System.View destinationName:string destinationDatacenter:&Datacenter?#System.View force:boolean?
c CopyVirtualDisk_Task VirtualDiskManager copyVirtualDisk 1 System.View &Task sourceName:string sourceDatacenter:&Datacenter? destName:string destDatacenter:&Datacenter? destSpec:VirtualDiskSpec? force:boolean?
c CreateAlarm AlarmManager create 0 - &Alarm entity:&ManagedEntity#Alarm.Create spec:AlarmSpec
c CreateChildVM_Task ResourcePool createVm 4 VirtualMachine.Inventory.Create &Task config:VirtualMachineConfigSpec host:&HostSystem?
c CreateCluster Folder createCluster 0 Host.Inventory.CreateCluster &ClusterComputeResource name:string spec:ClusterConfigSpec
c CreateClusterEx Folder createClusterEx 1 Host.Inventory.CreateCluster &ClusterComputeResource name:string spec:ClusterConfigSpecEx
c CreateCollectorForEvents EventManager createCollector 0 System.View &EventHistoryCollector filter:EventFilterSpec
c CreateCollectorForTasks TaskManager createCollector 0 System.View &TaskHistoryCollector filter:TaskFilterSpec
c CreateCollectorWithInfoFilterForTasks TaskManager createCollectorWithInfoFilter 31 System.View &TaskHistoryCollector filter:TaskFilterSpec infoFilter:TaskInfoFilterSpec?
c CreateContainerView ViewManager createContainerView 1 System.View &ContainerView container:&ManagedEntity#System.View type:TypeName[]? recursive:boolean
c CreateCustomizationSpec CustomizationSpecManager create 0 VirtualMachine.Provisioning.ModifyCustSpecs void item:CustomizationSpecItem
c CreateDVPortgroup_Task DistributedVirtualSwitch addPortgroup 7 DVPortgroup.Create &Task spec:DVPortgroupConfigSpec
c CreateDVS_Task Folder createDistributedVirtualSwitch 4 DVSwitch.Create &Task spec:DVSCreateSpec
c CreateDatacenter Folder createDatacenter 0 Datacenter.Create &Datacenter name:string
c CreateDefaultProfile HostProfileManager createDefaultProfile 4 System.View ApplyProfile profileType:TypeName profileTypeName:string?@6 profile:&Profile?@6
c CreateDescriptor OvfManager createDescriptor 4 System.View OvfCreateDescriptorResult obj:&ManagedEntity#VApp.Export cdp:OvfCreateDescriptorParams
c CreateDiagnosticPartition HostDiagnosticSystem createDiagnosticPartition 0 Host.Config.Storage void spec:HostDiagnosticPartitionCreateSpec
c CreateDirectory DatastoreNamespaceManager CreateDirectory 8 - string datastore:&Datastore#Datastore.Config displayName:string? policy:string? size:long?@21
c CreateDiskFromSnapshot_Task VcenterVStorageObjectManager createDiskFromSnapshot 11 System.View &Task id:ID datastore:&Datastore snapshotId:ID name:string profile:VirtualMachineProfileSpec[]? crypto:CryptoSpec? path:string?
c CreateDisk_Task VcenterVStorageObjectManager createDisk 10 System.View &Task spec:VslmCreateSpec
c CreateFilter PropertyCollector createFilter 0 System.View &PropertyFilter spec:PropertyFilterSpec partialUpdates:boolean
c CreateFolder Folder createFolder 0 Folder.Create &Folder name:string
c CreateGroup HostLocalAccountManager createGroup 0 Host.Local.ManageUserGroups void group:HostAccountSpec
c CreateImportSpec OvfManager createImportSpec 4 System.View OvfCreateImportSpecResult ovfDescriptor:string resourcePool:&ResourcePool#VApp.Import datastore:&Datastore#Datastore.AllocateSpace cisp:OvfCreateImportSpecParams
c CreateInventoryView ViewManager createInventoryView 1 System.View &InventoryView
c CreateIpPool IpPoolManager createIpPool 4 - int dc:&Datacenter#Datacenter.IpPoolConfig pool:IpPool
c CreateListView ViewManager createListView 1 System.View &ListView obj:&ManagedObject[]?#System.View
c CreateListViewFromView ViewManager createListViewFromView 1 System.View &ListView view:&View
c CreateLocalDatastore HostDatastoreSystem createLocalDatastore 0 Host.Config.Storage &Datastore name:string path:string
c CreateNasDatastore HostDatastoreSystem createNasDatastore 0 Host.Config.Storage &Datastore spec:HostNasVolumeSpec
c CreateNvdimmNamespace_Task HostNvdimmSystem createNamespace 11 Host.Config.Nvdimm &Task createSpec:NvdimmNamespaceCreateSpec
c CreateNvdimmPMemNamespace_Task HostNvdimmSystem createPMemNamespace 12 Host.Config.Nvdimm &Task createSpec:NvdimmPMemNamespaceCreateSpec
c CreateNvmeOverRdmaAdapter HostStorageSystem createNvmeOverRdmaAdapter 17 Host.Config.Storage void rdmaDeviceName:string
c CreateObjectScheduledTask ScheduledTaskManager createObjectScheduledTask 4 - &ScheduledTask obj:&ManagedObject#ScheduledTask.Create spec:ScheduledTaskSpec
c CreatePerfInterval PerformanceManager createHistoricalInterval 0 Performance.ModifyIntervals void intervalId:PerfInterval
c CreateProfile ProfileManager createProfile 4 Profile.Create &Profile createSpec:ProfileCreateSpec
c CreatePropertyCollector PropertyCollector createPropertyCollector 5 System.View &PropertyCollector
c CreateRegistryKeyInGuest GuestWindowsRegistryManager createRegistryKey 9 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.Modify auth:GuestAuthentication keyName:GuestRegKeyNameSpec isVolatile:boolean classType:string?
c CreateResourcePool ResourcePool createResourcePool 0 Resource.CreatePool &ResourcePool name:string spec:ResourceConfigSpec
c CreateScheduledTask ScheduledTaskManager create 0 - &ScheduledTask entity:&ManagedEntity#ScheduledTask.Create spec:ScheduledTaskSpec
c CreateScreenshot_Task VirtualMachine createScreenshot 4 VirtualMachine.Interact.CreateScreenshot &Task
c CreateSecondaryVMEx_Task VirtualMachine createSecondaryEx 9 VirtualMachine.Interact.CreateSecondary &Task host:&HostSystem? spec:FaultToleranceConfigSpec?
c CreateSecondaryVM_Task VirtualMachine createSecondary 4 VirtualMachine.Interact.CreateSecondary &Task host:&HostSystem?
c CreateSnapshotEx_Task VirtualMachine createSnapshotEx 10 VirtualMachine.State.CreateSnapshot &Task name:string description:string? memory:boolean quiesceSpec:VirtualMachineGuestQuiesceSpec?
c CreateSnapshot_Task VirtualMachine createSnapshot 0 VirtualMachine.State.CreateSnapshot &Task name:string description:string? memory:boolean quiesce:boolean
c CreateSoftwareAdapter HostStorageSystem createSoftwareAdapter 23 Host.Config.Storage void spec:HostHbaCreateSpec
c CreateStoragePod Folder createStoragePod 6 Folder.Create &StoragePod name:string
c CreateTask TaskManager createTask 1 Task.Create TaskInfo obj:&ManagedObject taskTypeId:string initiatedBy:string? cancelable:boolean parentTaskKey:string?@4 activationId:string?@9
c CreateTemporaryDirectoryInGuest GuestFileManager createTemporaryDirectory 6 - string vm:&VirtualMachine#VirtualMachine.GuestOperations.Modify auth:GuestAuthentication prefix:string suffix:string directoryPath:string?
c CreateTemporaryFileInGuest GuestFileManager createTemporaryFile 6 - string vm:&VirtualMachine#VirtualMachine.GuestOperations.Modify auth:GuestAuthentication prefix:string suffix:string directoryPath:string?
c CreateUser HostLocalAccountManager createUser 0 Host.Local.ManageUserGroups void user:HostAccountSpec
c CreateVApp ResourcePool createVApp 4 VApp.Create &VirtualApp name:string resSpec:ResourceConfigSpec configSpec:VAppConfigSpec vmFolder:&Folder?
c CreateVM_Task Folder createVm 0 VirtualMachine.Inventory.Create &Task config:VirtualMachineConfigSpec pool:&ResourcePool#Resource.AssignVMToPool host:&HostSystem?
c CreateVirtualDisk_Task VirtualDiskManager createVirtualDisk 1 System.View &Task name:string datacenter:&Datacenter? spec:VirtualDiskSpec
c CreateVmfsDatastore HostDatastoreSystem createVmfsDatastore 0 Host.Config.Storage &Datastore spec:VmfsDatastoreCreateSpec
c CreateVvolDatastore HostDatastoreSystem createVvolDatastore 9 Host.Config.Storage &Datastore spec:HostDatastoreSystemVvolDatastoreSpec
c CryptoManagerHostDisable CryptoManagerHost disable 17 Cryptographer.RegisterHost void
c CryptoManagerHostEnable CryptoManagerHost enable 11 Cryptographer.RegisterHost void initialKey:CryptoKeyPlain
c CryptoManagerHostPrepare CryptoManagerHost prepare 11 Cryptographer.RegisterHost void
c CryptoUnlock_Task VirtualMachine cryptoUnlock 11 Cryptographer.RegisterVM &Task
c CurrentTime ServiceInstance currentTime 0 System.View dateTime
c CustomizationSpecItemToXml CustomizationSpecManager specItemToXml 0 System.View string item:CustomizationSpecItem
c CustomizeGuest_Task VirtualMachineGuestCustomizationManager customize 15 VirtualMachine.Provisioning.Customize &Task vm:&VirtualMachine auth:GuestAuthentication spec:CustomizationSpec configParams:OptionValue[]?
c CustomizeVM_Task VirtualMachine customize 0 VirtualMachine.Provisioning.Customize &Task spec:CustomizationSpec
c DVPortgroupRollback_Task DistributedVirtualPortgroup rollback 7 - &Task? entityBackup:EntityBackupConfig?
c DVSManagerExportEntity_Task DistributedVirtualSwitchManager exportEntity 7 - &Task? selectionSet:SelectionSet[]
c DVSManagerImportEntity_Task DistributedVirtualSwitchManager importEntity 7 - &Task entityBackup:EntityBackupConfig[] importType:string
c DVSManagerLookupDvPortGroup DistributedVirtualSwitchManager lookupPortgroup 7 System.View &DistributedVirtualPortgroup? switchUuid:string portgroupKey:string
c DVSRollback_Task DistributedVirtualSwitch rollback 7 - &Task? entityBackup:EntityBackupConfig?
c DatastoreEnterMaintenanceMode Datastore enterMaintenanceMode 6 Datastore.Config StoragePlacementResult
c DatastoreExitMaintenanceMode_Task Datastore exitMaintenanceMode 6 Datastore.Config &Task
c DecodeLicense LicenseManager decodeLicense 4 Global.Licenses LicenseManagerLicenseInfo licenseKey:string
c DefragmentAllDisks VirtualMachine defragmentAllDisks 1 VirtualMachine.Interact.DefragmentAllDisks void
c DefragmentVirtualDisk_Task VirtualDiskManager defragmentVirtualDisk 1 System.View &Task name:string datacenter:&Datacenter?
c DeleteCustomizationSpec CustomizationSpecManager delete 0 VirtualMachine.Provisioning.ModifyCustSpecs void name:string
c DeleteDatastoreFile_Task FileManager deleteFile 1 - &Task name:string datacenter:&Datacenter?#System.View
c DeleteDirectory DatastoreNamespaceManager DeleteDirectory 8 - void datacenter:&Datacenter?#System.View datastorePath:string
c DeleteDirectoryInGuest GuestFileManager deleteDirectory 6 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.Modify auth:GuestAuthentication directoryPath:string recursive:boolean
c DeleteFile HostDatastoreBrowser deleteFile 0 Datastore.DeleteFile void datastorePath:string
c DeleteFileInGuest GuestFileManager deleteFile 6 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.Modify auth:GuestAuthentication filePath:string
c DeleteHostSpecification HostSpecificationManager deleteHostSpecification 10 System.View void host:&HostSystem
c DeleteHostSubSpecification HostSpecificationManager deleteHostSubSpecification 10 System.View void host:&HostSystem subSpecName:string
c DeleteNvdimmBlockNamespaces_Task HostNvdimmSystem deleteBlockNamespaces 11 Host.Config.Nvdimm &Task
c DeleteNvdimmNamespace_Task HostNvdimmSystem deleteNamespace 11 Host.Config.Nvdimm &Task deleteSpec:NvdimmNamespaceDeleteSpec
c DeleteRegistryKeyInGuest GuestWindowsRegistryManager deleteRegistryKey 9 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.Modify auth:GuestAuthentication keyName:GuestRegKeyNameSpec recursive:boolean
c DeleteRegistryValueInGuest GuestWindowsRegistryManager deleteRegistryValue 9 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.Modify auth:GuestAuthentication valueName:GuestRegValueNameSpec
c DeleteScsiLunState HostStorageSystem deleteScsiLunState 6 Host.Config.Storage void lunCanonicalName:string
c DeleteSnapshot_Task VcenterVStorageObjectManager deleteSnapshot 11 System.View &Task id:ID datastore:&Datastore snapshotId:ID
c DeleteVStorageObjectEx_Task VcenterVStorageObjectManager deleteVStorageObjectEx 21 System.View &Task id:ID datastore:&Datastore
c DeleteVStorageObject_Task VcenterVStorageObjectManager deleteVStorageObject 10 System.View &Task id:ID datastore:&Datastore
c DeleteVffsVolumeState HostStorageSystem deleteVffsVolumeState 8 Host.Config.Storage void vffsUuid:string
c DeleteVirtualDisk_Task VirtualDiskManager deleteVirtualDisk 1 System.View &Task name:string datacenter:&Datacenter?
c DeleteVmfsVolumeState HostStorageSystem deleteVmfsVolumeState 6 Host.Config.Storage void vmfsUuid:string
c DeleteVsanObjects HostVsanInternalSystem deleteVsanObjects 8 Host.Config.Storage HostVsanInternalSystemDeleteVsanObjectsResult[] uuids:string[] force:boolean?
c DeselectVnic HostVMotionSystem deselectVnic 0 Host.Config.Network void
c DeselectVnicForNicType HostVirtualNicManager deselectVnic 4 Host.Config.Network void nicType:string device:string
c DestroyChildren ResourcePool destroyChildren 0 - void
c DestroyCollector HistoryCollector remove 0 - void
c DestroyDatastore Datastore destroyDatastore 0 Datastore.Delete void
c DestroyIpPool IpPoolManager destroyIpPool 4 - void dc:&Datacenter#Datacenter.IpPoolConfig id:int force:boolean
c DestroyNetwork Network destroyNetwork 0 Network.Delete void
c DestroyProfile Profile destroy 4 Profile.Delete void
c DestroyPropertyCollector PropertyCollector destroy 5 System.View void
c DestroyPropertyFilter PropertyFilter destroy 0 - void
c DestroyVffs HostStorageSystem destroyVffs 8 Host.Config.Storage void vffsPath:string
c DestroyView View destroy 1 System.View void
c Destroy_Task ManagedEntity destroy 0 - &Task
c DetachDisk_Task VirtualMachine detachDisk 10 VirtualMachine.Config.RemoveDisk &Task diskId:ID
c DetachScsiLun HostStorageSystem detachScsiLun 6 Host.Config.Storage void lunUuid:string
c DetachScsiLunEx_Task HostStorageSystem detachScsiLunEx 9 Host.Config.Storage &Task lunUuid:string[]
c DetachTagFromVStorageObject VcenterVStorageObjectManager detachTagFromVStorageObject 10 System.Read void id:ID category:string tag:string
c DirectPathProfileManagerCreate DirectPathProfileManager createDirectPathProfile 33 DirectPathProfileManager.Manage string spec:DirectPathProfileManagerCreateSpec
c DirectPathProfileManagerDelete DirectPathProfileManager deleteDirectPathProfile 33 DirectPathProfileManager.Manage void id:string
c DirectPathProfileManagerList DirectPathProfileManager listDirectPathProfiles 33 System.View DirectPathProfileInfo[]? filterSpec:DirectPathProfileManagerFilterSpec
c DirectPathProfileManagerQueryCapacity DirectPathProfileManager queryDirectPathProfileCapacity 33 - DirectPathProfileManagerCapacityResult[]? target:DirectPathProfileManagerTargetEntity querySpec:DirectPathProfileManagerCapacityQuerySpec[]?
c DirectPathProfileManagerUpdate DirectPathProfileManager updateDirectPathProfile 33 DirectPathProfileManager.Manage void id:string spec:DirectPathProfileManagerUpdateSpec
c DisableAlarm AlarmManager disableAlarm 16 - void alarm:&Alarm#Alarm.ToggleEnableOnEntity entity:&ManagedEntity#System.Read
c DisableClusteredVmdkSupport HostDatastoreSystem disableClusteredVmdkSupport 17 Host.Config.Storage void datastore:&Datastore
c DisableEvcMode_Task ClusterEVCManager disableEvc 9 Host.Inventory.EditCluster &Task
c DisableFeature LicenseManager disable 0 Global.Licenses boolean host:&HostSystem? featureKey:string
c DisableHyperThreading HostCpuSchedulerSystem disableHyperThreading 0 Host.Config.HyperThreading void
c DisableMultipathPath HostStorageSystem disableMultipathPath 0 Host.Config.Storage void pathName:string
c DisableNetworkBoot_Task ComputeResource disableNetworkBoot 33 Host.Inventory.EditCluster &Task
c DisableRuleset HostFirewallSystem disableRuleset 0 Host.Config.NetService void id:string
c DisableSecondaryVM_Task VirtualMachine disableSecondary 4 VirtualMachine.Interact.DisableSecondary &Task vm:&VirtualMachine
c DisableSmartCardAuthentication HostActiveDirectoryAuthentication disableSmartCardAuthentication 9 Host.Config.AuthenticationStore void
c DisconnectHost_Task HostSystem disconnect 0 Host.Config.Connection &Task
c DisconnectNvmeController HostStorageSystem disconnectNvmeController 17 Host.Config.Storage void disconnectSpec:HostNvmeDisconnectSpec
c DisconnectNvmeControllerEx_Task HostStorageSystem disconnectNvmeControllerEx 23 Host.Config.Storage &Task disconnectSpec:HostNvmeDisconnectSpec[]?
c DiscoverFcoeHbas HostStorageSystem discoverFcoeHbas 6 Host.Config.Storage void fcoeSpec:FcoeConfigFcoeSpecification
c DiscoverNvmeControllers HostStorageSystem discoverNvmeControllers 17 Host.Config.Storage HostNvmeDiscoveryLog discoverSpec:HostNvmeDiscoverSpec
c DissociateProfile Profile dissociateEntities 4 Profile.Edit void entity:&ManagedEntity[]?
c DoesCustomizationSpecExist CustomizationSpecManager exists 0 VirtualMachine.Provisioning.ReadCustSpecs boolean name:string
c DownloadDescriptionTree HostAssignableHardwareManager downloadDescriptionTree 17 System.Read base64Binary
c DropConnections VirtualMachine dropConnections 19 VirtualMachine.Interact.ConsoleInteract boolean listOfConnections:VirtualMachineConnection[]?
c DuplicateCustomizationSpec CustomizationSpecManager duplicate 0 VirtualMachine.Provisioning.ModifyCustSpecs void name:string newName:string
c DvsReconfigureVmVnicNetworkResourcePool_Task DistributedVirtualSwitch reconfigureVmVnicNetworkResourcePool 9 DVSwitch.ResourceManagement &Task configSpec:DvsVmVnicResourcePoolConfigSpec[]
c EagerZeroVirtualDisk_Task VirtualDiskManager eagerZeroVirtualDisk 4 System.View &Task name:string datacenter:&Datacenter?
c EmitSyslogMark DiagnosticManager EmitSyslogMark 28 Global.Diagnostics void message:string
c EnableAlarm AlarmManager enableAlarm 16 - void alarm:&Alarm#Alarm.ToggleEnableOnEntity entity:&ManagedEntity#System.Read
c EnableAlarmActions AlarmManager setAlarmActionsEnabled 4 - void entity:&ManagedEntity#Alarm.DisableActions enabled:boolean
c EnableClusteredVmdkSupport HostDatastoreSystem enableClusteredVmdkSupport 17 Host.Config.Storage void datastore:&Datastore
c EnableCrypto HostSystem enableCrypto 10 Cryptographer.RegisterHost void keyPlain:CryptoKeyPlain
c EnableFeature LicenseManager enable 0 Global.Licenses boolean host:&HostSystem? featureKey:string
c EnableHyperThreading HostCpuSchedulerSystem enableHyperThreading 0 Host.Config.HyperThreading void
c EnableMultipathPath HostStorageSystem enableMultipathPath 0 Host.Config.Storage void pathName:string
c EnableNetworkBoot_Task ComputeResource enableNetworkBoot 33 Host.Inventory.EditCluster &Task networkBootMode:string
c EnableNetworkResourceManagement DistributedVirtualSwitch enableNetworkResourceManagement 5 DVSwitch.ResourceManagement void enable:boolean
c EnableRuleset HostFirewallSystem enableRuleset 0 Host.Config.NetService void id:string
c EnableSecondaryVM_Task VirtualMachine enableSecondary 4 VirtualMachine.Interact.EnableSecondary &Task vm:&VirtualMachine host:&HostSystem?
c EnableSmartCardAuthentication HostActiveDirectoryAuthentication enableSmartCardAuthentication 9 Host.Config.AuthenticationStore void
c EnterLockdownMode HostSystem enterLockdownMode 5 Host.Config.Settings void
c EnterMaintenanceMode_Task HostSystem enterMaintenanceMode 0 Host.Config.Maintenance &Task timeout:int evacuatePoweredOffVms:boolean?@1 maintenanceSpec:HostMaintenanceSpec?@8
c EstimateDatabaseSize ResourcePlanningManager estimateDatabaseSize 4 System.Read DatabaseSizeEstimate dbSizeParam:DatabaseSizeParam
c EstimateStorageForConsolidateSnapshots_Task VirtualMachine estimateStorageRequirementForConsolidate 6 VirtualMachine.State.RemoveSnapshot &Task?
c EsxAgentHostManagerUpdateConfig HostEsxAgentHostManager updateConfig 6 Host.Config.Settings void configInfo:HostEsxAgentHostManagerConfigInfo
c EvacuateVsanNode_Task HostVsanSystem evacuateNode 9 Host.Config.Storage &Task maintenanceSpec:HostMaintenanceSpec timeout:int
c EvcManager ClusterComputeResource evcManager 9 System.Read &ClusterEVCManager?
c ExecuteHostProfile HostProfile execute 4 System.View ProfileExecuteResult host:&HostSystem deferredParam:ProfileDeferredPolicyOptionParameter[]?
c ExecuteSimpleCommand SimpleCommand Execute 1 Global.ServiceManagers string arguments:string[]?
c ExitLockdownMode HostSystem exitLockdownMode 5 Host.Config.Settings void
c ExitMaintenanceMode_Task HostSystem exitMaintenanceMode 0 Host.Config.Maintenance &Task timeout:int
c ExpandVmfsDatastore HostDatastoreSystem expandVmfsDatastore 4 Host.Config.Storage &Datastore datastore:&Datastore spec:VmfsDatastoreExpandSpec
c ExpandVmfsExtent HostStorageSystem expandVmfsExtent 4 Host.Config.Storage void vmfsPath:string extent:HostScsiDiskPartition
c ExportAnswerFile_Task HostProfileManager exportAnswerFile 6 Profile.Export &Task host:&HostSystem
c ExportProfile Profile exportProfile 4 Profile.Export string
c ExportSnapshot VirtualMachineSnapshot exportSnapshot 8 VApp.Export &HttpNfcLease
c ExportVApp VirtualApp exportVApp 4 VApp.Export &HttpNfcLease
c ExportVm VirtualMachine exportVm 4 VApp.Export &HttpNfcLease
c ExtendDisk_Task VcenterVStorageObjectManager extendDisk 10 System.View &Task id:ID datastore:&Datastore newCapacityInMB:long
c ExtendHCI_Task ClusterComputeResource extendHCI 12 - &Task hostInputs:ClusterComputeResourceHostConfigurationInput[]? vSanConfigSpec:SDDCBase?
c ExtendVffs HostStorageSystem extendVffs 8 Host.Config.Storage void vffsPath:string devicePath:string spec:HostDiskPartitionSpec?
c ExtendVirtualDisk_Task VirtualDiskManager extendVirtualDisk 1 System.View &Task name:string datacenter:&Datacenter? newCapacityKb:long eagerZero:boolean?@4
c ExtendVmfsDatastore HostDatastoreSystem extendVmfsDatastore 0 Host.Config.Storage &Datastore datastore:&Datastore spec:VmfsDatastoreExtendSpec
c ExtractOvfEnvironment VirtualMachine extractOvfEnvironment 4 VApp.ExtractOvfEnvironment string
c FetchAuditRecords DiagnosticManager FetchAuditRecords 23 Global.Diagnostics DiagnosticManagerAuditRecordResult token:string?
c FetchDVPortKeys DistributedVirtualSwitch fetchPortKeys 4 System.Read string[]? criteria:DistributedVirtualSwitchPortCriteria?
c FetchDVPorts DistributedVirtualSwitch fetchPorts 4 System.Read DistributedVirtualPort[]? criteria:DistributedVirtualSwitchPortCriteria?
c FetchSystemEventLog HostHealthStatusSystem FetchSystemEventLog 10 Host.Config.Settings SystemEventInfo[]?
c FetchUserPrivilegeOnEntities AuthorizationManager fetchUserPrivilegeOnEntities 10 - UserPrivilegeResult[]? entities:&ManagedEntity[]#System.View userName:string
c FindAllByDnsName SearchIndex findAllByDnsName 4 System.View &ManagedEntity[] datacenter:&Datacenter? dnsName:string vmSearch:boolean
c FindAllByIp SearchIndex findAllByIp 4 System.View &ManagedEntity[] datacenter:&Datacenter? ip:string vmSearch:boolean
c FindAllByUuid SearchIndex findAllByUuid 4 System.View &ManagedEntity[] datacenter:&Datacenter? uuid:string vmSearch:boolean instanceUuid:boolean?
c FindAssociatedProfile ProfileManager findAssociatedProfile 4 System.View &Profile[]? entity:&ManagedEntity
c FindByDatastorePath SearchIndex findByDatastorePath 0 System.View &VirtualMachine? datacenter:&Datacenter path:string
c FindByDnsName SearchIndex findByDnsName 0 System.View &ManagedEntity? datacenter:&Datacenter? dnsName:string vmSearch:boolean
c FindByInventoryPath SearchIndex findByInventoryPath 0 System.View &ManagedEntity? inventoryPath:string
c FindByIp SearchIndex findByIp 0 System.View &ManagedEntity? datacenter:&Datacenter? ip:string vmSearch:boolean
c FindByUuid SearchIndex findByUuid 0 System.View &ManagedEntity? datacenter:&Datacenter? uuid:string vmSearch:boolean instanceUuid:boolean?@4
c FindChild SearchIndex findChild 0 System.View &ManagedEntity? entity:&ManagedEntity name:string
c FindExtension ExtensionManager findExtension 1 System.View Extension? extensionKey:string
c FindRulesForVm ClusterComputeResource findRulesForVm 9 System.View ClusterRuleInfo[]? vm:&VirtualMachine
c FormatVffs HostStorageSystem formatVffs 8 Host.Config.Storage HostVffsVolume createSpec:HostVffsSpec
c FormatVmfs HostStorageSystem formatVmfs 0 Host.Config.Storage HostVmfsVolume createSpec:HostVmfsSpec
c GenerateCertificateSigningRequest HostCertificateManager generateCertificateSigningRequest 9 Certificate.Manage string useIpAddressAsCommonName:boolean spec:HostCertificateManagerCertificateSpec?@29
c GenerateCertificateSigningRequestByDn HostCertificateManager generateCertificateSigningRequestByDn 9 Certificate.Manage string distinguishedName:string spec:HostCertificateManagerCertificateSpec?@29
c GenerateClientCsr CryptoManagerKmip generateClientCsr 10 Cryptographer.ManageKeyServers string cluster:KeyProviderId request:CryptoManagerKmipCertSignRequest?@29
c GenerateConfigTaskList HostProfileManager generateConfigTaskList 4 System.View HostProfileManagerConfigTaskList configSpec:HostConfigSpec host:&HostSystem
c GenerateHostConfigTaskSpec_Task HostProfileManager generateHostConfigTaskSpec 10 System.View &Task? hostsInfo:StructuredCustomizations[]?
c GenerateHostProfileTaskList_Task HostProfileManager generateTaskList 8 System.View &Task? configSpec:HostConfigSpec host:&HostSystem
c GenerateKey CryptoManagerKmip generateKey 10 Cryptographer.ManageKeys CryptoKeyResult keyProvider:KeyProviderId? spec:CryptoManagerKmipCustomAttributeSpec?@29 keySpec:CryptoManagerKmipGenerateKeySpec?@33
c GenerateLogBundles_Task DiagnosticManager generateLogBundles 0 Global.Diagnostics &Task? includeDefault:boolean host:&HostSystem[]?
c GenerateSelfSignedClientCert CryptoManagerKmip generateSelfSignedClientCert 10 Cryptographer.ManageKeyServers string cluster:KeyProviderId request:CryptoManagerKmipCertSignRequest?@29
c GetAlarm AlarmManager getAlarm 0 System.View &Alarm[]? entity:&ManagedEntity?
c GetAlarmState AlarmManager getAlarmState 0 - AlarmState[]? entity:&ManagedEntity#System.Read
c GetCryptoKeyStatus CryptoManagerHost getCryptoKeyStatus 29 Cryptographer.ManageKeys CryptoManagerHostKeyStatus[]? keys:CryptoKeyId[]?
c GetCustomizationSpec CustomizationSpecManager get 0 VirtualMachine.Provisioning.ReadCustSpecs CustomizationSpecItem name:string
c GetDefaultKmsCluster CryptoManagerKmip getDefaultKmsCluster 17 Cryptographer.ManageKeyServers KeyProviderId? entity:&ManagedEntity? defaultsToParent:boolean?
c GetPublicKey ExtensionManager getPublicKey 1 System.View string
c GetResourceUsage ClusterComputeResource getResourceUsage 9 System.Read ClusterResourceUsageSummary
c GetSiteInfo SiteInfoManager GetSiteInfo 17 System.View SiteInfo
c GetSystemVMsRestrictedDatastores ClusterComputeResource getSystemVMsRestrictedDatastores 23 System.View &Datastore[]?
c GetVchaClusterHealth FailoverClusterManager getClusterHealth 10 System.Read VchaClusterHealth
c GetVsanObjExtAttrs HostVsanInternalSystem getVsanObjExtAttrs 8 System.Read string uuids:string[]
c HasMonitoredEntity HealthUpdateManager hasMonitoredEntity 10 System.View boolean providerId:string entity:&ManagedEntity
c HasPrivilegeOnEntities AuthorizationManager hasPrivilegeOnEntities 8 System.View EntityPrivilege[]? entity:&ManagedEntity[]#System.Read sessionId:string privId:string[]?
c HasPrivilegeOnEntity AuthorizationManager hasPrivilegeOnEntity 6 System.View boolean[]? entity:&ManagedEntity#System.Read sessionId:string privId:string[]?
c HasProvider HealthUpdateManager hasProvider 10 System.View boolean id:string
c HasUserPrivilegeOnEntities AuthorizationManager hasUserPrivilegeOnEntities 10 - EntityPrivilege[]? entities:&ManagedObject[]#System.View userName:string privId:string[]?
c HostClearVStorageObjectControlFlags HostVStorageObjectManager clearVStorageObjectControlFlags 11 System.View void id:ID datastore:&Datastore#Datastore.FileManagement controlFlags:string[]?
c HostCloneVStorageObject_Task HostVStorageObjectManager cloneVStorageObject 10 System.View &Task id:ID datastore:&Datastore spec:VslmCloneSpec
c HostConfigVFlashCache HostVFlashManager configureHostVFlashCache 8 Host.Config.AdvancedConfig void spec:HostVFlashManagerVFlashCacheConfigSpec
c HostConfigureVFlashResource HostVFlashManager configureVFlashResource 8 Host.Config.Storage void spec:HostVFlashManagerVFlashResourceConfigSpec
c HostCreateDisk_Task HostVStorageObjectManager createDisk 10 System.View &Task spec:VslmCreateSpec
c HostDeleteVStorageObjectEx_Task HostVStorageObjectManager deleteVStorageObjectEx 21 System.View &Task id:ID datastore:&Datastore
c HostDeleteVStorageObject_Task HostVStorageObjectManager deleteVStorageObject 10 System.View &Task id:ID datastore:&Datastore
c HostExtendDisk_Task HostVStorageObjectManager extendDisk 10 System.View &Task id:ID datastore:&Datastore newCapacityInMB:long
c HostGetVFlashModuleDefaultConfig HostVFlashManager getVFlashModuleDefaultConfig 8 Host.Config.AdvancedConfig VirtualDiskVFlashCacheConfigInfo vFlashModule:string
c HostImageConfigGetAcceptance HostImageConfigManager queryHostAcceptanceLevel 6 System.Read string
c HostImageConfigGetProfile HostImageConfigManager queryHostImageProfile 6 System.Read HostImageProfileSummary
c HostInflateDisk_Task HostVStorageObjectManager inflateDisk 10 System.View &Task id:ID datastore:&Datastore
c HostListVStorageObject HostVStorageObjectManager listVStorageObject 10 System.View ID[]? datastore:&Datastore
c HostProfileResetValidationState HostProfile ResetValidationState 11 Profile.Edit void
c HostQueryVirtualDiskUuid HostVStorageObjectManager queryVirtualDiskUuidEx 31 System.View string name:string
c HostReconcileDatastoreInventory_Task HostVStorageObjectManager reconcileDatastoreInventory 10 System.View &Task datastore:&Datastore deepCleansing:boolean?@33
c HostRegisterDisk HostVStorageObjectManager registerDisk 10 System.View VStorageObject path:string name:string? modifyControlFlags:boolean?@30
c HostRelocateVStorageObject_Task HostVStorageObjectManager relocateVStorageObject 10 System.View &Task id:ID datastore:&Datastore spec:VslmRelocateSpec
c HostRemoveVFlashResource HostVFlashManager removeVFlashResource 8 Host.Config.Storage void
c HostRenameVStorageObject HostVStorageObjectManager renameVStorageObject 10 System.View void id:ID datastore:&Datastore name:string
c HostRetrieveVStorageInfrastructureObjectPolicy HostVStorageObjectManager retrieveVStorageInfrastructureObjectPolicy 11 System.View vslmInfrastructureObjectPolicy[]? datastore:&Datastore
c HostRetrieveVStorageObject HostVStorageObjectManager retrieveVStorageObject 10 System.View VStorageObject id:ID datastore:&Datastore diskInfoFlags:string[]?@27
c HostRetrieveVStorageObjectMetadata HostVStorageObjectManager retrieveVStorageObjectMetadata 13 System.View KeyValue[]? id:ID datastore:&Datastore snapshotId:ID? prefix:string?
c HostRetrieveVStorageObjectMetadataValue HostVStorageObjectManager retrieveVStorageObjectMetadataValue 13 System.View string id:ID datastore:&Datastore snapshotId:ID? key:string
c HostRetrieveVStorageObjectState HostVStorageObjectManager retrieveVStorageObjectState 10 System.View VStorageObjectStateInfo id:ID datastore:&Datastore
c HostScheduleReconcileDatastoreInventory HostVStorageObjectManager scheduleReconcileDatastoreInventory 10 System.View void datastore:&Datastore deepCleansing:boolean?@33
c HostSetVStorageObjectControlFlags HostVStorageObjectManager setVStorageObjectControlFlags 11 System.View void id:ID datastore:&Datastore#Datastore.FileManagement controlFlags:string[]?
c HostSetVirtualDiskUuid_Task HostVStorageObjectManager setVirtualDiskUuidEx 31 System.View &Task name:string uuid:string?
c HostSpecGetUpdatedHosts HostSpecificationManager getUpdatedHosts 10 System.View &HostSystem[]? startChangeID:string? endChangeID:string?
c HostUpdateVStorageObjectMetadataEx_Task HostVStorageObjectManager updateVStorageObjectMetadataEx 21 System.View &Task id:ID datastore:&Datastore metadata:KeyValue[]? deleteKeys:string[]?
c HostUpdateVStorageObjectMetadata_Task HostVStorageObjectManager updateVStorageObjectMetadata 13 System.View &Task id:ID datastore:&Datastore metadata:KeyValue[]? deleteKeys:string[]?
c HostVStorageObjectCreateDiskFromSnapshot_Task HostVStorageObjectManager createDiskFromSnapshot 11 System.View &Task id:ID datastore:&Datastore snapshotId:ID name:string profile:VirtualMachineProfileSpec[]? crypto:CryptoSpec? path:string? provisioningType:string?@27
c HostVStorageObjectCreateSnapshot_Task HostVStorageObjectManager createSnapshot 11 System.View &Task id:ID datastore:&Datastore description:string
c HostVStorageObjectDeleteSnapshot_Task HostVStorageObjectManager deleteSnapshot 11 System.View &Task id:ID datastore:&Datastore snapshotId:ID
c HostVStorageObjectRetrieveSnapshotInfo HostVStorageObjectManager retrieveSnapshotInfo 11 System.View VStorageObjectSnapshotInfo id:ID datastore:&Datastore
c HostVStorageObjectRevert_Task HostVStorageObjectManager RevertVStorageObject 11 System.View &Task id:ID datastore:&Datastore snapshotId:ID
c HttpNfcLeaseAbort HttpNfcLease abort 4 - void fault:LocalizedMethodFault?
c HttpNfcLeaseComplete HttpNfcLease complete 4 - void
c HttpNfcLeaseGetManifest HttpNfcLease getManifest 5 - HttpNfcLeaseManifestEntry[]?
c HttpNfcLeaseProbeUrls HttpNfcLease probeUrls 21 - HttpNfcLeaseProbeResult[]? files:HttpNfcLeaseSourceFile[]? timeout:int?
c HttpNfcLeaseProgress HttpNfcLease progress 4 - void percent:int
c HttpNfcLeasePullFromUrls_Task HttpNfcLease pullFromUrls 11 - &Task files:HttpNfcLeaseSourceFile[]?
c HttpNfcLeaseSetManifestChecksumType HttpNfcLease setManifestChecksumType 11 - void deviceUrlsToChecksumTypes:KeyValue[]?
c ImpersonateUser SessionManager impersonateUser 1 Sessions.ImpersonateUser UserSession userName:string locale:string?
c ImportCertificateForCAM_Task HostActiveDirectoryAuthentication importCertificateForCAM 6 Host.Config.AuthenticationStore &Task certPath:string camServer:string
c ImportUnmanagedSnapshot VirtualDiskManager importUnmanagedSnapshot 9 System.View void vdisk:string datacenter:&Datacenter? vvolId:string
c ImportVApp ResourcePool importVApp 4 VApp.Import &HttpNfcLease spec:ImportSpec folder:&Folder?#VApp.Import host:&HostSystem?
c IncreaseDirectorySize DatastoreNamespaceManager IncreaseDirectorySize 29 - void datacenter:&Datacenter?#System.View stableName:string size:long
c InflateDisk_Task VcenterVStorageObjectManager inflateDisk 10 System.View &Task id:ID datastore:&Datastore
c InflateVirtualDisk_Task VirtualDiskManager inflateVirtualDisk 1 System.View &Task name:string datacenter:&Datacenter?
c InitializeDiskMappings VimClusterVsanVcDiskManagementSystem initializeDiskMappings 13 - &Task spec:VimVsanHostDiskMappingCreationSpec#Host.Config.Storage
c InitializeDisks_Task HostVsanSystem initializeDisks 8 Host.Config.Storage &Task? mapping:VsanHostDiskMapping[]
c InitiateFileTransferFromGuest GuestFileManager initiateFileTransferFromGuest 6 - FileTransferInformation vm:&VirtualMachine#VirtualMachine.GuestOperations.Query auth:GuestAuthentication guestFilePath:string
c InitiateFileTransferToGuest GuestFileManager initiateFileTransferToGuest 6 - string vm:&VirtualMachine#VirtualMachine.GuestOperations.Modify auth:GuestAuthentication guestFilePath:string fileAttributes:GuestFileAttributes fileSize:long overwrite:boolean
c InitiateTransitionToVLCM_Task IoFilterManager initiateTransitionToVLCM 33 - &Task cluster:&ClusterComputeResource
c InstallHostPatchV2_Task HostPatchManager InstallV2 4 Host.Config.Patch &Task metaUrls:string[]? bundleUrls:string[]? vibUrls:string[]? spec:HostPatchManagerPatchManagerOperationSpec?
c InstallHostPatch_Task HostPatchManager Install 0 Host.Config.Patch &Task repository:HostPatchManagerLocator updateID:string force:boolean?
c InstallIoFilter_Task IoFilterManager installIoFilter 9 - &Task? vibUrl:string compRes:&ComputeResource vibSslTrust:IoFilterManagerSslTrust?@31
c InstallServerCertificate HostCertificateManager installServerCertificate 9 Certificate.Manage void cert:string
c InstallSmartCardTrustAnchor HostActiveDirectoryAuthentication installSmartCardTrustAnchor 9 Host.Config.AuthenticationStore void cert:string
c InstantClone_Task VirtualMachine instantClone 11 VirtualMachine.Provisioning.Clone &Task spec:VirtualMachineInstantCloneSpec
c IsClusteredVmdkEnabled Datastore isClusteredVmdkEnabled 17 System.Read boolean
c IsGuestOsCustomizable CustomizationSpecManager isGuestOsCustomizable 33 System.View boolean guestId:string
c IsKmsClusterActive CryptoManagerKmip IsKmsClusterActive 17 Cryptographer.ManageKeyServers boolean cluster:KeyProviderId?
c IsSharedGraphicsActive HostGraphicsManager isSharedGraphicsActive 8 System.Read boolean
c JoinDomainWithCAM_Task HostActiveDirectoryAuthentication joinDomainWithCAM 6 Host.Config.AuthenticationStore &Task domainName:string camServer:string
c JoinDomain_Task HostActiveDirectoryAuthentication joinDomain 5 Host.Config.AuthenticationStore &Task domainName:string userName:string password:string
c LeaveCurrentDomain_Task HostActiveDirectoryAuthentication leaveCurrentDomain 5 Host.Config.AuthenticationStore &Task force:boolean
c ListCACertificateRevocationLists HostCertificateManager listCACertificateRevocationLists 9 Certificate.Manage string[]?
c ListCACertificates HostCertificateManager listCACertificates 9 Certificate.Manage string[]?
c ListFilesInGuest GuestFileManager listFiles 6 - GuestListFileInfo vm:&VirtualMachine#VirtualMachine.GuestOperations.Query auth:GuestAuthentication filePath:string index:int? maxResults:int? matchPattern:string?
c ListGuestAliases GuestAliasManager listAliases 9 - GuestAliases[]? vm:&VirtualMachine#VirtualMachine.GuestOperations.QueryAliases auth:GuestAuthentication username:string
c ListGuestMappedAliases GuestAliasManager listMappedAliases 9 - GuestMappedAliases[]? vm:&VirtualMachine#VirtualMachine.GuestOperations.QueryAliases auth:GuestAuthentication
c ListKeys CryptoManager listKeys 10 Cryptographer.ManageKeys CryptoKeyId[]? limit:int?
c ListKmipServers CryptoManagerKmip listKmipServers 10 Cryptographer.ManageKeyServers KmipClusterInfo[]? limit:int?
c ListKmsClusters CryptoManagerKmip listKmsClusters 17 Cryptographer.ManageKeyServers KmipClusterInfo[]? includeKmsServers:boolean? managementTypeFilter:int? statusFilter:int?
c ListProcessesInGuest GuestProcessManager listProcesses 6 - GuestProcessInfo[]? vm:&VirtualMachine#VirtualMachine.GuestOperations.Query auth:GuestAuthentication pids:long[]?
c ListRegistryKeysInGuest GuestWindowsRegistryManager listRegistryKeys 9 - GuestRegKeyRecordSpec[]? vm:&VirtualMachine#VirtualMachine.GuestOperations.Query auth:GuestAuthentication keyName:GuestRegKeyNameSpec recursive:boolean matchPattern:string?
c ListRegistryValuesInGuest GuestWindowsRegistryManager listRegistryValues 9 - GuestRegValueSpec[]? vm:&VirtualMachine#VirtualMachine.GuestOperations.Query auth:GuestAuthentication keyName:GuestRegKeyNameSpec expandStrings:boolean matchPattern:string?
c ListSmartCardTrustAnchors HostActiveDirectoryAuthentication listSmartCardTrustAnchors 9 Host.Config.AuthenticationStore string[]?
c ListTagsAttachedToVStorageObject VcenterVStorageObjectManager listTagsAttachedToVStorageObject 10 System.Read VslmTagEntry[]? id:ID
c ListVStorageObject VcenterVStorageObjectManager listVStorageObject 10 System.View ID[]? datastore:&Datastore
c ListVStorageObjectsAttachedToTag VcenterVStorageObjectManager listVStorageObjectsAttachedToTag 10 System.Read ID[]? category:string tag:string
c LogUserEvent EventManager logUserEvent 0 - void entity:&ManagedEntity#Global.LogEvent msg:string
c Login SessionManager login 0 System.Anonymous UserSession userName:string password:string locale:string?
c LoginBySSPI SessionManager loginBySSPI 1 System.Anonymous UserSession base64Token:string locale:string?
c LoginByToken SessionManager loginByToken 7 System.Anonymous UserSession locale:string?
c LoginExtensionByCertificate SessionManager loginExtensionByCertificate 4 System.Anonymous UserSession extensionKey:string locale:string?
c LoginExtensionBySubjectName SessionManager loginExtensionBySubjectName 1 System.Anonymous UserSession extensionKey:string locale:string?
c Logout SessionManager logout 0 System.View void
c LookupDvPortGroup DistributedVirtualSwitch lookupPortgroup 7 System.Read &DistributedVirtualPortgroup? portgroupKey:string
c LookupVmOverheadMemory OverheadMemoryManager lookupVmOverheadMemory 9 Global.VCServer long vm:&VirtualMachine host:&HostSystem
c MakeDirectory FileManager makeDirectory 1 - void name:string datacenter:&Datacenter?#System.View createParentDirectories:boolean?
c MakeDirectoryInGuest GuestFileManager makeDirectory 6 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.Modify auth:GuestAuthentication directoryPath:string createParentDirectories:boolean
c MakePrimaryVM_Task VirtualMachine makePrimary 4 VirtualMachine.Interact.MakePrimary &Task vm:&VirtualMachine
c MarkAsLocal_Task HostStorageSystem markAsLocal 9 Host.Config.Storage &Task scsiDiskUuid:string
c MarkAsNonLocal_Task HostStorageSystem markAsNonLocal 9 Host.Config.Storage &Task scsiDiskUuid:string
c MarkAsNonSsd_Task HostStorageSystem markAsNonSsd 9 Host.Config.Storage &Task scsiDiskUuid:string
c MarkAsSsd_Task HostStorageSystem markAsSsd 9 Host.Config.Storage &Task scsiDiskUuid:string
c MarkAsTemplate VirtualMachine markAsTemplate 0 VirtualMachine.Provisioning.MarkAsTemplate void
c MarkAsVirtualMachine VirtualMachine markAsVirtualMachine 0 VirtualMachine.Provisioning.MarkAsVM void pool:&ResourcePool#Resource.AssignVMToPool host:&HostSystem?
c MarkDefault CryptoManagerKmip markDefault 10 Cryptographer.ManageKeyServers void clusterId:KeyProviderId
c MarkForRemoval HostStorageSystem markForRemoval 6 Host.Config.Storage void hbaName:string remove:boolean
c MarkPerenniallyReserved HostStorageSystem markPerenniallyReserved 13 Host.Config.Storage void lunUuid:string state:boolean
c MarkPerenniallyReservedEx_Task HostStorageSystem markPerenniallyReservedEx 13 Host.Config.Storage &Task? lunUuid:string[]? state:boolean
c MarkServiceProviderEntities TenantTenantManager markServiceProviderEntities 16 TenantManager.Update void entity:&ManagedEntity[]?#TenantManager.Update
c MergeDvs_Task DistributedVirtualSwitch merge 4 DVSwitch.Modify &Task dvs:&DistributedVirtualSwitch#DVSwitch.Delete
c MergePermissions AuthorizationManager mergePermissions 0 Authorization.ReassignRolePermissions void srcRoleId:int dstRoleId:int
c MigrateVM_Task VirtualMachine migrate 0 - &Task pool:&ResourcePool?#Resource.AssignVMToPool host:&HostSystem? priority:VirtualMachineMovePriority state:VirtualMachinePowerState?
c ModifyListView ListView modify 1 - &ManagedObject[]? add:&ManagedObject[]?#System.View remove:&ManagedObject[]?#System.View
c MountToolsInstaller VirtualMachine mountToolsInstaller 0 VirtualMachine.Interact.ToolsInstall void
c MountVffsVolume HostStorageSystem mountVffsVolume 8 Host.Config.Storage void vffsUuid:string
c MountVmfsVolume HostStorageSystem mountVmfsVolume 6 Host.Config.Storage void vmfsUuid:string
c MountVmfsVolumeEx_Task HostStorageSystem mountVmfsVolumeEx 9 Host.Config.Storage &Task vmfsUuid:string[]
c MoveDVPort_Task DistributedVirtualSwitch movePort 4 DVSwitch.Modify &Task portKey:string[] destinationPortgroupKey:string?
c MoveDatastoreFile_Task FileManager moveFile 1 - &Task sourceName:string sourceDatacenter:&Datacenter?#System.View destinationName:string destinationDatacenter:&Datacenter?#System.View force:boolean?
c MoveDirectoryInGuest GuestFileManager moveDirectory 6 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.Modify auth:GuestAuthentication srcDirectoryPath:string dstDirectoryPath:string
c MoveFileInGuest GuestFileManager moveFile 6 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.Modify auth:GuestAuthentication srcFilePath:string dstFilePath:string overwrite:boolean
c MoveHostInto_Task ClusterComputeResource moveHostInto 0 Host.Inventory.EditCluster &Task host:&HostSystem#Host.Inventory.MoveHost resourcePool:&ResourcePool?
c MoveIntoFolder_Task Folder moveInto 0 - &Task list:&ManagedEntity[]
c MoveIntoResourcePool ResourcePool moveInto 0 - void list:&ManagedEntity[]
c MoveInto_Task ClusterComputeResource moveInto 0 Host.Inventory.EditCluster &Task host:&HostSystem[]#Host.Inventory.MoveHost
c MoveVirtualDisk_Task VirtualDiskManager moveVirtualDisk 1 System.View &Task sourceName:string sourceDatacenter:&Datacenter? destName:string destDatacenter:&Datacenter? force:boolean? profile:VirtualMachineProfileSpec[]?@8
c NotifyAffectedServices HostCertificateManager notifyAffectedServices 13 Certificate.Manage void services:string[]?@29
c OpenInventoryViewFolder InventoryView openFolder 1 - &ManagedEntity[]? entity:&ManagedEntity[]#System.View
c OverwriteCustomizationSpec CustomizationSpecManager overwrite 0 VirtualMachine.Provisioning.ModifyCustSpecs void item:CustomizationSpecItem
c ParseDescriptor OvfManager parseDescriptor 4 System.View OvfParseDescriptorResult ovfDescriptor:string pdp:OvfParseDescriptorParams
c PerformDvsProductSpecOperation_Task DistributedVirtualSwitch performProductSpecOperation 4 DVSwitch.Modify &Task operation:string productSpec:DistributedVirtualSwitchProductSpec?
c PerformVsanUpgradeEx VsanUpgradeSystemEx performUpgrade 13 - &Task cluster:&ClusterComputeResource#Host.Config.Storage performObjectUpgrade:boolean? downgradeFormat:boolean? allowReducedRedundancy:boolean? excludeHosts:&HostSystem[]? spec:VsanDiskFormatConversionSpec?
c PerformVsanUpgradePreflightAsyncCheck_Task VsanUpgradeSystemEx performUpgradePreflightAsyncCheck 13 - &Task cluster:&ClusterComputeResource#Host.Config.Storage downgradeFormat:boolean? spec:VsanDiskFormatConversionSpec?
c PerformVsanUpgradePreflightCheck VsanUpgradeSystem performUpgradePreflightCheck 9 System.Read VsanUpgradeSystemPreflightCheckResult cluster:&ClusterComputeResource downgradeFormat:boolean?
c PerformVsanUpgradePreflightCheckEx VsanUpgradeSystemEx performUpgradePreflightCheck 13 - VsanDiskFormatConversionCheckResult cluster:&ClusterComputeResource#Host.Config.Storage downgradeFormat:boolean? spec:VsanDiskFormatConversionSpec?
c PerformVsanUpgrade_Task VsanUpgradeSystem performUpgrade 9 System.Read &Task cluster:&ClusterComputeResource performObjectUpgrade:boolean? downgradeFormat:boolean? allowReducedRedundancy:boolean? excludeHosts:&HostSystem[]?
c PlaceVm ClusterComputeResource placeVm 9 System.View PlacementResult placementSpec:PlacementSpec
c PostEvent EventManager postEvent 1 Global.LogEvent void eventToPost:Event taskInfo:TaskInfo?
c PostHealthUpdates HealthUpdateManager postHealthUpdates 10 HealthUpdateProvider.Update void providerId:string updates:HealthUpdate[]?
c PowerDownHostToStandBy_Task HostSystem enterStandbyMode 1 Host.Config.Maintenance &Task timeoutSec:int evacuatePoweredOffVms:boolean?
c PowerOffVApp_Task VirtualApp powerOff 4 VApp.PowerOff &Task force:boolean
c PowerOffVM_Task VirtualMachine powerOff 0 VirtualMachine.Interact.PowerOff &Task
c PowerOnMultiVM_Task Datacenter powerOnVm 1 System.View &Task vm:&VirtualMachine[]#VirtualMachine.Interact.PowerOn option:OptionValue[]?@5
c PowerOnVApp_Task VirtualApp powerOn 4 VApp.PowerOn &Task
c PowerOnVM_Task VirtualMachine powerOn 0 VirtualMachine.Interact.PowerOn &Task host:&HostSystem?
c PowerUpHostFromStandBy_Task HostSystem exitStandbyMode 1 Host.Config.Maintenance &Task timeoutSec:int
c PrepareCrypto HostSystem prepareCrypto 10 Cryptographer.RegisterHost void
c PromoteDisks_Task VirtualMachine promoteDisks 4 VirtualMachine.Provisioning.PromoteDisks &Task unlink:boolean disks:VirtualDisk[]?
c ProvisionServerPrivateKey HostCertificateManager provisionServerPrivateKey 31 Certificate.Manage void key:string
c PutUsbScanCodes VirtualMachine putUsbScanCodes 10 VirtualMachine.Interact.PutUsbScanCodes int spec:UsbScanCodeSpec
c QueryAnswerFileStatus HostProfileManager queryAnswerFileStatus 6 System.View AnswerFileStatusResult[]? host:&HostSystem[]
c QueryAssignedLicenses LicenseAssignmentManager queryAssignedLicenses 4 System.View LicenseAssignmentManagerLicenseAssignment[]? entityId:string?
c QueryAvailableDisksForVmfs HostDatastoreSystem queryAvailableDisksForVmfs 0 Host.Config.Storage HostScsiDisk[]? datastore:&Datastore?
c QueryAvailableDvsSpec DistributedVirtualSwitchManager querySupportedSwitchSpec 4 System.View DistributedVirtualSwitchProductSpec[]? recommended:boolean?@9
c QueryAvailablePartition HostDiagnosticSystem queryAvailablePartition 0 Host.Config.Storage HostDiagnosticPartition[]?
c QueryAvailablePerfMetric PerformanceManager queryAvailableMetric 0 System.View PerfMetricId[]? entity:&ManagedObject beginTime:dateTime? endTime:dateTime? intervalId:int?
c QueryAvailableSsds HostStorageSystem queryAvailableSsds 8 Host.Config.Storage HostScsiDisk[]? vffsPath:string?
c QueryAvailableTimeZones HostDateTimeSystem queryAvailableTimeZones 1 System.Read HostDateTimeSystemTimeZone[]?
c QueryBootDevices HostBootDeviceSystem queryBootDevices 1 System.Read HostBootDeviceInfo?
c QueryBoundVnics IscsiManager queryBoundVnics 6 Host.Config.Storage IscsiPortInfo[]? iScsiHbaName:string
c QueryCandidateNics IscsiManager queryCandidateNics 6 Host.Config.Storage IscsiPortInfo[]? iScsiHbaName:string
c QueryChangedDiskAreas VirtualMachine queryChangedDiskAreas 4 VirtualMachine.Provisioning.DiskRandomRead DiskChangeInfo snapshot:&VirtualMachineSnapshot? deviceKey:int startOffset:long changeId:string
c QueryClusterDataEfficiencyCapacityState VimClusterVsanVcDiskManagementSystem queryClusterDataEfficiencyCapacityState 13 - VimVsanDataEfficiencyCapacityState cluster:&ClusterComputeResource#System.Read
c QueryCmmds HostVsanInternalSystem queryCmmds 8 System.Read string queries:HostVsanInternalSystemCmmdsQuery[]
c QueryCompatibleHostForExistingDvs DistributedVirtualSwitchManager queryCompatibleHostForExistingDvs 4 System.View &HostSystem[]? container:&ManagedEntity recursive:boolean dvs:&DistributedVirtualSwitch
c QueryCompatibleHostForNewDvs DistributedVirtualSwitchManager queryCompatibleHostForNewDvs 4 System.View &HostSystem[]? container:&ManagedEntity recursive:boolean switchProductSpec:DistributedVirtualSwitchProductSpec?
c QueryCompatibleVmnicsFromHosts DistributedVirtualSwitchManager queryCompatibleVmnicsFromHosts 27 System.View DVSManagerPhysicalNicsList[]? hosts:&HostSystem[]? dvs:&DistributedVirtualSwitch
c QueryComplianceStatus ProfileComplianceManager queryComplianceStatus 4 System.View ComplianceResult[]? profile:&Profile[]? entity:&ManagedEntity[]?
c QueryConfigOption EnvironmentBrowser queryConfigOption 0 System.View VirtualMachineConfigOption? key:string? host:&HostSystem?
c QueryConfigOptionDescriptor EnvironmentBrowser queryConfigOptionDescriptor 0 System.View VirtualMachineConfigOptionDescriptor[]?
c QueryConfigOptionEx EnvironmentBrowser queryConfigOptionEx 9 System.View VirtualMachineConfigOption? spec:EnvironmentBrowserConfigOptionQuerySpec?
c QueryConfigTarget EnvironmentBrowser queryConfigTarget 0 System.View ConfigTarget? host:&HostSystem?
c QueryConfiguredModuleOptionString HostKernelModuleSystem queryConfiguredModuleOptionString 2 Host.Config.Settings string name:string
c QueryConnectionInfo Datacenter queryConnectionInfo 0 System.View HostConnectInfo hostname:string port:int username:string password:string sslThumbprint:string?@1 sslCertificate:string?@33
c QueryConnectionInfoViaSpec Datacenter queryConnectionInfoViaSpec 9 System.View HostConnectInfo spec:HostConnectSpec
c QueryConnections VirtualMachine queryConnections 19 VirtualMachine.Interact.ConsoleInteract VirtualMachineConnection[]?
c QueryCryptoKeyStatus CryptoManagerKmip queryCryptoKeyStatus 13 Cryptographer.ManageKeys CryptoManagerKmipCryptoKeyStatus[]? keyIds:CryptoKeyId[]? checkKeyBitMap:int
c QueryDatastorePerformanceSummary StorageResourceManager queryDatastorePerformanceSummary 7 System.View StoragePerformanceSummary[]? datastore:&Datastore
c QueryDateTime HostDateTimeSystem queryDateTime 1 System.Read dateTime
c QueryDescriptions DiagnosticManager queryDescriptions 0 Global.Diagnostics DiagnosticManagerLogDescriptor[]? host:&HostSystem?
c QueryDirectoryInfo DatastoreNamespaceManager QueryDirectoryInfo 29 System.View DatastoreNamespaceManagerDirectoryInfo datacenter:&Datacenter? stableName:string
c QueryDiskMappings VimClusterVsanVcDiskManagementSystem queryDiskMappings 13 - VimVsanHostDiskMapInfoEx[]? host:&HostSystem#System.Read
c QueryDisksForVsan HostVsanSystem queryDisksForVsan 8 System.Read VsanHostDiskResult[]? canonicalName:string[]?
c QueryDisksUsingFilter IoFilterManager queryDisksUsingFilter 9 System.View VirtualDiskId[] filterId:string compRes:&ComputeResource
c QueryDvsByUuid DistributedVirtualSwitchManager querySwitchByUuid 4 System.View &DistributedVirtualSwitch? uuid:string
c QueryDvsCheckCompatibility DistributedVirtualSwitchManager checkCompatibility 5 System.View DistributedVirtualSwitchManagerCompatibilityResult[]? hostContainer:DistributedVirtualSwitchManagerHostContainer dvsProductSpec:DistributedVirtualSwitchManagerDvsProductSpec? hostFilterSpec:DistributedVirtualSwitchManagerHostDvsFilterSpec[]?
c QueryDvsCompatibleHostSpec DistributedVirtualSwitchManager queryCompatibleHostSpec 4 System.View DistributedVirtualSwitchHostProductSpec[]? switchProductSpec:DistributedVirtualSwitchProductSpec?
c QueryDvsConfigTarget DistributedVirtualSwitchManager queryDvsConfigTarget 4 System.View DVSManagerDvsConfigTarget host:&HostSystem? dvs:&DistributedVirtualSwitch?
c QueryDvsFeatureCapability DistributedVirtualSwitchManager queryFeatureCapability 5 System.View DVSFeatureCapability? switchProductSpec:DistributedVirtualSwitchProductSpec?
c QueryEvents EventManager QueryEvent 0 System.View Event[]? filter:EventFilterSpec eventViewSpec:EventManagerEventViewSpec?@33
c QueryExpressionMetadata ProfileComplianceManager queryExpressionMetadata 4 System.View ProfileExpressionMetadata[]? expressionName:string[]? profile:&Profile?@6
c QueryExtensionIpAllocationUsage ExtensionManager queryExtensionIpAllocationUsage 7 System.View ExtensionManagerIpAllocationUsage[]? extensionKeys:string[]?
c QueryFaultToleranceCompatibility VirtualMachine queryFaultToleranceCompatibility 5 VirtualMachine.Config.QueryFTCompatibility LocalizedMethodFault[]?
c QueryFaultToleranceCompatibilityEx VirtualMachine queryFaultToleranceCompatibilityEx 9 VirtualMachine.Config.QueryFTCompatibility LocalizedMethodFault[]? forLegacyFt:boolean?
c QueryFileLockInfo FileManager queryFileLockInfo 30 System.View FileLockInfoResult path:string host:&HostSystem?
c QueryFilterEntities HealthUpdateManager queryFilterEntities 10 System.View &ManagedEntity[]? filterId:string
c QueryFilterInfoIds HealthUpdateManager queryFilterInfoIds 10 System.View string[]? filterId:string
c QueryFilterList HealthUpdateManager queryFilterList 10 System.View string[]? providerId:string
c QueryFilterName HealthUpdateManager queryFilterName 10 System.View string filterId:string
c QueryFirmwareConfigUploadURL HostFirmwareSystem queryConfigUploadURL 1 Host.Config.Firmware string
c QueryHealthUpdateInfos HealthUpdateManager queryHealthUpdateInfos 10 System.View HealthUpdateInfo[]? providerId:string
c QueryHealthUpdates HealthUpdateManager queryHealthUpdates 10 System.View HealthUpdate[]? providerId:string
c QueryHostConnectionInfo HostSystem queryConnectionInfo 0 System.Read HostConnectInfo
c QueryHostPatch_Task HostPatchManager Query 4 System.Read &Task spec:HostPatchManagerPatchManagerOperationSpec?
c QueryHostProfileMetadata HostProfileManager queryProfileMetadata 4 System.View ProfileMetadata[]? profileName:TypeName[]? profile:&Profile?@6
c QueryHostStatus HostVsanSystem queryHostStatus 8 System.Read VsanHostClusterStatus
c QueryHostsWithAttachedLun StorageQueryManager queryHostsWithAttachedLun 13 System.Read &HostSystem[]? lunUuid:string
c QueryIORMConfigOption StorageResourceManager QueryIORMConfigOption 5 Datastore.Config StorageIORMConfigOption host:&HostSystem
c QueryIPAllocations IpPoolManager queryIPAllocations 7 - IpPoolManagerIpAllocation[] dc:&Datacenter#Datacenter.IpPoolQueryAllocations poolId:int extensionKey:string
c QueryIoFilterInfo IoFilterManager queryIoFilterInfo 9 System.View ClusterIoFilterInfo[]? compRes:&ComputeResource
c QueryIoFilterIssues IoFilterManager queryIssue 9 System.View IoFilterQueryIssueResult filterId:string compRes:&ComputeResource
c QueryIpPools IpPoolManager queryIpPools 4 - IpPool[]? dc:&Datacenter#System.Read
c QueryLicenseSourceAvailability LicenseManager querySourceAvailability 0 Global.Licenses LicenseAvailabilityInfo[]? host:&HostSystem?
c QueryLicenseUsage LicenseManager queryUsage 0 System.Read LicenseUsageInfo host:&HostSystem?
c QueryLockdownExceptions HostAccessManager queryLockdownExceptions 9 Global.Settings string[]?
c QueryManagedBy ExtensionManager queryManagedBy 6 System.View &ManagedEntity[]? extensionKey:string
c QueryMaxQueueDepth HostDatastoreSystem queryMaxQueueDepth 27 Host.Config.Storage long datastore:&Datastore
c QueryMemoryOverhead HostSystem queryOverhead 0 System.Read long memorySize:long videoRamSize:int? numVcpus:int
c QueryMemoryOverheadEx HostSystem queryOverheadEx 1 System.Read long vmConfigInfo:VirtualMachineConfigInfo
c QueryMigrationDependencies IscsiManager queryMigrationDependencies 6 Host.Config.Storage IscsiMigrationDependency pnicDevice:string[]
c QueryModules HostKernelModuleSystem queryModules 4 Host.Config.Settings KernelModuleInfo[]?
c QueryMonitoredEntities HealthUpdateManager queryMonitoredEntities 10 System.View &ManagedEntity[]? providerId:string
c QueryNFSUser HostStorageSystem queryNFSUser 9 Host.Config.Storage HostNasVolumeUserInfo?
c QueryNetConfig HostVirtualNicManager queryNetConfig 4 System.Read VirtualNicManagerNetConfig? nicType:string
c QueryNetworkHint HostNetworkSystem queryNetworkHint 0 System.Read PhysicalNicHintInfo[]? device:string[]?
c QueryObjectsOnPhysicalVsanDisk HostVsanInternalSystem queryObjectsOnPhysicalVsanDisk 8 System.Read string disks:string[]
c QueryOptions OptionManager queryView 0 System.View OptionValue[]? name:string?
c QueryPartitionCreateDesc HostDiagnosticSystem queryPartitionCreateDesc 0 Host.Config.Storage HostDiagnosticPartitionCreateDescription diskUuid:string diagnosticType:string
c QueryPartitionCreateOptions HostDiagnosticSystem queryPartitionCreateOptions 0 Host.Config.Storage HostDiagnosticPartitionCreateOption[]? storageType:string diagnosticType:string
c QueryPathSelectionPolicyOptions HostStorageSystem queryPathSelectionPolicyOptions 4 System.Read HostPathSelectionPolicyOption[]?
c QueryPerf PerformanceManager queryStats 0 System.View PerfEntityMetricBase[]? querySpec:PerfQuerySpec[]
c QueryPerfComposite PerformanceManager queryCompositeStats 0 System.View PerfCompositeMetric querySpec:PerfQuerySpec
c QueryPerfCounter PerformanceManager queryCounter 0 System.View PerfCounterInfo[]? counterId:int[]
c QueryPerfCounterByLevel PerformanceManager queryCounterByLevel 1 System.View PerfCounterInfo[] level:int
c QueryPerfProviderSummary PerformanceManager queryProviderSummary 0 System.View PerfProviderSummary entity:&ManagedObject
c QueryPhysicalVsanDisks HostVsanInternalSystem queryPhysicalVsanDisks 8 System.Read string props:string[]?
c QueryPnicStatus IscsiManager queryPnicStatus 6 Host.Config.Storage IscsiStatus pnicDevice:string
c QueryPolicyMetadata ProfileManager queryPolicyMetadata 4 System.View ProfilePolicyMetadata[]? policyName:string[]? profile:&Profile?@6
c QueryProductLockerLocation HostSystem queryProductLockerLocation 12 System.Read string
c QueryProfileStructure HostProfileManager queryProfileStructure 6 System.View ProfileProfileStructure profile:&Profile?
c QueryProviderList HealthUpdateManager queryProviderList 10 System.View string[]?
c QueryProviderName HealthUpdateManager queryProviderName 10 System.View string id:string
c QueryResourceConfigOption ResourcePool queryResourceConfigOption 5 Resource.EditPool ResourceConfigOption
c QueryServiceList ServiceManager queryServiceList 1 Global.ServiceManagers ServiceManagerServiceInfo[]? serviceName:string? location:string[]?
c QueryStorageArrayTypePolicyOptions HostStorageSystem queryStorageArrayTypePolicyOptions 4 System.Read HostStorageArrayTypePolicyOption[]?
c QuerySupportedFeatures LicenseManager querySupportedFeatures 1 Global.Licenses LicenseFeatureInfo[]? host:&HostSystem?
c QuerySupportedNetworkOffloadSpec DistributedVirtualSwitchManager querySupportedNetworkOffloadSpec 27 System.View DistributedVirtualSwitchNetworkOffloadSpec[]? switchProductSpec:DistributedVirtualSwitchProductSpec
c QuerySyncingVsanObjects HostVsanInternalSystem querySyncingVsanObjects 8 System.Read string uuids:string[]?
c QuerySystemUsers HostAccessManager querySystemUsers 9 Global.Settings string[]?
c QueryTargetCapabilities EnvironmentBrowser queryTargetCapabilities 4 System.View HostCapability? host:&HostSystem?
c QueryTpmAttestationReport HostSystem queryTpmAttestationReport 7 System.Read HostTpmAttestationReport?
c QueryUnmonitoredHosts HealthUpdateManager queryUnmonitoredHosts 10 System.View &HostSystem[]? providerId:string cluster:&ClusterComputeResource
c QueryUnownedFiles VirtualMachine queryUnownedFiles 4 VirtualMachine.Config.QueryUnownedFiles string[]?
c QueryUnresolvedVmfsVolume HostStorageSystem queryUnresolvedVmfsVolume 4 System.Read HostUnresolvedVmfsVolume[]?
c QueryUnresolvedVmfsVolumes HostDatastoreSystem queryUnresolvedVmfsVolumes 4 System.Read HostUnresolvedVmfsVolume[]?
c QueryUsedVlanIdInDvs DistributedVirtualSwitch queryUsedVlanId 4 System.Read int[]?
c QueryVMotionCompatibility ServiceInstance queryVMotionCompatibility 0 Resource.QueryVMotion HostVMotionCompatibility[]? vm:&VirtualMachine host:&HostSystem[] compatibility:string[]?
c QueryVMotionCompatibilityEx_Task VirtualMachineProvisioningChecker queryVMotionCompatibilityEx 4 System.View &Task vm:&VirtualMachine[] host:&HostSystem[]
c QueryVirtualDiskFragmentation VirtualDiskManager queryVirtualDiskFragmentation 1 System.View int name:string datacenter:&Datacenter?
c QueryVirtualDiskGeometry VirtualDiskManager queryVirtualDiskGeometry 1 System.View HostDiskDimensionsChs name:string datacenter:&Datacenter?
c QueryVirtualDiskUuid VirtualDiskManager queryVirtualDiskUuid 1 System.View string name:string datacenter:&Datacenter?
c QueryVirtualDiskUuidEx VcenterVStorageObjectManager queryVirtualDiskUuidEx 31 System.View string name:string datacenter:&Datacenter?
c QueryVmfsConfigOption HostStorageSystem queryVmfsConfigOption 10 Host.Config.Storage VmfsConfigOption[]?
c QueryVmfsDatastoreCreateOptions HostDatastoreSystem queryVmfsDatastoreCreateOptions 0 Host.Config.Storage VmfsDatastoreOption[]? devicePath:string vmfsMajorVersion:int?@6
c QueryVmfsDatastoreExpandOptions HostDatastoreSystem queryVmfsDatastoreExpandOptions 4 Host.Config.Storage VmfsDatastoreOption[]? datastore:&Datastore
c QueryVmfsDatastoreExtendOptions HostDatastoreSystem queryVmfsDatastoreExtendOptions 0 Host.Config.Storage VmfsDatastoreOption[]? datastore:&Datastore devicePath:string suppressExpandCandidates:boolean?@4
c QueryVnicStatus IscsiManager queryVnicStatus 6 Host.Config.Storage IscsiStatus vnicDevice:string
c QueryVsanObjectUuidsByFilter HostVsanInternalSystem queryVsanObjectUuidsByFilter 9 System.Read string[]? uuids:string[]? limit:int? version:int?
c QueryVsanObjects HostVsanInternalSystem queryVsanObjects 8 System.Read string uuids:string[]?
c QueryVsanStatistics HostVsanInternalSystem queryVsanStatistics 8 System.Read string labels:string[]
c QueryVsanUpgradeStatus VsanUpgradeSystem queryUpgradeStatus 9 System.Read VsanUpgradeSystemUpgradeStatus cluster:&ClusterComputeResource
c ReadEnvironmentVariableInGuest GuestProcessManager readEnvironmentVariable 6 - string[]? vm:&VirtualMachine#VirtualMachine.GuestOperations.Query auth:GuestAuthentication names:string[]?
c ReadNextEvents EventHistoryCollector readNext 0 - Event[]? maxCount:int
c ReadNextTasks TaskHistoryCollector readNext 0 - TaskInfo[]? maxCount:int
c ReadNextTasksByViewSpec TaskManager ReadNextTasksByViewSpec 33 System.View TaskInfo[]? viewSpec:TaskManagerTaskViewSpec filterSpec:TaskFilterSpec infoFilterSpec:TaskInfoFilterSpec?
c ReadPreviousEvents EventHistoryCollector readPrev 0 - Event[]? maxCount:int
c ReadPreviousTasks TaskHistoryCollector readPrev 0 - TaskInfo[]? maxCount:int
c RebootGuest VirtualMachine rebootGuest 0 VirtualMachine.Interact.Reset void
c RebootHost_Task HostSystem reboot 0 Host.Config.Maintenance &Task force:boolean
c RecommendDatastores StorageResourceManager recommendDatastores 6 System.View StoragePlacementResult storageSpec:StoragePlacementSpec
c RecommendHostsForVm ClusterComputeResource recommendHostsForVm 0 System.Read ClusterHostRecommendation[]? vm:&VirtualMachine pool:&ResourcePool?
c RecommissionVsanNode_Task HostVsanSystem recommissionNode 9 Host.Config.Storage &Task
c ReconcileDatastoreInventoryEx_Task VcenterVStorageObjectManager reconcileDatastoreInventoryEx 33 System.View &Task spec:VStorageObjectReconcileSpec
c ReconcileDatastoreInventory_Task VcenterVStorageObjectManager reconcileDatastoreInventory 10 System.View &Task datastore:&Datastore deepCleansing:boolean?@33
c ReconfigVM_Task VirtualMachine reconfigure 0 - &Task spec:VirtualMachineConfigSpec
c ReconfigurationSatisfiable HostVsanInternalSystem reconfigurationSatisfiable 8 System.Read VsanPolicySatisfiability[] pcbs:VsanPolicyChangeBatch[] ignoreSatisfiability:boolean?@9
c ReconfigureAlarm Alarm reconfigure 0 Alarm.Edit void spec:AlarmSpec
c ReconfigureAutostart HostAutoStartManager reconfigure 0 Host.Config.AutoStart void spec:HostAutoStartManagerConfig
c ReconfigureCluster_Task ClusterComputeResource reconfigure 0 Host.Inventory.EditCluster &Task spec:ClusterConfigSpec modify:boolean
c ReconfigureComputeResource_Task ComputeResource reconfigureEx 1 Host.Inventory.EditCluster &Task spec:ComputeResourceConfigSpec modify:boolean
c ReconfigureDVPort_Task DistributedVirtualSwitch reconfigurePort 4 DVSwitch.PortConfig &Task port:DVPortConfigSpec[]
c ReconfigureDVPortgroup_Task DistributedVirtualPortgroup reconfigure 4 - &Task spec:DVPortgroupConfigSpec
c ReconfigureDatacenter_Task Datacenter reconfigure 7 Datacenter.Reconfigure &Task spec:DatacenterConfigSpec modify:boolean
c ReconfigureDomObject HostVsanInternalSystem reconfigureDomObject 8 Host.Config.Storage void uuid:string policy:string
c ReconfigureDvs_Task DistributedVirtualSwitch reconfigure 4 - &Task spec:DVSConfigSpec
c ReconfigureHostForDAS_Task HostSystem reconfigureDAS 0 Host.Config.Connection &Task
c ReconfigureScheduledTask ScheduledTask reconfigure 0 ScheduledTask.Edit void spec:ScheduledTaskSpec
c ReconfigureServiceConsoleReservation HostMemorySystem reconfigureServiceConsoleReservation 0 Host.Config.Memory void cfgBytes:long
c ReconfigureSnmpAgent HostSnmpSystem reconfigureSnmpAgent 1 Global.Settings void spec:HostSnmpConfigSpec
c ReconfigureVirtualMachineReservation HostMemorySystem reconfigureVirtualMachineReservation 1 Host.Config.Memory void spec:VirtualMachineMemoryReservationSpec
c ReconnectHost_Task HostSystem reconnect 0 Host.Config.Connection &Task cnxSpec:HostConnectSpec? reconnectSpec:HostSystemReconnectSpec?@6
c RectifyDvsHost_Task DistributedVirtualSwitch rectifyHost 4 System.Read &Task hosts:&HostSystem[]?
c RectifyDvsOnHost_Task DistributedVirtualSwitchManager rectifyHost 6 System.Read &Task hosts:&HostSystem[]
c Refresh HostPciPassthruSystem refresh 4 Host.Config.Settings void
c RefreshDVPortState DistributedVirtualSwitch refreshPortState 4 System.Read void portKeys:string[]?
c RefreshDatastore Datastore refresh 0 System.Read void
c RefreshDatastoreStorageInfo Datastore refreshStorageInfo 4 System.Read void
c RefreshDateTimeSystem HostDateTimeSystem refresh 1 Host.Config.DateTime void
c RefreshFirewall HostFirewallSystem refresh 0 Host.Config.NetService void
c RefreshGraphicsManager HostGraphicsManager refresh 8 Host.Config.Settings void
c RefreshHealthStatusSystem HostHealthStatusSystem refresh 1 System.Read void
c RefreshNetworkSystem HostNetworkSystem refresh 0 Host.Config.Network void
c RefreshRecommendation ClusterComputeResource refreshRecommendation 1 Host.Inventory.EditCluster void
c RefreshRuntime ResourcePool refreshRuntime 5 System.View void
c RefreshServices HostServiceSystem refresh 0 Host.Config.NetService void
c RefreshStorageDrsRecommendation StorageResourceManager refreshRecommendation 6 System.View void pod:&StoragePod
c RefreshStorageDrsRecommendationsForPod_Task StorageResourceManager refreshRecommendationsForPod 11 System.View &Task pod:&StoragePod
c RefreshStorageInfo VirtualMachine refreshStorageInfo 4 System.Read void
c RefreshStorageSystem HostStorageSystem refresh 0 Host.Config.Storage void
c RegisterChildVM_Task ResourcePool registerVm 4 VirtualMachine.Inventory.Register &Task path:string name:string? host:&HostSystem?
c RegisterDisk VcenterVStorageObjectManager registerDisk 10 System.View VStorageObject path:string name:string?
c RegisterExtension ExtensionManager registerExtension 1 Extension.Register void extension:Extension
c RegisterHealthUpdateProvider HealthUpdateManager registerProvider 10 HealthUpdateProvider.Register string name:string healthUpdateInfo:HealthUpdateInfo[]?
c RegisterKmipServer CryptoManagerKmip registerKmipServer 10 Cryptographer.ManageKeyServers void server:KmipServerSpec
c RegisterKmsCluster CryptoManagerKmip registerKmsCluster 17 Cryptographer.ManageKeyServers void clusterId:KeyProviderId managementType:string?
c RegisterVM_Task Folder registerVm 0 VirtualMachine.Inventory.Register &Task path:string name:string? asTemplate:boolean pool:&ResourcePool?#Resource.AssignVMToPool host:&HostSystem?
c ReleaseCredentialsInGuest GuestAuthManager releaseCredentials 6 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.Query auth:GuestAuthentication
c ReleaseIpAllocation IpPoolManager releaseIpAllocation 7 - void dc:&Datacenter#Datacenter.IpPoolReleaseIp poolId:int allocationId:string
c ReleaseManagedSnapshot VirtualDiskManager releaseManagedSnapshot 10 System.View void vdisk:string datacenter:&Datacenter?
c Reload ManagedEntity reload 0 System.Read void
c RelocateVM_Task VirtualMachine relocate 0 Resource.ColdMigrate &Task spec:VirtualMachineRelocateSpec priority:VirtualMachineMovePriority?@4
c RelocateVStorageObject_Task VcenterVStorageObjectManager relocateVStorageObject 10 System.View &Task id:ID datastore:&Datastore spec:VslmRelocateSpec
c RemoveAlarm Alarm remove 0 Alarm.Delete void
c RemoveAllSnapshots_Task VirtualMachine removeAllSnapshots 0 VirtualMachine.State.RemoveSnapshot &Task consolidate:boolean?@6 spec:SnapshotSelectionSpec?@31
c RemoveAssignedLicense LicenseAssignmentManager removeAssignedLicense 4 Global.Licenses void entityId:string
c RemoveAuthorizationRole AuthorizationManager removeRole 0 Authorization.ModifyRoles void roleId:int failIfUsed:boolean
c RemoveCustomFieldDef CustomFieldsManager removeFieldDefinition 0 Global.ManageCustomFields void key:int
c RemoveDatastore HostDatastoreSystem removeDatastore 0 Host.Config.Storage void datastore:&Datastore
c RemoveDatastoreEx_Task HostDatastoreSystem removeDatastoreEx 9 Host.Config.Storage &Task datastore:&Datastore[]
c RemoveDiskMapping_Task HostVsanSystem removeDiskMapping 8 Host.Config.Storage &Task? mapping:VsanHostDiskMapping[] maintenanceSpec:HostMaintenanceSpec?@9 timeout:int?@9
c RemoveDisk_Task HostVsanSystem removeDisk 8 Host.Config.Storage &Task? disk:HostScsiDisk[] maintenanceSpec:HostMaintenanceSpec?@9 timeout:int?@9
c RemoveEntityPermission AuthorizationManager removeEntityPermission 0 - void entity:&ManagedEntity#Authorization.ModifyPermissions user:string isGroup:boolean
c RemoveFilter HealthUpdateManager removeFilter 10 Host.Inventory.EditCluster void filterId:string
c RemoveFilterEntities HealthUpdateManager removeFilterEntities 10 Host.Inventory.EditCluster void filterId:string entities:&ManagedEntity[]?
c RemoveGroup HostLocalAccountManager removeGroup 0 Host.Local.ManageUserGroups void groupName:string
c RemoveGuestAlias GuestAliasManager removeAlias 9 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.ModifyAliases auth:GuestAuthentication username:string base64Cert:string subject:GuestAuthSubject
c RemoveGuestAliasByCert GuestAliasManager removeAliasByCert 9 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.ModifyAliases auth:GuestAuthentication username:string base64Cert:string
c RemoveInternetScsiSendTargets HostStorageSystem removeInternetScsiSendTargets 0 Host.Config.Storage void iScsiHbaDevice:string targets:HostInternetScsiHbaSendTarget[] force:boolean?@19
c RemoveInternetScsiStaticTargets HostStorageSystem removeInternetScsiStaticTargets 0 Host.Config.Storage void iScsiHbaDevice:string targets:HostInternetScsiHbaStaticTarget[]
c RemoveKey CryptoManager removeKey 10 Cryptographer.ManageKeys void key:CryptoKeyId force:boolean
c RemoveKeys CryptoManager removeKeys 10 Cryptographer.ManageKeys CryptoKeyResult[]? keys:CryptoKeyId[]? force:boolean
c RemoveKmipServer CryptoManagerKmip removeKmipServer 10 Cryptographer.ManageKeyServers void clusterId:KeyProviderId serverName:string
c RemoveLicense LicenseManager removeLicense 4 Global.Licenses void licenseKey:string
c RemoveLicenseLabel LicenseManager removeLabel 4 Global.Licenses void licenseKey:string labelKey:string
c RemoveMonitoredEntities HealthUpdateManager removeMonitoredEntities 10 HealthUpdateProvider.Update void providerId:string entities:&ManagedEntity[]?
c RemoveNetworkResourcePool DistributedVirtualSwitch removeNetworkResourcePool 6 DVSwitch.ResourceManagement void key:string[]
c RemoveNvmeOverRdmaAdapter HostStorageSystem removeNvmeOverRdmaAdapter 17 Host.Config.Storage void hbaDeviceName:string
c RemovePerfInterval PerformanceManager removeHistoricalInterval 0 Performance.ModifyIntervals void samplePeriod:int
c RemovePortGroup HostNetworkSystem removePortGroup 0 Host.Config.Network void pgName:string
c RemoveScheduledTask ScheduledTask remove 0 ScheduledTask.Delete void
c RemoveServiceConsoleVirtualNic HostNetworkSystem removeServiceConsoleVirtualNic 0 Host.Config.Network void device:string
c RemoveSmartCardTrustAnchor HostActiveDirectoryAuthentication removeSmartCardTrustAnchor 9 Host.Config.AuthenticationStore void issuer:string serial:string
c RemoveSmartCardTrustAnchorByFingerprint HostActiveDirectoryAuthentication removeSmartCardTrustAnchorByFingerprint 9 Host.Config.AuthenticationStore void fingerprint:string digest:string
c RemoveSmartCardTrustAnchorCertificate HostActiveDirectoryAuthentication removeSmartCardTrustAnchorCertificate 33 Host.Config.AuthenticationStore void certificate:string
c RemoveSnapshot_Task VirtualMachineSnapshot remove 0 VirtualMachine.State.RemoveSnapshot &Task removeChildren:boolean consolidate:boolean?@6
c RemoveSoftwareAdapter HostStorageSystem removeSoftwareAdapter 23 Host.Config.Storage void hbaDeviceName:string
c RemoveUser HostLocalAccountManager removeUser 0 Host.Local.ManageUserGroups void userName:string
c RemoveVirtualNic HostNetworkSystem removeVirtualNic 0 Host.Config.Network void device:string
c RemoveVirtualSwitch HostNetworkSystem removeVirtualSwitch 0 Host.Config.Network void vswitchName:string
c RenameCustomFieldDef CustomFieldsManager renameFieldDefinition 0 Global.ManageCustomFields void key:int name:string
c RenameCustomizationSpec CustomizationSpecManager rename 0 VirtualMachine.Provisioning.ModifyCustSpecs void name:string newName:string
c RenameDatastore Datastore renameDatastore 0 Datastore.Rename void newName:string
c RenameSnapshot VirtualMachineSnapshot rename 0 VirtualMachine.State.RenameSnapshot void name:string? description:string?
c RenameVStorageObject VcenterVStorageObjectManager renameVStorageObject 10 System.View void id:ID datastore:&Datastore name:string
c RenameVStorageObjectEx VStorageObjectManagerBase renameVStorageObjectEx 30 System.View vslmVClockInfo id:ID datastore:&Datastore name:string
c Rename_Task ManagedEntity rename 0 - &Task newName:string
c ReplaceCACertificatesAndCRLs HostCertificateManager replaceCACertificatesAndCRLs 9 Certificate.Manage void caCert:string[] caCrl:string[]?
c ReplaceSmartCardTrustAnchors HostActiveDirectoryAuthentication replaceSmartCardTrustAnchors 9 Host.Config.AuthenticationStore void certs:string[]?
c RescanAllHba HostStorageSystem rescanAllHba 0 Host.Config.Storage void
c RescanHba HostStorageSystem rescanHba 0 Host.Config.Storage void hbaDevice:string
c RescanVffs HostStorageSystem rescanVffs 8 Host.Config.Storage void
c RescanVmfs HostStorageSystem rescanVmfs 0 Host.Config.Storage void
c ResetCollector HistoryCollector reset 0 - void
c ResetCounterLevelMapping PerformanceManager resetCounterLevelMapping 5 Performance.ModifyIntervals void counters:int[]
c ResetEntityPermissions AuthorizationManager resetEntityPermissions 0 - void entity:&ManagedEntity#Authorization.ModifyPermissions permission:Permission[]?
c ResetFirmwareToFactoryDefaults HostFirmwareSystem resetToFactoryDefaults 1 Host.Config.Firmware void
c ResetGuestInformation VirtualMachine resetGuestInformation 0 VirtualMachine.Config.ResetGuestInfo void
c ResetListView ListView reset 1 - &ManagedObject[]? obj:&ManagedObject[]?#System.View
c ResetListViewFromView ListView resetFromView 1 - void view:&View
c ResetSystemHealthInfo HostHealthStatusSystem resetSystemHealthInfo 1 Host.Config.Settings void
c ResetVM_Task VirtualMachine reset 0 VirtualMachine.Interact.Reset &Task
c ResignatureUnresolvedVmfsVolume_Task HostDatastoreSystem resignatureUnresolvedVmfsVolume 4 Host.Config.Storage &Task? resolutionSpec:HostUnresolvedVmfsResignatureSpec
c ResolveInstallationErrorsOnCluster_Task IoFilterManager resolveInstallationErrorsOnCluster 9 - &Task filterId:string cluster:&ClusterComputeResource
c ResolveInstallationErrorsOnHost_Task IoFilterManager resolveInstallationErrorsOnHost 9 - &Task filterId:string host:&HostSystem
c ResolveMultipleUnresolvedVmfsVolumes HostStorageSystem resolveMultipleUnresolvedVmfsVolumes 4 Host.Config.Storage HostUnresolvedVmfsResolutionResult[]? resolutionSpec:HostUnresolvedVmfsResolutionSpec[]
c ResolveMultipleUnresolvedVmfsVolumesEx_Task HostStorageSystem resolveMultipleUnresolvedVmfsVolumesEx 8 Host.Config.Storage &Task? resolutionSpec:HostUnresolvedVmfsResolutionSpec[]
c RestartService HostServiceSystem restart 0 Host.Config.NetService void id:string
c RestartServiceConsoleVirtualNic HostNetworkSystem restartServiceConsoleVirtualNic 0 Host.Config.Network void device:string
c RestoreFirmwareConfiguration HostFirmwareSystem restoreConfiguration 1 Host.Config.Firmware void force:boolean
c RetrieveAllFlashCapabilities VimClusterVsanVcDiskManagementSystem retrieveAllFlashCapabilities 13 - VimVsanHostVsanHostCapability[]? cluster:&ClusterComputeResource#System.Read
c RetrieveAllPermissions AuthorizationManager retrieveAllPermissions 0 System.View Permission[]?
c RetrieveAnswerFile HostProfileManager retrieveAnswerFile 6 - AnswerFile? host:&HostSystem#Profile.Edit
c RetrieveAnswerFileForProfile HostProfileManager retrieveAnswerFileForProfile 7 - AnswerFile? host:&HostSystem#Profile.Edit applyProfile:HostApplyProfile
c RetrieveArgumentDescription EventManager retrieveArgumentDescription 4 System.View EventArgDesc[]? eventTypeId:string
c RetrieveCertificateInfoList HostCertificateManager retrieveCertificateInfoList 29 Certificate.Manage HostCertificateManagerCertificateInfo[]?
c RetrieveClientCert CryptoManagerKmip retrieveClientCert 10 Cryptographer.ManageKeyServers string cluster:KeyProviderId
c RetrieveClientCsr CryptoManagerKmip retrieveClientCsr 10 Cryptographer.ManageKeyServers string cluster:KeyProviderId
c RetrieveDasAdvancedRuntimeInfo ClusterComputeResource retrieveDasAdvancedRuntimeInfo 4 System.Read ClusterDasAdvancedRuntimeInfo?
c RetrieveDescription Profile retrieveDescription 6 System.View ProfileDescription?
c RetrieveDiskPartitionInfo HostStorageSystem retrieveDiskPartitionInfo 0 System.Read HostDiskPartitionInfo[]? devicePath:string[]
c RetrieveDynamicPassthroughInfo HostAssignableHardwareManager retrieveDynamicPassthroughInfo 17 System.Read VirtualMachineDynamicPassthroughInfo[]?
c RetrieveEntityPermissions AuthorizationManager retrieveEntityPermissions 0 - Permission[]? entity:&ManagedEntity#System.Read inherited:boolean
c RetrieveEntityScheduledTask ScheduledTaskManager retrieveEntityScheduledTask 0 System.View &ScheduledTask[]? entity:&ManagedEntity?
c RetrieveFreeEpcMemory HostSystem retrieveFreeEpcMemory 17 System.Read long
c RetrieveHardwareUptime HostSystem retrieveHardwareUptime 5 System.Read long
c RetrieveHostAccessControlEntries HostAccessManager retrieveAccessEntries 9 Global.Settings HostAccessControlEntry[]?
c RetrieveHostCustomizations HostProfileManager retrieveHostCustomizations 10 - StructuredCustomizations[]? hosts:&HostSystem[]?#Profile.Edit
c RetrieveHostCustomizationsForProfile HostProfileManager retrieveHostCustomizationsForProfile 10 - StructuredCustomizations[]? hosts:&HostSystem[]?#Profile.Edit applyProfile:HostApplyProfile
c RetrieveHostSpecification HostSpecificationManager retrieveHostSpecification 10 System.View HostSpecification host:&HostSystem fromHost:boolean
c RetrieveKmipServerCert CryptoManagerKmip retrieveKmipServerCert 10 Cryptographer.ManageKeyServers CryptoManagerKmipServerCertInfo keyProvider:KeyProviderId server:KmipServerInfo
c RetrieveKmipServersStatus_Task CryptoManagerKmip retrieveKmipServersStatus 10 Cryptographer.ManageKeyServers &Task? clusters:KmipClusterInfo[]?
c RetrieveObjectScheduledTask ScheduledTaskManager retrieveObjectScheduledTask 4 System.View &ScheduledTask[]? obj:&ManagedObject?
c RetrieveProductComponents ServiceInstance retrieveProductComponents 1 System.Anonymous ProductComponentInfo[]?
c RetrieveProperties PropertyCollector retrieveContents 0 System.Anonymous ObjectContent[]? specSet:PropertyFilterSpec[]
c RetrievePropertiesEx PropertyCollector retrievePropertiesEx 5 System.Anonymous RetrieveResult? specSet:PropertyFilterSpec[] options:RetrieveOptions
c RetrieveRolePermissions AuthorizationManager retrieveRolePermissions 0 System.View Permission[]? roleId:int
c RetrieveSelfSignedClientCert CryptoManagerKmip retrieveSelfSignedClientCert 10 Cryptographer.ManageKeyServers string cluster:KeyProviderId
c RetrieveServiceContent ServiceInstance retrieveContent 0 System.Anonymous ServiceContent
c RetrieveServiceProviderEntities TenantTenantManager retrieveServiceProviderEntities 16 TenantManager.Query &ManagedEntity[]?
c RetrieveSnapshotDetails VcenterVStorageObjectManager retrieveSnapshotDetails 13 System.View VStorageObjectSnapshotDetails id:ID datastore:&Datastore snapshotId:ID
c RetrieveSnapshotInfo VcenterVStorageObjectManager retrieveSnapshotInfo 11 System.View VStorageObjectSnapshotInfo id:ID datastore:&Datastore
c RetrieveSupportedVsanFormatVersion VsanUpgradeSystemEx retrieveSupportedFormatVersion 13 - int cluster:&ClusterComputeResource#System.Read
c RetrieveUserGroups UserDirectory retrieveUserGroups 0 - UserSearchResult[]? domain:string? searchStr:string belongsToGroup:string? belongsToUser:string? exactMatch:boolean findUsers:boolean findGroups:boolean
c RetrieveVStorageInfrastructureObjectPolicy VcenterVStorageObjectManager retrieveVStorageInfrastructureObjectPolicy 11 System.View vslmInfrastructureObjectPolicy[]? datastore:&Datastore
c RetrieveVStorageObject VcenterVStorageObjectManager retrieveVStorageObject 10 System.View VStorageObject id:ID datastore:&Datastore diskInfoFlags:string[]?@27
c RetrieveVStorageObjectAssociations VcenterVStorageObjectManager retrieveVStorageObjectAssociations 11 System.View VStorageObjectAssociations[]? ids:RetrieveVStorageObjSpec[]?
c RetrieveVStorageObjectState VcenterVStorageObjectManager retrieveVStorageObjectState 10 System.View VStorageObjectStateInfo id:ID datastore:&Datastore
c RetrieveVendorDeviceGroupInfo HostAssignableHardwareManager retrieveVendorDeviceGroupInfo 27 System.Read VirtualMachineVendorDeviceGroupInfo[]?
c RetrieveVgpuDeviceInfo HostGraphicsManager retrieveVgpuDeviceInfo 23 System.Read VirtualMachineVgpuDeviceInfo[]?
c RetrieveVgpuProfileInfo HostGraphicsManager retrieveVgpuProfileInfo 23 System.Read VirtualMachineVgpuProfileInfo[]?
c RevertToCurrentSnapshot_Task VirtualMachine revertToCurrentSnapshot 0 VirtualMachine.State.RevertToSnapshot &Task host:&HostSystem? suppressPowerOn:boolean?@3
c RevertToSnapshot_Task VirtualMachineSnapshot revert 0 VirtualMachine.State.RevertToSnapshot &Task host:&HostSystem? suppressPowerOn:boolean?@3
c RevertVStorageObjectEx_Task VStorageObjectManagerBase revertVStorageObjectEx 30 System.View &Task id:ID datastore:&Datastore snapshotId:ID
c RevertVStorageObject_Task VcenterVStorageObjectManager RevertVStorageObject 11 System.View &Task id:ID datastore:&Datastore snapshotId:ID
c RewindCollector HistoryCollector rewind 0 - void
c RunScheduledTask ScheduledTask run 0 ScheduledTask.Run void
c RunVsanPhysicalDiskDiagnostics HostVsanInternalSystem runVsanPhysicalDiskDiagnostics 8 System.Read HostVsanInternalSystemVsanPhysicalDiskDiagnosticsResult[] disks:string[]?
c ScanHostPatchV2_Task HostPatchManager ScanV2 4 System.Read &Task? metaUrls:string[]? bundleUrls:string[]? spec:HostPatchManagerPatchManagerOperationSpec?
c ScanHostPatch_Task HostPatchManager Scan 0 System.Read &Task? repository:HostPatchManagerLocator updateID:string[]?
c ScheduleReconcileDatastoreInventory VcenterVStorageObjectManager scheduleReconcileDatastoreInventory 10 System.View void datastore:&Datastore deepCleansing:boolean?@33
c SearchDatastoreSubFolders_Task HostDatastoreBrowser searchSubFolders 0 - &Task? datastorePath:string searchSpec:HostDatastoreBrowserSearchSpec?
c SearchDatastore_Task HostDatastoreBrowser search 0 - &Task datastorePath:string searchSpec:HostDatastoreBrowserSearchSpec?
c SelectActivePartition HostDiagnosticSystem selectActivePartition 0 Host.Config.Storage void partition:HostScsiDiskPartition?
c SelectVnic HostVMotionSystem selectVnic 0 Host.Config.Network void device:string
c SelectVnicForNicType HostVirtualNicManager selectVnic 4 Host.Config.Network void nicType:string device:string
c SendNMI VirtualMachine sendNMI 9 VirtualMachine.Interact.GuestControl void
c SendTestNotification HostSnmpSystem sendTestNotification 1 Global.Settings void
c SessionIsActive SessionManager sessionIsActive 1 Sessions.ValidateSession boolean sessionID:string userName:string
c SetCollectorPageSize HistoryCollector setLatestPageSize 0 - void maxCount:int
c SetCryptoMode ClusterComputeResource setCryptoMode 17 Cryptographer.RegisterHost void cryptoMode:string policy:ClusterComputeResourceCryptoModePolicy?@31
c SetDefaultKmsCluster CryptoManagerKmip setDefaultKmsCluster 17 Cryptographer.ManageKeyServers void entity:&ManagedEntity? clusterId:KeyProviderId?
c SetDisplayTopology VirtualMachine setDisplayTopology 3 VirtualMachine.Interact.ConsoleInteract void displays:VirtualMachineDisplayTopology[]
c SetEntityPermissions AuthorizationManager setEntityPermissions 0 - void entity:&ManagedEntity#Authorization.ModifyPermissions permission:Permission[]?
c SetExtensionCertificate ExtensionManager setCertificate 4 Extension.Update void extensionKey:string certificatePem:string?
c SetField CustomFieldsManager setField 0 - void entity:&ManagedEntity#Global.SetCustomField key:int value:string
c SetKeyCustomAttributes CryptoManagerKmip setKeyCustomAttributes 29 Cryptographer.ManageKeys CryptoKeyResult keyId:CryptoKeyId spec:CryptoManagerKmipCustomAttributeSpec
c SetLicenseEdition LicenseManager setEdition 0 Global.Licenses void host:&HostSystem? featureKey:string?
c SetLocale SessionManager setLocale 0 System.View void locale:string
c SetMaxQueueDepth HostDatastoreSystem setMaxQueueDepth 27 Host.Config.Storage void datastore:&Datastore maxQdepth:long
c SetMultipathLunPolicy HostStorageSystem setMultipathLunPolicy 0 Host.Config.Storage void lunId:string policy:HostMultipathInfoLogicalUnitPolicy
c SetNFSUser HostStorageSystem setNFSUser 9 Host.Config.Storage void user:string password:string
c SetPublicKey ExtensionManager setPublicKey 1 Extension.Update void extensionKey:string publicKey:string
c SetRegistryValueInGuest GuestWindowsRegistryManager setRegistryValue 9 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.Modify auth:GuestAuthentication value:GuestRegValueSpec
c SetScreenResolution VirtualMachine setScreenResolution 0 VirtualMachine.Interact.ConsoleInteract void width:int height:int
c SetServiceAccount ExtensionManager setServiceAccount 30 Extension.Update void extensionKey:string serviceAccount:string
c SetTaskDescription Task UpdateDescription 4 Task.Update void description:LocalizableMessage
c SetTaskState Task setState 1 Task.Update void state:TaskInfoState result:anyType? fault:LocalizedMethodFault?
c SetVStorageObjectControlFlags VcenterVStorageObjectManager setVStorageObjectControlFlags 11 System.View void id:ID datastore:&Datastore#Datastore.FileManagement controlFlags:string[]?
c SetVirtualDiskUuid VirtualDiskManager setVirtualDiskUuid 1 System.View void name:string datacenter:&Datacenter? uuid:string
c SetVirtualDiskUuidEx_Task VcenterVStorageObjectManager setVirtualDiskUuidEx 31 System.View &Task name:string datacenter:&Datacenter? uuid:string?
c ShrinkVirtualDisk_Task VirtualDiskManager shrinkVirtualDisk 1 System.View &Task name:string datacenter:&Datacenter? copy:boolean?
c ShutdownGuest VirtualMachine shutdownGuest 0 VirtualMachine.Interact.PowerOff void
c ShutdownHost_Task HostSystem shutdown 0 Host.Config.Maintenance &Task force:boolean
c StageHostPatch_Task HostPatchManager Stage 4 Host.Config.Patch &Task metaUrls:string[]? bundleUrls:string[]? vibUrls:string[]? spec:HostPatchManagerPatchManagerOperationSpec?
c StampAllRulesWithUuid_Task ClusterComputeResource stampAllRulesWithUuid 9 Host.Inventory.EditCluster &Task
c StandbyGuest VirtualMachine standbyGuest 0 VirtualMachine.Interact.Suspend void
c StartGuestNetwork_Task VirtualMachineGuestCustomizationManager startNetwork 15 VirtualMachine.Provisioning.Customize &Task vm:&VirtualMachine auth:GuestAuthentication
c StartProgramInGuest GuestProcessManager startProgram 6 - long vm:&VirtualMachine#VirtualMachine.GuestOperations.Execute auth:GuestAuthentication spec:GuestProgramSpec
c StartRecording_Task VirtualMachine startRecording 4 VirtualMachine.Interact.Record &Task name:string description:string?
c StartReplaying_Task VirtualMachine startReplaying 4 VirtualMachine.Interact.Replay &Task replaySnapshot:&VirtualMachineSnapshot
c StartService HostServiceSystem start 0 Host.Config.NetService void id:string
c StopRecording_Task VirtualMachine stopRecording 4 VirtualMachine.Interact.Record &Task
c StopReplaying_Task VirtualMachine stopReplaying 4 VirtualMachine.Interact.Replay &Task
c StopService HostServiceSystem stop 0 Host.Config.NetService void id:string
c SuspendVApp_Task VirtualApp suspend 5 VApp.Suspend &Task
c SuspendVM_Task VirtualMachine suspend 0 VirtualMachine.Interact.Suspend &Task
c TerminateFaultTolerantVM_Task VirtualMachine terminateFaultTolerantVM 4 VirtualMachine.Interact.TerminateFaultTolerantVM &Task vm:&VirtualMachine?
c TerminateProcessInGuest GuestProcessManager terminateProcess 6 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.Execute auth:GuestAuthentication pid:long
c TerminateSession SessionManager terminate 0 Sessions.TerminateSession void sessionId:string[]
c TerminateVM VirtualMachine terminate 6 VirtualMachine.Interact.PowerOff void
c TestTimeService HostDateTimeSystem testTimeService 23 Host.Config.DateTime HostDateTimeSystemServiceTestResult?
c TurnDiskLocatorLedOff_Task HostStorageSystem turnDiskLocatorLedOff 9 Host.Config.Storage &Task? scsiDiskUuids:string[]
c TurnDiskLocatorLedOn_Task HostStorageSystem turnDiskLocatorLedOn 9 Host.Config.Storage &Task? scsiDiskUuids:string[]
c TurnOffFaultToleranceForVM_Task VirtualMachine turnOffFaultTolerance 4 VirtualMachine.Interact.TurnOffFaultTolerance &Task
c UnassignUserFromGroup HostLocalAccountManager unassignUserFromGroup 0 Host.Local.ManageUserGroups void user:string group:string
c UnbindVnic IscsiManager unbindVnic 6 Host.Config.Storage void iScsiHbaName:string vnicDevice:string force:boolean
c UninstallHostPatch_Task HostPatchManager Uninstall 4 Host.Config.Patch &Task bulletinIds:string[]? spec:HostPatchManagerPatchManagerOperationSpec?
c UninstallIoFilter_Task IoFilterManager uninstallIoFilter 9 - &Task filterId:string compRes:&ComputeResource
c UninstallService HostServiceSystem uninstall 0 Host.Config.NetService void id:string
c UnmapVmfsVolumeEx_Task HostStorageSystem unmapVmfsVolumeEx 9 Host.Config.Storage &Task vmfsUuid:string[]
c UnmarkServiceProviderEntities TenantTenantManager unmarkServiceProviderEntities 16 TenantManager.Update void entity:&ManagedEntity[]?#TenantManager.Update
c UnmountDiskMapping_Task HostVsanSystem unmountDiskMapping 9 Host.Config.Storage &Task mapping:VsanHostDiskMapping[]
c UnmountForceMountedVmfsVolume HostStorageSystem unmountForceMountedVmfsVolume 4 Host.Config.Storage void vmfsUuid:string
c UnmountToolsInstaller VirtualMachine unmountToolsInstaller 0 VirtualMachine.Interact.ToolsInstall void
c UnmountVffsVolume HostStorageSystem unmountVffsVolume 8 Host.Config.Storage void vffsUuid:string
c UnmountVmfsVolume HostStorageSystem unmountVmfsVolume 6 Host.Config.Storage void vmfsUuid:string
c UnmountVmfsVolumeEx_Task HostStorageSystem unmountVmfsVolumeEx 9 Host.Config.Storage &Task vmfsUuid:string[]
c UnregisterAndDestroy_Task Folder unregisterAndDestroy 0 Folder.Delete &Task
c UnregisterExtension ExtensionManager unregisterExtension 1 Extension.Unregister void extensionKey:string
c UnregisterHealthUpdateProvider HealthUpdateManager unregisterProvider 10 HealthUpdateProvider.Unregister void providerId:string
c UnregisterKmsCluster CryptoManagerKmip unregisterKmsCluster 17 Cryptographer.ManageKeyServers void clusterId:KeyProviderId
c UnregisterVM VirtualMachine unregister 0 VirtualMachine.Inventory.Unregister void
c UpdateAnswerFile_Task HostProfileManager updateAnswerFile 6 Profile.Edit &Task host:&HostSystem configSpec:AnswerFileCreateSpec
c UpdateAssignableHardwareConfig HostAssignableHardwareManager updateConfig 17 Host.Config.Settings void config:HostAssignableHardwareConfig
c UpdateAssignedLicense LicenseAssignmentManager updateAssignedLicense 4 Global.Licenses LicenseManagerLicenseInfo entity:string licenseKey:string entityDisplayName:string?
c UpdateAuthorizationRole AuthorizationManager updateRole 0 Authorization.ModifyRoles void roleId:int newName:string privIds:string[]?
c UpdateBootDevice HostBootDeviceSystem updateBootDevice 1 Host.Config.Maintenance void key:string
c UpdateChildResourceConfiguration ResourcePool updateChildResourceConfiguration 0 - void spec:ResourceConfigSpec[]
c UpdateClusterProfile ClusterProfile update 4 Profile.Edit void config:ClusterProfileConfigSpec
c UpdateConfig ResourcePool updateConfig 0 - void name:string? config:ResourceConfigSpec?
c UpdateConsoleIpRouteConfig HostNetworkSystem updateConsoleIpRouteConfig 0 Host.Config.Network void config:HostIpRouteConfig
c UpdateCounterLevelMapping PerformanceManager updateCounterLevelMapping 5 Performance.ModifyIntervals void counterLevelMap:PerformanceManagerCounterLevelMapping[]
c UpdateDVSHealthCheckConfig_Task DistributedVirtualSwitch updateHealthCheckConfig 7 DVSwitch.Modify &Task healthCheckConfig:DVSHealthCheckConfig[]
c UpdateDVSLacpGroupConfig_Task VmwareDistributedVirtualSwitch updateLacpGroupConfig 8 DVSwitch.Modify &Task lacpGroupSpec:VMwareDvsLacpGroupSpec[]
c UpdateDateTime HostDateTimeSystem updateDateTime 1 Host.Config.DateTime void dateTime:dateTime
c UpdateDateTimeConfig HostDateTimeSystem updateConfig 1 Host.Config.DateTime void config:HostDateTimeConfig
c UpdateDefaultPolicy HostFirewallSystem updateDefaultPolicy 0 Host.Config.NetService void defaultPolicy:HostFirewallDefaultPolicy
c UpdateDiskPartitions HostStorageSystem updateDiskPartitions 0 Host.Config.Storage void devicePath:string spec:HostDiskPartitionSpec
c UpdateDnsConfig HostNetworkSystem updateDnsConfig 0 Host.Config.Network void config:HostDnsConfig
c UpdateDvsCapability DistributedVirtualSwitch updateCapability 4 DVSwitch.Modify void capability:DVSCapability
c UpdateExtension ExtensionManager updateExtension 1 Extension.Update void extension:Extension
c UpdateFlags HostSystem updateFlags 1 Host.Config.Settings void flagInfo:HostFlagInfo
c UpdateGraphicsConfig HostGraphicsManager updateGraphicsConfig 10 Host.Config.Settings void config:HostGraphicsConfig
c UpdateHostImageAcceptanceLevel HostImageConfigManager updateAcceptanceLevel 6 Host.Config.Image void newAcceptanceLevel:string
c UpdateHostProfile HostProfile update 4 Profile.Edit void config:HostProfileConfigSpec
c UpdateHostSpecification HostSpecificationManager updateHostSpecification 10 Profile.Edit void host:&HostSystem hostSpec:HostSpecification
c UpdateHostSubSpecification HostSpecificationManager updateHostSubSpecification 10 Profile.Edit void host:&HostSystem hostSubSpec:HostSubSpecification
c UpdateHppMultipathLunPolicy HostStorageSystem updateHppMultipathLunPolicy 17 Host.Config.Storage void lunId:string policy:HostMultipathInfoHppLogicalUnitPolicy
c UpdateInternetScsiAdvancedOptions HostStorageSystem updateInternetScsiAdvancedOptions 4 Host.Config.Storage void iScsiHbaDevice:string targetSet:HostInternetScsiHbaTargetSet? options:HostInternetScsiHbaParamValue[]
c UpdateInternetScsiAlias HostStorageSystem updateInternetScsiAlias 0 Host.Config.Storage void iScsiHbaDevice:string iScsiAlias:string
c UpdateInternetScsiAuthenticationProperties HostStorageSystem updateInternetScsiAuthenticationProperties 0 Host.Config.Storage void iScsiHbaDevice:string authenticationProperties:HostInternetScsiHbaAuthenticationProperties targetSet:HostInternetScsiHbaTargetSet?@4
c UpdateInternetScsiDigestProperties HostStorageSystem updateInternetScsiDigestProperties 4 Host.Config.Storage void iScsiHbaDevice:string targetSet:HostInternetScsiHbaTargetSet? digestProperties:HostInternetScsiHbaDigestProperties
c UpdateInternetScsiDiscoveryProperties HostStorageSystem updateInternetScsiDiscoveryProperties 0 Host.Config.Storage void iScsiHbaDevice:string discoveryProperties:HostInternetScsiHbaDiscoveryProperties
c UpdateInternetScsiIPProperties HostStorageSystem updateInternetScsiIPProperties 0 Host.Config.Storage void iScsiHbaDevice:string ipProperties:HostInternetScsiHbaIPProperties
c UpdateInternetScsiName HostStorageSystem updateInternetScsiName 0 Host.Config.Storage void iScsiHbaDevice:string iScsiName:string
c UpdateIpConfig HostVMotionSystem updateIpConfig 0 Host.Config.Network void ipConfig:HostIpConfig
c UpdateIpPool IpPoolManager updateIpPool 4 - void dc:&Datacenter#Datacenter.IpPoolConfig pool:IpPool
c UpdateIpRouteConfig HostNetworkSystem updateIpRouteConfig 0 Host.Config.Network void config:HostIpRouteConfig
c UpdateIpRouteTableConfig HostNetworkSystem updateIpRouteTableConfig 4 Host.Config.Network void config:HostIpRouteTableConfig
c UpdateIpmi HostSystem updateIpmi 4 Host.Config.Settings void ipmiInfo:HostIpmiInfo
c UpdateKmipServer CryptoManagerKmip updateKmipServer 10 Cryptographer.ManageKeyServers void server:KmipServerSpec
c UpdateKmsSignedCsrClientCert CryptoManagerKmip updateKmsSignedCsrClientCert 10 Cryptographer.ManageKeyServers void cluster:KeyProviderId certificate:string
c UpdateLicense LicenseManager updateLicense 4 Global.Licenses LicenseManagerLicenseInfo licenseKey:string labels:KeyValue[]?
c UpdateLicenseLabel LicenseManager updateLabel 4 Global.Licenses void licenseKey:string labelKey:string labelValue:string
c UpdateLinkedChildren VirtualApp updateLinkedChildren 5 - void addChangeSet:VirtualAppLinkInfo[]? removeSet:&ManagedEntity[]?
c UpdateLocalSwapDatastore HostDatastoreSystem updateLocalSwapDatastore 1 Host.Config.Storage void datastore:&Datastore?
c UpdateLockdownExceptions HostAccessManager updateLockdownExceptions 9 Global.Settings void users:string[]?
c UpdateModuleOptionString HostKernelModuleSystem updateModuleOptionString 2 Host.Config.Settings void name:string options:string
c UpdateNetworkConfig HostNetworkSystem updateNetworkConfig 0 - HostNetworkConfigResult config:HostNetworkConfig changeMode:string
c UpdateNetworkResourcePool DistributedVirtualSwitch updateNetworkResourcePool 5 DVSwitch.ResourceManagement void configSpec:DVSNetworkResourcePoolConfigSpec[]
c UpdateOptions OptionManager updateValues 0 - void changedValue:OptionValue[]
c UpdatePassthruConfig HostPciPassthruSystem updatePassthruConfig 4 Host.Config.PciPassthru void config:HostPciPassthruConfig[]
c UpdatePerfInterval PerformanceManager updateHistoricalInterval 0 Performance.ModifyIntervals void interval:PerfInterval
c UpdatePhysicalNicLinkSpeed HostNetworkSystem updatePhysicalNicLinkSpeed 0 Host.Config.Network void device:string linkSpeed:PhysicalNicLinkInfo?
c UpdatePortGroup HostNetworkSystem updatePortGroup 0 Host.Config.Network void pgName:string portgrp:HostPortGroupSpec
c UpdateProductLockerLocation_Task HostSystem updateProductLockerLocation 12 Host.Config.ProductLocker &Task path:string
c UpdateProgress Task UpdateProgress 1 Task.Update void percentDone:int
c UpdateReferenceHost HostProfile updateReferenceHost 4 Profile.Edit void host:&HostSystem?
c UpdateRuleset HostFirewallSystem updateRuleset 6 Host.Config.NetService void id:string spec:HostFirewallRulesetRulesetSpec
c UpdateScsiLunDisplayName HostStorageSystem updateScsiLunDisplayName 4 Host.Config.Storage void lunUuid:string displayName:string
c UpdateSelfSignedClientCert CryptoManagerKmip updateSelfSignedClientCert 10 Cryptographer.ManageKeyServers void cluster:KeyProviderId certificate:string
c UpdateServiceConsoleVirtualNic HostNetworkSystem updateServiceConsoleVirtualNic 0 - void device:string nic:HostVirtualNicSpec
c UpdateServiceMessage SessionManager updateMessage 0 Sessions.GlobalMessage void message:string
c UpdateServicePolicy HostServiceSystem updatePolicy 0 Host.Config.NetService void id:string policy:string
c UpdateSoftwareInternetScsiEnabled HostStorageSystem updateSoftwareInternetScsiEnabled 0 Host.Config.Storage void enabled:boolean
c UpdateSystemResources HostSystem updateSystemResources 0 Host.Config.Resources void resourceInfo:HostSystemResourceInfo
c UpdateSystemSwapConfiguration HostSystem updateSystemSwapConfiguration 7 Host.Config.Settings void sysSwapConfig:HostSystemSwapConfiguration
c UpdateSystemUsers HostAccessManager updateSystemUsers 9 Global.Settings void users:string[]?
c UpdateUser HostLocalAccountManager updateUser 0 Host.Local.ManageUserGroups void user:HostAccountSpec
c UpdateVAppConfig VirtualApp updateVAppConfig 4 - void spec:VAppConfigSpec
c UpdateVStorageInfrastructureObjectPolicy_Task VcenterVStorageObjectManager updateVStorageInfrastructureObjectPolicy 11 System.View &Task spec:vslmInfrastructureObjectPolicySpec
c UpdateVStorageObjectCrypto_Task VcenterVStorageObjectManager updateVStorageObjectCrypto 17 System.View &Task id:ID datastore:&Datastore profile:VirtualMachineProfileSpec[]? disksCrypto:DiskCryptoSpec?
c UpdateVStorageObjectPolicy_Task VcenterVStorageObjectManager updateVStorageObjectPolicy 11 System.View &Task id:ID datastore:&Datastore profile:VirtualMachineProfileSpec[]?
c UpdateVVolVirtualMachineFiles_Task Datastore updateVVolVirtualMachineFiles 10 Datastore.UpdateVirtualMachineFiles &Task failoverPair:DatastoreVVolContainerFailoverPair[]?
c UpdateVirtualMachineFiles_Task Datastore updateVirtualMachineFiles 5 Datastore.UpdateVirtualMachineFiles &Task mountPathDatastoreMapping:DatastoreMountPathDatastorePair[]
c UpdateVirtualNic HostNetworkSystem updateVirtualNic 0 - void device:string nic:HostVirtualNicSpec
c UpdateVirtualSwitch HostNetworkSystem updateVirtualSwitch 0 Host.Config.Network void vswitchName:string spec:HostVirtualSwitchSpec
c UpdateVmfsUnmapBandwidth HostStorageSystem updateVmfsUnmapBandwidth 11 Host.Config.Storage void vmfsUuid:string unmapBandwidthSpec:VmfsUnmapBandwidthSpec
c UpdateVmfsUnmapPriority HostStorageSystem updateVmfsUnmapPriority 10 Host.Config.Storage void vmfsUuid:string unmapPriority:string
c UpdateVsan_Task HostVsanSystem update 8 Host.Config.Storage &Task config:VsanHostConfigInfo
c UpgradeIoFilter_Task IoFilterManager upgradeIoFilter 9 - &Task? filterId:string compRes:&ComputeResource vibUrl:string vibSslTrust:IoFilterManagerSslTrust?@31
c UpgradeTools_Task VirtualMachine upgradeTools 0 VirtualMachine.Interact.ToolsInstall &Task installerOptions:string?
c UpgradeVM_Task VirtualMachine upgradeVirtualHardware 0 VirtualMachine.Config.UpgradeVirtualHardware &Task version:string?
c UpgradeVmLayout HostStorageSystem upgradeVmLayout 0 Host.Config.Storage void
c UpgradeVmfs HostStorageSystem upgradeVmfs 0 Host.Config.Storage void vmfsPath:string
c UpgradeVsanObjects HostVsanInternalSystem upgradeVsanObjects 9 Host.Config.Storage HostVsanInternalSystemVsanObjectOperationResult[]? uuids:string[] newVersion:int
c UploadClientCert CryptoManagerKmip uploadClientCert 10 Cryptographer.ManageKeyServers void cluster:KeyProviderId certificate:string privateKey:string
c UploadKmipServerCert CryptoManagerKmip uploadKmipServerCert 10 Cryptographer.ManageKeyServers void cluster:KeyProviderId certificate:string
c VCenterUpdateVStorageObjectMetadataEx_Task VcenterVStorageObjectManager updateVStorageObjectMetadataEx 21 System.View &Task id:ID datastore:&Datastore metadata:KeyValue[]? deleteKeys:string[]?
c VSANIsWitnessVirtualAppliance VimClusterVsanVcStretchedClusterSystem isWitnessVirtualAppliance 13 - VsanHostVirtualApplianceInfo[]? hosts:&HostSystem[]#System.Read
c VSANVcAddWitnessHost VimClusterVsanVcStretchedClusterSystem addWitnessHost 13 - &Task cluster:&ClusterComputeResource#Host.Inventory.AddHostToCluster witnessHost:&HostSystem preferredFd:string diskMapping:VsanHostDiskMapping?
c VSANVcConvertToStretchedCluster VimClusterVsanVcStretchedClusterSystem convertToStretchedCluster 13 - &Task cluster:&ClusterComputeResource#Host.Inventory.EditCluster faultDomainConfig:VimClusterVSANStretchedClusterFaultDomainConfig witnessHost:&HostSystem preferredFd:string diskMapping:VsanHostDiskMapping?
c VSANVcGetPreferredFaultDomain VimClusterVsanVcStretchedClusterSystem getPreferredFaultDomain 13 - VimClusterVSANPreferredFaultDomainInfo? cluster:&ClusterComputeResource#System.Read
c VSANVcGetWitnessHosts VimClusterVsanVcStretchedClusterSystem getWitnessHosts 13 - VimClusterVSANWitnessHostInfo[]? cluster:&ClusterComputeResource#System.Read
c VSANVcIsWitnessHost VimClusterVsanVcStretchedClusterSystem isWitnessHost 13 - boolean host:&HostSystem#System.Read
c VSANVcRemoveWitnessHost VimClusterVsanVcStretchedClusterSystem removeWitnessHost 13 - &Task cluster:&ClusterComputeResource#Host.Inventory.RemoveHostFromCluster witnessHost:&HostSystem? witnessAddress:string?
c VSANVcRetrieveStretchedClusterVcCapability VimClusterVsanVcStretchedClusterSystem retrieveStretchedClusterVcCapability 13 - VimClusterVSANStretchedClusterCapability[]? cluster:&ClusterComputeResource#System.Read verifyAllConnected:boolean?
c VSANVcSetPreferredFaultDomain VimClusterVsanVcStretchedClusterSystem setPreferredFaultDomain 13 - &Task cluster:&ClusterComputeResource#Host.Inventory.EditCluster preferredFd:string witnessHost:&HostSystem?
c VStorageObjectCreateSnapshotEx_Task VStorageObjectManagerBase createSnapshotEx 30 System.View &Task id:ID datastore:&Datastore description:string
c VStorageObjectCreateSnapshot_Task VcenterVStorageObjectManager createSnapshot 11 System.View &Task id:ID datastore:&Datastore description:string
c VStorageObjectDeleteSnapshotEx2_Task VStorageObjectManagerBase deleteSnapshotEx2 33 - &Task id:ID datastore:&Datastore snapshotId:ID
c VStorageObjectDeleteSnapshotEx_Task VStorageObjectManagerBase deleteSnapshotEx 30 System.View &Task id:ID datastore:&Datastore snapshotId:ID
c VStorageObjectExtendDiskEx_Task VStorageObjectManagerBase extendDiskEx 30 System.View &Task id:ID datastore:&Datastore newCapacityInMB:long
c ValidateCredentialsInGuest GuestAuthManager validateCredentials 6 - void vm:&VirtualMachine#VirtualMachine.GuestOperations.Query auth:GuestAuthentication
c ValidateHCIConfiguration ClusterComputeResource validateHCIConfiguration 12 System.Read ClusterComputeResourceValidationResultBase[]? hciConfigSpec:ClusterComputeResourceHCIConfigSpec? hosts:&HostSystem[]?
c ValidateHost OvfManager validateHost 4 System.View OvfValidateHostResult ovfDescriptor:string host:&HostSystem vhp:OvfValidateHostParams
c ValidateHostProfileComposition_Task HostProfileManager validateComposition 10 Profile.Edit &Task? source:&Profile targets:&Profile[]? toBeMerged:HostApplyProfile? toReplaceWith:HostApplyProfile? toBeDeleted:HostApplyProfile? enableStatusToBeCopied:HostApplyProfile? errorOnly:boolean?
c ValidateMigration ServiceInstance validateMigration 0 System.View Event[]? vm:&VirtualMachine[] state:VirtualMachinePowerState? testType:string[]? pool:&ResourcePool? host:&HostSystem?
c ValidateStoragePodConfig StorageResourceManager validateStoragePodConfig 11 System.View LocalizedMethodFault? pod:&StoragePod spec:StorageDrsConfigSpec
c VosQueryVsanObjectInformation VsanObjectSystem queryVsanObjectInformation 13 - VsanObjectInformation[]? cluster:&ComputeResource?#System.Read vsanObjectQuerySpecs:VsanObjectQuerySpec[]
c VosSetVsanObjectPolicy VsanObjectSystem setVsanObjectPolicy 13 - boolean cluster:&ComputeResource?#Global.Settings vsanObjectUuid:string profile:VirtualMachineProfileSpec?
c VsanAttachVsanSupportBundleToSr VsanVcClusterHealthSystem attachVsanSupportBundleToSr 13 Global.Diagnostics &Task cluster:&ClusterComputeResource srNumber:string
c VsanCheckClusterClomdLiveness VsanClusterHealthSystem checkClusterClomdLiveness 13 System.Read VsanClusterClomdLivenessResult hosts:string[] esxRootPassword:string
c VsanClusterGetConfig VsanVcClusterConfigSystem getConfigInfoEx 13 - VsanConfigInfoEx cluster:&ClusterComputeResource#System.Read
c VsanClusterGetHclInfo VsanClusterHealthSystem getClusterHclInfo 13 System.Read VsanClusterHclInfo hosts:string[] esxRootPassword:string
c VsanClusterReconfig VsanVcClusterConfigSystem reconfigureEx 13 - &Task cluster:&ClusterComputeResource vsanReconfigSpec:VimVsanReconfigSpec
c VsanGetCapabilities VsanCapabilitySystem getCapabilities 13 - VsanCapability[] targets:&ManagedObject[]?#System.Read
c VsanGetHclInfo HostVsanHealthSystem getHclInfo 13 System.Read VsanHostHclInfo
c VsanGetProactiveRebalanceInfo HostVsanHealthSystem getProactiveRebalanceInfo 13 System.Read VsanProactiveRebalanceInfoEx
c VsanHealthIsRebalanceRunning VsanVcClusterHealthSystem isRebalanceRunning 13 - boolean cluster:&ClusterComputeResource#System.Read targetHosts:&HostSystem[]?
c VsanHealthQueryVsanClusterHealthCheckInterval VsanVcClusterHealthSystem queryVsanClusterHealthCheckInterval 13 - int cluster:&ClusterComputeResource#System.Read
c VsanHealthQueryVsanClusterHealthConfig VsanVcClusterHealthSystem queryVsanClusterHealthConfig 13 - VsanClusterHealthConfigs cluster:&ClusterComputeResource#System.Read
c VsanHealthRepairClusterObjectsImmediate VsanVcClusterHealthSystem repairClusterObjectsImmediate 13 - &Task cluster:&ClusterComputeResource#Host.Config.Storage uuids:string[]?
c VsanHealthSendVsanTelemetry VsanVcClusterHealthSystem sendVsanTelemetry 13 Global.Settings void cluster:&ClusterComputeResource
c VsanHealthSetLogLevel VsanVcClusterHealthSystem setLogLevel 13 Global.Settings void level:string?
c VsanHealthSetVsanClusterHealthCheckInterval VsanVcClusterHealthSystem setVsanClusterHealthCheckInterval 13 Global.Settings void cluster:&ClusterComputeResource vsanClusterHealthCheckInterval:int
c VsanHealthSetVsanClusterTelemetryConfig VsanVcClusterHealthSystem setVsanClusterTelemetryConfig 13 Global.Settings void cluster:&ClusterComputeResource vsanClusterHealthConfig:VsanClusterHealthConfigs
c VsanHealthTestVsanClusterTelemetryProxy VsanVcClusterHealthSystem testVsanClusterTelemetryProxy 13 Global.Settings boolean proxyConfig:VsanClusterTelemetryProxyConfig
c VsanHostCleanupVmdkLoadTest HostVsanHealthSystem cleanupVmdkLoadTest 13 System.Read string runname:string specs:VsanVmdkLoadTestSpec[]?
c VsanHostClomdLiveness HostVsanHealthSystem checkClomdLiveness 13 System.Read boolean
c VsanHostPrepareVmdkLoadTest HostVsanHealthSystem prepareVmdkLoadTest 13 System.Read string runname:string specs:VsanVmdkLoadTestSpec[]
c VsanHostQueryAdvCfg HostVsanHealthSystem queryAdvCfg 13 System.Read OptionValue[]? options:string[]
c VsanHostQueryCheckLimits HostVsanHealthSystem queryCheckLimits 13 System.Read VsanLimitHealthResult
c VsanHostQueryHealthSystemVersion HostVsanHealthSystem queryVersion 13 System.Read string
c VsanHostQueryHostInfoByUuids HostVsanHealthSystem queryHostInfoByUuids 13 System.Read VsanQueryResultHostInfo[] uuids:string[]
c VsanHostQueryObjectHealthSummary HostVsanHealthSystem queryObjectHealthSummary 13 System.Read VsanObjectOverallHealth objUuids:string[]? includeObjUuids:boolean? localHostOnly:boolean?
c VsanHostQueryPhysicalDiskHealthSummary HostVsanHealthSystem queryPhysicalDiskHealthSummary 13 System.Read VsanPhysicalDiskHealthSummary
c VsanHostQueryRunIperfClient HostVsanHealthSystem queryRunIperfClient 13 System.Read VsanNetworkLoadTestResult multicast:boolean serverIp:string
c VsanHostQueryRunIperfServer HostVsanHealthSystem queryRunIperfServer 13 System.Read VsanNetworkLoadTestResult multicast:boolean serverIp:string?
c VsanHostQueryVerifyNetworkSettings HostVsanHealthSystem queryVerifyNetworkSettings 13 System.Read VsanNetworkHealthResult peers:string[]? ROBOStretchedClusterWitnesses:string[]?
c VsanHostRepairImmediateObjects HostVsanHealthSystem repairImmediateObjects 13 Host.Config.Storage VsanRepairObjectsResult uuids:string[]? repairType:string?
c VsanHostRunVmdkLoadTest HostVsanHealthSystem runVmdkLoadTest 13 System.Read VsanVmdkLoadTestResult[] runname:string durationSec:int specs:VsanVmdkLoadTestSpec[]
c VsanPerfCreateStatsObject VsanPerformanceManager createStatsObject 13 - string cluster:&ComputeResource?#Host.Inventory.EditCluster profile:VirtualMachineProfileSpec?
c VsanPerfCreateStatsObjectTask VsanPerformanceManager createStatsObjectTask 13 - &Task cluster:&ComputeResource?#Host.Inventory.EditCluster profile:VirtualMachineProfileSpec?
c VsanPerfDeleteStatsObject VsanPerformanceManager deleteStatsObject 13 - boolean cluster:&ComputeResource?#Host.Inventory.EditCluster
c VsanPerfDeleteStatsObjectTask VsanPerformanceManager deleteStatsObjectTask 13 - &Task cluster:&ComputeResource?#Host.Inventory.EditCluster
c VsanPerfGetSupportedEntityTypes VsanPerformanceManager getSupportedEntityTypes 13 System.Read VsanPerfEntityType[]?
c VsanPerfQueryClusterHealth VsanPerformanceManager queryClusterHealth 13 - VsanClusterHealthGroup[] cluster:&ClusterComputeResource#System.Read
c VsanPerfQueryNodeInformation VsanPerformanceManager queryNodeInformation 13 - VsanPerfNodeInformation[]? cluster:&ComputeResource?#System.Read
c VsanPerfQueryPerf VsanPerformanceManager queryVsanPerf 13 - VsanPerfEntityMetricCSV[] querySpecs:VsanPerfQuerySpec[] cluster:&ComputeResource?#System.Read
c VsanPerfQueryStatsObjectInformation VsanPerformanceManager queryStatsObjectInformation 13 - VsanObjectInformation cluster:&ComputeResource?#System.Read
c VsanPerfSetStatsObjectPolicy VsanPerformanceManager setStatsObjectPolicy 13 - boolean cluster:&ComputeResource?#Host.Inventory.EditCluster profile:VirtualMachineProfileSpec?
c VsanPostConfigForVcsa VsanVcsaDeployerSystem postConfigForVcsa 13 Host.Inventory.EditCluster string? spec:VsanVcPostDeployConfigSpec
c VsanPrepareVsanForVcsa VsanVcsaDeployerSystem prepareVsanForVcsa 13 VirtualMachine.Inventory.Create string? spec:VsanPrepareVsanForVcsaSpec
c VsanQueryAttachToSrHistory VsanVcClusterHealthSystem queryAttachToSrHistory 13 - VsanAttachToSrOperation[]? cluster:&ClusterComputeResource#System.Read count:int? taskId:string?
c VsanQueryClusterAdvCfgSync VsanClusterHealthSystem queryAdvCfgSync 13 System.Read VsanClusterAdvCfgSyncResult[]? hosts:string[] esxRootPassword:string
c VsanQueryClusterCaptureVsanPcap VsanClusterHealthSystem queryCaptureVsanPcap 13 System.Read VsanVsanClusterPcapResult hosts:string[] esxRootPassword:string duration:int vmknic:VsanClusterHostVmknicMapping[]? includeRawPcap:boolean? includeIgmp:boolean? cmmdsMsgTypeFilter:string[]? cmmdsPorts:int[]? clusterUuid:string?
c VsanQueryClusterCheckLimits VsanClusterHealthSystem queryCheckLimits 13 System.Read VsanClusterLimitHealthResult hosts:string[] esxRootPassword:string
c VsanQueryClusterCreateVmHealthTest VsanClusterHealthSystem queryClusterCreateVmHealthTest 13 System.Read VsanClusterCreateVmHealthTestResult hosts:string[] esxRootPassword:string timeout:int
c VsanQueryClusterHealthSystemVersions VsanClusterHealthSystem queryClusterHealthSystemVersions 13 System.Read VsanClusterHealthSystemVersionResult hosts:string[] esxRootPassword:string
c VsanQueryClusterNetworkPerfTest VsanClusterHealthSystem queryClusterNetworkPerfTest 13 System.Read VsanClusterNetworkLoadTestResult hosts:string[] esxRootPassword:string multicast:boolean
c VsanQueryClusterPhysicalDiskHealthSummary VsanClusterHealthSystem queryPhysicalDiskHealthSummary 13 System.Read VsanPhysicalDiskHealthSummary[]? hosts:string[] esxRootPassword:string
c VsanQueryObjectIdentities VsanObjectSystem queryObjectIdentities 13 - VsanObjectIdentityAndHealth? cluster:&ComputeResource?#System.Read objUuids:string[]? objTypes:string[]? includeHealth:boolean? includeObjIdentity:boolean? includeSpaceSummary:boolean?
c VsanQuerySpaceUsage VsanSpaceReportSystem querySpaceUsage 13 - VsanSpaceUsage cluster:&ComputeResource#System.Read
c VsanQueryUpgradeStatusEx VsanUpgradeSystemEx queryUpgradeStatus 13 - VsanUpgradeStatusEx cluster:&ClusterComputeResource#System.Read
c VsanQueryVcClusterCreateVmHealthHistoryTest VsanVcClusterHealthSystem queryClusterCreateVmHealthHistoryTest 13 - VsanClusterCreateVmHealthTestResult[]? cluster:&ClusterComputeResource#System.Read count:int?
c VsanQueryVcClusterCreateVmHealthTest VsanVcClusterHealthSystem queryClusterCreateVmHealthTest 13 - VsanClusterCreateVmHealthTestResult cluster:&ClusterComputeResource#VirtualMachine.Inventory.Create,VirtualMachine.Inventory.Delete timeout:int
c VsanQueryVcClusterHealthSummary VsanVcClusterHealthSystem queryClusterHealthSummary 13 - VsanClusterHealthSummary cluster:&ClusterComputeResource? vmCreateTimeout:int? objUuids:string[]? includeObjUuids:boolean? fields:string[]? fetchFromCache:boolean?
c VsanQueryVcClusterNetworkPerfHistoryTest VsanVcClusterHealthSystem queryClusterNetworkPerfHistoryTest 13 - VsanClusterNetworkLoadTestResult[]? cluster:&ClusterComputeResource#System.Read count:int?
c VsanQueryVcClusterNetworkPerfTest VsanVcClusterHealthSystem queryClusterNetworkPerfTest 13 - VsanClusterNetworkLoadTestResult cluster:&ClusterComputeResource#System.Read multicast:boolean
c VsanQueryVcClusterVmdkLoadHistoryTest VsanVcClusterHealthSystem queryClusterVmdkLoadHistoryTest 13 - VsanClusterVmdkLoadTestResult[]? cluster:&ClusterComputeResource#System.Read count:int? taskId:string?
c VsanQueryVcClusterVmdkWorkloadTypes VsanVcClusterHealthSystem queryClusterVmdkWorkloadTypes 13 System.Read VsanStorageWorkloadType[]
c VsanQueryVerifyClusterNetworkSettings VsanClusterHealthSystem queryVerifyClusterNetworkSettings 13 System.Read VsanClusterNetworkHealthResult hosts:string[] esxRootPassword:string
c VsanRebalanceCluster VsanVcClusterHealthSystem rebalanceCluster 13 - &Task cluster:&ClusterComputeResource#Host.Config.Storage targetHosts:&HostSystem[]?
c VsanRemediateVsanCluster VsanClusterMgmtInternalSystem remediateVsanCluster 13 - &Task cluster:&ClusterComputeResource#Host.Inventory.EditCluster
c VsanRemediateVsanHost VsanClusterMgmtInternalSystem remediateVsanHost 13 - &Task host:&HostSystem#Host.Config.Storage
c VsanRepairClusterImmediateObjects VsanClusterHealthSystem repairClusterImmediateObjects 13 System.Read VsanClusterHealthSystemObjectsRepairResult hosts:string[] esxRootPassword:string uuids:string[]?
c VsanStartProactiveRebalance HostVsanHealthSystem startProactiveRebalance 13 Host.Config.Storage boolean timeSpan:int? varianceThreshold:float? timeThreshold:int? rateThreshold:int?
c VsanStopProactiveRebalance HostVsanHealthSystem stopProactiveRebalance 13 Host.Config.Storage boolean
c VsanStopRebalanceCluster VsanVcClusterHealthSystem stopRebalanceCluster 13 - &Task cluster:&ClusterComputeResource#Host.Config.Storage targetHosts:&HostSystem[]?
c VsanVcClusterGetHclInfo VsanVcClusterHealthSystem getClusterHclInfo 13 - VsanClusterHclInfo cluster:&ClusterComputeResource?#System.Read includeHostsResult:boolean?
c VsanVcClusterQueryVerifyHealthSystemVersions VsanVcClusterHealthSystem queryVerifyClusterHealthSystemVersions 13 - VsanClusterHealthSystemVersionResult cluster:&ClusterComputeResource#System.Read
c VsanVcClusterRunVmdkLoadTest VsanVcClusterHealthSystem runVmdkLoadTest 13 - &Task cluster:&ClusterComputeResource#System.Read runname:string durationSec:int? specs:VsanVmdkLoadTestSpec[]? action:string?
c VsanVcUpdateHclDbFromWeb VsanVcClusterHealthSystem updateHclDbFromWeb 13 Global.Settings boolean url:string?
c VsanVcUploadHclDb VsanVcClusterHealthSystem uploadHclDb 13 Global.Settings boolean db:string
c VsanVcsaGetBootstrapProgress VsanVcsaDeployerSystem vcsaGetBootstrapProgress 13 System.Read VsanVcsaDeploymentProgress[] taskId:string[]
c VsanVitAddIscsiInitiatorGroup VsanIscsiTargetSystem addIscsiInitiatorGroup 13 - void cluster:&ClusterComputeResource#Host.Inventory.EditCluster initiatorGroupName:string
c VsanVitAddIscsiInitiatorsToGroup VsanIscsiTargetSystem addIscsiInitiatorsToGroup 13 - void cluster:&ClusterComputeResource#Host.Inventory.EditCluster initiatorGroupName:string initiatorNames:string[]
c VsanVitAddIscsiInitiatorsToTarget VsanIscsiTargetSystem addIscsiInitiatorsToTarget 13 - void cluster:&ClusterComputeResource#Host.Inventory.EditCluster targetAlias:string initiatorNames:string[]
c VsanVitAddIscsiLUN VsanIscsiTargetSystem addIscsiLUN 13 - &Task? cluster:&ClusterComputeResource#Host.Inventory.EditCluster targetAlias:string lunSpec:VsanIscsiLUNSpec
c VsanVitAddIscsiTarget VsanIscsiTargetSystem addIscsiTarget 13 - &Task? cluster:&ClusterComputeResource#Host.Inventory.EditCluster targetSpec:VsanIscsiTargetSpec
c VsanVitAddIscsiTargetToGroup VsanIscsiTargetSystem addIscsiTargetToGroup 13 - void cluster:&ClusterComputeResource#Host.Inventory.EditCluster initiatorGroupName:string targetAlias:string
c VsanVitEditIscsiLUN VsanIscsiTargetSystem editIscsiLUN 13 - &Task? cluster:&ClusterComputeResource#Host.Inventory.EditCluster targetAlias:string lunSpec:VsanIscsiLUNSpec
c VsanVitEditIscsiTarget VsanIscsiTargetSystem editIscsiTarget 13 - &Task? cluster:&ClusterComputeResource#Host.Inventory.EditCluster targetSpec:VsanIscsiTargetSpec
c VsanVitGetHomeObject VsanIscsiTargetSystem getHomeObject 13 - VsanObjectInformation cluster:&ClusterComputeResource#System.Read
c VsanVitGetIscsiInitiatorGroup VsanIscsiTargetSystem getIscsiInitiatorGroup 13 - VsanIscsiInitiatorGroup? cluster:&ClusterComputeResource#System.Read initiatorGroupName:string
c VsanVitGetIscsiInitiatorGroups VsanIscsiTargetSystem getIscsiInitiatorGroups 13 - VsanIscsiInitiatorGroup[]? cluster:&ClusterComputeResource#System.Read
c VsanVitGetIscsiLUN VsanIscsiTargetSystem getIscsiLUN 13 - VsanIscsiLUN? cluster:&ClusterComputeResource#System.Read targetAlias:string lunId:int
c VsanVitGetIscsiLUNs VsanIscsiTargetSystem getIscsiLUNs 13 - VsanIscsiLUN[]? cluster:&ClusterComputeResource#System.Read targetAliases:string[]?
c VsanVitGetIscsiTarget VsanIscsiTargetSystem getIscsiTarget 13 - VsanIscsiTarget? cluster:&ClusterComputeResource#System.Read targetAlias:string
c VsanVitGetIscsiTargets VsanIscsiTargetSystem getIscsiTargets 13 - VsanIscsiTarget[]? cluster:&ClusterComputeResource#System.Read
c VsanVitQueryIscsiTargetServiceVersion VsanIscsiTargetSystem queryIscsiTargetServiceVersion 13 System.Read string
c VsanVitRemoveIscsiInitiatorGroup VsanIscsiTargetSystem removeIscsiInitiatorGroup 13 - void cluster:&ClusterComputeResource#Host.Inventory.EditCluster initiatorGroupName:string
c VsanVitRemoveIscsiInitiatorsFromGroup VsanIscsiTargetSystem removeIscsiInitiatorsFromGroup 13 - void cluster:&ClusterComputeResource#Host.Inventory.EditCluster initiatorGroupName:string initiatorNames:string[]
c VsanVitRemoveIscsiInitiatorsFromTarget VsanIscsiTargetSystem removeIscsiInitiatorsFromTarget 13 - void cluster:&ClusterComputeResource#Host.Inventory.EditCluster targetAlias:string initiatorNames:string[]
c VsanVitRemoveIscsiLUN VsanIscsiTargetSystem removeIscsiLUN 13 - &Task? cluster:&ClusterComputeResource#Host.Inventory.EditCluster targetAlias:string lunId:int
c VsanVitRemoveIscsiTarget VsanIscsiTargetSystem removeIscsiTarget 13 - &Task? cluster:&ClusterComputeResource#Host.Inventory.EditCluster targetAlias:string
c VsanVitRemoveIscsiTargetFromGroup VsanIscsiTargetSystem removeIscsiTargetFromGroup 13 - void cluster:&ClusterComputeResource#Host.Inventory.EditCluster initiatorGroupName:string targetAlias:string
c VsanWaitForVsanHealthGenerationIdChange HostVsanHealthSystem waitForVsanHealthGenerationIdChange 13 System.Read boolean timeout:int
c VstorageObjectVCenterQueryChangedDiskAreas VcenterVStorageObjectManager queryChangedDiskAreas 13 System.View DiskChangeInfo id:ID datastore:&Datastore snapshotId:ID startOffset:long changeId:string
c WaitForUpdates PropertyCollector waitForUpdates 0 System.View UpdateSet version:string?
c WaitForUpdatesEx PropertyCollector waitForUpdatesEx 5 System.View UpdateSet? version:string? options:WaitOptions?
c XmlToCustomizationSpecItem CustomizationSpecManager xmlToSpecItem 0 System.View CustomizationSpecItem specItemXml:string
c ZeroFillVirtualDisk_Task VirtualDiskManager zeroFillVirtualDisk 1 System.View &Task name:string datacenter:&Datacenter?
c configureVcha_Task FailoverClusterConfigurator configure 10 Global.VCServer &Task configSpec:VchaClusterConfigSpec
c createPassiveNode_Task FailoverClusterConfigurator createPassiveNode 10 Global.VCServer &Task passiveDeploymentSpec:PassiveNodeDeploymentSpec sourceVcSpec:SourceNodeSpec
c createWitnessNode_Task FailoverClusterConfigurator createWitnessNode 10 Global.VCServer &Task witnessDeploymentSpec:NodeDeploymentSpec sourceVcSpec:SourceNodeSpec
c deployVcha_Task FailoverClusterConfigurator deploy 10 Global.VCServer &Task deploymentSpec:VchaClusterDeploymentSpec
c destroyVcha_Task FailoverClusterConfigurator destroy 10 Global.VCServer &Task
c fetchSoftwarePackages HostImageConfigManager fetchSoftwarePackages 10 Host.Config.Image SoftwarePackage[]?
c getClusterMode FailoverClusterManager getClusterMode 10 System.Read string
c getVchaConfig FailoverClusterConfigurator getConfig 10 System.Read VchaClusterConfigInfo
c initiateFailover_Task FailoverClusterManager initiateFailover 10 Global.VCServer &Task planned:boolean
c installDate HostImageConfigManager installDate 10 Host.Config.Image dateTime
c prepareVcha_Task FailoverClusterConfigurator prepare 10 Global.VCServer &Task networkSpec:VchaClusterNetworkSpec
c queryDatacenterConfigOptionDescriptor Datacenter queryConfigOptionDescriptor 7 System.View VirtualMachineConfigOptionDescriptor[]?
c reloadVirtualMachineFromPath_Task VirtualMachine reloadFromPath 5 VirtualMachine.Config.ReloadFromPath &Task configurationPath:string
c setClusterMode_Task FailoverClusterManager setClusterMode 10 Global.VCServer &Task mode:string
c setCustomValue ExtensibleManagedObject setCustomValue 1 - void key:string value:string
c startDpuFailover HostNetworkSystem startDpuFailover 31 Host.Config.Network void dvsName:string targetDpuAlias:string?
c unregisterVApp_Task VirtualApp unregister 4 VApp.Unregister &Task
e ActionParameter 0 targetName alarmName oldStatus newStatus triggeringSummary declaringSummary eventDescription target alarm
e ActionType 1 MigrationV1 VmPowerV1 HostPowerV1 IncreaseLimitV1 IncreaseSizeV1 IncreaseSharesV1 IncreaseReservationV1 DecreaseOthersReservationV1 IncreaseClusterCapacityV1 DecreaseMigrationThresholdV1 HostMaintenanceV1 StorageMigrationV1 StoragePlacementV1 PlacementV1 HostInfraUpdateHaV1
e AffinityType 0 memory cpu
e AgentInstallFailedReason 4 NotEnoughSpaceOnDevice PrepareToUpgradeFailed AgentNotRunning AgentNotReachable InstallTimedout SignatureVerificationFailed AgentUploadFailed AgentUploadTimedout UnknownInstallerError
e AlarmFilterSpecAlarmTypeByEntity 11 entityTypeAll entityTypeHost entityTypeVm
e AlarmFilterSpecAlarmTypeByTrigger 11 triggerTypeAll triggerTypeEvent triggerTypeMetric
e AnswerFileValidationInfoStatus 11 success failed failed_defaults
e ApplyHostProfileConfigurationResultStatus 10 success failed reboot_failed stateless_reboot_failed check_compliance_failed state_not_satisfied exit_maintenancemode_failed canceled
e ArrayUpdateOperation 0 add remove edit
e AutoStartAction 0 none systemDefault powerOn powerOff guestShutdown suspend
e AutoStartWaitHeartbeatSetting 0 yes no systemDefault
e BaseConfigInfoDiskFileBackingInfoProvisioningType 10 thin eagerZeroedThick lazyZeroedThick
e BatchResultResult 9 success fail
e CannotEnableVmcpForClusterReason 9 APDTimeoutDisabled
e CannotMoveFaultToleranceVmMoveType 4 resourcePool cluster
e CannotPowerOffVmInClusterOperation 6 suspend powerOff guestShutdown guestSuspend
e CannotUseNetworkReason 8 NetworkReservationNotSupported MismatchedNetworkPolicies MismatchedDvsVersionOrVendor VMotionToUnsupportedNetworkType NetworkUnderMaintenance@13 MismatchedEnsMode@13 MismatchedRealTimeDvs@13
e CheckTestType 4 sourceTests hostTests resourcePoolTests datastoreTests networkTests
e ClusterComputeResourceHCIWorkflowState 12 in_progress done invalid
e ClusterComputeResourceVcsHealthStatus 20 healthy degraded nonhealthy
e ClusterCryptoConfigInfoCryptoMode 17 onDemand forceEnable
e ClusterDasAamNodeStateDasState 4 uninitialized initialized configuring unconfiguring running error agentShutdown nodeFailed
e ClusterDasConfigInfoHBDatastoreCandidate 6 userSelectedDs allFeasibleDs allFeasibleDsWithUserPreference
e ClusterDasConfigInfoServiceState 4 disabled enabled
e ClusterDasConfigInfoVmMonitoringState 5 vmMonitoringDisabled vmMonitoringOnly vmAndAppMonitoring
e ClusterDasFdmAvailabilityState 6 uninitialized election master connectedToMaster networkPartitionedFromMaster networkIsolated hostDown initializationError uninitializationError fdmUnreachable retry@13
e ClusterDasVmSettingsIsolationResponse 1 none powerOff shutdown clusterIsolationResponse
e ClusterDasVmSettingsRestartPriority 1 disabled lowest low medium high highest clusterRestartPriority
e ClusterHostInfraUpdateHaModeActionOperationType 10 enterQuarantine exitQuarantine enterMaintenance
e ClusterInfraUpdateHaConfigInfoBehaviorType 10 Manual Automated
e ClusterInfraUpdateHaConfigInfoRemediationType 10 QuarantineMode MaintenanceMode
e ClusterPowerOnVmOption 5 OverrideAutomationLevel ReserveResources
e ClusterProfileServiceType 4 DRS HA DPM FT
e ClusterSystemVMsConfigInfoDeploymentMode 30 SYSTEM_MANAGED ABSENT
e ClusterVmComponentProtectionSettingsStorageVmReaction 9 disabled warning restartConservative restartAggressive clusterDefault
e ClusterVmComponentProtectionSettingsVmReactionOnAPDCleared 9 none reset useClusterDefault
e ClusterVmReadinessReadyCondition 10 none poweredOn guestHbStatusGreen appHbStatusGreen useClusterDefault
e ComplianceResultStatus 4 compliant nonCompliant unknown running
e ComputeResourceHostSPBMLicenseInfoHostSPBMLicenseState 6 licensed unlicensed unknown
e ComputeResourceNetworkBootMode 33 bootstrap stateless
e ConfigSpecOperation 4 add edit remove
e CryptoManagerHostKeyManagementType 29 unknown internal external
e CryptoManagerKmipCryptoKeyStatusKeyUnavailableReason 13 KeyStateMissingInCache KeyStateClusterInvalid KeyStateClusterUnreachable KeyStateMissingInKMS KeyStateNotActiveOrEnabled KeyStateManagedByTrustAuthority KeyStateManagedByNKP NoPermissionToAccessKeyProvider WrappingKeyMissingInKMS WrappingKeyNotActiveOrEnabled
e CustomizationFailedReasonCode 17 userDefinedScriptDisabled customizationDisabled rawDataIsNotSupported wrongMetadataFormat
e CustomizationLicenseDataMode 0 perServer perSeat
e CustomizationNetBIOSMode 0 enableNetBIOSViaDhcp enableNetBIOS disableNetBIOS
e CustomizationSysprepRebootOption 1 reboot noreboot shutdown
e DVPortStatusVmDirectPathGen2InactiveReasonNetwork 5 portNptIncompatibleDvs portNptNoCompatibleNics portNptNoVirtualFunctionsAvailable portNptDisabledForPort
e DVPortStatusVmDirectPathGen2InactiveReasonOther 5 portNptIncompatibleHost portNptIncompatibleConnectee
e DVSFilterSpecLinkConfig 13 blocked unblocked
e DVSFilterSpecLinkState 13 down up
e DVSMacLimitPolicyType 11 allow drop
e DasConfigFaultDasConfigFaultReason 4 HostNetworkMisconfiguration HostMisconfiguration InsufficientPrivileges NoPrimaryAgentAvailable Other NoDatastoresConfigured CreateConfigVvolFailed VSanNotSupportedOnHost DasNetworkMisconfiguration SetDesiredImageSpecFailed@13 ApplyHAVibsOnClusterFailed@13
e DasVmPriority 0 disabled low medium high
e DatastoreAccessible 4 True False
e DatastoreSectorFormat 33 native_512 emulated_512 native_4k
e DatastoreSummaryMaintenanceModeState 6 normal enteringMaintenance inMaintenance
e DayOfWeek 0 sunday monday tuesday wednesday thursday friday saturday
e DeviceNotSupportedReason 1 host guest ft@13
e DeviceProtocol 29 NVMe SCSI
e DiagnosticManagerLogCreator 0 vpxd vpxa hostd serverd install vpxClient recordLog
e DiagnosticManagerLogFormat 0 plain
e DiagnosticPartitionStorageType 0 directAttached networkAttached
e DiagnosticPartitionType 0 singleHost multiHost
e DisallowedChangeByServiceDisallowedChange 6 hotExtendDisk
e DistributedVirtualPortgroupBackingType 17 standard nsx
e DistributedVirtualPortgroupMetaTagName 4 dvsName portgroupName portIndex
e DistributedVirtualPortgroupPortgroupType 4 earlyBinding lateBinding ephemeral
e DistributedVirtualSwitchHostInfrastructureTrafficClass 8 management faultTolerance vmotion virtualMachine iSCSI nfs hbr vsan vdp backupNfc@13 nvmetcp@13 provisioning@13
e DistributedVirtualSwitchHostMemberHostComponentState 4 up pending outOfSync warning disconnected down
e DistributedVirtualSwitchHostMemberHostUplinkStateState 13 active standby
e DistributedVirtualSwitchHostMemberTransportZoneType 17 vlan overlay
e DistributedVirtualSwitchNetworkResourceControlVersion 9 version2 version3
e DistributedVirtualSwitchNicTeamingPolicyMode 5 loadbalance_ip loadbalance_srcmac loadbalance_srcid failover_explicit loadbalance_loadbased
e DistributedVirtualSwitchPortConnecteeConnecteeType 4 pnic vmVnic hostConsoleVnic hostVmkVnic systemCrxVnic@13
e DistributedVirtualSwitchProductSpecOperationType 4 preInstall upgrade notifyAvailableUpgrade proceedWithUpgrade updateBundleInfo
e DpmBehavior 1 manual automated
e DrsBehavior 0 manual partiallyAutomated fullyAutomated
e DrsInjectorWorkloadCorrelationState 7 Correlated Uncorrelated
e DrsRecommendationReasonCode 0 fairnessCpuAvg fairnessMemAvg jointAffin antiAffin hostMaint
e DvsEventPortBlockState 10 unset blocked unblocked unknown
e DvsFilterOnFailure 8 failOpen failClosed
e DvsNetworkRuleDirectionType 8 incomingPackets outgoingPackets both
e EntityImportType 7 createEntityWithNewIdentifier createEntityWithOriginalIdentifier applyToEntitySpecified
e EntityType 7 distributedVirtualSwitch distributedVirtualPortgroup
e EventAlarmExpressionComparisonOperator 4 equals notEqualTo startsWith doesNotStartWith endsWith doesNotEndWith
e EventCategory 0 info warning error user
e EventEventSeverity 4 error warning info user
e EventFilterSpecRecursionOption 0 self children all
e FibreChannelPortType 0 fabric loop pointToPoint unknown
e FileSystemMountInfoVStorageSupportStatus 5 vStorageSupported vStorageUnsupported vStorageUnknown
e FolderDesiredHostState 12 maintenance non_maintenance
e FolderExternallyManagedFolderType 33 PROJECT_ROOT PROJECT VPC_ROOT VPC SUBNET SEGMENT SUPERVISOR VSPHERE_POD
e FtIssuesOnHostHostSelectionType 4 user vc drs
e GuestFileType 6 file directory symlink
e GuestInfoAppStateType 8 none appStateOk appStateNeedReset
e GuestInfoCustomizationStatus 21 TOOLSDEPLOYPKG_IDLE TOOLSDEPLOYPKG_PENDING TOOLSDEPLOYPKG_RUNNING TOOLSDEPLOYPKG_SUCCEEDED TOOLSDEPLOYPKG_FAILED
e GuestOsDescriptorFirmwareType 6 bios efi csm
e GuestOsDescriptorSupportLevel 6 experimental legacy terminated supported unsupported deprecated techPreview
e GuestQuiesceEndGuestQuiesceError 13 failure
e GuestRegKeyWowSpec 9 WOWNative WOW32 WOW64
e HealthUpdateInfoComponentType 10 Memory Power Fan Network Storage
e HostAccessMode 9 accessNone accessAdmin accessNoAccess accessReadOnly accessOther
e HostActiveDirectoryAuthenticationCertificateDigest 9 SHA1
e HostActiveDirectoryInfoDomainMembershipStatus 5 unknown ok noServers clientTrustBroken serverTrustBroken inconsistentTrust otherProblem
e HostBIOSInfoFirmwareType 30 BIOS UEFI
e HostCapabilityFtUnsupportedReason 5 vMotionNotLicensed missingVMotionNic missingFTLoggingNic ftNotLicensed haAgentIssue unsupportedProduct cpuHvUnsupported cpuHwmmuUnsupported cpuHvDisabled
e HostCapabilityUnmapMethodSupported 11 priority fixed dynamic
e HostCapabilityVmDirectPathGen2UnsupportedReason 5 hostNptIncompatibleProduct hostNptIncompatibleHardware hostNptDisabled
e HostCertificateManagerCertificateInfoCertificateStatus 9 unknown expired expiring expiringShortly expirationImminent good
e HostCertificateManagerCertificateKind 29 Machine VASAClient
e HostConfigChangeMode 0 modify replace
e HostConfigChangeOperation 0 add remove edit ignore
e HostConfigChangeOwner 33 NSX VSAN
e HostCpuPackageVendor 0 unknown intel amd hygon arm
e HostCpuPowerManagementInfoPolicyType 4 off staticPolicy dynamicPolicy
e HostCpuSchedulerInfoCpuSchedulerPolicyInfo 31 systemDefault scav1 scav2
e HostCryptoState 10 incapable prepared safe pendingIncapable@13
e HostDVSConfigSpecSwitchMode 27 normal mux
e HostDasErrorEventHostDasErrorReason 4 configFailed timeout communicationInitFailed healthCheckScriptFailed agentFailed agentShutdown isolationAddressUnpingable other
e HostDateTimeInfoProtocol 17 ntp ptp
e HostDigestInfoDigestMethodType 4 SHA1 MD5 SHA256 SHA384 SHA512 SM3_256
e HostDigestVerificationSetting 23 digestDisabled headerOnly dataOnly headerAndData
e HostDisconnectedEventReasonCode 4 sslThumbprintVerifyFailed licenseExpired agentUpgrade userRequest insufficientLicenses agentOutOfDate passwordDecryptFailure unknown vcVRAMCapacityExceeded
e HostDiskPartitionInfoPartitionFormat 6 gpt mbr unknown
e HostDiskPartitionInfoType 0 none vmfs linuxNative linuxSwap extended ntfs vmkDiagnostic vffs
e HostDistributedVirtualSwitchManagerFailoverReason 31 crash linkDown userInitiated
e HostDistributedVirtualSwitchManagerFailoverStage 31 STAGE_1
e HostFeatureVersionKey 5 faultTolerance
e HostFileSystemVolumeFileSystemType 9 VMFS NFS NFS41 CIFS vsan VFFS VVOL PMEM vsanD@13 OTHER
e HostFirewallRuleDirection 0 inbound outbound
e HostFirewallRulePortType 6 src dst
e HostFirewallRuleProtocol 0 tcp udp
e HostFirewallSystemRuleSetId 30 faultTolerance fdm updateManager vpxHeartbeats
e HostFirewallSystemServiceName 30 vpxa
e HostFruFruType 13 undefined board product
e HostGraphicsConfigGraphicsType 10 shared sharedDirect
e HostGraphicsConfigSharedPassthruAssignmentPolicy 10 performance consolidation
e HostGraphicsConfigVgpuMode 31 sameSize mixedSize
e HostGraphicsInfoGraphicsType 8 basic shared direct sharedDirect
e HostGraphicsInfoVgpuMode 31 none sameSize mixedSize multiInstanceGpu
e HostHardwareElementStatus 1 Unknown Green Yellow Red
e HostHasComponentFailureHostComponentType 9 Datastore
e HostImageAcceptanceLevel 6 vmware_certified vmware_accepted partner community
e HostIncompatibleForFaultToleranceReason 4 product processor
e HostIncompatibleForRecordReplayReason 4 product processor
e HostInternetScsiHbaChapAuthenticationType 4 chapProhibited chapDiscouraged chapPreferred chapRequired
e HostInternetScsiHbaDigestType 4 digestProhibited digestDiscouraged digestPreferred digestRequired
e HostInternetScsiHbaIscsiIpv6AddressAddressConfigurationType 9 DHCP AutoConfigured Static Other
e HostInternetScsiHbaIscsiIpv6AddressIPv6AddressOperation 9 add remove
e HostInternetScsiHbaNetworkBindingSupportType 6 notsupported optional required
e HostInternetScsiHbaStaticTargetTargetDiscoveryMethod 7 staticMethod sendTargetMethod slpMethod isnsMethod unknownMethod
e HostIpConfigIpV6AddressConfigType 4 other manual dhcp linklayer random
e HostIpConfigIpV6AddressStatus 4 preferred deprecated invalid inaccessible unknown tentative duplicate
e HostLicensableResourceKey 6 numCpuPackages numCpuCores memorySize memoryForVms numVmsStarted numVmsStarting vsanCapacity@13
e HostLockdownMode 9 lockdownDisabled lockdownNormal lockdownStrict
e HostLowLevelProvisioningManagerFileType 9 File VirtualDisk Directory
e HostLowLevelProvisioningManagerReloadTarget 4 currentConfig snapshotConfig
e HostMaintenanceSpecPurpose 17 hostUpgrade
e HostMemoryTierFlags 23 memoryTier persistentTier cachingTier unmappableTier
e HostMemoryTierType 23 DRAM PMem NVMe
e HostMemoryTieringType 23 noTiering hardwareTiering softwareTiering
e HostMountInfoInaccessibleReason 7 AllPathsDown_Start AllPathsDown_Timeout PermanentDeviceLoss
e HostMountInfoMountFailedReason 27 CONNECT_FAILURE MOUNT_NOT_SUPPORTED NFS_NOT_SUPPORTED MOUNT_DENIED MOUNT_NOT_DIR VOLUME_LIMIT_EXCEEDED CONN_LIMIT_EXCEEDED MOUNT_EXISTS OTHERS
e HostMountMode 0 readWrite readOnly
e HostNasVolumeSecurityType 9 AUTH_SYS SEC_KRB5 SEC_KRB5I SEC_KRB5P@13
e HostNetStackInstanceCongestionControlAlgorithmType 8 newreno cubic
e HostNetStackInstanceSystemStackKey 8 defaultTcpipStack vmotion vSphereProvisioning mirror@13 ops@13
e HostNumericSensorHealthState 1 unknown green yellow red
e HostNumericSensorType 1 fan power temperature voltage other processor memory storage systemBoard battery bios cable watchdog
e HostNvmeDiscoveryLogSubsystemType 13 discovery nvm
e HostNvmeDiscoveryLogTransportRequirements 13 secureChannelRequired secureChannelNotRequired requirementsNotSpecified
e HostNvmeTransportParametersNvmeAddressFamily 17 ipv4 ipv6 infiniBand fc loopback unknown
e HostNvmeTransportType 17 pcie fibreChannel rdma tcp loopback unsupported
e HostOpaqueSwitchOpaqueSwitchState 9 up warning down maintenance@13
e HostPartialMaintenanceModeId 31 sphereletPartialMM nsxPartialMM quickPatchPartialMM
e HostPartialMaintenanceModeStatus 31 notInPartialMM enteringPartialMM exitingPartialMM inPartialMM
e HostPatchManagerInstallState 0 hostRestarted imageActive
e HostPatchManagerIntegrityStatus 0 validated keyNotFound keyRevoked keyExpired digestMismatch notEnoughSignatures validationError
e HostPatchManagerReason 0 obsoleted missingPatch missingLib hasDependentPatch conflictPatch conflictLib
e HostPowerOperationType 1 powerOn powerOff
e HostProfileManagerAnswerFileStatus 6 valid invalid unknown
e HostProfileManagerCompositionResultResultElementStatus 10 success error
e HostProfileManagerCompositionValidationResultResultElementStatus 10 success error
e HostProfileManagerTaskListRequirement 9 maintenanceModeRequired rebootRequired
e HostProfileValidationFailureInfoUpdateType 11 HostBased Import Edit Compose
e HostProfileValidationState 11 Ready Running Failed
e HostProtocolEndpointPEType 9 block nas
e HostProtocolEndpointProtocolEndpointType 10 scsi nfs nfs4x
e HostPtpConfigDeviceType 23 none virtualNic pciPassthruNic
e HostQualifiedNameType 23 nvmeQualifiedName vvolNvmeQualifiedName
e HostRdmaDeviceConnectionState 17 unknown down init armed active activeDefer
e HostReplayUnsupportedReason 4 incompatibleProduct incompatibleCpu hvDisabled cpuidLimitSet oldBIOS unknown
e HostRuntimeInfoNetStackInstanceRuntimeInfoState 8 inactive active deactivating activating
e HostRuntimeInfoStateEncryptionInfoProtectionMode 23 none tpm
e HostRuntimeInfoStatelessNvdsMigrationState 21 ready notNeeded unknown
e HostServicePolicy 0 on automatic off
e HostSevInfoSevState 19 uninitialized initialized working
e HostSgxInfoFlcModes 17 off locked unlocked
e HostSgxInfoSgxStates 17 notPresent disabledBIOS disabledCFW101 disabledCPUMismatch disabledNoFLC disabledNUMAUnsup disabledMaxEPCRegs enabled
e HostSgxRegistrationInfoRegistrationStatus 27 notApplicable incomplete complete
e HostSgxRegistrationInfoRegistrationType 27 manifest addPackage
e HostSnmpAgentCapability 4 COMPLETE DIAGNOSTICS CONFIGURATION
e HostStandbyMode 5 entering exiting in none
e HostStorageProtocol 17 scsi nvme
e HostSystemConnectionState 0 connected notResponding disconnected
e HostSystemIdentificationInfoIdentifier 1 AssetTag ServiceTag OemSpecificString EnclosureSerialNumberTag SerialNumberTag
e HostSystemPowerState 1 poweredOn poweredOff standBy unknown
e HostSystemRemediationStateState 11 remediationReady precheckRemediationRunning precheckRemediationComplete precheckRemediationFailed remediationRunning remediationFailed
e HostTdxInfoTdxState 33 initializing initialized configured ready
e HostTpmAttestationInfoAcceptanceStatus 11 notAccepted accepted
e HostTrustAuthorityAttestationInfoAttestationStatus 19 attested notAttested unknown
e HostUnresolvedVmfsExtentUnresolvedReason 4 diskIdMismatch uuidConflict
e HostUnresolvedVmfsResolutionSpecVmfsUuidResolution 4 resignature forceMount
e HostVirtualNicManagerNicType 4 vmotion faultToleranceLogging vSphereReplication vSphereReplicationNFC management vsan vSphereProvisioning vsanWitness vSphereBackupNFC@13 ptp@13 vsanReplication@13 nvmeTcp@13 nvmeRdma@13 vsanExternal@13
e HostVmciAccessManagerMode 6 grant replace revoke
e HostVmfsVolumeUnmapBandwidthPolicy 11 fixed dynamic
e HostVmfsVolumeUnmapPriority 10 none low
e HttpNfcLeaseManifestEntryChecksumType 11 sha1 sha256
e HttpNfcLeaseMode 11 pushOrGet pull
e HttpNfcLeaseState 4 initializing ready done error
e IncompatibleHostForVmReplicationIncompatibleReason 9 rpo netCompression
e InternetScsiSnsDiscoveryMethod 0 isnsStatic isnsDhcp isnsSlp
e InvalidDasConfigArgumentEntryForInvalidArgument 7 admissionControl userHeartbeatDs vmConfig
e InvalidProfileReferenceHostReason 6 incompatibleVersion missingReferenceHost
e IoFilterOperation 9 install uninstall upgrade
e IoFilterType 10 cache replication encryption compression inspection datastoreIoControl dataProvider dataCapture@13
e IscsiPortInfoPathStatus 6 notUsed active standBy lastActive
e KmipClusterInfoKeyType 33 rawKey wrappedKey
e KmipClusterInfoKmsManagementType 17 unknown vCenter trustAuthority nativeProvider
e LatencySensitivitySensitivityLevel 7 low normal medium high custom
e LicenseAssignmentFailedReason 4 keyEntityMismatch downgradeDisallowed inventoryNotManageableByVirtualCenter hostsUnmanageableByVirtualCenterWithoutLicenseServer
e LicenseFeatureInfoSourceRestriction 1 unrestricted served file
e LicenseFeatureInfoState 0 enabled disabled optional
e LicenseFeatureInfoUnit 0 host cpuCore cpuPackage server vm
e LicenseManagerLicenseKey 0 esxFull esxVmtn esxExpress san iscsi nas vsmp backup vc vcExpress esxHost gsxHost serverHost drsPower vmotion drs das
e LicenseManagerState 1 initializing normal marginal fault
e LicenseReservationInfoState 0 notUsed noLicense unlicensedUse licensed
e LinkDiscoveryProtocolConfigOperationType 4 none listen advertise both
e LinkDiscoveryProtocolConfigProtocolType 4 cdp lldp
e ManagedEntityStatus 0 gray green yellow red
e MetricAlarmOperator 0 isAbove isBelow
e MultipathState 0 standby active disabled dead unknown
e NetBIOSConfigInfoMode 5 unknown enabled disabled enabledViaDHCP
e NetIpConfigInfoIpAddressOrigin 5 other manual dhcp linklayer random
e NetIpConfigInfoIpAddressStatus 5 preferred deprecated invalid inaccessible unknown tentative duplicate
e NetIpStackInfoEntryType 5 other invalid dynamic manual
e NetIpStackInfoPreference 5 reserved low medium high
e NotSupportedDeviceForFTDeviceType 5 virtualVmxnet3 paraVirtualSCSIController
e NumVirtualCpusIncompatibleReason 4 recordReplay faultTolerance
e NvdimmInterleaveSetState 11 invalid active
e NvdimmNamespaceDetailsHealthStatus 12 normal missing labelMissing interleaveBroken labelInconsistent
e NvdimmNamespaceDetailsState 12 invalid notInUse inUse
e NvdimmNamespaceHealthStatus 11 normal missing labelMissing interleaveBroken labelInconsistent bttCorrupt badBlockSize
e NvdimmNamespaceState 11 invalid notInUse inUse
e NvdimmNamespaceType 11 blockNamespace persistentNamespace
e NvdimmNvdimmHealthInfoState 11 normal error
e NvdimmRangeType 11 volatileRange persistentRange controlRange blockRange volatileVirtualDiskRange volatileVirtualCDRange persistentVirtualDiskRange persistentVirtualCDRange
e ObjectUpdateKind 0 modify enter leave
e OvfConsumerOstNodeType 6 envelope virtualSystem virtualSystemCollection
e OvfCreateImportSpecParamsDiskProvisioningType 5 monolithicSparse monolithicFlat twoGbMaxExtentSparse twoGbMaxExtentFlat thin thick seSparse eagerZeroedThick sparse flat
e PerfFormat 0 normal csv
e PerfStatsType 0 absolute delta rate
e PerfSummaryType 0 average maximum minimum latest summation none
e PerformanceManagerUnit 0 percent kiloBytes megaBytes gigaBytes@13 megaHertz number microsecond millisecond second kiloBytesPerSecond megaBytesPerSecond watt joule teraBytes celsius nanosecond@13
e PhysicalNicResourcePoolSchedulerDisallowedReason 5 userOptOut hardwareUnsupported
e PhysicalNicVmDirectPathGen2SupportedMode 5 upt
e PlaceVmsXClusterSpecPlacementType 33 createAndPowerOn reconfigure relocate
e PlacementAffinityRuleRuleScope 9 cluster host storagePod datastore
e PlacementAffinityRuleRuleType 9 affinity antiAffinity softAffinity softAntiAffinity
e PlacementSpecPlacementType 9 create reconfigure relocate clone
e PortGroupConnecteeType 0 virtualMachine systemManagement host unknown
e ProfileExecuteResultStatus 4 success needInput error
e ProfileNumericComparator 4 lessThan lessThanEqual equal notEqual greaterThanEqual greaterThan
e ProfileParameterMetadataRelationType 11 dynamic_relation extensible_relation localizable_relation static_relation validation_relation
e PropertyChangeOp 0 add remove assign indirectRemove
e QuarantineModeFaultFaultType 10 NoCompatibleNonQuarantinedHost CorrectionDisallowed CorrectionImpact
e QuiesceMode 9 application filesystem none
e RecommendationReasonCode 1 fairnessCpuAvg fairnessMemAvg jointAffin antiAffin hostMaint enterStandby reservationCpu reservationMem powerOnVm powerSaving increaseCapacity checkResource unreservedCapacity colocateCommunicatingVM balanceNetworkBandwidthUsage vmHostHardAffinity vmHostSoftAffinity increaseAllocation balanceDatastoreSpaceUsage balanceDatastoreIOLoad balanceDatastoreIOPSReservation datastoreMaint virtualDiskJointAffin virtualDiskAntiAffin datastoreSpaceOutage storagePlacement iolbDisabledInternal xvmotionPlacement networkBandwidthReservation hostInDegradation hostExitDegradation maxVmsConstraint ftConstraints vmHostAffinityPolicy@13 vmHostAntiAffinityPolicy@13 vmAntiAffinityPolicy@13 balanceVsanUsage@13 ahPlacementOptimization@13 vmxUpgrade@13
e RecommendationType 1 V1
e ReplicationDiskConfigFaultReasonForFault 6 diskNotFound diskTypeNotSupported invalidDiskKey invalidDiskReplicationId duplicateDiskReplicationId invalidPersistentFilePath reconfigureDiskReplicationIdNotAllowed
e ReplicationVmConfigFaultReasonForFault 6 incompatibleHwVersion invalidVmReplicationId invalidGenerationNumber outOfBoundsRpoValue invalidDestinationIpAddress invalidDestinationPort invalidExtraVmOptions staleGenerationNumber reconfigureVmReplicationIdNotAllowed cannotRetrieveVmReplicationConfiguration replicationAlreadyEnabled invalidPriorConfiguration replicationNotEnabled replicationConfigurationFailed encryptedVm invalidThumbprint incompatibleDevice
e ReplicationVmFaultReasonForFault 6 notConfigured poweredOff suspended poweredOn offlineReplicating invalidState invalidInstanceId closeDiskError groupExist
e ReplicationVmInProgressFaultActivity 9 fullSync delta
e ReplicationVmState 6 none paused syncing idle active error
e ResourceConfigSpecScaleSharesBehavior 17 disabled scaleCpuAndMemoryShares
e ScheduledHardwareUpgradeInfoHardwareUpgradePolicy 7 never onSoftPowerOff always
e ScheduledHardwareUpgradeInfoHardwareUpgradeStatus 7 none pending success failed
e ScsiDiskType 10 native512 emulated512 native4k SoftwareEmulated4k unknown
e ScsiLunDescriptorQuality 4 highQuality mediumQuality lowQuality unknownQuality
e ScsiLunLunReservationStatus 31 LUN_RESERVED_UNKNOWN LUN_RESERVED_YES LUN_RESERVED_NO LUN_RESERVED_NOT_SUPPORTED
e ScsiLunState 0 unknownState ok error off quiesced degraded lostCommunication timeout
e ScsiLunType 0 disk tape printer processor worm cdrom scanner opticalDevice mediaChanger communications storageArrayController enclosure unknown
e ScsiLunVStorageSupportStatus 5 vStorageSupported vStorageUnsupported vStorageUnknown
e SessionManagerGenericServiceTicketTicketType 21 HttpNfcServiceTicket HostServiceTicket VcServiceTicket
e SessionManagerHttpServiceRequestSpecMethod 6 httpOptions httpGet httpHead httpPost httpPut httpDelete httpTrace httpConnect
e SharesLevel 0 low normal high custom
e SimpleCommandEncoding 1 CSV HEX STRING
e SlpDiscoveryMethod 0 slpDhcp slpAutoUnicast slpAutoMulticast slpManual
e SoftwarePackageConstraint 10 equals lessThan lessThanEqual greaterThanEqual greaterThan
e SoftwarePackageVibType 10 bootbank tools meta
e StateAlarmOperator 0 isEqual isUnequal
e StorageDrsPodConfigInfoBehavior 6 manual automated
e StorageDrsSpaceLoadBalanceConfigSpaceThresholdMode 9 utilization freeSpace
e StorageIORMThresholdMode 7 automatic manual
e StoragePlacementSpecPlacementType 6 create reconfigure relocate clone
e TaskFilterSpecRecursionOption 0 self children all
e TaskFilterSpecTimeOption 0 queuedTime startedTime completedTime
e TaskInfoState 0 queued running success error
e ThirdPartyLicenseAssignmentFailedReason 6 licenseAssignmentFailed moduleNotInstalled
e UpgradePolicy 1 manual upgradeAtPowerCycle
e VAppAutoStartAction 4 none powerOn powerOff guestShutdown suspend
e VAppCloneSpecProvisioningType 5 sameAsSource thin thick
e VAppIPAssignmentInfoAllocationSchemes 4 dhcp ovfenv
e VAppIPAssignmentInfoIpAllocationPolicy 4 dhcpPolicy transientPolicy fixedPolicy fixedAllocatedPolicy
e VAppIPAssignmentInfoProtocols 4 IPv4 IPv6
e VFlashModuleNotSupportedReason 8 CacheModeNotSupported CacheConsistencyTypeNotSupported CacheBlockSizeNotSupported CacheReservationNotSupported DiskSizeNotSupported
e VMotionCompatibilityType 0 cpu software
e VMwareDVSTeamingMatchStatus 7 iphashMatch nonIphashMatch iphashMismatch nonIphashMismatch
e VMwareDVSVspanSessionEncapType 10 gre erspan2 erspan3
e VMwareDVSVspanSessionType 7 mixedDestMirror dvPortMirror remoteMirrorSource remoteMirrorDest encapsulatedRemoteMirrorSource
e VMwareDvsLacpApiVersion 8 singleLag multipleLag
e VMwareDvsLacpLoadBalanceAlgorithm 8 srcMac destMac srcDestMac destIpVlan srcIpVlan srcDestIpVlan destTcpUdpPort srcTcpUdpPort srcDestTcpUdpPort destIpTcpUdpPort srcIpTcpUdpPort srcDestIpTcpUdpPort destIpTcpUdpPortVlan srcIpTcpUdpPortVlan srcDestIpTcpUdpPortVlan destIp srcIp srcDestIp vlan srcPortId
e VMwareDvsMulticastFilteringMode 9 legacyFiltering snooping
e VMwareUplinkLacpMode 7 active passive
e VMwareUplinkLacpTimeoutMode 21 fast slow
e VStorageObjectConsumptionType 10 disk
e ValidateMigrationTestType 0 sourceTests compatibilityTests diskAccessibilityTests resourceTests
e VchaClusterMode 10 enabled disabled maintenance
e VchaClusterState 10 healthy degraded isolated
e VchaNodeRole 10 active passive witness
e VchaNodeState 10 up down
e VchaState 10 configured notConfigured invalid prepared
e VimClusterVSANStretchedClusterConfigIssueEnum 32 ClusterWithoutOneWitnessHost ClusterWithoutTwoDataFaultDomains ClusterWithMultipleUnicastAgents WitnessPreferredFaultDomainInvalid WitnessPreferredFaultDomainNotExist WitnessInsideVcCluster WitnessFaultDomainInvalid HostUnicastAgentUnset WitnessWithNoDiskMapping HostWithNoStretchedClusterSupport HostWithInvalidUnicastAgent SharedWitnessClusterDataHostNumExceed SharedWitnessComponentLimitScaledDown VSANStretchedClusterConfigIssueEnum_Unknown
e VimClusterVsanDiskGroupCreationType 13 allflash hybrid vsandirect pmem VsanDiskGroupCreationType_Unknown
e VimVsanHostDiskMappingCreationType 13 hybrid allFlash vsandirect pmem DiskMappingCreationType_Unknown
e VimVsanHostTrafficType 13 vsan witness TrafficType_Unknown
e VimVsanVsanScanObjectsIssueType 32 BROKEN_CHAIN LEAKED_OBJECT UNKNOWN
e VimVsanVsanVcsaDeploymentPhase 13 initializing validation vsanbootstrap ovaunpack vcsadeploy vcconfig done failed VsanVcsaDeploymentPhase_Unknown
e VirtualAppVAppState 4 started stopped starting stopping
e VirtualDeviceConfigSpecChangeMode 27 fail skip
e VirtualDeviceConfigSpecFileOperation 0 create destroy replace
e VirtualDeviceConfigSpecOperation 0 add remove edit
e VirtualDeviceConnectInfoMigrateConnectOp 11 connect disconnect unset
e VirtualDeviceConnectInfoStatus 4 ok recoverableError unrecoverableError untried
e VirtualDeviceFileExtension 0 iso flp vmdk dsk rdm
e VirtualDeviceURIBackingOptionDirection 5 server client
e VirtualDiskAdapterType 1 ide busLogic lsiLogic
e VirtualDiskCompatibilityMode 0 virtualMode physicalMode
e VirtualDiskDeltaDiskFormat 6 redoLogFormat nativeFormat seSparseFormat
e VirtualDiskDeltaDiskFormatVariant 9 vmfsSparseVariant vsanSparseVariant
e VirtualDiskMode 0 persistent nonpersistent undoable independent_persistent independent_nonpersistent append
e VirtualDiskRuleSpecRuleType 11 affinity antiAffinity disabled
e VirtualDiskSharing 9 sharingNone sharingMultiWriter
e VirtualDiskType 1 preallocated thin seSparse rdm rdmp raw delta sparse2Gb thick2Gb eagerZeroedThick sparseMonolithic flatMonolithic thick
e VirtualDiskVFlashCacheConfigInfoCacheConsistencyType 8 strong weak
e VirtualDiskVFlashCacheConfigInfoCacheMode 8 write_thru write_back
e VirtualEthernetCardLegacyNetworkDeviceName 0 bridged nat hostonly
e VirtualEthernetCardMacType 0 manual generated assigned
e VirtualHardwareMotherboardLayout 27 i440bxHostBridge acpiHostBridges
e VirtualMachineAppHeartbeatStatusType 5 appStatusGray appStatusGreen appStatusRed
e VirtualMachineBootOptionsNetworkBootProtocolType 9 ipv4 ipv6
e VirtualMachineCertThumbprintHashAlgorithm 24 sha256
e VirtualMachineCloneSpecTpmProvisionPolicy 27 copy replace
e VirtualMachineConfigInfoNpivWwnType 1 vc host external
e VirtualMachineConfigInfoSwapPlacementType 1 inherit vmDirectory hostLocal
e VirtualMachineConfigSpecEncryptedFtModes 21 ftEncryptionDisabled ftEncryptionOpportunistic ftEncryptionRequired
e VirtualMachineConfigSpecEncryptedVMotionModes 10 disabled opportunistic required
e VirtualMachineConfigSpecNpivWwnOp 1 generate set remove extend
e VirtualMachineConnectionState 0 connected disconnected orphaned inaccessible invalid
e VirtualMachineCryptoState 11 unlocked locked
e VirtualMachineDeviceRuntimeInfoVirtualEthernetCardRuntimeStateVmDirectPathGen2InactiveReasonOther 5 vmNptIncompatibleHost vmNptIncompatibleNetwork
e VirtualMachineDeviceRuntimeInfoVirtualEthernetCardRuntimeStateVmDirectPathGen2InactiveReasonVm 5 vmNptIncompatibleGuest vmNptIncompatibleGuestDriver vmNptIncompatibleAdapterType vmNptDisabledOrDisconnectedAdapter vmNptIncompatibleAdapterFeatures vmNptIncompatibleBackingType vmNptInsufficientMemoryReservation vmNptFaultToleranceOrRecordReplayConfigured vmNptConflictingIOChainConfigured vmNptMonitorBlocks vmNptConflictingOperationInProgress vmNptRuntimeError vmNptOutOfIntrVector vmNptVMCIActive
e VirtualMachineFaultToleranceState 4 notConfigured disabled enabled needSecondary starting running
e VirtualMachineFaultToleranceType 9 unset recordReplay checkpointing
e VirtualMachineFileLayoutExFileType 4 config extendedConfig diskDescriptor diskExtent digestDescriptor digestExtent diskReplicationState log stat namespaceData dataSetsDiskModeStore@13 dataSetsVmModeStore@13 nvram snapshotData snapshotMemory snapshotList snapshotManifestList suspend suspendMemory swap uwswap core screenshot ftMetadata guestCustomization
e VirtualMachineFlagInfoMonitorType 1 release debug stats
e VirtualMachineFlagInfoVirtualExecUsage 4 hvAuto hvOn hvOff
e VirtualMachineFlagInfoVirtualMmuUsage 1 automatic on off
e VirtualMachineForkConfigInfoChildType 9 none persistent nonpersistent
e VirtualMachineGuestOsFamily 0 windowsGuest linuxGuest netwareGuest solarisGuest darwinGuestFamily otherGuestFamily
e VirtualMachineGuestOsIdentifier 0 dosGuest win31Guest win95Guest win98Guest winMeGuest winNTGuest win2000ProGuest win2000ServGuest win2000AdvServGuest winXPHomeGuest winXPProGuest winXPPro64Guest winNetWebGuest winNetStandardGuest winNetEnterpriseGuest winNetDatacenterGuest winNetBusinessGuest winNetStandard64Guest winNetEnterprise64Guest winLonghornGuest winLonghorn64Guest winNetDatacenter64Guest winVistaGuest winVista64Guest windows7Guest windows7_64Guest windows7Server64Guest windows8Guest windows8_64Guest windows8Server64Guest windows9Guest windows9_64Guest windows9Server64Guest windows11_64Guest@13 windows12_64Guest@13 windowsHyperVGuest windows2019srv_64Guest@13 windows2019srvNext_64Guest@13 windows2022srvNext_64Guest@13 freebsdGuest freebsd64Guest freebsd11Guest freebsd11_64Guest freebsd12Guest freebsd12_64Guest freebsd13Guest@13 freebsd13_64Guest@13 freebsd14Guest@13 freebsd14_64Guest@13 freebsd15Guest@13 freebsd15_64Guest@13 redhatGuest rhel2Guest rhel3Guest rhel3_64Guest rhel4Guest rhel4_64Guest rhel5Guest rhel5_64Guest rhel6Guest rhel6_64Guest rhel7Guest rhel7_64Guest rhel8_64Guest rhel9_64Guest@13 rhel10_64Guest@13 centosGuest centos64Guest centos6Guest centos6_64Guest centos7Guest centos7_64Guest centos8_64Guest centos9_64Guest@13 oracleLinuxGuest oracleLinux64Guest oracleLinux6Guest oracleLinux6_64Guest oracleLinux7Guest oracleLinux7_64Guest oracleLinux8_64Guest oracleLinux9_64Guest@13 oracleLinux10_64Guest@13 suseGuest suse64Guest slesGuest sles64Guest sles10Guest sles10_64Guest sles11Guest sles11_64Guest sles12Guest sles12_64Guest sles15_64Guest sles16_64Guest@13 nld9Guest oesGuest sjdsGuest mandrakeGuest mandrivaGuest mandriva64Guest turboLinuxGuest turboLinux64Guest ubuntuGuest ubuntu64Guest debian4Guest debian4_64Guest debian5Guest debian5_64Guest debian6Guest debian6_64Guest debian7Guest debian7_64Guest debian8Guest debian8_64Guest debian9Guest debian9_64Guest debian10Guest debian10_64Guest debian11Guest@13 debian11_64Guest@13 debian12Guest@13 debian12_64Guest@13 debian13Guest@13 debian13_64Guest@13 asianux3Guest asianux3_64Guest asianux4Guest asianux4_64Guest asianux5_64Guest asianux7_64Guest asianux8_64Guest asianux9_64Guest@13 miraclelinux_64Guest@32 pardus_64Guest@32 opensuseGuest opensuse64Guest fedoraGuest fedora64Guest coreos64Guest vmwarePhoton64Guest other24xLinuxGuest other26xLinuxGuest otherLinuxGuest other3xLinuxGuest other4xLinuxGuest other5xLinuxGuest@13 other6xLinuxGuest@13 other7xLinuxGuest@13 genericLinuxGuest other24xLinux64Guest other26xLinux64Guest other3xLinux64Guest other4xLinux64Guest other5xLinux64Guest@13 other6xLinux64Guest@13 other7xLinux64Guest@13 otherLinux64Guest solaris6Guest solaris7Guest solaris8Guest solaris9Guest solaris10Guest solaris10_64Guest solaris11_64Guest fusionos_64Guest@32 prolinux_64Guest@32 kylinlinux_64Guest@32 os2Guest eComStationGuest eComStation2Guest netware4Guest netware5Guest netware6Guest openServer5Guest openServer6Guest unixWare7Guest darwinGuest darwin64Guest darwin10Guest darwin10_64Guest darwin11Guest darwin11_64Guest darwin12_64Guest darwin13_64Guest darwin14_64Guest darwin15_64Guest darwin16_64Guest darwin17_64Guest darwin18_64Guest darwin19_64Guest@13 darwin20_64Guest@13 darwin21_64Guest@13 darwin22_64Guest@13 darwin23_64Guest@13 vmkernelGuest vmkernel5Guest vmkernel6Guest vmkernel65Guest vmkernel7Guest@13 vmkernel8Guest@13 vmkernel9Guest@32 amazonlinux2_64Guest amazonlinux3_64Guest@13 crxPod1Guest@13 crxSys1Guest@13 rockylinux_64Guest@13 almalinux_64Guest@13 otherGuest otherGuest64
e VirtualMachineGuestState 0 running shuttingDown resetting standby notRunning unknown
e VirtualMachineHtSharing 0 any none internal
e VirtualMachineMemoryAllocationPolicy 1 swapNone swapSome swapMost
e VirtualMachineMetadataManagerVmMetadataOp 8 Update Remove
e VirtualMachineMetadataManagerVmMetadataOwnerOwner 8 ComVmwareVsphereHA
e VirtualMachineMovePriority 0 lowPriority highPriority defaultPriority
e VirtualMachineNeedSecondaryReason 4 initializing divergence lostConnection partialHardwareFailure userAction checkpointError other
e VirtualMachinePowerOffBehavior 1 powerOff revert prompt take
e VirtualMachinePowerOpType 0 soft hard preset
e VirtualMachinePowerState 0 poweredOff poweredOn suspended
e VirtualMachineRecordReplayState 4 recording replaying inactive
e VirtualMachineRelocateDiskMoveOptions 4 moveAllDiskBackingsAndAllowSharing moveAllDiskBackingsAndDisallowSharing moveChildMostDiskBacking createNewChildDiskBacking moveAllDiskBackingsAndConsolidate
e VirtualMachineRelocateTransformation 0 flat sparse
e VirtualMachineScsiPassthroughType 0 disk tape printer processor worm cdrom scanner optical media com raid unknown
e VirtualMachineSgxInfoFlcModes 17 locked unlocked
e VirtualMachineStandbyActionType 0 checkpoint powerOnSuspend
e VirtualMachineTargetInfoConfigurationTag 0 compliant clusterWide
e VirtualMachineTicketType 5 mks device guestControl dnd webmks guestIntegrity webRemoteDevice@13
e VirtualMachineToolsInstallType 10 guestToolsTypeUnknown guestToolsTypeMSI guestToolsTypeTar guestToolsTypeOSP guestToolsTypeOpenVMTools
e VirtualMachineToolsRunningStatus 4 guestToolsNotRunning guestToolsRunning guestToolsExecutingScripts
e VirtualMachineToolsStatus 0 toolsNotInstalled toolsNotRunning toolsOld toolsOk
e VirtualMachineToolsVersionStatus 4 guestToolsNotInstalled guestToolsNeedUpgrade guestToolsCurrent guestToolsUnmanaged guestToolsTooOld guestToolsSupportedOld guestToolsSupportedNew guestToolsTooNew guestToolsBlacklisted
e VirtualMachineUsbInfoFamily 1 audio hid hid_bootable physical communication imaging printer storage hub smart_card security video wireless bluetooth wusb pda vendor_specific other unknownFamily
e VirtualMachineUsbInfoSpeed 1 low full high superSpeed superSpeedPlus@13 superSpeed20Gbps@13 unknownSpeed
e VirtualMachineVMCIDeviceAction 9 allow deny
e VirtualMachineVMCIDeviceDirection 9 guest host anyDirection
e VirtualMachineVMCIDeviceProtocol 9 hypervisor doorbell queuepair datagram stream anyProtocol
e VirtualMachineVendorDeviceGroupInfoComponentDeviceInfoComponentType 27 pciPassthru nvidiaVgpu sriovNic dvx
e VirtualMachineVgpuProfileInfoProfileClass 23 compute quadro
e VirtualMachineVgpuProfileInfoProfileSharing 23 timeSliced mig
e VirtualMachineVideoCardUse3dRenderer 7 automatic software hardware
e VirtualMachineVirtualDeviceSwapDeviceSwapStatus 27 none scheduled inprogress failed completed
e VirtualMachineVirtualPMemSnapshotMode 23 independent_persistent independent_eraseonrevert
e VirtualMachineWindowsQuiesceSpecVssBackupContext 10 ctx_auto ctx_backup ctx_file_share_backup
e VirtualNVMEControllerSharing 30 noSharing physicalSharing
e VirtualPointingDeviceHostChoice 0 autodetect intellimouseExplorer intellimousePs2 logitechMouseman microsoft_serial mouseSystems mousemanSerial ps2
e VirtualSCSISharing 0 noSharing virtualSharing physicalSharing
e VirtualSerialPortEndPoint 0 client server
e VirtualVmxnet3StrictLatencyConfigDisableOffload 32 NONE TSO LRO TSO_LRO
e VirtualVmxnet3VrdmaOptionDeviceProtocols 11 rocev1 rocev2
e VmDasBeingResetEventReasonCode 5 vmtoolsHeartbeatFailure appHeartbeatFailure appImmediateResetRequest vmcpResetApdCleared guestOsCrashFailure
e VmFailedStartingSecondaryEventFailureReason 4 incompatibleHost loginFailed registerVmFailed migrateFailed
e VmFaultToleranceConfigIssueReasonForIssue 4 haNotEnabled moreThanOneSecondary recordReplayNotSupported replayNotSupported templateVm multipleVCPU hostInactive ftUnsupportedHardware ftUnsupportedProduct missingVMotionNic missingFTLoggingNic thinDisk verifySSLCertificateFlagNotSet hasSnapshots noConfig ftSecondaryVm hasLocalDisk esxAgentVm video3dEnabled hasUnsupportedDisk insufficientBandwidth hasNestedHVConfiguration hasVFlashConfiguration unsupportedProduct cpuHvUnsupported cpuHwmmuUnsupported cpuHvDisabled hasEFIFirmware tooManyVCPUs tooMuchMemory vMotionNotLicensed@13 ftNotLicensed@13 haAgentIssue@13 unsupportedSPBM@13 hasLinkedCloneDisk@13 unsupportedPMemHAFailOver@13 unsupportedEncryptedDisk@13 ftMetroClusterNotEditable@13 noHostGroupConfigured@13
e VmFaultToleranceInvalidFileBackingDeviceType 4 virtualFloppy virtualCdrom virtualSerialPort virtualParallelPort virtualDisk
e VmShutdownOnIsolationEventOperation 4 shutdown poweredOff
e VmwareDistributedVirtualSwitchPvlanPortType 4 promiscuous isolated community
e VsanCapabilityType 13 capability allflash stretchedcluster dataefficiency clusterconfig upgrade objectidentities iscsitargets witnessmanagement perfsvcverbosemode encryption decomwhatif throttleresync unicastmode device4ksupport nestedfd complianceprecheck vumintegration firmwareupdate fullStackFw configassist umap localdataprotection archivaldataprotection remotedataprotection@32 pr1741414fixed cloudhealth perfanalysis fcd healthcheck2018q2 enhancedresyncapi genericnestedfd hostaffinity perfsvcautoconfig unicasttest vsanrdma vumbaselinerecommendation supportinsight netperftest masspropertycollector whatifcapacity historicalcapacity policyassociation policyhostapi diagnosticmode purgeinaccessiblevmswapobjects recreatediskgroup repairtimerinresyncstats clusteradvancedoptions updatevumreleasecatalogoffline performanceforsupport gethcllastupdateonvc automaticrebalance verbosemodeconfiguration resyncetaimprovement fileservices fileservicekerberos fileservicesmb fileservicenfsv3 fileservicesc fileservicesnapshot fileserviceowe fileservice80 fileservicescale@32 resourceprecheck upgraderesourceprecheck vitonlineresize vitstretchedcluster largecapacitydrive nondatamovementdfc cnsvolumes filevolumes diagnosticsfeedback hostreservedcapacity vmlevelcapacity improvedcapacityscreen slackspacecapacity sharedwitness VsanCapabilityType_Unknown supportApiVersion vsanmetadatanode pmanintegration wcpappplatform diskresourceprecheck metricsconfig ioinsight apidevversionenabled nativelargeclustersupport historicalhealth dataintransitencryption perfsvctwoyaxisgraph compressiononly remotedatastore vsanmanagedvmfs capacityreservation securewipe validateconfigspec vsananalyticsevents vsandefaultgatewaysupported pspairgap vsanmanagedpmem capacityevaluationonvc readlocalitytodrs vsanencrkmx vsan2encr dit4sw vsanclient capacityoversubscription vsandiagnostics capacitycustomizablethresholds hcimeshpolicy topcontributors vsandirectdiskdecom diskmgmtredesign datapersistresourcecheck clusterpoweraction clusterpowerselfcontain duplicatepciidfix healthcorrelation volumerelocation iodiagnostics vsanrebuildtrim elasticpolicy vsanEsaConfigure hdcsintegration vsanesasingletier vsanperfhighresolution cnsreconfigpolicy vsanhostdomlatencysort sha256thumbprint minrebalancethreshold vsan2hcimesh dfcobjectsmanagement healthremediation hcimeshstretchedcluster vsanxvchcimesh vsan2deeprekey vsandsdefaultpolicy vsanperfsvc80u2 vsankeyexpiration vsanxvchcimeshv2 dhci snapservice vsan2disableencryption iodiagmultiplevms vsanxvchcimeshv3
e VsanClusterHealthActionIdEnum 13 RepairClusterObjectsAction UploadHclDb UpdateHclDbFromInternet EnableHealthService DiskBalance StopDiskBalance RemediateDedup UpgradeVsanDiskFormat CreateDVS ConfigureHA ConfigureDRS ConfigureVSAN ClaimVSANDisks ClusterUpgrade CreateVMKnic CreateVMKnicWithVMotion RunBurnInTest EnableIscsiTargetService EnablePerformanceServiceAction RemediateClusterConfig EnableCeip LoginVumIsoDepot PurgeInaccessSwapObjs UploadReleaseCatalog ConfigureAutomaticRebalance RemediateFileService RelayoutVsanObjects RemediateFileServiceImbalance SelectNvme CreateFileServiceDomain RemediateIscsiLunsRuntimeStatus ShallowRekey VsanClusterHealthActionIdEnum_Unknown
e VsanDiskIssueType 8 nonExist stampMismatch unknown
e VsanHealthLogLevelEnum 13 INFO WARNING ERROR DEBUG CRITICAL VsanHealthLogLevelEnum_Unknown
e VsanHostDecommissionModeObjectAction 8 noAction ensureObjectAccessibility evacuateAllData
e VsanHostDiskResultState 8 inUse eligible ineligible
e VsanHostHealthState 8 unknown healthy unhealthy
e VsanHostNodeState 8 error disabled agent master backup starting stopping enteringMaintenanceMode exitingMaintenanceMode decommissioning
e VsanIscsiLUNStatus 13 Online Offline VsanIscsiLUNStatus_Unknown
e VsanIscsiTargetAuthType 13 NoAuth CHAP CHAP_Mutual VsanIscsiTargetAuthType_Unknown
e VsanIscsiTargetServiceProcessStatus 32 Running Stopped VsanIscsiTargetServiceProcessStatus_Unknown
e VsanObjectHealthState 13 inaccessible reducedavailabilitywithnorebuild reducedavailabilitywithnorebuilddelaytimer reducedavailabilitywithactiverebuild datamove nonavailabilityrelatedreconfig nonavailabilityrelatedincompliance healthy reducedavailabilitywithpolicypending reducedavailabilitywithpolicypendingfailed reducedavailabilitywithpausedrebuild nonavailabilityrelatedincompliancewithpolicypending nonavailabilityrelatedincompliancewithpolicypendingfailed nonavailabilityrelatedincompliancewithpausedrebuild remoteAccessible VsanObjectHealthState_Unknown
e VsanObjectTypeEnum 13 vmswap vdisk namespace vmem statsdb iscsiTarget iscsiLun other fileSystemOverhead dedupOverhead spaceUnderDedupConsideration checksumOverhead improvedVirtualDisk transientSpace slackSpaceCapRequiredForHost resynPauseThresholdForHost minSpaceRequiredForVsanOp hostRebuildCapacity physicalTransientSpace haMetadataObject fileServiceRoot attachedCnsVolBlock detachedCnsVolBlock attachedCnsVolFile detachedCnsVolFile cnsVolFile fileShare extension hbrDisk hbrCfg hbrPersist traceobject esaObjectOverhead VsanObjectTypeEnum_Unknown
e VsanPerfStatsType 13 absolute delta rate VsanPerfStatsType_Unknown
e VsanPerfStatsUnitType 13 number time_ms percentage size_bytes rate_bytes permille time_s time_us time_ns VsanPerfStatsUnitType_Unknown
e VsanPerfSummaryType 13 average maximum minimum latest summation none VsanPerfSummaryType_Unknown
e VsanPerfThresholdDirectionType 13 upper lower VsanPerfThresholdDirectionType_Unknown
e VsanStorageComplianceStatus 13 compliant nonCompliant unknown notApplicable
e VsanUpgradeSystemUpgradeHistoryDiskGroupOpType 9 add remove
e WeekOfMonth 0 first second third fourth last
e WillLoseHAProtectionResolution 6 svmotion relocate
e vslmDiskInfoFlag 27 id descriptorVersion backingObjectId path parentPath name deviceName capacity allocated type consumers tentativeState createTime ioFilter controlFlags keepAfterVmDelete relocationDisabled keyId keyProviderId nativeSnapshotSupported cbtEnabled virtualDiskFormat
e vslmVStorageObjectControlFlag 11 keepAfterDeleteVm disableRelocation enableChangedBlockTracking
`;
