import { lazy } from 'react';
import type { ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Shell } from './shell.tsx';

/** Heavy screens bring their libraries themselves, with their first opening. */
const OverviewScreen = lazy(async () => ({
  default: (await import('../features/overview/overview-screen.tsx')).OverviewScreen,
}));
const FloorScreen = lazy(async () => ({
  default: (await import('../features/floor/floor-screen.tsx')).FloorScreen,
}));
const TopologyScreen = lazy(async () => ({
  default: (await import('../features/topology/topology-screen.tsx')).TopologyScreen,
}));
const AlarmsScreen = lazy(async () => ({
  default: (await import('../features/alarms/alarms-screen.tsx')).AlarmsScreen,
}));
const LabsScreen = lazy(async () => ({
  default: (await import('../features/labs/labs-screen.tsx')).LabsScreen,
}));
const HardwareScreen = lazy(async () => ({
  default: (await import('../features/hardware/hardware-screen.tsx')).HardwareScreen,
}));
const ScenariosScreen = lazy(async () => ({
  default: (await import('../features/scenarios/scenarios-screen.tsx')).ScenariosScreen,
}));
const DrillsScreen = lazy(async () => ({
  default: (await import('../features/scenarios/drills-screen.tsx')).DrillsScreen,
}));
const ApiScreen = lazy(async () => ({ default: (await import('../features/api/api-screen.tsx')).ApiScreen }));
const StatesScreen = lazy(async () => ({
  default: (await import('../features/states/states-screen.tsx')).StatesScreen,
}));

/** One level deep, so that the page's files are found beside it at every address. */
export const AppRoutes = (): ReactNode => (
  <Routes>
    <Route element={<Shell />}>
      <Route index element={<OverviewScreen />} />
      <Route path="floor" element={<FloorScreen />} />
      <Route path="topology" element={<TopologyScreen />} />
      <Route path="alarms" element={<AlarmsScreen />} />
      <Route path="scenarios" element={<ScenariosScreen />} />
      <Route path="drills" element={<DrillsScreen />} />
      <Route path="hardware" element={<HardwareScreen />} />
      <Route path="labs" element={<LabsScreen />} />
      <Route path="api" element={<ApiScreen />} />
      <Route path="states" element={<StatesScreen />} />
      <Route path="*" element={<Navigate to="/" replace />} />
    </Route>
  </Routes>
);
