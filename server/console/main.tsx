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
import { sessionQuery } from './data/queries.ts';
import { createQueryClient } from './data/query-client.ts';
import { LanguageProvider, languageOfBrowser, speak } from './language/language-provider.tsx';
import { router } from './router.tsx';
import { theme } from './theme.ts';

// Compiled schemas need eval, which our CSP refuses.
config({ jitless: true });

const client = createQueryClient();
// Asked for at once: what is shown first depends on who it is.
void client.prefetchQuery(sessionQuery);
const first = await speak(languageOfBrowser());

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    {/* No style elements at run time: the build writes the theme's variables into the style sheet. */}
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={client}>
        <LanguageProvider first={first}>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
