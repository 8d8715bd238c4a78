import style from './progress.module.css';

interface ProgressProps {
  /** 0 to 1. */
  share: number;
  label: string;
}

export function Progress({ share, label }: ProgressProps) {
  return <progress className={style.progress} max={1} value={Math.min(1, Math.max(0, share))} aria-label={label} />;
}
