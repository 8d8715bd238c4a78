import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';

/** Words for screen readers where the eye sees a sign. */
export function Hidden({ children }: { children: ReactNode }) {
  return <VisuallyHidden>{children}</VisuallyHidden>;
}
