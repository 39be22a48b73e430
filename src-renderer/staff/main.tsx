import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/fonts.css';
import '../desk/desk.css';
import '../desk/frame.css';
import '../desk/entrance.css';
import '../desk/list.css';
import { queryClient, startLive } from './live-queries.ts';
import { StaffApp } from './StaffApp.tsx';

startLive();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <StaffApp />
    </QueryClientProvider>
  </StrictMode>,
);
