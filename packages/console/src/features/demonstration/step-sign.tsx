import style from './guide.module.css';

/** Done, next and later as three shapes, so that colour alone says nothing. */
export function StepSign({ state }: { state: 'done' | 'next' | 'later' }) {
  return (
    <svg className={style.sign} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {state === 'done' ? (
        <path d="M2.5 8.5 6.3 12.3 13.5 4" fill="none" stroke="currentColor" strokeWidth="2.2" />
      ) : state === 'next' ? (
        <path d="M4.5 2 12 8l-7.5 6Z" fill="currentColor" />
      ) : (
        <circle cx="8" cy="8" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.6" />
      )}
    </svg>
  );
}
