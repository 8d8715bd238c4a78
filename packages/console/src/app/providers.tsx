import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { IntlProvider } from 'react-intl';
import { useStore } from '../api/store.ts';
import { theme, variables } from '../ui/theme.ts';
import { scheme, schemeManager } from './appearance.ts';
import { LOCALES, spoken } from './language.ts';
import { queries } from './queries.ts';
import { router } from './router.tsx';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

export function Providers() {
  const words = useStore(spoken);
  const painted = useStore(scheme);
  if (!words) return null;
  return (
    <IntlProvider locale={LOCALES[words.language]} messages={words.messages} defaultLocale="en-GB">
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        colorSchemeManager={schemeManager}
        forceColorScheme={painted}
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </IntlProvider>
  );
}
