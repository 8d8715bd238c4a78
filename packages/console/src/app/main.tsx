import '../ui/mantine.css';
import '../ui/tokens.css';
import '../ui/fonts.css';
import '../ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { sessionQuery } from '../api/access.ts';
import { speakFirst } from './language.ts';
import { Providers } from './providers.tsx';
import { queries } from './queries.ts';

// Session and words are fetched side by side; each part of the page says itself when one is missing.
void queries.prefetchQuery(sessionQuery);
await speakFirst();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers />
  </StrictMode>,
);
void import('../ui/fonts-scripts.css');
