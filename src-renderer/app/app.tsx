import type { ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { Notices } from './notices.tsx';
import { Toaster } from '../ui/toaster.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { AppRoutes } from './routes.tsx';

export const App = (): ReactNode => (
  <TooltipProvider>
    <BrowserRouter>
      <AppRoutes />
    </BrowserRouter>
    <Toaster />
    <Notices />
  </TooltipProvider>
);
