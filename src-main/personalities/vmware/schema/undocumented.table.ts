// Methods that clients use although no table names them: pyvmomi reads properties by Fetch, esxcli asks through the reflection types.
// What tasks of the volume service come to (Cns…) is read by vim's own collector.
// In the same words as vim-schema.table.ts, see rows.ts.
export const undocumentedText = `c Fetch ManagedObject fetch 0 System.Anonymous anyType? prop:string
m InternalDynamicTypeManager ManagedObject 0
m ReflectManagedMethodExecuter ManagedObject 0
c RetrieveDynamicTypeManager HostSystem retrieveDynamicTypeManager 4 System.Read &InternalDynamicTypeManager?
c RetrieveManagedMethodExecuter HostSystem retrieveManagedMethodExecuter 4 System.Read &ReflectManagedMethodExecuter?
c DynamicTypeMgrQueryMoInstances InternalDynamicTypeManager queryMoInstances 4 System.Read DynamicTypeMgrMoInstance[]? filterSpec:DynamicTypeMgrFilterSpec?
c DynamicTypeMgrQueryTypeInfo InternalDynamicTypeManager queryTypeInfo 4 System.Read DynamicTypeMgrAllTypeInfo filterSpec:DynamicTypeMgrFilterSpec?
c ExecuteSoap ReflectManagedMethodExecuter executeSoap 4 System.Read ReflectManagedMethodExecuterSoapResult? moid:string version:string method:string argument:ReflectManagedMethodExecuterSoapArgument[]?
c FetchSoap ReflectManagedMethodExecuter fetchSoap 4 System.Read ReflectManagedMethodExecuterSoapResult? moid:string version:string prop:string
c QueryVirtualDiskInfo_Task VirtualDiskManager queryVirtualDiskInfo 0 System.Read &Task name:string datacenter:&Datacenter? includeParents:boolean
d VirtualDiskInfo DynamicData 0 unit:VirtualDiskInfoUnit diskType:string parent:string?
d VirtualDiskInfoUnit DynamicData 0 name:string
d DynamicTypeEnumTypeInfo DynamicData 0 name:string wsdlName:string version:string value:string[]? annotation:DynamicTypeMgrAnnotation[]?
d DynamicTypeMgrAllTypeInfo DynamicData 0 managedTypeInfo:DynamicTypeMgrManagedTypeInfo[]? enumTypeInfo:DynamicTypeEnumTypeInfo[]? dataTypeInfo:DynamicTypeMgrDataTypeInfo[]?
d DynamicTypeMgrAnnotation DynamicData 0 name:string parameter:string[]?
d DynamicTypeMgrDataTypeInfo DynamicData 0 name:string wsdlName:string version:string base:string[]? property:DynamicTypeMgrPropertyTypeInfo[]? annotation:DynamicTypeMgrAnnotation[]?
d DynamicTypeMgrFilterSpec DynamicData 0
d DynamicTypeMgrManagedTypeInfo DynamicData 0 name:string wsdlName:string version:string base:string[]? property:DynamicTypeMgrPropertyTypeInfo[]? method:DynamicTypeMgrMethodTypeInfo[]? annotation:DynamicTypeMgrAnnotation[]?
d DynamicTypeMgrMethodTypeInfo DynamicData 0 name:string wsdlName:string version:string paramTypeInfo:DynamicTypeMgrParamTypeInfo[]? returnTypeInfo:DynamicTypeMgrParamTypeInfo? fault:string[]? privId:string? annotation:DynamicTypeMgrAnnotation[]?
d DynamicTypeMgrMoFilterSpec DynamicTypeMgrFilterSpec 0 id:string? typeSubstr:string?
d DynamicTypeMgrMoInstance DynamicData 0 id:string moType:string
d DynamicTypeMgrParamTypeInfo DynamicData 0 name:string version:string type:string privId:string? annotation:DynamicTypeMgrAnnotation[]?
d DynamicTypeMgrPropertyTypeInfo DynamicData 0 name:string version:string type:string privId:string? msgIdFormat:string? annotation:DynamicTypeMgrAnnotation[]?
d DynamicTypeMgrTypeFilterSpec DynamicTypeMgrFilterSpec 0 typeSubstr:string?
d ReflectManagedMethodExecuterSoapArgument DynamicData 0 name:string val:string
d ReflectManagedMethodExecuterSoapFault DynamicData 0 faultMsg:string faultDetail:string?
d ReflectManagedMethodExecuterSoapResult DynamicData 0 response:string? fault:ReflectManagedMethodExecuterSoapFault?
d CnsVolumeId DynamicData 0 id:string
d CnsPlacementResult DynamicData 0 datastore:&Datastore placementFaults:LocalizedMethodFault[]?
d CnsVolumeOperationResult DynamicData 0 volumeId:CnsVolumeId? fault:LocalizedMethodFault?
d CnsVolumeCreateResult CnsVolumeOperationResult 0 name:string? placementResults:CnsPlacementResult[]?
d CnsVolumeOperationBatchResult DynamicData 0 volumeResults:CnsVolumeOperationResult[]?
`;
