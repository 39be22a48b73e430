import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { setNoAnswer } from '../api.ts';
import '../ui/tokens.css';
import '../ui/fonts.css';
import '../desk/desk.css';
import '../desk/frame.css';
import '../desk/entrance.css';
import '../desk/list.css';
import { hqFrame } from '../words/hq-frame.ts';
import { HqApp } from './HqApp.tsx';
import { queryClient } from './queries.ts';
import './hq.css';

setNoAnswer('central.silent', hqFrame.silent);
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <HqApp />
    </QueryClientProvider>
  </StrictMode>,
);
