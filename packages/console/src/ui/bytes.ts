import { useIntl } from 'react-intl';

const STEPS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in the largest unit that keeps it above one, as the reader's language writes it. */
export function useBytes(): (bytes: number) => string {
  const intl = useIntl();
  return (bytes) => {
    let step = 0;
    let size = bytes;
    while (size >= 1000 && step < STEPS.length - 1) {
      size /= 1000;
      step += 1;
    }
    return intl.formatNumber(size, {
      style: 'unit',
      unit: STEPS[step]!,
      unitDisplay: 'short',
      maximumFractionDigits: step === 0 ? 0 : 1,
    });
  };
}
