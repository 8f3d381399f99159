/** The reviewers' console: one page that talks to the endpoint it came from. */
import '@mantine/core/styles.css';
import 'virtual:theme.css';
import './style/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod/mini';
import { createQueryClient } from './data/query-client.ts';
import { router } from './router.tsx';
import { theme } from './theme.ts';

// Compiled schemas need eval, which our CSP refuses.
config({ jitless: true });

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    {/* No style elements at run time: the build writes the theme's variables into the style sheet. */}
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
