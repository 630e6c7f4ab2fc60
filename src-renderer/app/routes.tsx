import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { Shell } from './shell.tsx';

/** Heavy screens bring their libraries themselves, with their first opening. */
const OverviewScreen = lazy(async () => ({
  default: (await import('../features/overview/overview-screen.tsx')).OverviewScreen,
}));
const FloorScreen = lazy(async () => ({
  default: (await import('../features/floor/floor-screen.tsx')).FloorScreen,
}));
const CoolingScreen = lazy(async () => ({
  default: (await import('../features/cooling/cooling-screen.tsx')).CoolingScreen,
}));
const PowerScreen = lazy(async () => ({
  default: (await import('../features/power/power-screen.tsx')).PowerScreen,
}));
const RackScreen = lazy(async () => ({
  default: (await import('../features/rack/rack-screen.tsx')).RackScreen,
}));
const AssetsScreen = lazy(async () => ({
  default: (await import('../features/assets/assets-screen.tsx')).AssetsScreen,
}));
const DeviceScreen = lazy(async () => ({
  default: (await import('../features/assets/device-screen.tsx')).DeviceScreen,
}));
const CapacityScreen = lazy(async () => ({
  default: (await import('../features/capacity/capacity-screen.tsx')).CapacityScreen,
}));
const TopologyScreen = lazy(async () => ({
  default: (await import('../features/topology/topology-screen.tsx')).TopologyScreen,
}));
const SitesScreen = lazy(async () => ({
  default: (await import('../features/sites/sites-screen.tsx')).SitesScreen,
}));
const AlarmsScreen = lazy(async () => ({
  default: (await import('../features/alarms/alarms-screen.tsx')).AlarmsScreen,
}));
const ReportsScreen = lazy(async () => ({
  default: (await import('../features/reports/reports-screen.tsx')).ReportsScreen,
}));
const ExplorerScreen = lazy(async () => ({
  default: (await import('../features/explorer/explorer-screen.tsx')).ExplorerScreen,
}));
const MachineScreen = lazy(async () => ({
  default: (await import('../features/machine/machine-screen.tsx')).MachineScreen,
}));
const ConsolesScreen = lazy(async () => ({
  default: (await import('../features/consoles/consoles-screen.tsx')).ConsolesScreen,
}));
const LookOnScreen = lazy(async () => ({
  default: (await import('../features/consoles/look-on-screen.tsx')).LookOnScreen,
}));
const LabsScreen = lazy(async () => ({
  default: (await import('../features/labs/labs-screen.tsx')).LabsScreen,
}));
const HardwareScreen = lazy(async () => ({
  default: (await import('../features/hardware/hardware-screen.tsx')).HardwareScreen,
}));
const VsphereScreen = lazy(async () => ({
  default: (await import('../features/vsphere/vsphere-screen.tsx')).VsphereScreen,
}));
const ScenariosScreen = lazy(async () => ({
  default: (await import('../features/scenarios/scenarios-screen.tsx')).ScenariosScreen,
}));
const DrillsScreen = lazy(async () => ({
  default: (await import('../features/scenarios/drills-screen.tsx')).DrillsScreen,
}));
const ApiScreen = lazy(async () => ({ default: (await import('../features/api/api-screen.tsx')).ApiScreen }));
const SettingsScreen = lazy(async () => ({
  default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
}));
const HelpScreen = lazy(async () => ({
  default: (await import('../features/help/help-screen.tsx')).HelpScreen,
}));
const WallScreen = lazy(async () => ({
  default: (await import('../features/wall/wall-screen.tsx')).WallScreen,
}));
const StatesScreen = lazy(async () => ({
  default: (await import('../features/states/states-screen.tsx')).StatesScreen,
}));

/** One level deep, so that the page's files are found beside it at every address. */
const ShellRoutes = (): ReactNode => (
  <Routes>
    <Route element={<Shell />}>
      <Route index element={<OverviewScreen />} />
      <Route path="floor" element={<FloorScreen />} />
      <Route path="cooling" element={<CoolingScreen />} />
      <Route path="power" element={<PowerScreen />} />
      <Route path="rack" element={<RackScreen />} />
      <Route path="assets" element={<AssetsScreen />} />
      <Route path="device" element={<DeviceScreen />} />
      <Route path="capacity" element={<CapacityScreen />} />
      <Route path="topology" element={<TopologyScreen />} />
      <Route path="explorer" element={<ExplorerScreen />} />
      <Route path="machine" element={<MachineScreen />} />
      <Route path="consoles" element={<ConsolesScreen />} />
      <Route path="alarms" element={<AlarmsScreen />} />
      <Route path="reports" element={<ReportsScreen />} />
      <Route path="sites" element={<SitesScreen />} />
      <Route path="scenarios" element={<ScenariosScreen />} />
      <Route path="drills" element={<DrillsScreen />} />
      <Route path="vsphere" element={<VsphereScreen />} />
      <Route path="hardware" element={<HardwareScreen />} />
      <Route path="labs" element={<LabsScreen />} />
      <Route path="api" element={<ApiScreen />} />
      <Route path="settings" element={<SettingsScreen />} />
      <Route path="help" element={<HelpScreen />} />
      <Route path="states" element={<StatesScreen />} />
      <Route path="*" element={<Navigate to="/" replace />} />
    </Route>
  </Routes>
);

/** The wall stands beside the routes: it shows screens at their own addresses, which no route above may narrow. */
export function AppRoutes(): ReactNode {
  const { pathname } = useLocation();
  if (pathname !== '/wall' && pathname !== '/look-on') return <ShellRoutes />;
  return <Suspense fallback={null}>{pathname === '/wall' ? <WallScreen /> : <LookOnScreen />}</Suspense>;
}
