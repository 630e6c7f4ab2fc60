// Derived from the type tables of python3-pyvmomi (Apache-2.0), see NOTICE. Made by tools/vim-schema/services.py.
export const serviceSchemaText = `c CnsAttachVolume CnsVolumeManager attach 0 - &Task attachSpecs:CnsVolumeAttachDetachSpec[]
c CnsConfigureVolumeACLs CnsVolumeManager configureVolumeACLs 0 - &Task ACLConfigSpecs:CnsVolumeACLConfigureSpec[]
c CnsCreateSnapshots CnsVolumeManager createSnapshots 0 - &Task snapshotSpecs:CnsSnapshotCreateSpec[]
c CnsCreateVolume CnsVolumeManager create 0 - &Task createSpecs:CnsVolumeCreateSpec[]
c CnsDeleteSnapshots CnsVolumeManager deleteSnapshots 0 - &Task snapshotDeleteSpecs:CnsSnapshotDeleteSpec[]
c CnsDeleteVolume CnsVolumeManager delete 0 - &Task volumeIds:CnsVolumeId[] deleteDisk:boolean
c CnsDetachVolume CnsVolumeManager detach 0 - &Task detachSpecs:CnsVolumeAttachDetachSpec[]
c CnsExtendVolume CnsVolumeManager extend 0 - &Task extendSpecs:CnsVolumeExtendSpec[]
c CnsQueryAsync CnsVolumeManager queryAsync 0 Cns.Searchable &Task filter:CnsQueryFilter selection:CnsQuerySelection?
c CnsQueryVolume CnsVolumeManager query 0 Cns.Searchable CnsQueryResult filter:CnsQueryFilter selection:CnsQuerySelection?
c CnsReconfigVolumePolicy CnsVolumeManager reconfigPolicy 0 - &Task volumePolicyReconfigSpecs:CnsVolumePolicyReconfigSpec[]?
c CnsRelocateVolume CnsVolumeManager relocate 0 - &Task relocateSpecs:CnsVolumeRelocateSpec[]
c CnsUpdateVolumeMetadata CnsVolumeManager updateVolumeMetadata 0 - &Task updateSpecs:CnsVolumeMetadataUpdateSpec[]
c PbmAssignDefaultRequirementProfile PbmProfileProfileManager assignDefaultRequirementProfile 0 StorageProfile.Update void profile:PbmProfileId datastores:PbmPlacementHub[]
c PbmCheckCompatibility PbmPlacementSolver checkCompatibility 0 StorageProfile.View PbmPlacementCompatibilityResult[]? hubsToSearch:PbmPlacementHub[]? profile:PbmProfileId
c PbmCheckCompatibilityWithSpec PbmPlacementSolver checkCompatibilityWithSpec 0 StorageProfile.View PbmPlacementCompatibilityResult[]? hubsToSearch:PbmPlacementHub[]? profileSpec:PbmCapabilityProfileCreateSpec
c PbmCheckCompliance PbmComplianceManager checkCompliance 0 StorageProfile.View PbmComplianceResult[]? entities:PbmServerObjectRef[] profile:PbmProfileId?
c PbmCheckRequirements PbmPlacementSolver checkRequirements 0 StorageProfile.View PbmPlacementCompatibilityResult[]? hubsToSearch:PbmPlacementHub[]? placementSubjectRef:PbmServerObjectRef? placementSubjectRequirement:PbmPlacementRequirement[]?
c PbmCheckRollupCompliance PbmComplianceManager checkRollupCompliance 0 StorageProfile.View PbmRollupComplianceResult[]? entity:PbmServerObjectRef[]
c PbmCreate PbmProfileProfileManager create 0 StorageProfile.Update PbmProfileId createSpec:PbmCapabilityProfileCreateSpec
c PbmDelete PbmProfileProfileManager delete 0 StorageProfile.Update PbmProfileOperationOutcome[]? profileId:PbmProfileId[]
c PbmFetchCapabilityMetadata PbmProfileProfileManager fetchCapabilityMetadata 0 StorageProfile.View PbmCapabilityMetadataPerCategory[]? resourceType:PbmProfileResourceType? vendorUuid:string?
c PbmFetchCapabilitySchema PbmProfileProfileManager fetchCapabilitySchema 0 StorageProfile.View PbmCapabilitySchema[]? vendorUuid:string? lineOfService:string[]?
c PbmFetchComplianceResult PbmComplianceManager fetchComplianceResult 0 StorageProfile.View PbmComplianceResult[]? entities:PbmServerObjectRef[] profile:PbmProfileId?
c PbmFetchResourceType PbmProfileProfileManager fetchResourceType 0 StorageProfile.View PbmProfileResourceType[]?
c PbmFetchRollupComplianceResult PbmComplianceManager fetchRollupComplianceResult 0 StorageProfile.View PbmRollupComplianceResult[]? entity:PbmServerObjectRef[]
c PbmFetchVendorInfo PbmProfileProfileManager fetchVendorInfo 0 StorageProfile.View PbmCapabilityVendorResourceTypeInfo[]? resourceType:PbmProfileResourceType?
c PbmFindApplicableDefaultProfile PbmProfileProfileManager findApplicableDefaultProfile 0 StorageProfile.View PbmProfile[]? datastores:PbmPlacementHub[]
c PbmQueryAssociatedEntities PbmProfileProfileManager queryAssociatedEntities 0 StorageProfile.View PbmQueryProfileResult[]? profiles:PbmProfileId[]?
c PbmQueryAssociatedEntity PbmProfileProfileManager queryAssociatedEntity 0 StorageProfile.View PbmServerObjectRef[]? profile:PbmProfileId entityType:string?
c PbmQueryAssociatedProfile PbmProfileProfileManager queryAssociatedProfile 0 StorageProfile.View PbmProfileId[]? entity:PbmServerObjectRef
c PbmQueryAssociatedProfiles PbmProfileProfileManager queryAssociatedProfiles 0 StorageProfile.View PbmQueryProfileResult[]? entities:PbmServerObjectRef[]
c PbmQueryByRollupComplianceStatus PbmComplianceManager queryByRollupComplianceStatus 0 StorageProfile.View PbmServerObjectRef[]? status:string
c PbmQueryDefaultRequirementProfile PbmProfileProfileManager queryDefaultRequirementProfile 0 StorageProfile.View PbmProfileId? hub:PbmPlacementHub
c PbmQueryDefaultRequirementProfiles PbmProfileProfileManager queryDefaultRequirementProfiles 0 StorageProfile.View PbmDefaultProfileInfo[] datastores:PbmPlacementHub[]
c PbmQueryMatchingHub PbmPlacementSolver queryMatchingHub 0 StorageProfile.View PbmPlacementHub[]? hubsToSearch:PbmPlacementHub[]? profile:PbmProfileId
c PbmQueryMatchingHubWithSpec PbmPlacementSolver queryMatchingHubWithSpec 0 StorageProfile.View PbmPlacementHub[]? hubsToSearch:PbmPlacementHub[]? createSpec:PbmCapabilityProfileCreateSpec
c PbmQueryProfile PbmProfileProfileManager queryProfile 0 StorageProfile.View PbmProfileId[]? resourceType:PbmProfileResourceType profileCategory:string?
c PbmQueryReplicationGroups PbmReplicationManager queryReplicationGroups 0 StorageProfile.View PbmQueryReplicationGroupResult[]? entities:PbmServerObjectRef[]?
c PbmQuerySpaceStatsForStorageContainer PbmProfileProfileManager querySpaceStatsForStorageContainer 0 StorageProfile.View PbmDatastoreSpaceStatistics[]? datastore:PbmServerObjectRef capabilityProfileId:PbmProfileId[]?
c PbmResetDefaultRequirementProfile PbmProfileProfileManager resetDefaultRequirementProfile 0 StorageProfile.Update void profile:PbmProfileId?
c PbmResetVSanDefaultProfile PbmProfileProfileManager resetVSanDefaultProfile 0 StorageProfile.Update void
c PbmRetrieveContent PbmProfileProfileManager retrieveContent 0 StorageProfile.View PbmProfile[] profileIds:PbmProfileId[]
c PbmRetrieveServiceContent PbmServiceInstance retrieveContent 0 System.Anonymous PbmServiceInstanceContent
c PbmUpdate PbmProfileProfileManager update 0 StorageProfile.Update void profileId:PbmProfileId updateSpec:PbmCapabilityProfileUpdateSpec
d CnsAccessControlSpec DynamicData 0
d CnsAlreadyRegisteredFault CnsFault 0 volumeId:CnsVolumeId
d CnsAsyncQueryResult CnsVolumeOperationResult 0 queryResult:CnsQueryResult?
d CnsBackingObjectDetails DynamicData 0 capacityInMb:long?
d CnsBaseCreateSpec DynamicData 0
d CnsBlockBackingDetails CnsBackingObjectDetails 0 backingDiskId:string? backingDiskUrlPath:string? backingDiskPath:string? backingDiskObjectId:string? usedCapacityInMb:long? aggregatedSnapshotCapacityInMb:long?
d CnsBlockVolumeRelocateSpec CnsVolumeRelocateSpec 0
d CnsContainerCluster DynamicData 0 clusterType:string clusterId:string vSphereUser:string clusterFlavor:string? clusterDistribution:string? delete:boolean?
d CnsCursor DynamicData 0 offset:long limit:long totalRecords:long?
d CnsEntityMetadata DynamicData 0 entityName:string labels:KeyValue[]? delete:boolean? clusterId:string?
d CnsFault VimFault 0 reason:string
d CnsFileBackingDetails CnsBackingObjectDetails 0 backingFileId:string?
d CnsFileCreateSpec CnsBaseCreateSpec 0
d CnsInCompatibleFault CnsPlacementFault 0 errors:LocalizedMethodFault[]?
d CnsKubernetesEntityMetadata CnsEntityMetadata 0 entityType:string namespace:string? referredEntity:CnsKubernetesEntityReference[]?
d CnsKubernetesEntityReference DynamicData 0 entityType:string entityName:string namespace:string? clusterId:string?
d CnsKubernetesQueryFilter CnsQueryFilter 0 namespaces:string[]? podNames:string[]? pvcNames:string[]? pvNames:string[]?
d CnsMissingControllerFault CnsFault 0
d CnsMissingPrivilegeFault CnsPlacementFault 0 privileges:string[]?
d CnsNFSAccessControlSpec CnsAccessControlSpec 0 netPermission:VsanFileShareNetPermission delete:boolean?
d CnsNotRegisteredFault CnsFault 0 volumeId:CnsVolumeId
d CnsPlacementFault CnsFault 0
d CnsPlacementResult DynamicData 0 datastore:&Datastore placementFaults:LocalizedMethodFault[]?
d CnsQueryFilter DynamicData 0 volumeIds:CnsVolumeId[]? names:string[]? containerClusterIds:string[]? storagePolicyId:string? datastores:&Datastore[]? labels:KeyValue[]? complianceStatus:string? datastoreAccessibilityStatus:string? cursor:CnsCursor? healthStatus:string?
d CnsQueryResult DynamicData 0 volumes:CnsVolume[]? cursor:CnsCursor
d CnsQuerySelection DynamicData 0 names:string[]?
d CnsRankedLowerFault CnsPlacementFault 0
d CnsSnapshotCreateSpec DynamicData 0 volumeId:CnsVolumeId description:string
d CnsSnapshotDeleteSpec DynamicData 0 volumeId:CnsVolumeId snapshotId:CnsSnapshotId
d CnsSnapshotId DynamicData 0 id:string
d CnsSnapshotNotFoundFault CnsFault 0 volumeId:CnsVolumeId? SnapshotId:CnsSnapshotId
d CnsSnapshotVolumeSource CnsVolumeSource 0 volumeId:CnsVolumeId? snapshotId:CnsSnapshotId?
d CnsVSANFileCreateSpec CnsFileCreateSpec 0 softQuotaInMb:long? permission:VsanFileShareNetPermission[]?
d CnsVolume DynamicData 0 volumeId:CnsVolumeId datastoreUrl:string? name:string? volumeType:string? storagePolicyId:string? metadata:CnsVolumeMetadata? backingObjectDetails:CnsBackingObjectDetails? complianceStatus:string? datastoreAccessibilityStatus:string? healthStatus:string?
d CnsVolumeACLConfigureSpec DynamicData 0 volumeId:CnsVolumeId accessControlSpecList:CnsAccessControlSpec[]
d CnsVolumeAttachDetachSpec DynamicData 0 volumeId:CnsVolumeId vm:&VirtualMachine
d CnsVolumeAttachResult CnsVolumeOperationResult 0 diskUUID:string?
d CnsVolumeCreateResult CnsVolumeOperationResult 0 name:string? placementResults:CnsPlacementResult[]?
d CnsVolumeCreateSpec DynamicData 0 name:string volumeType:string datastores:&Datastore[]? metadata:CnsVolumeMetadata? backingObjectDetails:CnsBackingObjectDetails profile:VirtualMachineProfileSpec[]? createSpec:CnsBaseCreateSpec? volumeSource:CnsVolumeSource?
d CnsVolumeExtendSpec DynamicData 0 volumeId:CnsVolumeId capacityInMb:long
d CnsVolumeId DynamicData 0 id:string
d CnsVolumeMetadata DynamicData 0 containerCluster:CnsContainerCluster entityMetadata:CnsEntityMetadata[]? containerClusterArray:CnsContainerCluster[]?
d CnsVolumeMetadataUpdateSpec DynamicData 0 volumeId:CnsVolumeId metadata:CnsVolumeMetadata
d CnsVolumeNotFoundFault CnsFault 0 volumeId:CnsVolumeId
d CnsVolumeOperationBatchResult DynamicData 0 volumeResults:CnsVolumeOperationResult[]?
d CnsVolumeOperationResult DynamicData 0 volumeId:CnsVolumeId? fault:LocalizedMethodFault?
d CnsVolumePolicyReconfigSpec DynamicData 0 volumeId:CnsVolumeId profile:VirtualMachineProfileSpec[]?
d CnsVolumeRelocateSpec DynamicData 0 volumeId:CnsVolumeId datastore:&Datastore profile:VirtualMachineProfileSpec[]?
d CnsVolumeSource DynamicData 0
d CnsVsanFileShareBackingDetails CnsFileBackingDetails 0 name:string? accessPoints:KeyValue[]? permission:VsanFileShareNetPermission[]?
d PbmAboutInfo DynamicData 0 name:string version:string instanceUuid:string
d PbmAlreadyExists PbmFault 0 name:string?
d PbmCapabilityConstraintInstance DynamicData 0 propertyInstance:PbmCapabilityPropertyInstance[]
d PbmCapabilityConstraints DynamicData 0
d PbmCapabilityDescription DynamicData 0 description:PbmExtendedElementDescription value:anyType
d PbmCapabilityDiscreteSet DynamicData 0 values:anyType[]
d PbmCapabilityGenericTypeInfo PbmCapabilityTypeInfo 0 genericTypeName:string
d PbmCapabilityInstance DynamicData 0 id:PbmCapabilityMetadataUniqueId constraint:PbmCapabilityConstraintInstance[]
d PbmCapabilityMetadata DynamicData 0 id:PbmCapabilityMetadataUniqueId summary:PbmExtendedElementDescription mandatory:boolean? hint:boolean? keyId:string? allowMultipleConstraints:boolean? propertyMetadata:PbmCapabilityPropertyMetadata[]
d PbmCapabilityMetadataPerCategory DynamicData 0 subCategory:string capabilityMetadata:PbmCapabilityMetadata[]
d PbmCapabilityMetadataUniqueId DynamicData 0 namespace:string id:string
d PbmCapabilityNamespaceInfo DynamicData 0 version:string namespace:string info:PbmExtendedElementDescription?
d PbmCapabilityProfile PbmProfile 0 profileCategory:string resourceType:PbmProfileResourceType constraints:PbmCapabilityConstraints generationId:long? isDefault:boolean systemCreatedProfileType:string? lineOfService:string?
d PbmCapabilityProfileCreateSpec DynamicData 0 name:string description:string? category:string? resourceType:PbmProfileResourceType constraints:PbmCapabilityConstraints
d PbmCapabilityProfilePropertyMismatchFault PbmPropertyMismatchFault 0 resourcePropertyInstance:PbmCapabilityPropertyInstance
d PbmCapabilityProfileUpdateSpec DynamicData 0 name:string? description:string? constraints:PbmCapabilityConstraints?
d PbmCapabilityPropertyInstance DynamicData 0 id:string operator:string? value:anyType
d PbmCapabilityPropertyMetadata DynamicData 0 id:string summary:PbmExtendedElementDescription mandatory:boolean type:PbmCapabilityTypeInfo? defaultValue:anyType? allowedValue:anyType? requirementsTypeHint:string?
d PbmCapabilityRange DynamicData 0 min:anyType max:anyType
d PbmCapabilitySchema DynamicData 0 vendorInfo:PbmCapabilitySchemaVendorInfo namespaceInfo:PbmCapabilityNamespaceInfo lineOfService:PbmLineOfServiceInfo? capabilityMetadataPerCategory:PbmCapabilityMetadataPerCategory[] capabilityCategory:string?
d PbmCapabilitySchemaVendorInfo DynamicData 0 vendorUuid:string info:PbmExtendedElementDescription
d PbmCapabilitySubProfile DynamicData 0 name:string capability:PbmCapabilityInstance[] forceProvision:boolean?
d PbmCapabilitySubProfileConstraints PbmCapabilityConstraints 0 subProfiles:PbmCapabilitySubProfile[]
d PbmCapabilityTimeSpan DynamicData 0 value:int unit:string
d PbmCapabilityTypeInfo DynamicData 0 typeName:string
d PbmCapabilityVendorNamespaceInfo DynamicData 0 vendorInfo:PbmCapabilitySchemaVendorInfo namespaceInfo:PbmCapabilityNamespaceInfo
d PbmCapabilityVendorResourceTypeInfo DynamicData 0 resourceType:string vendorNamespaceInfo:PbmCapabilityVendorNamespaceInfo[]
d PbmCompatibilityCheckFault PbmFault 0 hub:PbmPlacementHub
d PbmComplianceOperationalStatus DynamicData 0 healthy:boolean? operationETA:dateTime? operationProgress:long? transitional:boolean?
d PbmCompliancePolicyStatus DynamicData 0 expectedValue:PbmCapabilityInstance currentValue:PbmCapabilityInstance?
d PbmComplianceResult DynamicData 0 checkTime:dateTime entity:PbmServerObjectRef profile:PbmProfileId? complianceTaskStatus:string? complianceStatus:string mismatch:boolean violatedPolicies:PbmCompliancePolicyStatus[]? errorCause:LocalizedMethodFault[]? operationalStatus:PbmComplianceOperationalStatus? info:PbmExtendedElementDescription?
d PbmDataServiceToPoliciesMap DynamicData 0 dataServicePolicy:PbmProfileId parentStoragePolicies:PbmProfileId[]? fault:LocalizedMethodFault?
d PbmDatastoreSpaceStatistics DynamicData 0 profileId:string? physicalTotalInMB:long physicalFreeInMB:long physicalUsedInMB:long logicalLimitInMB:long? logicalFreeInMB:long logicalUsedInMB:long
d PbmDefaultCapabilityProfile PbmCapabilityProfile 0 vvolType:string[] containerId:string
d PbmDefaultProfileAppliesFault PbmCompatibilityCheckFault 0
d PbmDefaultProfileInfo DynamicData 0 datastores:PbmPlacementHub[] defaultProfile:PbmProfile? methodFault:LocalizedMethodFault?
d PbmDuplicateName PbmFault 0 name:string
d PbmExtendedElementDescription DynamicData 0 label:string summary:string key:string messageCatalogKeyPrefix:string messageArg:KeyAnyValue[]?
d PbmFault MethodFault 0
d PbmFaultInvalidLogin PbmFault 0
d PbmFaultNoPermission SecurityError 0 missingPrivileges:PbmFaultNoPermissionEntityPrivileges[]?
d PbmFaultNoPermissionEntityPrivileges DynamicData 0 profileId:PbmProfileId? privilegeIds:string[]?
d PbmFaultNotFound PbmFault 0
d PbmFaultProfileStorageFault PbmFault 0
d PbmFetchEntityHealthStatusSpec DynamicData 0 objectRef:PbmServerObjectRef backingId:string?
d PbmIncompatibleVendorSpecificRuleSet PbmCapabilityProfilePropertyMismatchFault 0
d PbmLegacyHubsNotSupported PbmFault 0 hubs:PbmPlacementHub[]
d PbmLineOfServiceInfo DynamicData 0 lineOfService:string name:PbmExtendedElementDescription description:PbmExtendedElementDescription?
d PbmLoggingConfiguration DynamicData 0 component:string logLevel:string
d PbmNonExistentHubs PbmFault 0 hubs:PbmPlacementHub[]
d PbmPersistenceBasedDataServiceInfo PbmLineOfServiceInfo 0 compatiblePersistenceSchemaNamespace:string[]?
d PbmPlacementCapabilityConstraintsRequirement PbmPlacementRequirement 0 constraints:PbmCapabilityConstraints
d PbmPlacementCapabilityProfileRequirement PbmPlacementRequirement 0 profileId:PbmProfileId
d PbmPlacementCompatibilityResult DynamicData 0 hub:PbmPlacementHub matchingResources:PbmPlacementMatchingResources[]? howMany:long? utilization:PbmPlacementResourceUtilization[]? warning:LocalizedMethodFault[]? error:LocalizedMethodFault[]?
d PbmPlacementHub DynamicData 0 hubType:string hubId:string
d PbmPlacementMatchingReplicationResources PbmPlacementMatchingResources 0 replicationGroup:ReplicationGroupId[]?
d PbmPlacementMatchingResources DynamicData 0
d PbmPlacementRequirement DynamicData 0
d PbmPlacementResourceUtilization DynamicData 0 name:PbmExtendedElementDescription description:PbmExtendedElementDescription availableBefore:long? availableAfter:long? total:long?
d PbmProfile DynamicData 0 profileId:PbmProfileId name:string description:string? creationTime:dateTime createdBy:string lastUpdatedTime:dateTime lastUpdatedBy:string
d PbmProfileId DynamicData 0 uniqueId:string
d PbmProfileOperationOutcome DynamicData 0 profileId:PbmProfileId fault:LocalizedMethodFault?
d PbmProfileResourceType DynamicData 0 resourceType:string
d PbmProfileType DynamicData 0 uniqueId:string
d PbmPropertyMismatchFault PbmCompatibilityCheckFault 0 capabilityInstanceId:PbmCapabilityMetadataUniqueId requirementPropertyInstance:PbmCapabilityPropertyInstance
d PbmQueryProfileResult DynamicData 0 object:PbmServerObjectRef profileId:PbmProfileId[]? fault:LocalizedMethodFault?
d PbmQueryReplicationGroupResult DynamicData 0 object:PbmServerObjectRef replicationGroupId:ReplicationGroupId? fault:LocalizedMethodFault?
d PbmResourceInUse PbmFault 0 type:TypeName? name:string?
d PbmRollupComplianceResult DynamicData 0 oldestCheckTime:dateTime entity:PbmServerObjectRef overallComplianceStatus:string overallComplianceTaskStatus:string? result:PbmComplianceResult[]? errorCause:LocalizedMethodFault[]? profileMismatch:boolean
d PbmServerObjectRef DynamicData 0 objectType:string key:string serverUuid:string?
d PbmServiceInstanceContent DynamicData 0 aboutInfo:PbmAboutInfo sessionManager:&PbmSessionManager capabilityMetadataManager:&PbmCapabilityMetadataManager profileManager:&PbmProfileProfileManager complianceManager:&PbmComplianceManager placementSolver:&PbmPlacementSolver replicationManager:&PbmReplicationManager?
d PbmVaioDataServiceInfo PbmLineOfServiceInfo 0
e CnsClusterFlavor 0 VANILLA WORKLOAD GUEST_CLUSTER ClusterFlavor_Unknown
e CnsClusterType 0 KUBERNETES ClusterType_Unknown
e CnsKubernetesEntityType 0 PERSISTENT_VOLUME PERSISTENT_VOLUME_CLAIM POD KubernetesEntityType_Unknown
e CnsVolumeType 0 BLOCK FILE VolumeType_Unknown
e PbmAssociateAndApplyPolicyStatusPolicyStatus 0 success failed invalid
e PbmBuiltinGenericType 0 VMW_RANGE VMW_SET
e PbmBuiltinType 0 XSD_LONG XSD_SHORT XSD_INTEGER XSD_INT XSD_STRING XSD_BOOLEAN XSD_DOUBLE XSD_DATETIME VMW_TIMESPAN VMW_POLICY
e PbmCapabilityOperator 0 NOT
e PbmCapabilitySchemaCapabilityCategory 0 common datastoreSpecific
e PbmCapabilityTimeUnitType 0 SECONDS MINUTES HOURS DAYS WEEKS MONTHS YEARS
e PbmComplianceResultComplianceTaskStatus 0 inProgress success failed
e PbmComplianceStatus 0 compliant nonCompliant unknown notApplicable outOfDate
e PbmDebugManagerKeystoreName 0 SMS TRUSTED_ROOTS
e PbmHealthStatusForEntity 0 red yellow green unknown
e PbmIofilterInfoFilterType 0 INSPECTION COMPRESSION ENCRYPTION REPLICATION CACHE DATAPROVIDER DATASTOREIOCONTROL
e PbmLineOfServiceInfoLineOfServiceEnum 0 INSPECTION COMPRESSION ENCRYPTION REPLICATION CACHING PERSISTENCE DATA_PROVIDER DATASTORE_IO_CONTROL DATA_PROTECTION STRETCHED_CLUSTER
e PbmLoggingConfigurationComponent 0 pbm vslm sms spbm sps httpclient_header httpclient_content vmomi
e PbmLoggingConfigurationLogLevel 0 INFO DEBUG TRACE
e PbmObjectType 0 virtualMachine virtualMachineAndDisks virtualDiskId virtualDiskUUID datastore vsanObjectId fileShareId host cluster unknown
e PbmOperation 0 CREATE REGISTER RECONFIGURE MIGRATE CLONE
e PbmPolicyAssociationVolumeAllocationType 0 FullyInitialized ReserveSpace ConserveSpaceWhenPossible
e PbmProfileCategoryEnum 0 REQUIREMENT RESOURCE DATA_SERVICE_POLICY
e PbmProfileResourceTypeEnum 0 STORAGE
e PbmSystemCreatedProfileType 0 VsanDefaultProfile VVolDefaultProfile PmemDefaultProfile VmcManagementProfile VsanMaxDefaultProfile
e PbmVmOperation 0 CREATE RECONFIGURE MIGRATE CLONE
e PbmVvolType 0 Config Data Swap
m CnsVolumeManager ManagedObject 0
m PbmCapabilityMetadataManager ManagedObject 0
m PbmComplianceManager ManagedObject 0
m PbmPlacementSolver ManagedObject 0
m PbmProfileProfileManager ManagedObject 0
m PbmProvider ManagedObject 0
m PbmReplicationManager ManagedObject 0
m PbmServiceInstance ManagedObject 0 content:PbmServiceInstanceContent#System.Anonymous
m PbmSessionManager ManagedObject 0
`;
