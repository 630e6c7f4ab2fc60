/** The types of the lookup service, as its clients speak it; in the words of schema/rows.ts. */
export const lookupSchemaText = `m LookupServiceInstance ManagedObject 0 content:LookupServiceContent#System.Anonymous
m LookupServiceRegistration ManagedObject 0
c RetrieveServiceContent LookupServiceInstance retrieveServiceContent 0 System.Anonymous LookupServiceContent
c List LookupServiceRegistration list 0 System.Anonymous LookupServiceRegistrationInfo[]? filterCriteria:LookupServiceRegistrationFilter?
c Get LookupServiceRegistration get 0 System.Anonymous LookupServiceRegistrationInfo serviceId:string
c GetSiteId LookupServiceRegistration getSiteId 0 System.Anonymous string
d LookupServiceContent DynamicData 0 lookupService:&ManagedObject serviceRegistration:&LookupServiceRegistration? deploymentInformationService:&ManagedObject l10n:&ManagedObject
d LookupServiceRegistrationServiceType DynamicData 0 product:string type:string
d LookupServiceRegistrationEndpointType DynamicData 0 protocol:string? type:string?
d LookupServiceRegistrationAttribute DynamicData 0 key:string value:string
d LookupServiceRegistrationEndpoint DynamicData 0 url:string endpointType:LookupServiceRegistrationEndpointType sslTrust:string[]? endpointAttributes:LookupServiceRegistrationAttribute[]?
d LookupServiceRegistrationFilter DynamicData 0 siteId:string? nodeId:string? serviceType:LookupServiceRegistrationFilterServiceType? endpointType:LookupServiceRegistrationEndpointType?
d LookupServiceRegistrationFilterServiceType DynamicData 0 product:string? type:string?
d LookupServiceRegistrationMutableServiceInfo DynamicData 0 serviceVersion:string vendorNameResourceKey:string? vendorNameDefault:string? vendorProductInfoResourceKey:string? vendorProductInfoDefault:string? serviceEndpoints:LookupServiceRegistrationEndpoint[]? serviceAttributes:LookupServiceRegistrationAttribute[]? serviceNameResourceKey:string? serviceNameDefault:string? serviceDescriptionResourceKey:string? serviceDescriptionDefault:string?
d LookupServiceRegistrationCommonServiceInfo LookupServiceRegistrationMutableServiceInfo 0 ownerId:string serviceType:LookupServiceRegistrationServiceType nodeId:string?
d LookupServiceRegistrationInfo LookupServiceRegistrationCommonServiceInfo 0 serviceId:string siteId:string
`;
