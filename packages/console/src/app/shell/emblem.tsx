/** Two circles that meet, each whole: the mark of the console. */
export function Emblem() {
  return (
    <svg
      width="26"
      height="18"
      viewBox="0 0 26 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      aria-hidden="true"
    >
      <circle cx="9" cy="9" r="7" />
      <circle cx="17" cy="9" r="7" />
    </svg>
  );
}
